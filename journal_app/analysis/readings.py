"""How a factor's column is read for a comparison: as yes and no, or as the person's own thirds."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Column = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Reading:
    """One factor's column, ready to be compared.

    Attributes:
        score: (n,) 1 = with, 0 = without, 0.5 = the third between, NaN = not known.
        rank: (n,) the column as it is used to adjust others: 0/1, or mid-ranks from 0 to 1.
        bottom_to: the largest value that counts as "without", numeric factors only.
        top_from: the smallest value that counts as "with", numeric factors only.

    """

    score: Column
    rank: Column
    bottom_to: float | None = None
    top_from: float | None = None


def read(column: Column, binary: bool) -> Reading:
    """Return a column as scores: yes/no as it is, a number as its own top and bottom third.

    Values that are alike stay together, so with many zeros the bottom "third" is all of the zeros.
    A column without two different values has nothing to compare: one of its sides stays empty.

    Parameters
    ----------
    column : ndarray of shape (n,)
        NaN where not known.
    binary : bool
        Whether it holds only 0 and 1.

    Returns
    -------
    Reading

    """
    known = column[np.isfinite(column)]
    if binary or len(known) == 0:
        return Reading(column, column)
    bottom_to, top_from = _thirds(known)
    score = np.where(column >= top_from, 1.0, np.where(column <= bottom_to, 0.0, 0.5))
    score[np.isnan(column)] = np.nan
    return Reading(score, _mid_ranks(column), bottom_to, top_from)


def lagged(column: Column, nights: int) -> Column:
    """Return the column moved on by some nights, NaN where its beginning is not known."""
    return np.concatenate([np.full(nights, np.nan), column])[: len(column)] if nights else column


def _thirds(known: Column) -> tuple[float, float]:
    low, high = np.quantile(known, [1 / 3, 2 / 3])
    above = known[known > high]
    top_from = above.min() if len(above) else high
    below = known[known < top_from]
    return float(min(low, below.max()) if len(below) else top_from), float(top_from)


def _mid_ranks(column: Column) -> Column:
    known = np.isfinite(column)
    _, place, count = np.unique(column[known], return_inverse=True, return_counts=True)
    ranks = np.full(len(column), np.nan)
    ranks[known] = ((np.cumsum(count) - count / 2) / known.sum())[place]
    return ranks
