"""Whether the nights before a remedy are a fair measure, or only the worst spell of a journal."""

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.basic import fisher_exact

Array = NDArray[np.float64]

BASELINE_NIGHTS = 28
FEWEST_RECORDED = 14
WORSE_RATIO = 1.5
WORSE_P = 0.05


def worst_spell(cramp: Array) -> bool:
    """Tell whether the last 28 nights were much worse than those before them.

    People begin a remedy when things are worst, and after the worst things get better whatever one
    does. The last 28 nights are the worst spell if the share of cramp nights is at least 1.5 times
    that of the nights before and Fisher's p <= 0.05.

    Parameters
    ----------
    cramp : ndarray of shape (n,)
        1, 0, NaN = not recorded, up to the last night before the remedy.

    Returns
    -------
    bool
        False with fewer than 14 recorded nights in the last 28 or before them.

    References
    ----------
    Morton & Torgerson 2003, doi:10.1136/bmj.326.7398.1083 (regression to the mean).

    """
    recent, before = _recorded(cramp[-BASELINE_NIGHTS:]), _recorded(cramp[:-BASELINE_NIGHTS])
    if min(len(recent), len(before)) < FEWEST_RECORDED:
        return False
    worse = recent.mean() >= WORSE_RATIO * before.mean()
    counts = (int(recent.sum()), len(recent), int(before.sum()), len(before))
    return bool(worse and recent.sum() > 0 and fisher_exact(*counts) <= WORSE_P)


def _recorded(cramp: Array) -> Array:
    return cramp[np.isfinite(cramp)]
