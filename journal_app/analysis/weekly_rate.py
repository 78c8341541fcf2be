"""Cramps per week as a smooth line with a band, and how unsteady the weeks of one person are."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.basic import Z95
from journal_app.analysis.results import FEWEST_FOR_A_RATE

Array = NDArray[np.float64]

SMOOTHING_NIGHTS = 14.0
LEAST_DISPERSION = 0.5
FEWEST_WEIGHT = 7.0  # nights that must stand behind a point of the line
PRIOR_WEEKS = 4.0
SMOOTHED_AWAY = 0.1  # correlation of neighbouring weeks that the line itself takes out


@dataclass(frozen=True, slots=True)
class SmoothRate:
    """Cramps per week at m places in time with a 95 % band, (m,) each; NaN with too few nights near."""

    rate: Array
    low: Array
    high: Array


def smooth_rate(nights: Array, cramps: Array, at: Array) -> SmoothRate:
    """Return the smoothed rate of cramps with a band that respects runs of bad nights.

    The rate is the mean of the recorded nights weighted by a Gaussian kernel of 14 nights. The
    weights are worth (Σk)²/Σk² nights, and those divided by the dispersion of this person's weeks
    are as good as so many independent ones, N; the band is the score interval of a Poisson mean,
    m + z²/2N ± z sqrt(m/N + z²/4N²). Below 14 recorded nights there is no line.

    Parameters
    ----------
    nights : ndarray of shape (n,)
        Day numbers of the recorded nights, rising.
    cramps : ndarray of shape (n,)
        Cramps in each.
    at : ndarray of shape (m,)
        Day numbers at which the line is wanted.

    Returns
    -------
    SmoothRate
        In cramps per seven nights.

    """
    kernel = _kernel(nights, at)
    total = kernel.sum(axis=1)
    enough = (total >= FEWEST_WEIGHT) & (len(nights) >= FEWEST_FOR_A_RATE)
    safe = np.where(enough, total, 1.0)
    rate = kernel @ cramps / safe
    worth = safe**2 / np.maximum((kernel**2).sum(axis=1), 1e-12) / dispersion(nights, cramps)
    half = Z95 * np.sqrt(rate / worth + Z95**2 / (4 * worth**2))
    middle = rate + Z95**2 / (2 * worth)
    line = (rate, np.maximum(0.0, middle - half), middle + half)
    return SmoothRate(*(np.where(enough, 7 * values, np.nan) for values in line))


def dispersion(nights: Array, cramps: Array) -> float:
    """Return how much more the weeks of one person differ than independent cramps would.

    The sums of seven nights are compared with the smooth line's: Σ (C - E)² / ΣE, at least 0.5,
    times 1 + 2r for the correlation r of neighbouring weeks, drawn a little towards 1.5 where there
    are few weeks, and widened for them as Student's t is.

    Parameters
    ----------
    nights : ndarray of shape (n,)
        Day numbers of the recorded nights, rising.
    cramps : ndarray of shape (n,)
        Cramps in each.

    Returns
    -------
    float

    References
    ----------
    McCullagh & Nelder 1989, Generalized Linear Models, section 6.2.3 (dispersion of counts).

    """
    if len(nights) == 0 or cramps.sum() == 0:
        return 1.0
    week = ((nights - nights[0]) // 7).astype(np.intp)
    places = np.arange(nights[0], nights[-1] + 7, 7)
    kernel = _kernel(nights, places)
    total = np.maximum(kernel.sum(axis=1), 1e-12)
    expected = np.bincount(week, np.interp(nights, places, kernel @ cramps / total))
    excess = np.bincount(week, cramps) - expected
    used = float(7 / np.interp(nights, places, total).mean())  # what the line took from the weeks
    found = float((excess**2).sum() / max(expected.sum(), 1e-9)) / max(1 - used, 0.5)
    runs = 1 + 2 * max(0.0, SMOOTHED_AWAY + _neighbours(excess / np.sqrt(np.maximum(expected, 0.25))))
    weeks = len(excess)
    few = 1 + (Z95**2 + 1) / (4 * max(weeks - 2, 1))  # what Student's t is wider than the normal
    drawn = (weeks * found * runs + PRIOR_WEEKS * 1.5) / (weeks + PRIOR_WEEKS)
    return max(LEAST_DISPERSION, drawn) * few**2


def _kernel(nights: Array, at: Array) -> Array:
    return np.exp(-0.5 * ((at[:, None] - nights[None, :]) / SMOOTHING_NIGHTS) ** 2)


def _neighbours(weeks: Array) -> float:
    power = float(weeks @ weeks)
    return float(weeks[1:] @ weeks[:-1]) / power if power > 0 else 0.0
