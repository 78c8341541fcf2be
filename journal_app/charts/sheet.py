"""A picture measured in inches from its top left corner: what the charts draw on.

Every mark and every text goes through here, so that a person's own words are never read as markup
and sizes follow the text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

import numpy as np
from matplotlib.collections import Collection, EllipseCollection, LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.patheffects import withStroke

from journal_app.charts import type as typeface
from journal_app.charts.chart import Spot
from journal_app.charts.palette import Palette

DPI = 96
CORNER = 0.045
CAP_HEIGHT = 0.67
ASCENT = 0.95

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet, in inches from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Return its width."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Return its height."""
        return self.bottom - self.top


class Sheet:
    """One figure with the drawing tools of the charts. `name` labels marks for tests and SVG readers."""

    def __init__(self, size: tuple[float, float], palette: Palette, text_scale: float = 1.0) -> None:
        self.width, self.height = size
        self.palette = palette
        self.size = typeface.TEXT_PT * text_scale
        self.spots: list[Spot] = []
        self._layer = 1.0
        self.figure = Figure(figsize=size, dpi=DPI, facecolor=palette.panel)
        self._axes = self.figure.add_axes((0, 0, 1, 1))
        self._axes.set_axis_off()
        self._axes.set_xlim(0, self.width)
        self._axes.set_ylim(self.height, 0)

    @property
    def em(self) -> float:
        """Return the size of the text in inches."""
        return self.size / typeface.POINTS_PER_INCH

    @property
    def line(self) -> float:
        """Return the height of a line of text in inches."""
        return self.em * typeface.LINE

    def width_of(self, text: str, weight: int = typeface.REGULAR) -> float:
        """Return the width of a text in inches."""
        return typeface.width_of(typeface.showable(text), self.size, weight)

    def fitting(self, text: str, room: float) -> str:
        """Return as much of a text as fits into `room` inches."""
        return typeface.fitting(typeface.showable(text), room, self.size)

    def words(
        self,
        x: float,
        y: float,
        text: str,
        *,
        colour: str = "",
        weight: int = typeface.REGULAR,
        across: str = "left",
        middle: bool = False,
        halo: bool = False,
        grow: float = 1.0,
        name: str = "words",
    ) -> None:
        """Write one line: `y` is its top, or the middle of its capitals where `middle` is set."""
        em = self.em * grow
        baseline = y + (CAP_HEIGHT / 2 if middle else ASCENT) * em
        written = self._axes.text(
            x,
            baseline,
            typeface.showable(text),
            color=colour or self.palette.text,
            fontproperties=typeface.face(self.size * grow, weight),
            ha=across,
            va="baseline",
            parse_math=False,
            gid=name,
        )
        if halo:
            written.set_path_effects([withStroke(linewidth=self.size / 4, foreground=self.palette.panel)])

    def areas(
        self,
        polygons: Sequence[Sequence[Point]],
        fill: str,
        *,
        edge: str = "none",
        edge_width: float = 0.8,
        alpha: float = 1.0,
        name: str = "areas",
    ) -> None:
        """Fill polygons."""
        if polygons:
            made = PolyCollection(
                [np.asarray(polygon) for polygon in polygons],
                facecolors=fill,
                edgecolors=edge,
                linewidths=0 if edge == "none" else edge_width,
                alpha=alpha,
                gid=name,
            )
            self._put(made)

    def bars(self, boxes: Sequence[Box], fill: str, *, edge: str = "none", name: str = "bars") -> None:
        """Fill rectangles whose upper corners are rounded."""
        self.areas([_rounded(box, below=False) for box in boxes], fill, edge=edge, name=name)

    def pills(self, boxes: Sequence[Box], fill: str, *, edge: str = "none", name: str = "pills") -> None:
        """Fill rectangles whose four corners are rounded."""
        self.areas([_rounded(box, below=True) for box in boxes], fill, edge=edge, name=name)

    def discs(
        self,
        centres: Sequence[Point],
        radius: float | Sequence[float],
        fill: str,
        *,
        edge: str = "none",
        edge_width: float = 0.8,
        name: str = "discs",
    ) -> None:
        """Draw discs, or rings where `fill` is "none"; one radius for all or one for each."""
        if centres:
            widths = np.atleast_1d(2 * np.asarray(radius, dtype=float))
            made = EllipseCollection(
                widths,
                widths,
                0,
                units="xy",
                offsets=np.asarray(centres),
                transOffset=self._axes.transData,
                facecolors=fill,
                edgecolors=edge,
                linewidths=0 if edge == "none" else edge_width,
                gid=name,
            )
            self._put(made)

    def lines(
        self,
        runs: Sequence[Sequence[Point]],
        colour: str,
        *,
        width: float = 0.8,
        dashed: bool = False,
        halo: bool = False,
        name: str = "lines",
    ) -> None:
        """Draw lines; dashed ones stand for nights that were not recorded."""
        if not runs:
            return
        made = LineCollection(
            [np.asarray(run) for run in runs],
            colors=colour,
            linewidths=width,
            linestyles=[(0, (1.2, 1.2))] if dashed else "solid",
            capstyle="butt" if dashed else "round",
            gid=name,
        )
        if halo:
            made.set_path_effects([withStroke(linewidth=width + 2.4, foreground=self.palette.panel)])
        self._put(made)

    def _put(self, made: Collection) -> None:
        """Lay marks over all that was drawn before, whatever their kind; texts lie over all marks."""
        self._layer += 1e-6
        made.set_zorder(self._layer)
        self._axes.add_collection(made, autolim=False)

    def spot(self, box: Box, words: Callable[[], str]) -> None:
        """Let a place tell something when the pointer rests on it."""
        left, top = box.left / self.width, box.top / self.height
        self.spots.append(Spot(left, top, box.width / self.width, box.height / self.height, words))


def _rounded(box: Box, below: bool) -> list[Point]:
    radius = max(0.0, min(CORNER, box.width / 3, box.height / (2 if below else 1)))
    upper = [(box.left + radius, box.top + radius, 180), (box.right - radius, box.top + radius, 270)]
    if not below:
        return [(box.left, box.bottom), *_corners(upper, radius), (box.right, box.bottom)]
    lower = [(box.right - radius, box.bottom - radius, 0), (box.left + radius, box.bottom - radius, 90)]
    return _corners([*upper, *lower], radius)


def _corners(centres: Sequence[tuple[float, float, float]], radius: float) -> list[Point]:
    steps = range(0, 91, 18)
    turns = [(x, y, (start + step) * pi / 180) for x, y, start in centres for step in steps]
    return [(x + radius * cos(turn), y + radius * sin(turn)) for x, y, turn in turns]
