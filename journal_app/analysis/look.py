"""One look at all factors over the first so many nights of a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import Background, fit_background
from journal_app.analysis.candidates import Tested, put_to_test
from journal_app.analysis.day_table import DayTable
from journal_app.analysis.enough import Counts, count, lacking
from journal_app.analysis.lags import best_lag, discovery_rates
from journal_app.analysis.readings import Reading, lagged, read
from journal_app.analysis.together import inseparable
from journal_app.journal.factor import Factor

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Look:
    """What the nights up to one evening say of every factor.

    Attributes:
        cramp: (n,) 1, 0 or NaN by night of the table.
        readings: one per factor.
        alike: (f, f) whether two factors cannot be told apart.
        place: (factor, lag) -> the column of `tested`; every pair of factors and their lags.
        counts: (factor, lag) -> nights and cramp nights.
        background, tested: `None` where there was too little to fit anything.
        held_apart: per factor the background coefficients it is not adjusted for on its own day.
        leading: factor -> the lag that speaks for it, factors that could be tested only.
        q: (f,) false discovery rate, NaN where a factor could not be tested.

    """

    cramp: Array
    readings: tuple[Reading, ...]
    alike: NDArray[np.bool_]
    place: dict[tuple[int, int], int]
    counts: dict[tuple[int, int], Counts]
    background: Background | None = None
    tested: Tested | None = None
    leading: dict[int, int] = field(default_factory=dict)
    held_apart: tuple[frozenset[int], ...] = ()
    q: Array = field(default_factory=lambda: np.empty(0))

    def testable(self, factor: int, lag: int) -> bool:
        """Tell whether there was enough to test a factor at a lag."""
        return self.tested is not None and lacking(self.counts[factor, lag]) is None

    def scores(self, lags: Sequence[int]) -> Array:
        """Return every factor's scores at a lag of its own, (n, f)."""
        moved = [lagged(reading.score, lag) for reading, lag in zip(self.readings, lags, strict=True)]
        return np.stack(moved, axis=1) if moved else np.empty((len(self.cramp), 0))

    def dropped(self, pairs: Iterable[tuple[int, int]]) -> list[frozenset[int]]:
        """Return the coefficients that factors at lags must not be adjusted for, none on other days."""
        return [self.held_apart[k] if lag == 0 and self.held_apart else frozenset() for k, lag in pairs]

    def direction(self, factor: int) -> float:
        """Return 1 where cramps were commoner with a factor, -1 where they were rarer, 0 untested."""
        if self.tested is None or factor not in self.leading:
            return 0.0
        return float(np.sign(self.tested.effect[self.place[factor, self.leading[factor]]]))


def look(table: DayTable, factors: Sequence[Factor], suspects: Sequence[str], nights: int) -> Look:
    """Test every factor at each of its lags over the first nights of a table.

    Parameters
    ----------
    table : DayTable
        With a column for every factor.
    factors : sequence of f Factor
        The factors to look at.
    suspects : sequence of str
        Ids of factors chosen beforehand, a family of their own.
    nights : int
        How many rows of the table to use.

    Returns
    -------
    Look

    """
    amounts = table.cramps[:nights]
    cramp = np.where(np.isfinite(amounts), amounts > 0, np.nan)
    readings = tuple(read(table.factors[f.id][:nights], f.id in table.binary) for f in factors)
    pairs = [(k, lag) for k, factor in enumerate(factors) for lag in factor.days_before]
    place = {pair: column for column, pair in enumerate(pairs)}
    counts = {(k, lag): count(cramp, lagged(readings[k].score, lag)) for k, lag in pairs}
    alike = inseparable(readings) if readings else np.zeros((0, 0), dtype=bool)
    bare = Look(cramp, readings, alike, place, counts, q=np.full(len(factors), np.nan))
    if not any(lacking(counted) is None for counted in counts.values()):
        return bare
    background = fit_background(
        table.evenings[:nights], cramp, np.stack([reading.rank for reading in readings], axis=1)
    )
    return _tested(bare, background, factors, suspects)


def _tested(bare: Look, background: Background, factors: Sequence[Factor], suspects: Sequence[str]) -> Look:
    pairs = list(bare.place)
    scores = np.stack([lagged(bare.readings[k].score, lag) for k, lag in pairs], axis=1)
    held_apart = _not_held_against(factors, bare.alike, background.first_factor)
    bare = replace(bare, held_apart=held_apart)
    dropped = bare.dropped(pairs)
    tested = put_to_test(background, scores[background.recorded], dropped)
    counts = {
        pair: replace(bare.counts[pair], own_variation=float(tested.own_variation[column]))
        for pair, column in bare.place.items()
    }
    leading, p = _leading(factors, counts, bare.place, tested)
    q = discovery_rates(p, np.array([factor.id in suspects for factor in factors]))
    return replace(bare, counts=counts, background=background, tested=tested, leading=leading, q=q)


def _not_held_against(
    factors: Sequence[Factor], alike: NDArray[np.bool_], first: int
) -> tuple[frozenset[int], ...]:
    """Return per factor the coefficients of itself, of its habit's other factors and of its likes."""
    habits = np.array([factor.habit for factor in factors])
    same = (habits[:, None] == habits[None, :]) | alike
    return tuple(frozenset((first + np.flatnonzero(row)).tolist()) for row in same)


def _leading(
    factors: Sequence[Factor],
    counts: dict[tuple[int, int], Counts],
    place: dict[tuple[int, int], int],
    tested: Tested,
) -> tuple[dict[int, int], Array]:
    """Return the leading lag of each factor that could be tested, and every factor's p."""
    leading, p = dict[int, int](), np.full(len(factors), np.nan)
    for k, factor in enumerate(factors):
        lags = [lag for lag in factor.days_before if lacking(counts[k, lag]) is None]
        if lags:
            found = {lag: float(tested.p[place[k, lag]]) for lag in lags}
            leading[k], p[k] = best_lag(found, factor.days_before)
    return leading, p
