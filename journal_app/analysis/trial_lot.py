"""The lot's own test: what a trial's order, drawn by lot, says about its effect."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import risk
from journal_app.analysis.candidates import Tested

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

ALIKE = 1e-9
FARTHEST = 6.0  # log-odds from the best effect
BISECTIONS = 12


def other_lots(pairs: int, most: int, rng: np.random.Generator) -> Array:
    """Return the ways the lot could have fallen: all of them where there are few, else a sample.

    Parameters
    ----------
    pairs : int
        At least 1.
    most : int
        How many to sample where 2**pairs is more.
    rng : numpy.random.Generator
        For the sample.

    Returns
    -------
    ndarray of shape (m, pairs)
        +1 and -1; the first row is all +1, the lot as it fell.

    """
    if 2 ** int(pairs) <= most:
        fallen = (np.arange(2**pairs)[:, None] >> np.arange(pairs)) & 1
        return np.where(fallen > 0, -1.0, 1.0)
    drawn = np.where(rng.random((most, pairs)) < 0.5, -1.0, 1.0)
    return np.concatenate([np.ones((1, pairs)), drawn])


def sums_by_pair(pair: Whole, values: Array) -> Array:
    """Return the sum of values (n,) over each pair, (pairs,)."""
    return np.bincount(pair, values).astype(np.float64)


def share_of_lots(sums: Array, flips: Array) -> float:
    """Return p: the share of lots whose total is as far from 0 as that of the lot that fell.

    Parameters
    ----------
    sums : ndarray of shape (pairs,)
        For each pair Σ with minus Σ without.
    flips : ndarray of shape (m, pairs)
        See `other_lots`.

    Returns
    -------
    float

    """
    totals = np.abs(flips[:, : len(sums)] @ sums)
    return float((totals >= abs(sums.sum()) - ALIKE).mean())


def lot_limits(
    tested: Tested, with_: NDArray[np.bool_], pair: Whole, flips: Array, level: float
) -> tuple[float, float] | None:
    """Return the smallest and largest ratio that the lot's own test does not reject.

    For an effect b the residuals are y - risk(o + b r), and the interval holds every b whose p is
    above `level`. At b = 0 that is the test, so test and interval never disagree.

    Parameters
    ----------
    tested : Tested
        The arm as the only candidate, over n compared nights.
    with_ : ndarray of bool, shape (n,)
        Whether the remedy was due.
    pair : ndarray of shape (n,)
        Number of the pair.
    flips : ndarray of shape (m, pairs)
        See `other_lots`.
    level : float
        Such as 0.05, for an interval of 95 %.

    Returns
    -------
    tuple of float, or None
        `None` where even the best effect is rejected, which a handful of pairs can bring about.

    References
    ----------
    Edgington & Onghena 2007, Randomization Tests, 4th ed., doi:10.1201/9781420011814, chapter 3.

    """
    sign, best = np.where(with_, 1.0, -1.0), float(tested.effect[0])
    offset, rest = tested.offset[:, 0], tested.rest[:, 0]

    def fits(effect: float) -> bool:
        residual = tested.cramp - risk(offset + effect * rest)
        return share_of_lots(sums_by_pair(pair, sign * residual), flips) > level

    if not fits(best):
        return None
    return _ratio(tested, _farthest(fits, best, -1.0)), _ratio(tested, _farthest(fits, best, 1.0))


def _farthest(fits: Callable[[float], bool], best: float, side: float) -> float:
    """Return the farthest effect on one side that still fits, by bisection."""
    inside, outside = best, best + side * FARTHEST
    for _ in range(BISECTIONS):
        middle = (inside + outside) / 2
        inside, outside = (middle, outside) if fits(middle) else (inside, middle)
    return inside


def _ratio(tested: Tested, effect: float) -> float:
    without = tested.offset - effect * tested.expected
    return float(risk(without + effect).mean() / risk(without).mean())
