"""What a trial on oneself answers, once it has ended. The method's error rates: docs/trial-statistics.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.day_table import DayTable, day_table
from journal_app.analysis.trial_baseline import worst_spell
from journal_app.analysis.trial_comparison import (
    CLEAR_P,
    CLEAR_P_AGAIN,
    NO_PAIR,
    Answer,
    ComparedNights,
    Comparison,
    Shortfall,
    compare_pairs,
    compare_steps,
)
from journal_app.analysis.trial_lot import other_lots
from journal_app.journal.period import Period
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial, TrialDesign, TrialStatus

Array = NDArray[np.float64]

NIGHTS_BEFORE = 120
MOST_LOTS = 4096


@dataclass(frozen=True, slots=True)
class Arm:
    """The recorded nights of one arm that are compared; washout nights are left out."""

    nights: int
    cramp_nights: int
    cramps: int

    @property
    def per_week(self) -> float | None:
        """Return cramps per seven recorded nights."""
        return 7 * self.cramps / self.nights if self.nights else None


@dataclass(frozen=True, slots=True)
class Arms:
    """Both arms of one comparison."""

    on: Arm
    off: Arm


@dataclass(frozen=True, slots=True)
class TrialVerdict:
    """What a trial answers.

    `as_planned` compares by the schedule, `per_protocol` by what was really done on those nights
    that went by it (`None` where nobody answered). Ratios below 1 mean fewer cramp nights with.
    `p` is the share of lots (or the model's, where no lot was drawn); `chance_fewer` is the model's.
    """

    answer: Answer
    shortfall: Shortfall | None
    p: float | None
    ratio: float | None
    low: float | None
    high: float | None
    chance_fewer: float | None
    as_planned: Arms
    per_protocol: Arms | None = None
    protocol_ratio: float | None = None
    protocol_low: float | None = None
    protocol_high: float | None = None
    by_lot: bool = True
    pairs: int = 0
    runs: int = 1
    answered: int = 0  # nights on which it is known whether the remedy was used
    as_scheduled: int = 0  # of these, as the schedule had it
    ended_early: bool = False

    @property
    def fewer(self) -> bool | None:
        """Whether cramp nights were fewer with the remedy, `None` without a ratio."""
        return None if self.ratio is None else self.ratio < 1


def verdict(trial: RemedyTrial, records: Records, earlier: Sequence[RemedyTrial] = ()) -> TrialVerdict | None:
    """Return what a trial answers; nothing is worked out before it has ended.

    Pairs drawn by lot are judged by their own lot (`compare_pairs`), weeks before and after by the
    model (`compare_steps`) and never above a hint. Where the nights without were only the worst
    spell, no answer is given. Two runs are judged as one trial with the pairs of both; as the
    first was a look already, "clear" then asks for p <= 0.01.

    Parameters
    ----------
    trial : RemedyTrial
        The run that ended last.
    records : Records
        All nights.
    earlier : sequence of RemedyTrial, optional
        Ended runs of the same remedy and design to combine with it.

    Returns
    -------
    TrialVerdict or None
        `None` while one of them has not ended.

    Raises
    ------
    ValueError
        When runs of different remedies or designs are combined.

    """
    runs = sorted((*earlier, trial), key=lambda run: run.first_evening)
    if any((run.remedy, run.design) != (trial.remedy, trial.design) for run in runs):
        raise ValueError("only runs of one remedy and one design can be combined")
    if any(run.status is not TrialStatus.ENDED for run in runs):
        return None
    table = day_table(records, (), _period(runs, records))
    nights = compared_nights(table, runs)
    used = _used(nights, runs)
    found = _compared(nights, runs)
    return _told(table, nights, used, found, _protocol(nights, used), runs)


def compared_nights(table: DayTable, runs: Sequence[RemedyTrial]) -> ComparedNights:
    """Return the nights of one or more runs, with their arms and pairs, by the schedule.

    Parameters
    ----------
    table : DayTable
        Of n nights, which hold all runs.
    runs : sequence of RemedyTrial
        In order of time.

    Returns
    -------
    ComparedNights
        Of n nights; pairs of later runs are numbered on.

    """
    first: date = table.evenings[0].item()
    on, pair = np.full(len(table.evenings), np.nan), np.full(len(table.evenings), NO_PAIR)
    following = 0
    for run in runs:
        for night in run.nights:
            row = (night.evening - first).days
            if night.compared and 0 <= row < len(on):
                on[row], pair[row] = float(night.on), following + night.pair
        following += 1 + max(block.pair for block in run.blocks)
    return ComparedNights(table.evenings, cramp_nights(table), on, pair)


def cramp_nights(table: DayTable) -> Array:
    """Return 1 for a cramp night, 0 for a quiet one, NaN where not recorded, (n,)."""
    return np.where(np.isfinite(table.cramps), table.cramps > 0, np.nan)


def _period(runs: Sequence[RemedyTrial], records: Records) -> Period:
    """Return the nights of all runs and up to 120 before, from the first recorded one on."""
    first = min(run.first_evening for run in runs)
    last = max((night.evening for run in runs for night in run.nights), default=first)
    began = records.period.first if records.period else first
    return Period(min(first, max(began, first - timedelta(days=NIGHTS_BEFORE))), last)


def _compared(nights: ComparedNights, runs: Sequence[RemedyTrial]) -> Comparison:
    design = runs[-1].design
    if design is TrialDesign.PAIRS:
        pairs = int(nights.pair.max(initial=NO_PAIR)) + 1
        flips = other_lots(max(pairs, 1), MOST_LOTS, np.random.default_rng(runs[-1].seed))
        return compare_pairs(nights, flips, CLEAR_P if len(runs) == 1 else CLEAR_P_AGAIN)
    if _begun_in_worst_spell(nights):
        return Comparison(Answer.CANNOT_TELL, Shortfall.WORST_SPELL)
    # A medicine's weeks without were not chosen beforehand, so the time before them must speak too.
    return compare_steps(nights if design is TrialDesign.FOLLOWED else nights.from_first_compared())


def _begun_in_worst_spell(nights: ComparedNights) -> bool:
    with_, without = np.flatnonzero(nights.on == 1), np.flatnonzero(nights.on == 0)
    if len(with_) == 0 or len(without) == 0 or with_[0] < without[0]:
        return False
    return worst_spell(nights.cramp[: with_[0]])


def _used(nights: ComparedNights, runs: Sequence[RemedyTrial]) -> Array:
    """Return by night whether the remedy was used: 1, 0, NaN = not known or not compared, (n,)."""
    first: date = nights.evenings[0].item()
    used = np.full(len(nights.on), np.nan)
    for kept in (kept for run in runs for kept in run.kept):
        row = (kept.evening - first).days
        if 0 <= row < len(used) and np.isfinite(nights.on[row]):
            used[row] = float(kept.used)
    return used


def _protocol(nights: ComparedNights, used: Array) -> Comparison | None:
    """Compare only nights on which the schedule was kept; their p has no lot behind it."""
    if not np.isfinite(used).any():
        return None
    on = np.where(used == nights.on, nights.on, np.nan)
    kept = ComparedNights(nights.evenings, nights.cramp, on, nights.pair)
    return compare_steps(kept)


def _told(
    table: DayTable,
    nights: ComparedNights,
    used: Array,
    found: Comparison,
    protocol: Comparison | None,
    runs: Sequence[RemedyTrial],
) -> TrialVerdict:
    by_lot = runs[-1].design is TrialDesign.PAIRS
    as_scheduled = used == nights.on
    return TrialVerdict(
        answer=found.answer,
        shortfall=found.shortfall,
        p=found.p,
        ratio=found.ratio,
        low=found.low,
        high=found.high,
        chance_fewer=found.chance_fewer,
        as_planned=_arms(table, nights.on),
        per_protocol=_arms(table, np.where(as_scheduled, nights.on, np.nan)) if protocol else None,
        protocol_ratio=protocol.ratio if protocol else None,
        protocol_low=protocol.low if protocol else None,
        protocol_high=protocol.high if protocol else None,
        by_lot=by_lot,
        pairs=len(np.unique(nights.pair[nights.pair != NO_PAIR])) if by_lot else 0,
        runs=len(runs),
        answered=int(np.isfinite(used).sum()),
        as_scheduled=int(as_scheduled.sum()),
        ended_early=any(run.ended_early for run in runs),
    )


def _arms(table: DayTable, on: Array) -> Arms:
    return Arms(_arm(table.cramps[on == 1]), _arm(table.cramps[on == 0]))


def _arm(cramps: Array) -> Arm:
    recorded = cramps[np.isfinite(cramps)]
    return Arm(len(recorded), int((recorded > 0).sum()), int(recorded.sum()))
