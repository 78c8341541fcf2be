"""Changes in how often cramps come: after a known day, or on a day nobody named."""

from dataclasses import replace
from datetime import date
from math import exp, sqrt

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import Background, fit_background, risk
from journal_app.analysis.candidates import put_to_test
from journal_app.analysis.day_table import DayTable
from journal_app.analysis.results import ChangePoint, DatedChange
from journal_app.analysis.standardised import standardise

Array = NDArray[np.float64]

NIGHTS_EACH_SIDE = 45
FEWEST_EACH_SIDE = 14
FEWEST_OF_EACH = 8
DRIFT_SD = 0.3
NO_DRIFT_SD = 1e-3
FEWEST_NIGHTS = 56
FOUND_P = 0.05
MOST_PLACES = 180
KOLMOGOROV_TERMS = 100


def change_after(table: DayTable, on: date, what: str = "") -> DatedChange | None:
    """Return how cramp nights changed after a known day, beyond drift, weekday and earlier nights.

    A step at that day is put to the test as a factor is, on up to 45 nights each side, against a
    random walk of 0.3 log-odds per √30 nights; within three months, that walk stands for the season
    as well. What came with the step cannot be told from what was begun that day.

    Parameters
    ----------
    table : DayTable
        Of n nights.
    on : date
        The first evening of the new time.
    what : str, optional
        The name of what began, handed through.

    Returns
    -------
    DatedChange or None
        `None` with fewer than 14 recorded nights on either side; no ratio with fewer than 8 cramp
        nights or 8 quiet nights.

    References
    ----------
    Wagner et al. 2002, doi:10.1046/j.1365-2710.2002.00430.x (segmented regression, whose false
    alarms under drift are why the walk is there).

    """
    from_change = (table.evenings - np.datetime64(on, "D")).astype(int)
    near = (from_change >= -NIGHTS_EACH_SIDE) & (from_change < NIGHTS_EACH_SIDE)
    cramp = _cramp(table)[near]
    recorded, after = np.isfinite(cramp), from_change[near] >= 0
    sides = (cramp[recorded & ~after], cramp[recorded & after])
    if min(len(side) for side in sides) < FEWEST_EACH_SIDE:
        return None
    before, since = sides
    bare = DatedChange(what, on, len(before), len(since), float(before.mean()), float(since.mean()))
    if not _enough(cramp):
        return bare
    background = fit_background(table.evenings[near], cramp, np.empty((len(cramp), 0)), DRIFT_SD)
    tested = put_to_test(background, after[recorded].astype(float)[:, None], [frozenset()])
    effects = standardise(tested)
    ratio, low, high = (float(part[0]) for part in (effects.ratio, effects.low, effects.high))
    return replace(bare, ratio=ratio, low=low, high=high, p=float(tested.p[0]))


def change_point(table: DayTable) -> ChangePoint | None:
    """Return the evening from which cramp nights became commoner or rarer, if there is one.

    Whether: the cumulative sum of the residuals, whitened by earlier nights and weekday, against
    Kolmogorov's distribution. When: the likelihood of a step at each evening; `earliest` to
    `latest` span the evenings that together hold 95 % of it. It finds that something changed, not
    what, and a slow drift is a change too.

    Parameters
    ----------
    table : DayTable
        Of n nights.

    Returns
    -------
    ChangePoint or None
        `None` where p > 0.05, or with fewer than 56 recorded nights, 8 cramp or 8 quiet nights.

    References
    ----------
    Brown, Durbin & Evans 1975, doi:10.1111/j.2517-6161.1975.tb01532.x; Ploberger & Krämer 1992,
    doi:10.2307/2951597 (sums of regression residuals).

    """
    cramp = _cramp(table)
    if np.isfinite(cramp).sum() < FEWEST_NIGHTS or not _enough(cramp):
        return None
    background = fit_background(table.evenings, cramp, np.empty((len(cramp), 0)), NO_DRIFT_SD)
    p = _wandering_p(background)
    if p > FOUND_P:
        return None
    places, likelihood = _likelihood_of_places(background)
    rows = np.flatnonzero(background.recorded)
    best = int(places[np.argmax(likelihood)])
    held = places[_holding(likelihood, 0.95)]
    before, after = background.cramp[:best].mean(), background.cramp[best:].mean()
    on, earliest, latest = (_evening(table, rows[k]) for k in (best, held.min(), held.max()))
    return ChangePoint(on, earliest, latest, float(before), float(after), p)


def kolmogorov(distance: float) -> float:
    """Return the chance that a Brownian bridge strays as far: 2 Σ (-1)^(k-1) exp(-2 k² d²)."""
    if distance < 0.2:
        return 1.0
    terms = (2 * (-1) ** (k - 1) * exp(-2 * k * k * distance * distance) for k in range(1, KOLMOGOROV_TERMS))
    return min(1.0, max(0.0, sum(terms)))


def _evening(table: DayTable, row: int) -> date:
    return date.fromisoformat(str(table.evenings[row]))


def _cramp(table: DayTable) -> Array:
    return np.where(np.isfinite(table.cramps), table.cramps > 0, np.nan)


def _enough(cramp: Array) -> bool:
    return bool(min((cramp == 1).sum(), (cramp == 0).sum()) >= FEWEST_OF_EACH)


def _wandering_p(background: Background) -> float:
    expected = risk(background.fitted(background.coefficients[:, None])[:, 0])
    white = (background.cramp - expected) / np.sqrt(np.maximum(expected * (1 - expected), 1e-6))
    sums = np.cumsum(white - white.mean()) / (white.std() * sqrt(len(white)))
    return kolmogorov(float(np.abs(sums).max()))


def _likelihood_of_places(background: Background) -> tuple[NDArray[np.intp], Array]:
    """Return candidate rows for a step and the likelihood of each, adding up to 1."""
    count = len(background.cramp)
    stride = max(1, count // MOST_PLACES)
    places = np.arange(FEWEST_OF_EACH, count - FEWEST_OF_EACH + 1, stride)
    steps = (np.arange(count)[:, None] >= places[None, :]).astype(float)
    week_before = frozenset({background.first_factor - 1})  # it is the step itself, a few nights late
    tested = put_to_test(background, steps, [week_before] * len(places))
    likelihood = np.exp((tested.z**2 - (tested.z**2).max()) / 2)
    return places, likelihood / likelihood.sum()


def _holding(likelihood: Array, share: float) -> NDArray[np.intp]:
    """Return the likeliest places that together hold a share of the whole."""
    order = np.argsort(-likelihood)
    needed = int(np.searchsorted(np.cumsum(likelihood[order]), share)) + 1
    return order[:needed]
