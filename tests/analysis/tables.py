"""Short ways to build tables of nights, with a truth that is known."""

from datetime import date

import numpy as np

from journal_app.analysis.day_table import DayTable
from journal_app.journal.factor import Factor

FIRST = date(2026, 1, 1)


def table_of(cramps, first=FIRST, **factors):
    """Return a table from cramps by night and factor columns; columns of 0 and 1 are yes and no."""
    cramps = np.asarray(cramps, float)
    columns = {name: np.asarray(column, float) for name, column in factors.items()}
    return DayTable(
        evenings=np.datetime64(first, "D") + np.arange(len(cramps)),
        cramps=cramps,
        worst_pain=np.where(cramps > 0, 5.0, np.nan),
        minutes=np.where(cramps > 0, 3.0, np.nan),
        factors=columns,
        binary=frozenset(name for name, c in columns.items() if set(c[np.isfinite(c)]) <= {0.0, 1.0}),
    )


def factors_for(table):
    """Return a factor for every column of a table, each of a habit of its own."""
    return tuple(
        Factor(name, name, name, cut=0.0 if name in table.binary else None) for name in table.factors
    )


def coin(nights, chance=0.4, seed=1):
    """Return independent yes and no."""
    return (np.random.default_rng(seed).random(nights) < chance).astype(float)


def nights_after(habit, with_=0.6, without=0.15, seed=2):
    """Return cramp nights that are commoner after a habit."""
    habit = np.asarray(habit)
    return (np.random.default_rng(seed).random(len(habit)) < np.where(habit > 0, with_, without)).astype(
        float
    )
