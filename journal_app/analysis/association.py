"""What goes together with the cramps of one person."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from journal_app.analysis.basic import benjamini_hochberg, fisher_exact, newcombe, risk_ratio
from journal_app.analysis.day_table import Column, DayTable
from journal_app.analysis.results import Association, Lacking, Verdict
from journal_app.journal.factor import Factor

FEWEST_IN_ARM = 8


def associate(
    table: DayTable, factors: Iterable[Factor], suspects: tuple[str, ...] = ()
) -> tuple[Association, ...]:
    """Return how each factor goes together with cramp nights."""
    rows = [_first_look(table, f, f.id in suspects) for f in factors if f.id in table.factors]
    p = [row.p for row in rows if row.p is not None]
    q = iter(benjamini_hochberg(p))
    return tuple(_judged(row, float(next(q))) if row.p is not None else row for row in rows)


def _judged(row: Association, q: float) -> Association:
    return replace(row, q=q, verdict=Verdict.HINT if q <= 0.2 else Verdict.NONE)


def _first_look(table: DayTable, factor: Factor, suspect: bool) -> Association:
    column, binary = table.factors[factor.id], factor.id in table.binary
    known = np.isfinite(column) & np.isfinite(table.cramps)
    bottom, top = _ends(column[known], binary)
    with_, without = known & (column >= top), known & (column <= bottom)
    cramp = table.cramps > 0
    counts = [int((with_ & cramp).sum()), int(with_.sum()), int((without & cramp).sum()), int(without.sum())]
    lacking = Lacking.WITH if counts[1] < FEWEST_IN_ARM else Lacking.WITHOUT
    few = min(counts[1], counts[3]) < FEWEST_IN_ARM or min(counts[0], counts[2]) < 1
    ratio, gap = risk_ratio(*counts), newcombe(*counts)
    return Association(
        factor=factor.id,
        days_before=0,
        verdict=Verdict.TOO_FEW_NIGHTS if few else Verdict.NONE,
        nights_with=counts[1],
        nights_without=counts[3],
        cramps_with=counts[0],
        cramps_without=counts[2],
        ratio=None if few else ratio.value,
        low=None if few else ratio.low,
        high=None if few else ratio.high,
        difference=gap.value,
        difference_low=gap.low,
        difference_high=gap.high,
        p=None if few else fisher_exact(*counts),
        binary=binary,
        bottom_to=None if binary else bottom,
        top_from=None if binary else top,
        lacking=lacking if few else None,
        suspect=suspect,
    )


def _ends(known: Column, binary: bool) -> tuple[float, float]:
    if binary or len(known) == 0:
        return 0.0, 1.0
    bottom, top = np.quantile(known, [1 / 3, 2 / 3])
    above = known[known > top]
    return float(bottom), float(above.min()) if len(above) else float(known.max())
