"""One verdict from several lags, and the false discovery rate over all factors looked at."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.basic import benjamini_hochberg

WEIGHTS = {0: 0.60, 1: 0.25, 2: 0.15}
WEIGHT_BEYOND = 0.10


def lag_weights(lags: Sequence[int]) -> dict[int, float]:
    """Return the share of the error each lag may spend: 0.60, 0.25, 0.15 of what is looked at.

    Parameters
    ----------
    lags : sequence of int
        Days before; they need not be 0, 1, 2.

    Returns
    -------
    dict of int to float
        Adding up to 1.

    """
    raw = {lag: WEIGHTS.get(lag, WEIGHT_BEYOND) for lag in lags}
    return {lag: weight / sum(raw.values()) for lag, weight in raw.items()}


def best_lag(p_by_lag: dict[int, float], lags: Sequence[int]) -> tuple[int, float]:
    """Return the lag that speaks for a factor and the factor's p.

    The factor's p is the smallest of p / weight over its lags, at most 1 (weighted Bonferroni).

    Parameters
    ----------
    p_by_lag : dict of int to float
        The lags that could be tested, at least one.
    lags : sequence of int
        All the lags that are looked at.

    Returns
    -------
    tuple of int and float

    References
    ----------
    Genovese, Roeder & Wasserman 2006, doi:10.1093/biomet/93.3.509.

    """
    weights = lag_weights(lags)
    p, lag = min((p / weights[lag], lag) for lag, p in p_by_lag.items())
    return lag, min(1.0, p)


def discovery_rates(p: NDArray[np.float64], suspect: NDArray[np.bool_]) -> NDArray[np.float64]:
    """Return q for each factor; suspects chosen beforehand are a family of their own.

    Parameters
    ----------
    p : ndarray of shape (f,)
        NaN for a factor that could not be tested.
    suspect : ndarray of bool, shape (f,)
        Whether it was chosen before looking.

    Returns
    -------
    ndarray of shape (f,)
        Benjamini-Hochberg within each family, NaN where p is.

    """
    q = np.full(len(p), np.nan)
    for family in (suspect, ~suspect):
        tested = family & np.isfinite(p)
        q[tested] = benjamini_hochberg(p[tested])
    return q
