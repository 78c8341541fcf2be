"""Page one: head and foot as high as they need, and two columns in the room between."""

from journal_app.report.items import KeyFigure, PageOne
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
WIDE_ROOM = 150.0  # the most that the sections over the whole width may take
PAGE_NUMBER = 14.0  # kept free at the foot


def page_one_block(page: PageOne, sheet: Sheet, face: Typeface) -> Block:
    """Return page one as a block that is never higher than the page; its small print is at the foot."""
    width = sheet.inner_width
    head, small = _head(page, width, face), _small_print(page, width, face)
    questions = [section_block(section, width, face) for section in page.foot]
    wide = fitted(page.wide, width, WIDE_ROOM, face)
    fixed = stacked([head, wide, *questions, small], SECTION_GAP).height + SECTION_GAP
    room = sheet.height - 2 * MARGIN - PAGE_NUMBER - fixed
    column = (width - COLUMN_GAP) / 2
    left, right = (fitted(sections, column, room, face) for sections in (page.left, page.right))
    columns = side_by_side((0, left), (column + COLUMN_GAP, right))
    above = stacked([head, columns, wide, *questions], SECTION_GAP)
    return stacked([above, gap(max(0, room - columns.height)), small], SECTION_GAP / 2)


def _head(page: PageOne, width: float, face: Typeface) -> Block:
    blocks = [_title(page, width, face), text_block(((page.about, False),), width, face, most_lines=2)]
    if page.notice:
        notice = text_block(((page.notice, True),), width - 16, face, most_lines=4)
        blocks += [framed(notice, width)]
    if page.key_figures:
        blocks += [_key_figures(page.key_figures, width, face)]
    if page.strip:
        blocks += [section_block(page.strip, width, face)]
    return stacked(blocks, 5)


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
