"""Draws bars over a scale: cramps per week, the hours of the night."""

from dataclasses import dataclass

from journal_app.charts.palette import GREY
from journal_app.report.items import Bar, BarsFigure
from journal_app.report.paper.pen import INK, MUTED, Pen

BARS_HEIGHT = 74.0
_LABEL = 9.0
_FOOT = 13.0
_HEAD = 6.0
_LEFT = 24.0


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where the chart stands: its lower left corner, its width, and the height of one unit."""

    left: float
    base: float
    width: float
    unit: float

    def x(self, at: float) -> float:
        return self.left + at * self.width

    def y(self, value: float) -> float:
        return self.base + value * self.unit


def draw_bars(pen: Pen, figure: BarsFigure, x: float, top: float, width: float) -> None:
    """Draw the chart with its upper left corner at x, top."""
    high = BARS_HEIGHT - _FOOT - _HEAD
    plot = _Plot(x + _LEFT, top - BARS_HEIGHT + _FOOT, width - _LEFT, high / figure.top)
    _draw_scale(pen, figure, plot)
    thick = min(0.66 * plot.width / max(len(figure.bars), 1), 18)
    for bar in figure.bars:
        _draw_bar(pen, bar, plot, thick)
    if figure.line:
        pen.path([(plot.x(at), plot.y(value)) for at, value in figure.line], edge=INK, thickness=1.3)
    if figure.level is not None:
        y = plot.y(figure.level)
        pen.path([(plot.left, y), (plot.x(1), y)], edge=INK, thickness=0.9, dash=(3, 2))
    _draw_axis(pen, figure, plot)


def _draw_scale(pen: Pen, figure: BarsFigure, plot: _Plot) -> None:
    for value, label in figure.scale:
        y = plot.y(value)
        pen.text(label, plot.left - 4 - pen.typeface.width(label, _LABEL), y - 3)
        pen.rule(plot.left, y, plot.x(1), 0.4, GREY.line)


def _draw_bar(pen: Pen, bar: Bar, plot: _Plot, thick: float) -> None:
    left = min(max(plot.x(bar.at) - thick / 2, plot.left), plot.x(1) - thick)
    if bar.height is None:
        pen.box(left + thick / 4, plot.base + 1.4, thick / 2, 1.2, fill=GREY.gap)
    elif bar.height > 0:
        fill = GREY.panel if bar.partly else GREY.gap
        pen.box(left, plot.base, thick, bar.height * plot.unit, fill=fill, edge=GREY.cramp_edge)
    if bar.label:
        pen.text(bar.label, plot.x(bar.at) - pen.typeface.width(bar.label, _LABEL) / 2, plot.base - 11)


def _draw_axis(pen: Pen, figure: BarsFigure, plot: _Plot) -> None:
    pen.rule(plot.left, plot.base, plot.x(1), 0.8)
    free_from = plot.left
    for tick in figure.ticks:
        at = plot.x(tick.at)
        label = pen.typeface.width(tick.label, _LABEL)
        if at >= free_from and at + label <= plot.x(1):
            pen.path([(at, plot.base), (at, plot.base - 3)], edge=MUTED, thickness=0.5)
            pen.text(tick.label, at + 1, plot.base - 11)
            free_from = at + label + 10
