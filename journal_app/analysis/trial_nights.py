"""Nights as they may come for this person: their rate, runs and drift, with what is unsure about them."""

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import MONDAY_SHIFT, PREVIOUS_COLUMNS, Background, fit_background, risk

Array = NDArray[np.float64]

DRIFT_SD = 0.3  # log-odds per √30 nights, from the first night to come on
HALVINGS = 40
STRONGEST = 8.0
WEEK = 7


def likely_nights(
    evenings: NDArray[np.datetime64], cramp: Array, on: Array, ratio: float, rng: np.random.Generator
) -> Array:
    """Make up nights that could follow a journal, with a remedy that changes their risk.

    The background is fitted to the journal; each row draws its coefficients from their posterior,
    begins at the journal's mean level, drifts from there as a random walk, and follows its own
    earlier nights. The remedy's log-odds are set so that the mean risk with it is `ratio` times
    that without. Nights are left out as often as they were in the journal.

    Parameters
    ----------
    evenings : ndarray of datetime64[D], shape (n,)
        Of the journal.
    cramp : ndarray of shape (n,)
        1, 0, NaN = not recorded; at least one recorded night.
    on : ndarray of shape (s, m)
        1 on nights with the remedy, 0 without, in s trials of m nights.
    ratio : float
        Of cramp nights with to those without.
    rng : numpy.random.Generator
        For everything drawn.

    Returns
    -------
    ndarray of shape (s, m)
        1, 0, NaN = not recorded.

    """
    background = fit_background(evenings, cramp, np.empty((len(cramp), 0)))
    drawn = rng.multivariate_normal(background.coefficients, background.inverse, len(on)).T
    level, lags = _level(background, drawn), drawn[-PREVIOUS_COLUMNS:]
    drift = np.cumsum(rng.normal(0, DRIFT_SD / np.sqrt(30), on.shape), axis=1)
    weekdays = drawn[background.ramp.knots : background.ramp.knots + WEEK]
    day = (evenings[-1] + 1 + np.arange(on.shape[1])).astype("datetime64[D]").astype(np.int64)
    base = level[:, None] + drift + weekdays[(day + MONDAY_SHIFT) % WEEK].T
    chance = rng.random(on.shape)
    mean = float(np.nanmean(cramp))
    without = _lived(base, np.zeros_like(base), lags, mean, chance)[1]
    effect = _log_odds_for(ratio, without)
    nights = _lived(base, on * effect[:, None], lags, mean, chance)[0]
    missing = rng.random(on.shape) < float(np.isnan(cramp).mean())
    return np.where(missing, np.nan, nights)


def _level(background: Background, drawn: Array) -> Array:
    """Return the mean height of the drift over the journal, for each draw, (s,)."""
    return background.ramp.line(drawn[: background.ramp.knots]).mean(axis=0)


def _lived(base: Array, shift: Array, lags: Array, mean: float, chance: Array) -> tuple[Array, Array]:
    """Return cramp nights and their log-odds, each night knowing those before it, (s, m) each."""
    before = np.zeros((len(base), WEEK))  # earlier nights less their mean, the last one first
    nights, odds = np.empty_like(base), np.empty_like(base)
    for k in range(base.shape[1]):
        past = np.stack([before[:, 0], before[:, 1], before[:, 2:].mean(axis=1)])
        odds[:, k] = base[:, k] + shift[:, k] + (lags * past).sum(axis=0)
        nights[:, k] = chance[:, k] < risk(odds[:, k])
        before = np.concatenate([nights[:, k : k + 1] - mean, before[:, :-1]], axis=1)
    return nights, odds


def _log_odds_for(ratio: float, without: Array) -> Array:
    """Return the log-odds that bring the mean risk to `ratio` times its own, by bisection, (s,)."""
    low, high = np.full(len(without), -STRONGEST), np.full(len(without), STRONGEST)
    wanted = ratio * risk(without).mean(axis=1)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        over = risk(without + middle[:, None]).mean(axis=1) > wanted
        low, high = np.where(over, low, middle), np.where(over, middle, high)
    return (low + high) / 2
