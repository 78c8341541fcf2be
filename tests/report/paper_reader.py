"""Reads a report back from its file: where each text and line stands, in points, and in which size."""

from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import ContentStream


@dataclass(frozen=True)
class Ink:
    """What was drawn: a text with its size, or a shape (size None)."""

    left: float
    bottom: float
    right: float
    top: float
    size: float | None = None


def read(pdf):
    """Open the bytes of a report."""
    return PdfReader(BytesIO(pdf))


def text_of(pdf, page=0):
    """Return the text of a page as one line of words."""
    return " ".join(read(pdf).pages[page].extract_text().split())


def ink_of(reader, page):
    """Yield all that is drawn on a page, from the operators of its own stream."""
    fonts = page["/Resources"]["/Font"]
    widths, size, at = {}, 0.0, (0.0, 0.0)
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        numbers = [float(value) for value in operands if isinstance(value, int | float)]
        match operator:
            case b"Tf":
                widths, size = _widths(fonts[operands[0]]), numbers[0]
            case b"Tm":
                at = (numbers[4], numbers[5])
            case b"Tj":
                width = sum(widths[code] for code in _codes(operands[0])) * size / 1000
                yield Ink(at[0], at[1], at[0] + width, at[1] + 0.7 * size, size)
                at = (at[0] + width, at[1])
            case b"re":
                x, y, width, height = numbers
                yield Ink(x, y, x + width, y + height)
            case b"m" | b"l" | b"c":
                for x, y in zip(numbers[::2], numbers[1::2], strict=True):
                    yield Ink(x, y, x, y)
            case b"cm":
                assert numbers == [1, 0, 0, 1, 0, 0]


def _widths(font):
    first = font["/FirstChar"]
    return {first + k: float(width) for k, width in enumerate(font["/Widths"])}


def _codes(text):
    return text.original_bytes if hasattr(text, "original_bytes") else bytes(text)
