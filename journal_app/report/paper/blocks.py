"""Blocks: something laid out for a width that knows its height and how to draw itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from journal_app.report.paper.pen import INK, MUTED, Pen
from journal_app.report.paper.typeface import Line, Typeface
from journal_app.wording.segments import Sentence

ROW_GAP = 1.5
SECTION_GAP = 7.0
LINES_TOGETHER = 20  # of a long text, kept on one page
_ASCENT = 0.92  # from a line's top to its baseline, in sizes

Draw = Callable[[Pen, float, float], None]


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set; `kind` is what a screen reader calls it. Nothing is smaller than 9 points."""

    size: float
    colour: str = INK
    kind: str = "P"
    leading: float = 1.22  # a line's height, in sizes


BODY = Style(9.2)
SMALL = Style(9.0, MUTED)
TITLE = Style(17.0, INK, "H1", 1.15)
PART_TITLE = Style(14.0, INK, "H1", 1.2)
HEADING = Style(9.6, MUTED, "H2")
KEY_FIGURE = Style(16.0, INK, "P", 1.15)


@dataclass(frozen=True, slots=True)
class Block:
    """Something laid out: its height, and how to draw it with its upper left corner at x, top."""

    height: float
    draw: Draw


def text_block(
    text: Sentence, width: float, face: Typeface, style: Style = BODY, most_lines: int = 12
) -> Block:
    """Return a text broken into lines, marked as a paragraph or a heading."""
    return _lines_block(face.lines(text, style.size, width, most_lines), style)


def text_blocks(text: Sentence, width: float, face: Typeface, most_lines: int) -> list[Block]:
    """Return a long text as blocks that each fit on a page."""
    lines = face.lines(text, BODY.size, width, most_lines)
    starts = range(0, len(lines), LINES_TOGETHER)
    return [_lines_block(lines[start : start + LINES_TOGETHER], BODY) for start in starts]


def _lines_block(lines: Sequence[Line], style: Style) -> Block:
    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.marked(style.kind):
            for row, line in enumerate(lines):
                baseline = top - style.size * (_ASCENT + row * style.leading)
                pen.line(line, x, baseline, style.size, style.colour)

    return Block(len(lines) * style.size * style.leading, draw)


def gap(height: float) -> Block:
    """Return an empty block."""
    return Block(height, lambda _pen, _x, _top: None)


def stacked(blocks: Iterable[Block], between: float = ROW_GAP) -> Block:
    """Return blocks under each other."""
    placed: list[tuple[float, Block]] = []
    height = 0.0
    for block in blocks:
        height += between if placed else 0
        placed.append((height, block))
        height += block.height

    def draw(pen: Pen, x: float, top: float) -> None:
        for down, block in placed:
            block.draw(pen, x, top - down)

    return Block(height, draw)


def side_by_side(*blocks: tuple[float, Block]) -> Block:
    """Return blocks next to each other, each with how far to the right it begins."""

    def draw(pen: Pen, x: float, top: float) -> None:
        for right, block in blocks:
            block.draw(pen, x + right, top)

    return Block(max((block.height for _, block in blocks), default=0.0), draw)


def ruled(block: Block, width: float, thickness: float = 0.6) -> Block:
    """Return a block with a rule over it."""

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.ornament():
            pen.rule(x, top, x + width, thickness)
        block.draw(pen, x, top - 4)

    return Block(block.height + 4, draw)


def framed(block: Block, width: float) -> Block:
    """Return a block in a frame; it was set 16 points narrower than the frame."""

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.ornament():
            pen.box(x + 0.5, top - block.height - 8, width - 1, block.height + 8, edge=MUTED)
        block.draw(pen, x + 8, top - 4)

    return Block(block.height + 8, draw)


def figure_block(height: float, told: str, draw: Draw) -> Block:
    """Return a figure; `told` tells a screen reader what it shows."""

    def drawn(pen: Pen, x: float, top: float) -> None:
        with pen.marked("Figure", told):
            draw(pen, x, top)

    return Block(height, drawn)
