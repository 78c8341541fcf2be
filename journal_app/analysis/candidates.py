"""Each factor at each lag against the background: one effect, its test, and what it has to go on."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import Background, risk

Array = NDArray[np.float64]

EFFECT_SD = 4.0  # log-odds
MOST_STEPS = 20
CLOSE_ENOUGH = 1e-5
LONGEST_STEP = 1.5


@dataclass(frozen=True, slots=True)
class Tested:
    """M candidates over n nights, tested against one background.

    Attributes:
        effect: (M,) log-odds ratio, with against without.
        z, p: (M,) signed root of the likelihood ratio, and its two-sided p.
        curvature: (M,) of the log-likelihood at the effect.
        own_variation: (M,) share of the candidate's variation that nothing else explains.
        offset: (n, M) log-odds without the candidate.
        expected: (n, M) the candidate as all else foretells it.
        rest: (n, M) the candidate minus that, 0 where it is not known.
        prior: (M,) the precision that holds the effect.

    """

    cramp: Array
    effect: Array
    z: Array
    p: Array
    curvature: Array
    own_variation: Array
    offset: Array
    expected: Array
    rest: Array
    prior: Array


def put_to_test(background: Background, scores: Array, dropped: Sequence[frozenset[int]]) -> Tested:
    """Test every candidate against the background, all at once.

    With A the design, W the weights and L the prior precision of the background, a candidate v
    leaves v - A g with g = (A'WA + L)⁻¹ A'Wv, and the effect b maximises
    Σ log Pr(y | o + b (v - A g)) - b² (g'L g + 1/16) / 2, where the offset o is the background
    without the dropped coefficients. p comes from twice the gain over b = 0, as chi-square with one
    degree of freedom. A night on which v is not known tells nothing about it.

    Parameters
    ----------
    background : Background
        Of n recorded nights and p coefficients.
    scores : ndarray of shape (n, M)
        0 to 1, NaN = not known.
    dropped : sequence of M frozensets of int
        Per candidate the background coefficients it must not be adjusted for: its own, and those
        of factors that cannot be told from it.

    Returns
    -------
    Tested

    References
    ----------
    Cox & Reid 1987, doi:10.1111/j.2517-6161.1987.tb01422.x (orthogonal nuisance directions);
    Shah & Peters 2020, doi:10.1214/19-AOS1857 (tests by residual products).

    """
    known = np.isfinite(scores)
    mean = np.where(known, scores, 0).sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    filled = np.where(known, scores, mean)
    filled = np.where(known, scores, background.fitted(_towards(background, filled, dropped)))
    towards = _towards(background, filled, dropped)
    expected = background.fitted(towards)
    rest = np.where(known, filled - expected, 0.0)
    everything = np.repeat(background.coefficients[:, None], len(dropped), axis=1)
    offset = background.fitted(leave_out(background.inverse, everything, dropped))
    prior = (towards * (background.precision @ towards)).sum(axis=0) + EFFECT_SD**-2
    effect, gain, curvature = _best_effect(background.cramp, offset, rest, prior)
    z = np.sign(effect) * np.sqrt(np.maximum(0.0, 2 * gain))
    weights = background.weights[:, None] * known
    variation = (weights * (filled - mean) ** 2).sum(axis=0)
    own_variation = (weights * rest**2).sum(axis=0) / np.maximum(variation, 1e-12)
    p = np.array([erfc(abs(value) / sqrt(2)) for value in z])
    return Tested(background.cramp, effect, z, p, curvature, own_variation, offset, expected, rest, prior)


def _towards(background: Background, values: Array, dropped: Sequence[frozenset[int]]) -> Array:
    """Return the weighted ridge coefficients of values (n, M) on the design, (p, M)."""
    solved = background.inverse @ background.onto(values * background.weights[:, None])
    return leave_out(background.inverse, solved, dropped)


def leave_out(inverse: Array, solved: Array, dropped: Sequence[frozenset[int]]) -> Array:
    """Return solutions of a linear system as they are without some of its unknowns, by block inverse.

    Parameters
    ----------
    inverse : ndarray of shape (p, p)
        Of the system's matrix.
    solved : ndarray of shape (p, M)
        Solutions with all unknowns.
    dropped : sequence of M frozensets of int
        The unknowns that each solution must do without.

    Returns
    -------
    ndarray of shape (p, M)
        With 0 for what was dropped.

    """
    without = solved.copy()
    for group in dict.fromkeys(dropped):
        if group:
            gone = sorted(group)
            which = np.array([k for k, own in enumerate(dropped) if own == group])
            block = np.linalg.solve(inverse[gone][:, gone], solved[gone][:, which])
            without[:, which] -= inverse[:, gone] @ block
    return without


def _best_effect(cramp: Array, offset: Array, rest: Array, prior: Array) -> tuple[Array, Array, Array]:
    """Return the effect, its gain in log-likelihood over none, and the curvature there."""
    effect = np.zeros(rest.shape[1])
    for _ in range(MOST_STEPS):
        slope, curvature = slope_and_curvature(cramp, offset, rest, prior, effect)
        step = np.clip(slope / curvature, -LONGEST_STEP, LONGEST_STEP)
        effect = effect + step
        if np.abs(step).max(initial=0.0) < CLOSE_ENOUGH:
            break
    _, curvature = slope_and_curvature(cramp, offset, rest, prior, effect)
    gain = log_likelihood(cramp, offset, rest, prior, effect) - log_likelihood(
        cramp, offset, rest, prior, np.zeros_like(effect)
    )
    return effect, gain, curvature


def slope_and_curvature(
    cramp: Array, offset: Array, rest: Array, prior: Array, effect: Array
) -> tuple[Array, Array]:
    """Return first and minus second derivative of the log-likelihood in the effect, (M,) each."""
    expected = risk(offset + rest * effect)
    slope = cramp @ rest - np.einsum("ij,ij->j", rest, expected) - prior * effect
    weights = expected * (1 - expected)
    return slope, np.einsum("ij,ij,ij->j", rest, rest, weights) + prior


def log_likelihood(cramp: Array, offset: Array, rest: Array, prior: Array, effect: Array) -> Array:
    """Return the penalised log-likelihood of each candidate's effect, (M,)."""
    log_odds = offset + rest * effect
    softplus = np.maximum(log_odds, 0) + np.log1p(np.exp(-np.abs(log_odds)))
    return cramp @ log_odds - softplus.sum(axis=0) - 0.5 * prior * effect**2
