"""What a night's risk would be without the factor in question: drift, weekday, nights before, the rest.

A logistic model with Gaussian priors, fitted once; every factor is then tested against it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.readings import lagged

Array = NDArray[np.float64]

KNOT_NIGHTS = 21
DRIFT_SD = 0.5  # log-odds per sqrt(30 nights)
LEVEL_SD = 3.0
WEEKDAY_SD = 0.3
PREVIOUS_SD = 1.0
OTHERS_SD = 0.4  # per standard deviation of the other factor
PREVIOUS_COLUMNS = 3
MOST_STEPS = 25
CLOSE_ENOUGH = 1e-4
MONDAY_SHIFT = 3  # 1970-01-01 was a Thursday


@dataclass(frozen=True, slots=True)
class Ramp:
    """A line through knots in time: each night lies at `share` of the way from its left knot."""

    left: NDArray[np.intp]
    share: Array
    knots: int
    step: float

    def line(self, heights: Array) -> Array:
        """Return the line at each night for heights (knots,) or (knots, m)."""
        share = self.share if heights.ndim == 1 else self.share[:, None]
        return heights[self.left] * (1 - share) + heights[self.left + 1] * share

    def sums(self, values: Array) -> Array:
        """Return the transpose of `line`: values (n, m) summed onto the knots, (knots, m)."""
        share = self.share[:, None]
        onto = np.zeros((self.knots, values.shape[1]))
        onto[:-1] += self._by_segment(values * (1 - share))
        onto[1:] += self._by_segment(values * share)
        return onto

    def _by_segment(self, values: Array) -> Array:
        starts = np.searchsorted(self.left, np.arange(self.knots - 1))
        filled = np.diff(np.append(starts, len(values))) > 0
        sums = np.zeros((self.knots - 1, values.shape[1]))
        if filled.any():
            sums[filled] = np.add.reduceat(values, starts[filled], axis=0)
        return sums


@dataclass(frozen=True, slots=True)
class Background:
    """The fitted background of the recorded nights, n rows by p coefficients.

    Attributes:
        recorded: (nights of the table,) which rows were recorded.
        cramp: (n,) 0 or 1.
        ramp, columns: the design, (n, knots) as a ramp and (n, p - knots) as plain columns.
        precision: (p, p) of the priors.
        inverse: (p, p) of the negative Hessian at the fit.
        coefficients: (p,).
        weights: (n,) risk times one minus risk.
        first_factor: the coefficient of the first factor; the others follow in order.

    """

    recorded: NDArray[np.bool_]
    cramp: Array
    ramp: Ramp
    columns: Array
    precision: Array
    inverse: Array
    coefficients: Array
    weights: Array
    first_factor: int

    def fitted(self, coefficients: Array) -> Array:
        """Return the design times coefficients (p, m)."""
        knots = self.ramp.knots
        return self.ramp.line(coefficients[:knots]) + self.columns @ coefficients[knots:]

    def onto(self, values: Array) -> Array:
        """Return the transposed design times values (n, m)."""
        return np.concatenate([self.ramp.sums(values), self.columns.T @ values])

    def products(self, weights: Array) -> Array:
        """Return the design's cross-products (p, p) with weights (n,)."""
        return _products(self.ramp, self.columns, weights)


def fit_background(
    evenings: NDArray[np.datetime64], cramp: Array, factors: Array, drift_sd: float = DRIFT_SD
) -> Background:
    """Fit the background of a journal's nights.

    The log-odds of a cramp night are the sum of a line through knots every 21 nights (a random
    walk, 0.5 per √30 nights), seven weekdays (sd 0.3), last night, the night before and the mean of
    nights 3 to 7 back (sd 1), and every factor per its standard deviation (sd 0.4). The fit is
    the posterior mode, found by Newton's method. What is not known stands at its mean.

    Parameters
    ----------
    evenings : ndarray of datetime64[D], shape (nights,)
        Consecutive.
    cramp : ndarray of shape (nights,)
        1, 0, NaN = not recorded. At least one night must be recorded.
    factors : ndarray of shape (nights, f)
        The columns of all factors, NaN = not known.
    drift_sd : float, optional
        Of the random walk, in log-odds per √30 nights.

    Returns
    -------
    Background

    References
    ----------
    Zeger & Qaqish 1988, doi:10.2307/2531732 (binary series with earlier nights as covariates);
    Eilers & Marx 1996, doi:10.1214/ss/1038425655 (penalised lines); Greenland & Mansournia 2015,
    doi:10.1002/sim.6537 (Gaussian priors on log-odds).

    """
    recorded = np.isfinite(cramp)
    day = evenings.astype("datetime64[D]").astype(np.int64)
    ramp = _ramp((day - day[0])[recorded].astype(float))
    before, others = _nights_before(cramp)[recorded], _standardised(factors[recorded])
    weekdays = np.eye(7)[(day[recorded] + MONDAY_SHIFT) % 7]
    columns = np.concatenate([weekdays, before, others], axis=1)
    precision = _precision(ramp, others.shape[1], drift_sd)
    y = cramp[recorded]
    coefficients, weights, inverse = _fit(ramp, columns, precision, y)
    first = ramp.knots + 7 + PREVIOUS_COLUMNS
    return Background(recorded, y, ramp, columns, precision, inverse, coefficients, weights, first)


