"""Four ways in which other programs and hasty people read a diary, for comparison on the same journals."""

from collections.abc import Callable, Mapping
from math import atanh, sqrt

import numpy as np

from journal_app.analysis.basic import benjamini_hochberg, fisher_exact, risk_ratio, two_sided
from journal_app.analysis.readings import read

Row = tuple[str, int, float, float, float, float, float, str]


def three_days(table: Mapping) -> list[Row]:
    """Call it strong when three days with and three without differ by a fifth of the mean."""
    return [_three_days(name, *sides) for name, sides in _sides(table).items()]


def correlation(table: Mapping) -> list[Row]:
    """Call it likely when Pearson's r has p <= 0.05, strong at 0.005."""
    p = {name: _correlation_p(table["cramp"], column) for name, column in table["factors"].items()}
    return [_row(name, sides, p[name], _said(p[name])) for name, sides in _sides(table).items()]


def fisher(table: Mapping) -> list[Row]:
    """Call it likely when Fisher's exact test has p <= 0.05, strong at 0.005."""
    p = {name: fisher_exact(*_four(*sides)) for name, sides in _sides(table).items()}
    return [_row(name, sides, p[name], _said(p[name])) for name, sides in _sides(table).items()]


def fisher_and_bh(table: Mapping) -> list[Row]:
    """Call it likely when Fisher's test, corrected by Benjamini and Hochberg, has q <= 0.05."""
    sides = _sides(table)
    p = [fisher_exact(*_four(*side)) for side in sides.values()]
    q = benjamini_hochberg(p)
    found = zip(sides.items(), p, q, strict=True)
    return [_row(name, side, one, _said(float(other))) for (name, side), one, other in found]


METHODS: dict[str, Callable[[Mapping], list[Row]]] = {
    "three days with, three without": three_days,
    "correlation, p <= 0.05": correlation,
    "Fisher's test, p <= 0.05": fisher,
    "Fisher's test with Benjamini-Hochberg": fisher_and_bh,
}


def _sides(table: Mapping) -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Return cramps (0 or 1) on recorded nights with and without each factor, same day only."""
    cramp, kinds = table["cramp"], table["kinds"]
    known = np.isfinite(cramp)
    scores = {name: read(column, kinds[name] == "binary").score for name, column in table["factors"].items()}
    return {name: (cramp[known & (s == 1)], cramp[known & (s == 0)]) for name, s in scores.items()}


def _four(with_: np.ndarray, without: np.ndarray) -> tuple[int, int, int, int]:
    return int(with_.sum()), len(with_), int(without.sum()), len(without)


def _three_days(name: str, with_: np.ndarray, without: np.ndarray) -> Row:
    if min(len(with_), len(without)) < 3:
        return (name, 0, 1.0, 1.0, 1.0, 1.0, 1.0, "insufficient")
    mean = np.concatenate([with_, without]).mean()
    differ = mean > 0 and abs(with_.mean() - without.mean()) >= 0.2 * mean
    nan = float("nan")
    ratio = with_.mean() / without.mean() if without.mean() > 0 else nan
    return (name, 0, ratio, nan, nan, nan, nan, "strong" if differ else "none")


def _correlation_p(cramp: np.ndarray, column: np.ndarray) -> float:
    known = np.isfinite(cramp) & np.isfinite(column)
    if known.sum() < 5 or cramp[known].std() == 0 or column[known].std() == 0:
        return 1.0
    r = float(np.clip(np.corrcoef(cramp[known], column[known])[0, 1], -0.999999, 0.999999))
    return two_sided(atanh(r) * sqrt(known.sum() - 3))


def _said(p: float) -> str:
    return "strong" if p <= 0.005 else "likely" if p <= 0.05 else "hint" if p <= 0.20 else "none"


def _row(name: str, sides: tuple[np.ndarray, np.ndarray], p: float, said: str) -> Row:
    if min(len(side) for side in sides) < 3:
        return (name, 0, 1.0, 1.0, 1.0, 1.0, 1.0, "insufficient")
    found = risk_ratio(*_four(*sides))
    numbers = (found.value, found.low, found.high)
    ratio, low, high = (float("nan") if value is None else value for value in numbers)
    return (name, 0, ratio, low, high, p, p, said)
