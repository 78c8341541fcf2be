"""The other sides of a factor: how many, how bad, how long, and how it goes with the amount.

They are pictures beside the verdict, which comes from cramp nights alone.
"""

from collections.abc import Sequence
from math import sqrt

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import Background
from journal_app.analysis.basic import two_sided, wilson
from journal_app.analysis.candidates import leave_out
from journal_app.analysis.day_table import DayTable
from journal_app.analysis.readings import lagged
from journal_app.analysis.results import DoseBin, OutcomeDifference

Array = NDArray[np.float64]

DOSE_BINS = 4
FEWEST_OF_EACH = 8


def dose_picture(column: Array, cramp: Array, lag: int) -> tuple[DoseBin, ...]:
    """Return cramp nights over up to four ranges of a numeric factor, with Wilson intervals.

    The ranges hold about as many nights each; values that are alike stay together. Raw counts,
    adjusted for nothing and never tested.

    Parameters
    ----------
    column : ndarray of shape (n,)
        The factor's values, NaN = not known.
    cramp : ndarray of shape (n,)
        1, 0, NaN by night.
    lag : int
        Days before.

    Returns
    -------
    tuple of DoseBin

    """
    values = lagged(column, lag)
    known = np.isfinite(values) & np.isfinite(cramp)
    if not known.any():
        return ()
    values, cramped = values[known], cramp[known] > 0
    cuts = np.unique(np.quantile(values, np.arange(1, DOSE_BINS) / DOSE_BINS))
    bins = np.searchsorted(cuts, values)
    return tuple(_dose_bin(values[bins == k], cramped[bins == k]) for k in np.unique(bins))


def _dose_bin(values: Array, cramped: NDArray[np.bool_]) -> DoseBin:
    nights, cramp_nights = len(values), int(np.count_nonzero(cramped))
    share = wilson(cramp_nights, nights)
    return DoseBin(
        float(values.min()), float(values.max()), nights, cramp_nights, share.low or 0.0, share.high or 1.0
    )


def second_outcomes(
    table: DayTable, background: Background | None, scores: Array, dropped: Sequence[frozenset[int]]
) -> tuple[tuple[OutcomeDifference, ...], ...]:
    """Return the second outcomes with and without each factor: number of cramps, worst pain, minutes.

    Means are raw, over the recorded nights on each side; pain and minutes over cramp nights only
    ("when it came, how bad was it"). p is that of a Gaussian model for the outcome's ranks on the
    same background: z = x'e / sqrt(s² (x'x + g'L g)), with x what all else leaves of the factor.
    It has no verdict: three more outcomes would be three more chances to be fooled.

    Parameters
    ----------
    table : DayTable
        Of n nights.
    background : Background or None
        `None` gives no p.
    scores : ndarray of shape (n, f)
        1 = with, 0 = without, 0.5 between, NaN not known, for the day that each night is compared with.
    dropped : sequence of f frozensets of int
        Per factor the background coefficients it must not be adjusted for.

    Returns
    -------
    tuple of f tuples of OutcomeDifference
        Only outcomes known on at least 8 nights of each side.

    """
    outcomes = (("cramps", table.cramps), ("worst_pain", table.worst_pain), ("minutes", table.minutes))
    by_outcome = [_differences(name, column, scores, background, dropped) for name, column in outcomes]
    return tuple(tuple(d for d in of_factor if d is not None) for of_factor in zip(*by_outcome, strict=True))


def _differences(
    name: str,
    column: Array,
    scores: Array,
    background: Background | None,
    dropped: Sequence[frozenset[int]],
) -> list[OutcomeDifference | None]:
    known = np.isfinite(column)
    none = [None] * scores.shape[1]
    p = none if background is None else _rank_p(column, scores, background, dropped)
    return [_difference(name, column, known, day, value) for day, value in zip(scores.T, p, strict=True)]


def _difference(
    name: str, column: Array, known: NDArray[np.bool_], day: Array, p: float | None
) -> OutcomeDifference | None:
    with_, without = known & (day == 1), known & (day == 0)
    if min(with_.sum(), without.sum()) < FEWEST_OF_EACH:
        return None
    return OutcomeDifference(name, float(column[with_].mean()), float(column[without].mean()), p)


def _rank_p(
    column: Array, scores: Array, background: Background, dropped: Sequence[frozenset[int]]
) -> list[float | None]:
    """Return p of each factor in a ridge regression of the outcome's ranks."""
    recorded = background.recorded
    kept = np.isfinite(column[recorded])
    outcome = _standard_ranks(column[recorded], kept)
    score = scores[recorded]
    known = np.isfinite(score) & kept[:, None]
    mean = np.where(known, score, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    score = np.where(known, score - mean, 0.0)
    weights = kept.astype(float)
    precise = background.products(weights) + background.precision
    inverse = np.asarray(np.linalg.inv(precise), np.float64)
    towards = leave_out(inverse, inverse @ background.onto(score), dropped)
    rest = np.where(known, score - background.fitted(towards), 0.0)
    everything = np.repeat(inverse @ background.onto(outcome[:, None]), len(dropped), axis=1)
    fitted = background.fitted(leave_out(inverse, everything, dropped))
    left = np.where(kept[:, None], outcome[:, None] - fitted, 0.0)
    noise = (left**2).sum(axis=0) / max(int(kept.sum()), 1)
    spread = noise * ((rest**2).sum(axis=0) + (towards * (background.precision @ towards)).sum(axis=0))
    return [
        two_sided(float(gain) / sqrt(float(var))) if var > 0 else None
        for gain, var in zip((rest * left).sum(axis=0), spread, strict=True)
    ]


def _standard_ranks(values: Array, kept: NDArray[np.bool_]) -> Array:
    """Return mid-ranks with mean 0 and spread 1, 0 where there is no value."""
    ranks = np.zeros(len(values))
    if kept.any():
        _, place, count = np.unique(values[kept], return_inverse=True, return_counts=True)
        found = (np.cumsum(count) - (count - 1) / 2)[place]
        ranks[kept] = (found - found.mean()) / max(float(found.std()), 1e-9)
    return ranks
