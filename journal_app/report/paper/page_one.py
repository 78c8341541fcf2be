"""Page one: head and foot as high as they need, and two columns in the room between."""

from dataclasses import dataclass, replace

from journal_app.report.items import KeyFigure, PageOne, Section, StripFigure
from journal_app.report.paper.blocks import (
    BODY,
    KEY_FIGURE,
    SECTION_GAP,
    SMALL,
    TITLE,
    Block,
    Style,
    framed,
    gap,
    ruled,
    side_by_side,
    stacked,
    text_block,
)
from journal_app.report.paper.fitting import fitted
from journal_app.report.paper.pen import MARGIN, MUTED, Sheet
from journal_app.report.paper.sections import section_block
from journal_app.report.paper.typeface import Typeface

COLUMN_GAP = 18.0


@dataclass(frozen=True, slots=True)
class Way:
    """How full page one may be: lanes under the strip, room for what spans the page, whole columns or not."""

    most_lanes: int
    wide_room: float
    shorten: bool = False


WAYS = (Way(3, 150), Way(3, 115), Way(3, 100), Way(2, 100), Way(1, 115), Way(1, 90, True), Way(0, 60, True))
UNLIMITED = 1e6


def page_one_block(page: PageOne, sheet: Sheet, face: Typeface) -> Block:
    """Return page one as a block that is never higher than the page; its small print is at the foot."""
    width, room = sheet.inner_width, sheet.height - 2 * MARGIN
    small = _small_print(page, width, face)
    above = _above(page, width, room - small.height - SECTION_GAP, face)
    filling = max(0, room - small.height - SECTION_GAP - above.height)
    return stacked([above, gap(filling), small], SECTION_GAP / 2)


def _above(page: PageOne, width: float, room: float, face: Typeface) -> Block:
    """Return all but the small print: with every lane and sign, or with fewer where it is too high."""
    *ways, last = WAYS
    blocks = (_set(page, width, room, face, way) for way in ways)
    fitting = (block for block in blocks if block.height <= room)
    return next(fitting, None) or _set(page, width, room, face, last)


def _set(page: PageOne, width: float, room: float, face: Typeface, way: Way) -> Block:
    head = _head(page, width, face, way.most_lanes)
    wide = fitted(page.wide, width, way.wide_room, face)
    questions = stacked((section_block(section, width, face) for section in page.foot), SECTION_GAP)
    left_over = room - stacked([head, wide, questions], SECTION_GAP).height - SECTION_GAP
    columns = _columns(page, width, left_over if way.shorten else UNLIMITED, face)
    return stacked([head, columns, wide, questions], SECTION_GAP)


def _columns(page: PageOne, width: float, room: float, face: Typeface) -> Block:
    """Return two columns; a last section goes over to the other one where that makes them lower."""
    column = (width - COLUMN_GAP) / 2
    left, right = page.left, page.right
    ways = [(left, right), ((*left, *right[-1:]), right[:-1]), (left[:-1], (*right, *left[-1:]))]
    natural = {section: section_block(section, column, face).height for section in (*left, *right)}
    left, right = min(ways, key=lambda way: max(sum(natural[one] for one in side) for side in way))
    first, second = (fitted(sections, column, room, face) for sections in (left, right))
    return side_by_side((0, first), (column + COLUMN_GAP, second))


def _head(page: PageOne, width: float, face: Typeface, most_lanes: int) -> Block:
    blocks = [_title(page, width, face), text_block(((page.about, False),), width, face, most_lines=2)]
    if page.notice:
        notice = text_block(((page.notice, True),), width - 16, face, most_lines=4)
        blocks += [framed(notice, width)]
    if page.key_figures:
        blocks += [_key_figures(page.key_figures, width, face)]
    if page.strip:
        blocks += [section_block(_with_lanes(page.strip, most_lanes), width, face)]
    return stacked(blocks, 5)


def _with_lanes(section: Section, most: int) -> Section:
    items = (replace(i, lanes=i.lanes[:most]) if isinstance(i, StripFigure) else i for i in section.items)
    return replace(section, items=tuple(items))


def _title(page: PageOne, width: float, face: Typeface) -> Block:
    who = ((page.who, False),) if page.who else ()
    taken = max((line.width for line in face.lines(who, BODY.size, width * 0.4, 2)), default=0.0)
    title = text_block(((page.title, True),), width - taken - 12, face, TITLE, 2)
    beside = stacked([gap(6), text_block(who, taken + 1, face, Style(BODY.size, MUTED), 2)], 0)
    return side_by_side((0, title), (width - taken, beside))


def _key_figures(figures: tuple[KeyFigure, ...], width: float, face: Typeface) -> Block:
    step = (width + 12) / len(figures)
    blocks = (_key_figure(figure, step - 12, face) for figure in figures)
    return side_by_side(*((number * step, block) for number, block in enumerate(blocks)))


def _key_figure(figure: KeyFigure, width: float, face: Typeface) -> Block:
    large = text_block(((figure.figure, True),), width, face, KEY_FIGURE, 1)
    return stacked([large, text_block(((figure.rests_on, False),), width, face, most_lines=4)], 1)


def _small_print(page: PageOne, width: float, face: Typeface) -> Block:
    return ruled(text_block(((page.small_print, False),), width, face, SMALL, 3), width, 0.4)
