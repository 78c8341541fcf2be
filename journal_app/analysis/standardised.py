"""From log-odds to what a person can picture: risk ratio and risk difference with their intervals."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import risk
from journal_app.analysis.candidates import Tested, log_likelihood, slope_and_curvature

Array = NDArray[np.float64]

CHI_SQUARE_95 = 3.841458820694124
STEPS = 5


@dataclass(frozen=True, slots=True)
class Effects:
    """Risk ratios and risk differences of M candidates, (M,) each, with 95 % limits."""

    ratio: Array
    low: Array
    high: Array
    difference: Array
    difference_low: Array
    difference_high: Array


def standardise(tested: Tested) -> Effects:
    """Return risk ratio and risk difference over the journal's own nights.

    Every night's risk is worked out once with the factor and once without it, all else as it was:
    RR = Σ risk(with) / Σ risk(without), RD = mean of the difference. The limits are the same two
    sums at the ends of the likelihood interval {b: 2 (l(b̂) - l(b)) <= 3.84}, so that test and
    interval always agree.

    Parameters
    ----------
    tested : Tested
        M candidates over n nights.

    Returns
    -------
    Effects

    References
    ----------
    Localio et al. 2007, doi:10.7326/0003-4819-147-9-200711060-00177 (risks from a logistic model).

    """
    low, high = (_limit(tested, side) for side in (-1.0, 1.0))
    (ratio, gap), (low_ratio, low_gap), (high_ratio, high_gap) = (
        _risks(tested, effect) for effect in (tested.effect, low, high)
    )
    return Effects(ratio, low_ratio, high_ratio, gap, low_gap, high_gap)


def _risks(tested: Tested, effect: Array) -> tuple[Array, Array]:
    without = tested.offset - effect * tested.expected
    with_risk, without_risk = risk(without + effect).mean(axis=0), risk(without).mean(axis=0)
    return with_risk / without_risk, with_risk - without_risk


def _limit(tested: Tested, side: float) -> Array:
    """Return one end of the likelihood interval by Newton's method from the Wald limit."""
    parts = (tested.cramp, tested.offset, tested.rest, tested.prior)
    spread = 1 / np.sqrt(tested.curvature)
    best = log_likelihood(*parts, tested.effect)
    limit = tested.effect + side * np.sqrt(CHI_SQUARE_95) * spread
    for _ in range(STEPS):
        slope, _ = slope_and_curvature(*parts, limit)
        excess = 2 * (best - log_likelihood(*parts, limit)) - CHI_SQUARE_95
        steep = np.where(np.abs(slope) > 1e-9, slope, -side * 1e-9)
        limit = limit + np.clip(excess / (2 * steep), -2, 2)
        limit = np.where(side * (limit - tested.effect) < 0, tested.effect + side * spread, limit)
    return limit
