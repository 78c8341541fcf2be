"""The typefaces on paper: which face has a letter, how wide a text is, where its lines break."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from journal_app.paths import bundled
from journal_app.wording.segments import Sentence

REGULAR = ("JournalRegular", "JournalFallback")
BOLD = ("JournalBold", "JournalFallbackBold")
_FILES = {
    "JournalRegular": "AtkinsonHyperlegibleNext-Regular.ttf",
    "JournalBold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "JournalFallback": "DejaVuSans.ttf",
    "JournalFallbackBold": "DejaVuSans-Bold.ttf",
}
ELLIPSIS = "…"
# Letters that only stand right when they are joined or run from right to left, which reportlab
# does not do: told in words instead of printed in the wrong order.
_NEEDS_SHAPING = frozenset(("R", "AL", "AN"))
_PIECE = re.compile(r" |[^ ]*?[-/\u2010](?=[^ ])|[^ ]+")
_SPACES = "\n\r\t\u2028\u2029\v\f"
_BREAKS_AFTER = ("-", "/", "\u2010")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A text in one face, ready to draw."""

    text: str
    face: str


_SPACE = (Chunk(" ", REGULAR[0]),)


@dataclass(frozen=True, slots=True)
class Word:
    """What stays on one line, and whether a space stands before it."""

    chunks: tuple[Chunk, ...]
    spaced: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text."""

    chunks: tuple[Chunk, ...]
    width: float


@dataclass(frozen=True, slots=True)
class Typeface:
    """Sets text; `unshowable` stands where no face has the letters."""

    unshowable: str

    def line(self, text: Sentence, size: float) -> Line:
        """Set a text in one line, however long."""
        return _line((chunk for part, bold in text for chunk in self._chunks(part, bold)), size)

    def width(self, text: str, size: float, bold: bool = False) -> float:
        """Measure a text."""
        return self.line(((text, bold),), size).width

    def lines(self, text: Sentence, size: float, width: float, most: int) -> tuple[Line, ...]:
        """Break a text into lines of a width; where it has more than `most`, end with an ellipsis."""
        return _broken(self, text, size, width, most)

    def words(self, text: Sentence) -> Iterator[Word]:
        """Yield what stays on one line: words, and the parts of words with hyphens and slashes."""
        word: list[Chunk] = []
        spaced = False
        for part, bold in text:
            for piece in _PIECE.findall(self._printable(part)):
                if word and (piece == " " or word[-1].text.endswith(_BREAKS_AFTER)):
                    yield Word(tuple(word), spaced)
                    word, spaced = [], False
                if piece == " ":
                    spaced = True
                else:
                    word += self._chunks(piece, bold)
        if word:
            yield Word(tuple(word), spaced)

    def _chunks(self, text: str, bold: bool) -> Iterator[Chunk]:
        faces = BOLD if bold else REGULAR
        for face, letters in groupby(self._printable(text), key=lambda letter: _face_of(letter, faces)):
            yield Chunk("".join(letters), face)

    def _printable(self, text: str) -> str:
        """Return a text with words in place of letters that no face has."""
        visible = cleaned(text)
        if visible.isascii():
            return visible
        together = groupby(visible, key=lambda letter: _face_of(letter, REGULAR) != "")
        return "".join("".join(letters) if known else self._stand_in() for known, letters in together)

    def _stand_in(self) -> str:
        """Return the words for what no face has, unless they are in such letters themselves."""
        shown = all(_face_of(letter, REGULAR) for letter in self.unshowable)
        return self.unshowable if shown else ELLIPSIS


def cleaned(text: str) -> str:
    """Return a text without control and invisible characters, in single spaces."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    composed = unicodedata.normalize("NFC", text)
    kept = (" " if letter in _SPACES else letter for letter in composed)
    visible = "".join(letter for letter in kept if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return re.sub(" +", " ", visible)


@lru_cache(maxsize=4096)
def _broken(face: Typeface, text: Sentence, size: float, width: float, most: int) -> tuple[Line, ...]:
    lines: list[list[Chunk]] = [[]]
    used = 0.0
    for word in face.words(text):
        for piece, gap in _fitting(word, size, width):
            room = _width(piece, size) + (_width(gap, size) if lines[-1] else 0)
            if lines[-1] and used + room > width:
                if len(lines) == most:
                    lines[-1] = _ended(lines[-1], size, width)
                    return tuple(_line(line, size) for line in lines)
                lines.append([])
                used, room = 0.0, _width(piece, size)
            lines[-1] += [*(gap if lines[-1] else ()), *piece]
            used += room
    return tuple(_line(line, size) for line in lines)


@lru_cache(maxsize=1)
def register_faces() -> None:
    """Hand the bundled fonts to reportlab, once."""
    folder = bundled("resources") / "fonts"
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(folder / file)))


@lru_cache(maxsize=8192)
def _face_of(letter: str, faces: tuple[str, str]) -> str:
    if unicodedata.bidirectional(letter) in _NEEDS_SHAPING:
        return ""
    return next((face for face in faces if ord(letter) in _letters(face)), "")


@lru_cache(maxsize=4)
def _letters(face: str) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(face).face.charToGlyph)  # pyright: ignore[reportAttributeAccessIssue]


@lru_cache(maxsize=65536)
def _chunk_width(text: str, face: str) -> float:
    return pdfmetrics.stringWidth(text, face, 1000) / 1000


def _width(chunks: Iterable[Chunk], size: float) -> float:
    return size * sum(_chunk_width(chunk.text, chunk.face) for chunk in chunks)


def _line(chunks: Iterable[Chunk], size: float) -> Line:
    joined = _joined(chunks)
    return Line(joined, _width(joined, size))


def _joined(chunks: Iterable[Chunk]) -> tuple[Chunk, ...]:
    together = groupby(chunks, key=lambda chunk: chunk.face)
    return tuple(Chunk("".join(chunk.text for chunk in same), face) for face, same in together)


def _fitting(word: Word, size: float, width: float) -> Iterator[tuple[tuple[Chunk, ...], tuple[Chunk, ...]]]:
    """Yield a word with the space before it, in parts where it is longer than a line."""
    gap = _SPACE if word.spaced else ()
    if _width(word.chunks, size) <= width:
        yield word.chunks, gap
        return
    for chunk in word.chunks:
        for piece in _cut(chunk, size, width):
            yield (piece,), gap
            gap = ()


def _cut(chunk: Chunk, size: float, width: float) -> Iterator[Chunk]:
    """Cut a word that is longer than a line."""
    start, used = 0, 0.0
    for end, letter in enumerate(chunk.text):
        room = size * _chunk_width(letter, chunk.face)
        if end > start and used + room > width:
            yield Chunk(chunk.text[start:end], chunk.face)
            start, used = end, 0.0
        used += room
    yield Chunk(chunk.text[start:], chunk.face)


def _ended(chunks: list[Chunk], size: float, width: float) -> list[Chunk]:
    """Return a last line with an ellipsis in place of what does not fit."""
    rest = list(_joined(chunks))
    while rest:
        last = rest.pop()
        shorter = Chunk(last.text.rstrip(" ,;.") + ELLIPSIS, last.face)
        if _width([*rest, shorter], size) <= width:
            return [*rest, shorter]
        if len(last.text) > 1:
            rest.append(Chunk(last.text[:-1], last.face))
    return [Chunk(ELLIPSIS, REGULAR[0])]
