"""Lays out the sections of a page: a rule, a heading, and the texts, lists and figures under it."""

from journal_app.report.items import (
    BarsFigure,
    Beside,
    FormField,
    Item,
    LegsFigure,
    Lines,
    Listing,
    Pair,
    Paragraph,
    Section,
    Series,
    StripFigure,
)
from journal_app.report.paper.bars import BARS_HEIGHT, draw_bars
from journal_app.report.paper.blocks import (
    HEADING,
    Block,
    figure_block,
    ruled,
    side_by_side,
    stacked,
    text_block,
)
from journal_app.report.paper.form import form_field_block
from journal_app.report.paper.legs import LEGS_HEIGHT, LEGS_WIDTH, draw_legs
from journal_app.report.paper.pen import Pen
from journal_app.report.paper.strip import draw_strip, strip_height
from journal_app.report.paper.typeface import Typeface

NAME_SHARE = 0.4  # of the width, for the name in a pair
RULED_LINE = 18.0


def section_block(section: Section, width: float, face: Typeface) -> Block:
    """Return a section as a block of a width."""
    legend = f"  {section.legend}" if section.legend else ""
    heading = text_block(((section.title, True), (legend, False)), width, face, HEADING, 2)
    return ruled(stacked([heading, *(item_block(item, width, face) for item in section.items)], 3.0), width)


def item_block(item: Item, width: float, face: Typeface) -> Block:
    """Return one item of a section as a block of a width."""
    match item:
        case StripFigure() | BarsFigure() | LegsFigure():
            block = _figure(item, width)
        case Paragraph():
            block = text_block(item.text, width, face, most_lines=item.most_lines)
        case Pair():
            block = _pair(item, width, face)
        case Series():
            block = text_block(item.text, width, face, most_lines=24)
        case Listing():
            block = stacked(item_block(row, width, face) for row in item.shown)
        case Lines():
            block = _lines(item.count, width)
        case FormField():
            block = form_field_block(item, width, face)
        case Beside():
            block = _beside(item, width, face)
    return block


def _figure(figure: StripFigure | BarsFigure | LegsFigure, width: float) -> Block:
    match figure:
        case StripFigure():
            height = strip_height(figure)
            return figure_block(
                height, figure.told, lambda pen, x, top: draw_strip(pen, figure, x, top, width)
            )
        case BarsFigure():
            return figure_block(
                BARS_HEIGHT, figure.told, lambda pen, x, top: draw_bars(pen, figure, x, top, width)
            )
        case LegsFigure():
            return figure_block(LEGS_HEIGHT, figure.told, lambda pen, x, top: draw_legs(pen, figure, x, top))


def _pair(pair: Pair, width: float, face: Typeface) -> Block:
    at = width * NAME_SHARE
    name = text_block(pair.name, at - 6, face, most_lines=pair.most_lines)
    about = text_block(pair.about, width - at, face, most_lines=pair.most_lines)
    return side_by_side((0, name), (at, about))


def _beside(beside: Beside, width: float, face: Typeface) -> Block:
    at = LEGS_WIDTH + 12
    rows = [item_block(item, width - at, face) for item in (beside.rows, beside.text)]
    return side_by_side((0, _figure(beside.figure, width)), (at, stacked(rows, 5)))


def _lines(count: int, width: float) -> Block:
    def draw(pen: Pen, x: float, top: float) -> None:
        for number in range(1, count + 1):
            y = top - number * RULED_LINE
            with pen.marked("P"):
                pen.text(str(number), x, y + 2)
            with pen.ornament():
                pen.rule(x + 12, y, x + width, 0.5)

    return Block(count * RULED_LINE + 2, draw)