def risk(log_odds: Array) -> Array:
    """Return the risk that belongs to log-odds."""
    return 1.0 / (1.0 + np.exp(-np.clip(log_odds, -30, 30)))


def _ramp(times: Array) -> Ramp:
    span = max(float(times[-1]), 1.0)
    knots = max(2, int(np.ceil(span / KNOT_NIGHTS)) + 1)
    place = times / (span / (knots - 1))
    left = np.minimum(place.astype(np.intp), knots - 2)
    return Ramp(left, place - left, knots, span / (knots - 1))


def _nights_before(cramp: Array) -> Array:
    """Return last night, the night before, and the mean of nights 3 to 7 back, all centred."""
    centred = cramp - np.nanmean(cramp)
    week = np.stack([lagged(centred, k) for k in range(3, 8)])
    known = np.isfinite(week).sum(axis=0)
    mean = np.nansum(week, axis=0) / np.maximum(known, 1)
    return np.nan_to_num(np.stack([lagged(centred, 1), lagged(centred, 2), mean], axis=1))


def _standardised(columns: Array) -> Array:
    known = np.isfinite(columns)
    count = np.maximum(known.sum(axis=0), 1)
    centred = np.where(known, columns - np.where(known, columns, 0).sum(axis=0) / count, 0.0)
    spread = np.sqrt((centred**2).sum(axis=0) / count)
    return centred / np.where(spread > 1e-9, spread, np.inf)


def _precision(ramp: Ramp, factors: int, drift_sd: float) -> Array:
    walk = np.diff(np.eye(ramp.knots), axis=0) / (drift_sd * np.sqrt(ramp.step / 30))
    spreads = np.repeat([WEEKDAY_SD, PREVIOUS_SD, OTHERS_SD], [7, PREVIOUS_COLUMNS, factors])
    precision = np.diag(np.concatenate([np.full(ramp.knots, 1 / (LEVEL_SD**2 * ramp.knots)), spreads**-2.0]))
    precision[: ramp.knots, : ramp.knots] += walk.T @ walk
    return precision


def _fit(ramp: Ramp, columns: Array, precision: Array, y: Array) -> tuple[Array, Array, Array]:
    """Return the posterior mode, its weights and the inverse of the negative Hessian."""
    knots = ramp.knots
    mode, weights, hessian = np.zeros(len(precision)), np.empty(0), precision
    for _ in range(MOST_STEPS):
        expected = risk(ramp.line(mode[:knots]) + columns @ mode[knots:])
        weights = np.maximum(expected * (1 - expected), 1e-6)
        hessian = _products(ramp, columns, weights) + precision
        missed = (y - expected)[:, None]
        slope = np.concatenate([ramp.sums(missed), columns.T @ missed])[:, 0] - precision @ mode
        step = np.linalg.solve(hessian, slope)
        largest = float(np.abs(step).max())
        mode = mode + step * min(1.0, 3.0 / max(largest, 1e-9))
        if largest < CLOSE_ENOUGH:
            break
    return mode, weights, np.asarray(np.linalg.inv(hessian), np.float64)


def _products(ramp: Ramp, columns: Array, weights: Array) -> Array:
    """Return the weighted cross-products of the design, (p, p)."""
    knots = ramp.knots
    weighted = columns * weights[:, None]
    products = np.empty((knots + columns.shape[1],) * 2)
    products[:knots, :knots] = _tent_products(ramp, weights)
    products[:knots, knots:] = ramp.sums(weighted)
    products[knots:, :knots] = products[:knots, knots:].T
    products[knots:, knots:] = columns.T @ weighted
    return products


def _tent_products(ramp: Ramp, weights: Array) -> Array:
    """Return the weighted cross-products of the ramp's own tents: only neighbours overlap."""
    left, right = 1 - ramp.share, ramp.share
    products = np.zeros((ramp.knots, ramp.knots))
    here = np.arange(ramp.knots - 1)
    size = ramp.knots - 1
    products[here, here] += np.bincount(ramp.left, weights * left * left, size)
    products[here + 1, here + 1] += np.bincount(ramp.left, weights * right * right, size)
    across = np.bincount(ramp.left, weights * left * right, size)
    products[here, here + 1] += across
    products[here + 1, here] += across
    return products
