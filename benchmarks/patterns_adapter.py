"""The bridge from the scorer's plain tables to the function that the window itself uses."""

from collections.abc import Mapping

import numpy as np

from journal_app.analysis.association import associate
from journal_app.analysis.day_table import DayTable
from journal_app.analysis.results import Association, Verdict
from journal_app.journal.factor import Factor

Row = tuple[str, int, float, float, float, float, float, str]


def analyse(table: Mapping) -> list[Row]:
    """Return (factor, lag, ratio, low, high, p, q, verdict) for every factor and lag."""
    kinds = table["kinds"]
    factors = tuple(Factor(name, name, name, cut=0.0 if kinds[name] == "binary" else None) for name in kinds)
    return [_row(found) for found in associate(day_table_of(table), factors)]


def day_table_of(table: Mapping) -> DayTable:
    """Return the program's own table for one of the simulator's."""
    quiet = table["cramp"] == 0
    return DayTable(
        evenings=table["day"].astype("datetime64[D]"),
        cramps=np.asarray(table["count"], float),
        worst_pain=np.where(quiet, np.nan, table["severity"]),
        minutes=np.where(quiet, np.nan, table["minutes"]),
        factors={name: np.asarray(column, float) for name, column in table["factors"].items()},
        binary=frozenset(name for name, kind in table["kinds"].items() if kind == "binary"),
    )


def _row(found: Association) -> Row:
    numbers = (found.ratio, found.low, found.high, found.p, found.q)
    ratio, low, high, p, q = (1.0 if number is None else number for number in numbers)
    said = "insufficient" if found.verdict is Verdict.TOO_FEW_NIGHTS else found.verdict.value
    return found.factor, found.days_before, ratio, low, high, p, q, said
