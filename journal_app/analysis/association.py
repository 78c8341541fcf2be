"""What goes together with the cramps of one person: every factor, at each of its lags.

`review` calls `associate`; the method and its measured error rates are in docs/statistics.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from journal_app.analysis.basic import fisher_exact, newcombe, risk_ratio
from journal_app.analysis.day_table import DayTable
from journal_app.analysis.enough import Counts, lacking, nights_needed
from journal_app.analysis.look import Look, look
from journal_app.analysis.outcomes import dose_picture, second_outcomes
from journal_app.analysis.results import Association, Crude, Lacking, OutcomeDifference, Verdict
from journal_app.analysis.standardised import Effects, standardise
from journal_app.analysis.together import follows_cramps
from journal_app.analysis.verdicts import HINT_Q, checkpoints, next_checkpoint, verdict
from journal_app.journal.factor import Factor
from journal_app.journal.profile import MOST_SUSPECTS

TEST_P = 0.05


def associate(
    table: DayTable,
    factors: Iterable[Factor],
    suspects: tuple[str, ...] = (),
    began: date | None = None,
) -> tuple[Association, ...]:
    """Return how each factor goes together with cramp nights, one row per factor and lag.

    Numbers are those of all nights of the table. The verdict is that of the last checkpoint (see
    `verdicts`), so that it does not change from one morning to the next; it is held back to a hint
    while the interval of all nights includes 1. The order of the factors makes no difference.

    Parameters
    ----------
    table : DayTable
        The nights to look at.
    factors : iterable of Factor
        As `factors_of` returns them; one without a column in the table gives no row.
    suspects : tuple of str, optional
        Ids of up to five factors chosen before looking; their false discovery rate is their own.
    began : date, optional
        The journal's first night, from which checkpoints are counted; if not given, the table's
        first recorded one.

    Returns
    -------
    tuple of Association
        `leading` on the row that speaks for its factor; a row's `lacking` tells why it has no test.

    Raises
    ------
    ValueError
        With more than five suspects.

    """
    if len(suspects) > MOST_SUSPECTS:
        raise ValueError(f"{len(suspects)} suspects; at most {MOST_SUSPECTS} can be a family of their own")
    present = tuple(factor for factor in factors if factor.id in table.factors)
    judged = _Judgement.of(table, present, suspects, began)
    return tuple(
        _row(table, judged, k, lag, suspects)
        for k, factor in enumerate(present)
        for lag in factor.days_before
    )


@dataclass(frozen=True, slots=True)
class _Judgement:
    """All nights, the last checkpoint and the one before it."""

    factors: tuple[Factor, ...]
    today: Look
    last: Look | None
    before: Look | None
    effects: Effects | None = None
    outcomes: tuple[tuple[OutcomeDifference, ...], ...] = ()
    judged_on: date | None = None
    nights: int = 0  # of the journal so far, recorded or not

    @classmethod
    def of(
        cls, table: DayTable, factors: tuple[Factor, ...], suspects: tuple[str, ...], began: date | None
    ) -> "_Judgement":
        nights = len(table.evenings)
        earlier = _nights_before(table, began)
        reached = checkpoints(nights + earlier)
        today = look(table, factors, suspects, nights)
        last = _look_at(reached.last, earlier, table, factors, suspects, today)
        before = _look_at(reached.before, earlier, table, factors, suspects, today)
        bare = cls(factors, today, last, before)
        leading = [bare.leading(k) for k in range(len(factors))]
        return replace(
            bare,
            effects=None if today.tested is None else standardise(today.tested),
            outcomes=second_outcomes(
                table, today.background, today.scores(leading), today.dropped(enumerate(leading))
            ),
            judged_on=table.evenings[reached.last - earlier - 1].item() if last and reached.last else None,
            nights=nights + earlier,
        )

    def leading(self, k: int) -> int:
        """Return the lag that speaks for a factor: where something is seen, the lag it is seen at.

        Where nothing is seen it is the nearest day; the lag that came closest to something would
        show an interval chosen for its extremes.
        """
        if self.verdict(k).seen:
            return self._seen_at(k)
        lags = self.factors[k].days_before
        return next((lag for lag in lags if self.today.testable(k, lag)), lags[0])

    def _seen_at(self, k: int) -> int:
        chosen = self.last.leading.get(k) if self.last else None
        if chosen is not None and self.today.testable(k, chosen):
            return chosen
        return self.today.leading.get(k, self.factors[k].days_before[0])

    def q(self, k: int) -> float | None:
        """Return the false discovery rate at the last checkpoint, `None` where it was not tested."""
        return _number(self.last.q[k]) if self.last else None

    def q_before(self, k: int) -> float | None:
        """Return that of the checkpoint before."""
        return _number(self.before.q[k]) if self.before else None

    def verdict(self, k: int) -> Verdict:
        """Return the verdict on a factor, held back while today's nights do not bear it out."""
        q = self.q(k)
        if q is None or self.last is None:
            return Verdict.TOO_FEW_NIGHTS
        said = verdict(q, self.q_before(k))
        return said if said not in (Verdict.LIKELY, Verdict.STRONG) or self._borne_out(k) else Verdict.HINT

    def _borne_out(self, k: int) -> bool:
        lag = self._seen_at(k)
        if self.last is None or self.today.tested is None or not self.today.testable(k, lag):
            return False
        column = self.today.place[k, lag]
        same_way = np.sign(self.today.tested.effect[column]) == self.last.direction(k)
        return bool(same_way and self.today.tested.p[column] <= TEST_P and self.today.q[k] <= HINT_Q)


