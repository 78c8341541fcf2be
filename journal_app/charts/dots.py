"""Nights as marks over time: discs at their value, rings for quiet nights, dashes for gaps."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from journal_app.charts.scene import Scene
from journal_app.charts.sheet import Box, Sheet
from journal_app.charts.time_axis import TimeAxis, draw_gaps, night_box

MOST_WITH_EDGE = 800


@dataclass(frozen=True, slots=True)
class Dot:
    """One cramp night on a chart: its value, and the pain that colours it."""

    evening: date
    value: float
    pain: int | None


def radius_of(axis: TimeAxis, sheet: Sheet) -> float:
    """Return the radius of the largest disc: large where nights are few, visible where they are many."""
    return min(0.5 * sheet.em, max(0.035, 0.9 * axis.night))


def draw_nights(
    sheet: Sheet,
    axis: TimeAxis,
    plot: Box,
    dots: Sequence[Dot],
    quiet: Sequence[date],
    scene: Scene,
    share: Callable[[float], float],
) -> None:
    """Draw every recorded night; `share` is a dot's height, 0 at the foot of the plot, 1 at its top."""
    below = plot.bottom + 0.55 * sheet.em
    sheet.discs(
        [(axis.middle(evening), below) for evening in quiet],
        min(0.22 * sheet.em, max(0.014, 0.42 * axis.night)),
        "none",
        edge=sheet.palette.quiet,
        edge_width=1.3 if axis.night > 0.04 else 0.6,
        name="quiet",
    )
    draw_gaps(sheet, axis, scene.missing, below)
    _draw_dots(sheet, axis, plot, dots, share)
    reach = Box(plot.left, plot.top, plot.right, below + 0.3 * sheet.em)
    for evening in scene.review.period.evenings():
        sheet.spot(night_box(axis, evening, reach), partial(scene.told, evening))


def _draw_dots(
    sheet: Sheet, axis: TimeAxis, plot: Box, dots: Sequence[Dot], share: Callable[[float], float]
) -> None:
    largest, palette = radius_of(axis, sheet), sheet.palette
    for pain in sorted({dot.pain for dot in dots}, key=lambda pain: -1 if pain is None else pain):
        alike = [dot for dot in dots if dot.pain == pain]
        centres = [(axis.middle(dot.evening), plot.bottom - plot.height * share(dot.value)) for dot in alike]
        radius = largest * (0.5 + 0.05 * (5 if pain is None else pain))
        edge = palette.cramp_edge if len(dots) <= MOST_WITH_EDGE else palette.panel
        sheet.discs(centres, radius, palette.cramp(pain), edge=edge, edge_width=0.7, name=f"pain {pain}")
