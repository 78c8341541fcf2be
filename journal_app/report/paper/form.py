"""A field to fill in as it stands on the page: its label, ruled lines, and the field over them."""

from journal_app.charts.palette import GREY
from journal_app.report.items import FormField
from journal_app.report.paper.blocks import Block, stacked, text_block
from journal_app.report.paper.pen import Pen
from journal_app.report.paper.typeface import Typeface

RULED_LINE = 21.0  # room for a hand
FOOT = 4.0


def form_field_block(field: FormField, width: float, face: Typeface) -> Block:
    """Return a field as a block of a width."""
    lines = _ruled_field(field, width)
    if not field.label:
        return lines
    return stacked([text_block(((field.label, False),), width, face, most_lines=3), lines], 0)


def _ruled_field(field: FormField, width: float) -> Block:
    height = field.lines * RULED_LINE

    def draw(pen: Pen, x: float, top: float) -> None:
        with pen.ornament():
            for number in range(1, field.lines + 1):
                pen.rule(x, top - number * RULED_LINE, x + width, 0.5, GREY.line)
        pen.field(field.name, field.told, (x, top - height, width, height))

    return Block(height + FOOT, draw)