def _nights_before(table: DayTable, began: date | None) -> int:
    """Return the nights from the journal's first to the table's; less than 0 if the table is first."""
    recorded = np.flatnonzero(np.isfinite(table.cramps))
    if len(recorded) == 0:
        return 0
    if began is None:
        return -int(recorded[0])
    return int((table.evenings[0] - np.datetime64(began)).astype(int))


def _look_at(
    checkpoint: int | None,
    earlier: int,
    table: DayTable,
    factors: tuple[Factor, ...],
    suspects: tuple[str, ...],
    today: Look,
) -> Look | None:
    """Return the look at a checkpoint, `None` where it lies before the table."""
    if checkpoint is None or checkpoint <= earlier:
        return None
    nights = checkpoint - earlier
    return today if nights == len(table.evenings) else look(table, factors, suspects, nights)


def _row(table: DayTable, judged: _Judgement, k: int, lag: int, suspects: tuple[str, ...]) -> Association:
    factor, today = judged.factors[k], judged.today
    counts, reading = today.counts[k, lag], today.readings[k]
    leads = judged.leading(k) == lag
    alike = (judged.factors[other] for other in np.flatnonzero(today.alike[k]))
    row = Association(
        factor=factor.id,
        days_before=lag,
        verdict=_said(judged, k, lag, leads),
        nights_with=counts.with_,
        nights_without=counts.without,
        cramps_with=counts.cramps_with,
        cramps_without=counts.cramps_without,
        leading=leads,
        binary=factor.id in table.binary,
        bottom_to=reading.bottom_to,
        top_from=reading.top_from,
        inseparable_from=tuple(sorted(other.id for other in alike if other.habit != factor.habit)),
        suspect=factor.id in suspects,
        crude=_crude(counts) if leads else None,
        judged_on=judged.judged_on,
    )
    too_few = row.verdict is Verdict.TOO_FEW_NIGHTS
    row = _with_lack(row, judged, counts) if too_few else _with_test(row, judged, k, lag)
    return _with_pictures(row, table, judged, k, lag) if leads else row


def _said(judged: _Judgement, k: int, lag: int, leads: bool) -> Verdict:
    if not judged.today.testable(k, lag):
        return Verdict.TOO_FEW_NIGHTS
    found = judged.verdict(k)
    return found if leads or found is Verdict.TOO_FEW_NIGHTS else Verdict.NONE


def _with_test(row: Association, judged: _Judgement, k: int, lag: int) -> Association:
    tested, effects = judged.today.tested, judged.effects
    if tested is None or effects is None:
        return row
    column = judged.today.place[k, lag]
    return replace(
        row,
        ratio=float(effects.ratio[column]),
        low=float(effects.low[column]),
        high=float(effects.high[column]),
        difference=float(effects.difference[column]),
        difference_low=float(effects.difference_low[column]),
        difference_high=float(effects.difference_high[column]),
        p=float(tested.p[column]),
        q=judged.q(k),
        q_before=judged.q_before(k),
        own_variation=float(tested.own_variation[column]),
    )


def _with_lack(row: Association, judged: _Judgement, counts: Counts) -> Association:
    """Tell what is lacking, and the nights until the first checkpoint at which it will not be."""
    needed = nights_needed(counts)
    until = None if needed is None else next_checkpoint(judged.nights + max(needed, 1) - 1) - judged.nights
    return replace(row, lacking=lacking(counts) or Lacking.NIGHTS, nights_needed=until)


def _with_pictures(row: Association, table: DayTable, judged: _Judgement, k: int, lag: int) -> Association:
    today, factor = judged.today, judged.factors[k]
    return replace(
        row,
        follows_cramps=follows_cramps(today.cramp, today.readings[k].score),
        doses=() if row.binary else dose_picture(table.factors[factor.id], today.cramp, lag),
        outcomes=judged.outcomes[k],
    )


def _crude(counts: Counts) -> Crude | None:
    """Return what the bare counts say, adjusted for nothing."""
    if counts.smaller == 0:
        return None
    four = (counts.cramps_with, counts.with_, counts.cramps_without, counts.without)
    ratio, gap = risk_ratio(*four), newcombe(*four)
    return Crude(ratio.value, ratio.low, ratio.high, gap.value, gap.low, gap.high, fisher_exact(*four))


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
