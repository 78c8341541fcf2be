"""What every chart is: a figure, the sentence that says what it shows, and what the pointer finds on it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that tells something, as shares of the picture's width and height from its top left."""

    left: float
    top: float
    width: float
    height: float
    words: Callable[[], str]

    @property
    def text(self) -> str:
        """Return what the place tells; it is worded only when asked for."""
        return self.words()

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies on the place."""
        return self.left <= x <= self.left + self.width and self.top <= y <= self.top + self.height


@dataclass(frozen=True, slots=True)
class Chart:
    """One picture of a review. `empty` tells that there was nothing to draw and it says what to do."""

    name: str
    title: str
    sentence: str
    figure: "Figure"
    spots: tuple[Spot, ...] = ()
    empty: bool = False


def told_at(chart: Chart, x: float, y: float) -> str | None:
    """Return what lies under a point, given as shares of width and height from the top left."""
    found = next((spot for spot in reversed(chart.spots) if spot.holds(x, y)), None)
    return found.text if found else None
