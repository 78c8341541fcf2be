"""Draws the nights in a row: a bar for pain, a ring for quiet, a dash where nothing was recorded."""

from journal_app.charts.palette import GREY
from journal_app.report.items import Lane, Mark, StripFigure
from journal_app.report.paper.pen import INK, MUTED, Pen

BARS = 30.0
AXIS = 15.0
LANE = 15.5  # its label, and the bar beneath
LANE_GAP = 3.0
BAR = 4.5
LABEL = 9.0
_DASH = 1.2


def strip_height(figure: StripFigure) -> float:
    """Return the height a strip needs, in points."""
    return BARS + AXIS + len(figure.lanes) * (LANE + LANE_GAP)


def draw_strip(pen: Pen, figure: StripFigure, x: float, top: float, width: float) -> None:
    """Draw the strip with its upper left corner at x, top."""
    base = top - BARS
    pen.rule(x, top - 2, x + width, 0.4, GREY.line)
    step = width / len(figure.marks)
    for mark in figure.marks:
        middle = min(max(mark.at * width, step / 2), width - step / 2)
        _draw_mark(pen, mark, x + middle, base, step)
    _draw_axis(pen, figure, x, base - 3, width)
    for row, lane in enumerate(figure.lanes):
        _draw_lane(pen, lane, x, base - AXIS - row * (LANE + LANE_GAP), width)


def _draw_mark(pen: Pen, mark: Mark, middle: float, base: float, step: float) -> None:
    broad = min(0.72 * step, 9)
    if mark.state == "missing":
        pen.box(middle - min(broad, 7) / 2, base + 1.4, min(broad, 7), _DASH, fill=GREY.gap)
    elif mark.state == "quiet":
        pen.ring(middle, base + 2.4, min(0.34 * step, 2.4))
    elif mark.height is None:  # a cramp without its pain: an outline of middle height
        pen.box(middle - broad / 2, base, broad, 0.5 * (BARS - 2), edge=INK)
    else:
        pen.box(middle - broad / 2, base, broad, 4 + mark.height * (BARS - 6), fill=INK)


def _draw_axis(pen: Pen, figure: StripFigure, x: float, y: float, width: float) -> None:
    pen.rule(x, y, x + width, 0.4, GREY.line)
    free_from = x
    for tick in figure.ticks:
        at = x + tick.at * width
        pen.path([(at, y), (at, y - 3)], edge=MUTED, thickness=0.5)
        broad = pen.typeface.width(tick.label, LABEL)
        if at >= free_from and at + 2 + broad <= x + width:
            pen.text(tick.label, at + 2, y - 9)
            free_from = at + broad + 10


def _draw_lane(pen: Pen, lane: Lane, x: float, top: float, width: float) -> None:
    free_from = x
    for number, span in enumerate(lane.spans):
        at = x + span.first * width
        fill = GREY.cramp_middle if span.strong else GREY.cramp_low
        pen.box(at, top - LANE, max((span.last - span.first) * width, 0.8), BAR, fill=fill)
        text = f"{lane.label} {span.label}".strip() if number == 0 else span.label
        if text:
            free_from = _write_label(pen, text, (at, top - LABEL), free_from, x + width)


def _write_label(pen: Pen, text: str, at: tuple[float, float], free_from: float, right: float) -> float:
    """Write a label where its bar begins, or as near as there is room; return where the next may begin."""
    room = right - free_from
    line = pen.typeface.lines(((text, False),), LABEL, room, 1)[0] if room > 40 else None
    if line is None:
        return free_from
    placed = max(free_from, min(at[0], right - line.width))
    pen.line(line, placed, at[1], LABEL, INK)
    return placed + line.width + 8
