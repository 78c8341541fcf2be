"""Factors that fall on the same days: they cannot be told apart, and must not be held against each other."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.basic import mantel_haenszel
from journal_app.analysis.readings import Reading

ALIKE = 0.8
FEWEST_SHARED = 20
STRETCH_NIGHTS = 28
FOLLOWS_P = 0.01


def inseparable(readings: Sequence[Reading]) -> NDArray[np.bool_]:
    """Return which factors cannot be told apart in this journal.

    Parameters
    ----------
    readings : sequence of f Reading
        Of the same nights.

    Returns
    -------
    ndarray of bool, shape (f, f)
        Whether the correlation of two factors' scores, over the days on which both are known, is
        0.8 or more either way; False with fewer than 20 such days, and on the diagonal.

    """
    scores = np.array([reading.score for reading in readings])
    known = np.isfinite(scores).astype(float)
    values = np.where(known > 0, scores, 0.0)
    shared = known @ known.T
    count = np.maximum(shared, 1)
    mean = values @ known.T / count  # of the row's factor, over the days shared
    square = values**2 @ known.T / count
    variance = np.maximum(square - mean**2, 0)
    covariance = values @ values.T / count - mean * mean.T
    spread = np.sqrt(variance * variance.T)
    alike = np.abs(covariance) >= ALIKE * np.maximum(spread, 1e-9)
    return alike & (shared >= FEWEST_SHARED) & ~np.eye(len(scores), dtype=bool)


def follows_cramps(cramp: NDArray[np.float64], score: NDArray[np.float64]) -> bool:
    """Tell whether a factor is commoner on the day after a cramp night than after a quiet one.

    Such a habit may be what one does about cramps. Days are compared within stretches of 28 and
    with days that followed the same answer the day before (Mantel-Haenszel, p <= 0.01), so that a
    habit which merely lasts for days is not taken for one that follows.

    Parameters
    ----------
    cramp : ndarray of shape (n,)
        1, 0, NaN by night.
    score : ndarray of shape (n,)
        1 = with, 0 = without, by the day of that row.

    Returns
    -------
    bool

    """
    night, yesterday, today = cramp[:-1], score[:-1], score[1:]
    usable = np.isfinite(night) & np.isfinite(yesterday) & np.isin(today, (0.0, 1.0))
    if usable.sum() < FEWEST_SHARED:
        return False
    stretch = np.flatnonzero(usable) // STRETCH_NIGHTS
    strata = 3 * stretch + np.rint(2 * yesterday[usable]).astype(int)
    found = mantel_haenszel(night[usable] > 0, today[usable] > 0, strata)
    return found.p is not None and found.p <= FOLLOWS_P and (found.value or np.inf) > 1
