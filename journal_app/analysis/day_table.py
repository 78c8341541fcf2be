"""The journal as columns: one row a night of a period, recorded or not."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.factor_columns import factor_columns
from journal_app.journal.factor import Factor
from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.journal.records import Records

Column = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class DayTable:
    """One row an evening, without gaps; NaN where a night or an answer was not recorded.

    Attributes:
        evenings: (n,) datetime64[D], consecutive.
        cramps: (n,) number of cramps in the night, 0 for a quiet one.
        worst_pain: (n,) 0-10, NaN on quiet nights.
        minutes: (n,) minutes of the longest cramp, NaN on quiet nights.
        factors: name -> (n,) the factor's value for the day of that row.
        binary: the names of the factors that hold only 0, 1 and NaN.

    """

    evenings: NDArray[np.datetime64]
    cramps: Column
    worst_pain: Column
    minutes: Column
    factors: Mapping[str, Column]
    binary: frozenset[str]


def day_table(records: Records, factors: Iterable[Factor], period: Period) -> DayTable:
    """Return one row for each evening of the period, with the night and the day it ended.

    Parameters
    ----------
    records : Records
        Nights and days; those outside the period are only used to fill the windows of factors.
    factors : iterable of Factor
        As `factors_of` returns them. One whose habit was never answered in the period gets no column.
    period : Period
        The evenings of the table.

    Returns
    -------
    DayTable
        With n = len(period) rows.

    """
    columns, binary = factor_columns(records.days, factors, period)
    return DayTable(
        evenings=np.datetime64(period.first, "D") + np.arange(len(period)),
        cramps=_night_column(records, period, lambda night: len(night.episodes)),
        worst_pain=_night_column(records, period, lambda night: night.worst_pain),
        minutes=_night_column(records, period, lambda night: night.cramp_minutes),
        factors=columns,
        binary=binary,
    )


def _night_column(records: Records, period: Period, value: Callable[[Night], float | None]) -> Column:
    column = np.full(len(period), np.nan)
    for night in records.nights:
        if night.evening in period:
            found = value(night)
            column[(night.evening - period.first).days] = np.nan if found is None else found
    return column
