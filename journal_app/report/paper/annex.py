"""The pages after the first: tables with a row a thing, and texts, broken into pages."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from journal_app.charts.palette import GREY
from journal_app.report.items import Item, Paragraph, Part, Section, Table
from journal_app.report.paper.blocks import (
    PART_TITLE,
    SECTION_GAP,
    Block,
    gap,
    stacked,
    text_block,
    text_blocks,
)
from journal_app.report.paper.pen import INK, MARGIN, MUTED, Pen, Sheet
from journal_app.report.paper.sections import item_block, section_block
from journal_app.report.paper.typeface import Line, Typeface

HEAD_ROOM = 16.0  # for the running head
_SIZE = 9.0
_LINE = 11.5
_ROW = 14.6  # about 45 rows a page
_CELL_GAP = 6.0
_INDENT = 3.0  # of a row within its shading
_ROOM_TO_BEGIN = 150.0  # a part that has less room left begins on the next page


@dataclass(frozen=True, slots=True)
class Page:
    """One page, and the titles of the parts that begin on it."""

    block: Block
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """What stays together on a page: a table's row with the heads over it, or a part's beginning."""

    block: Block
    heads: Block | None = None
    begins: str = ""
    room: float = 0.0  # that must be left under it on its page
    own_page: bool = False


@dataclass(frozen=True, slots=True)
class _Column:
    left: float
    width: float


def annex_pages(parts: tuple[Part, ...], sheet: Sheet, face: Typeface) -> list[Page]:
    """Return the pages of the annex, its parts one after the other."""
    room = sheet.height - 2 * MARGIN - HEAD_ROOM
    pieces = [piece for part in parts for piece in _part_pieces(part, sheet.inner_width, face)]
    return [_as_page(pieces) for pieces in _pages(pieces, room)]


def _as_page(pieces: list[_Piece]) -> Page:
    titles = tuple(piece.begins for piece in pieces if piece.begins)
    return Page(stacked((piece.block for piece in pieces), 0), titles)


def _part_pieces(part: Part, width: float, face: Typeface) -> Iterator[_Piece]:
    opening = _opening(part, width, face)
    yield _Piece(opening, begins=part.title, room=_ROOM_TO_BEGIN, own_page=part.own_page)
    yield from _pieces(part, width, face)
    yield _Piece(gap(2 * SECTION_GAP))


def _opening(part: Part, width: float, face: Typeface) -> Block:
    title = text_block(((part.title, True),), width, face, PART_TITLE, 2)
    lead = [text_block(((part.lead, False),), width, face, most_lines=6)] if part.lead else []
    return stacked([title, *lead, gap(SECTION_GAP)], 3)


def _pieces(part: Part, width: float, face: Typeface) -> Iterator[_Piece]:
    for body in part.body:
        yield from _rows(body, width, face) if isinstance(body, Table) else _paragraphs(body, width, face)


def _paragraphs(section: Section, width: float, face: Typeface) -> Iterator[_Piece]:
    """Keep a heading with what comes first under it; the rest may go to the next page."""
    first, *others = [block for item in section.items for block in _item_blocks(item, width, face)]
    heading = section_block(replace(section, items=()), width, face)
    yield _Piece(stacked([heading, first], 3))
    for block in others:
        yield _Piece(stacked([gap(3), block], 0))
    yield _Piece(gap(SECTION_GAP))


def _item_blocks(item: Item, width: float, face: Typeface) -> list[Block]:
    if isinstance(item, Paragraph):
        return text_blocks(item.text, width, face, item.most_lines)
    return [item_block(item, width, face)]


def _rows(table: Table, width: float, face: Typeface) -> Iterator[_Piece]:
    columns = _columns(table, width, face)
    heads = _heads(table.heads, columns, face, width)
    yield _Piece(heads)
    for number, row in enumerate(table.rows):
        yield _Piece(
            _row(_cells(row, columns, face, table.most_lines), columns, width if number % 2 else 0), heads
        )


def _columns(table: Table, width: float, face: Typeface) -> list[_Column]:
    room = width - 2 * _INDENT + _CELL_GAP
    needed = [_longest_word(head, face) + _CELL_GAP for head in table.heads]
    widths = _shared_out(table.widths, needed, room)
    lefts = (_INDENT + sum(widths[:k]) for k in range(len(widths)))
    return [_Column(left, one - _CELL_GAP) for left, one in zip(lefts, widths, strict=True)]


def _shared_out(shares: tuple[float, ...], needed: list[float], room: float) -> list[float]:
    """Share out a width; a column too narrow for a word of its head takes from those that can spare it."""
    usual = [share * room / sum(shares) for share in shares]
    spare = sum(max(0.0, one - need) for one, need in zip(usual, needed, strict=True))
    short = sum(max(0.0, need - one) for one, need in zip(usual, needed, strict=True))
    if not 0 < short <= spare:
        return usual
    return [
        need if need > one else one - (one - need) * short / spare
        for one, need in zip(usual, needed, strict=True)
    ]


def _longest_word(head: str, face: Typeface) -> float:
    return max(face.width(word, _SIZE, bold=True) for word in head.split())


def _heads(heads: tuple[str, ...], columns: list[_Column], face: Typeface, width: float) -> Block:
    cells = _cells(heads, columns, face, 3, bold=True)
    height = max(map(len, cells)) * _LINE + 4

    def draw(pen: Pen, x: float, top: float) -> None:
        _draw_cells(pen, cells, columns, (x, top), MUTED)
        with pen.ornament():
            pen.rule(x, top - height + 1, x + width)

    return Block(height, draw)


def _row(cells: list[tuple[Line, ...]], columns: list[_Column], shaded: float) -> Block:
    height = _ROW + (max(map(len, cells)) - 1) * _LINE

    def draw(pen: Pen, x: float, top: float) -> None:
        if shaded:
            with pen.ornament():
                pen.box(x, top - height, shaded, height, fill=GREY.quiet_soft)
        _draw_cells(pen, cells, columns, (x, top - 1.2), INK)

    return Block(height, draw)


def _cells(
    texts: tuple[str, ...], columns: list[_Column], face: Typeface, most: int, *, bold: bool = False
) -> list[tuple[Line, ...]]:
    pairs = zip(texts, columns, strict=True)
    return [face.lines(((text, bold),), _SIZE, column.width, most) for text, column in pairs]


def _draw_cells(
    pen: Pen, cells: list[tuple[Line, ...]], columns: list[_Column], at: tuple[float, float], colour: str
) -> None:
    with pen.marked("P"):
        for lines, column in zip(cells, columns, strict=True):
            for number, line in enumerate(lines):
                pen.line(line, at[0] + column.left, at[1] - _SIZE * 0.98 - number * _LINE, _SIZE, colour)


def _pages(pieces: Iterable[_Piece], room: float) -> Iterator[list[_Piece]]:
    page: list[_Piece] = []
    used = 0.0
    for piece in pieces:
        full = used + piece.block.height + piece.room > room
        if page and (full or piece.own_page):
            yield page
            page = [_Piece(piece.heads)] if piece.heads else []
            used = sum(one.block.height for one in page)
        page.append(piece)
        used += piece.block.height
    if page:
        yield page
