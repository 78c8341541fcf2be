"""Whether there is enough to judge a factor, and what is lacking."""

from dataclasses import dataclass
from math import ceil

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.results import Lacking

FEWEST_NIGHTS = 30
FEWEST_OF_EACH = 8  # cramp nights, quiet nights, nights with, nights without
FEWEST_EXPECTED = 2.0  # cramp nights, or quiet nights, in the smaller of with and without
LEAST_OWN_VARIATION = 0.1
FURTHEST_AHEAD = 3650


@dataclass(frozen=True, slots=True)
class Counts:
    """The nights a comparison rests on. `own_variation` is `None` where nothing could be fitted."""

    nights: int
    cramp_nights: int
    with_: int
    without: int
    cramps_with: int
    cramps_without: int
    own_variation: float | None = None

    @property
    def quiet_nights(self) -> int:
        """Return the recorded nights without a cramp."""
        return self.nights - self.cramp_nights

    @property
    def smaller(self) -> int:
        """Return the nights of the smaller side."""
        return min(self.with_, self.without)

    @property
    def expected(self) -> float:
        """Return the cramp nights expected on the smaller side if the factor made no difference."""
        return self.smaller * self.cramp_nights / max(self.nights, 1)


def count(
    cramp: NDArray[np.float64], score: NDArray[np.float64], own_variation: float | None = None
) -> Counts:
    """Count nights and cramp nights with and without a factor.

    Parameters
    ----------
    cramp : ndarray of shape (n,)
        1, 0, NaN by night.
    score : ndarray of shape (n,)
        1 = with, 0 = without; anything else is neither.
    own_variation : float, optional
        Share of the factor's variation that nothing else explains.

    Returns
    -------
    Counts

    """
    recorded, cramped = np.isfinite(cramp), cramp > 0
    with_, without = recorded & (score == 1), recorded & (score == 0)
    return Counts(
        nights=int(recorded.sum()),
        cramp_nights=int(cramped.sum()),
        with_=int(with_.sum()),
        without=int(without.sum()),
        cramps_with=int((with_ & cramped).sum()),
        cramps_without=int((without & cramped).sum()),
        own_variation=own_variation,
    )


def lacking(counts: Counts) -> Lacking | None:
    """Return what is lacking to judge a factor, `None` where there is enough.

    At least 30 recorded nights, 8 with a cramp and 8 without, 8 nights on each side, 2 cramp nights
    expected on the smaller side, and a tenth of the factor's variation that neither time, weekday,
    earlier nights nor other factors explain. The limits were set on simulated journals; see
    docs/statistics.md.

    Parameters
    ----------
    counts : Counts
        Of one factor at one lag.

    Returns
    -------
    Lacking or None

    """
    if counts.nights < FEWEST_NIGHTS:
        return Lacking.NIGHTS
    if min(counts.cramp_nights, counts.quiet_nights) < FEWEST_OF_EACH:
        return Lacking.CRAMPS
    if counts.smaller < FEWEST_OF_EACH or counts.expected < FEWEST_EXPECTED:
        return Lacking.WITH if counts.with_ <= counts.without else Lacking.WITHOUT
    if counts.own_variation is not None and counts.own_variation < LEAST_OWN_VARIATION:
        return Lacking.OWN_VARIATION
    return None


def nights_needed(counts: Counts) -> int | None:
    """Return how many more recorded nights would be enough, if things go on as they are.

    Parameters
    ----------
    counts : Counts
        Of one factor at one lag.

    Returns
    -------
    int or None
        `None` where more nights would not help (own variation), or not within ten years.

    """
    if lacking(counts) is Lacking.OWN_VARIATION:
        return None
    nights = max(counts.nights, 1)
    shares = {
        "cramp": (counts.cramp_nights + 0.5) / (nights + 1),
        "quiet": (counts.quiet_nights + 0.5) / (nights + 1),
        "smaller": (counts.smaller + 0.5) / (nights + 1),
    }
    lacks = [
        (FEWEST_NIGHTS - counts.nights) / 1.0,
        (FEWEST_OF_EACH - counts.cramp_nights) / shares["cramp"],
        (FEWEST_OF_EACH - counts.quiet_nights) / shares["quiet"],
        (FEWEST_OF_EACH - counts.smaller) / shares["smaller"],
        (FEWEST_EXPECTED - counts.expected) / (shares["smaller"] * shares["cramp"]),
    ]
    needed = max(0, *(ceil(lack) for lack in lacks))
    return needed if needed <= FURTHEST_AHEAD else None
