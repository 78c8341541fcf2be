"""Journals with a trial in them: bench.py's people, our schedules, and a truth that is known."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from benchmarks import bench
from journal_app.analysis.trial_plan import TrialPlan, draw_schedule
from journal_app.journal.followed import NIGHTS_AROUND, followed
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Night
from journal_app.journal.records import Records
from journal_app.journal.trial import Block, RemedyTrial, TrialDesign

HISTORY = 90
SEARCHED = 240  # nights among which a person's worst fortnight is looked for
FORTNIGHT = 14
REMEDY = "remedy"
FOLLOWED = TrialPlan(TrialDesign.FOLLOWED, NIGHTS_AROUND, 1)

REAL = bench.REAL
STEADY = bench.Scenario("steady", [], mcar=0.05)
RUNS = bench.Scenario("runs of bad nights", [], ar=(1.6, 0.6))
DRIFT = bench.Scenario("drift, season and runs", [], **REAL)
SEASON = bench.Scenario("strong season", [], ar=(1.0, 0.0), season=1.2)
DECLINE = bench.Scenario("natural decline", [], ar=(1.0, 0.0), trend=-2.5, trend_fixed=True)
WORST = bench.Scenario("begun after the worst fortnight", [], flare=(1.5, 60.0, 12.0), **REAL)


@dataclass(frozen=True)
class TrialJournal:
    """One made-up person: all nights, the trial that was done, and the true ratio."""

    records: Records
    trial: RemedyTrial
    ratio: float


def journals(
    scenario: bench.Scenario, plan: TrialPlan, ratio: float, count: int, seed: int
) -> Iterator[TrialJournal]:
    """Yield people who try a remedy that changes the risk of a cramp night by `ratio`."""
    if scenario is WORST:
        yield from _after_worst(scenario, plan, count, seed)
        return
    drawn = [draw_schedule(plan, date(2026, 1, 1), seed + k) for k in range(count)]
    arms = np.array([[block.on for block in blocks for _ in range(block.nights)] for blocks in drawn], float)
    nights = HISTORY + arms.shape[1]
    bench.GEN["drawn"] = lambda _rng, _count, columns, _context: np.pad(
        arms, ((0, 0), (columns - arms.shape[1], 0))
    )
    people = replace(scenario, factors=[bench.F(REMEDY, gen="drawn", rr=ratio)])
    for k, (table, truth) in enumerate(bench.simulate(people, nights, count, seed)):
        yield _journal(table, plan, HISTORY, truth[REMEDY]["rr"], seed + k)


def two_runs(each: TrialJournal) -> tuple[RemedyTrial, RemedyTrial]:
    """Cut a long trial into two runs, as if the second had been added later."""
    half = len(each.trial.blocks) // 2
    first, second = each.trial.blocks[:half], each.trial.blocks[half:]
    return _ended("first", first, each.trial.seed), _ended("second", second, each.trial.seed + 1)


def _after_worst(scenario: bench.Scenario, plan: TrialPlan, count: int, seed: int) -> Iterator[TrialJournal]:
    """Yield people who take a remedy that does nothing on the day after their worst fortnight.

    A trial of the program begins that evening, before and after with the weeks without; a medicine
    is begun that evening, so that the worst fortnight stands in its weeks without.
    """
    followed_only = plan.design is TrialDesign.FOLLOWED
    before, needed = (plan.nights // 2, plan.nights // 2) if followed_only else (0, plan.nights)
    for k, (table, _) in enumerate(bench.simulate(scenario, SEARCHED + needed, count, seed)):
        recent = np.convolve(np.nan_to_num(table["cramp"]), np.ones(FORTNIGHT))[: len(table["cramp"])]
        begin = HISTORY + int(np.argmax(recent[HISTORY - 1 : SEARCHED - 1]))
        yield _journal(table, plan, begin - before, 1.0, seed + k)


def _journal(table: dict, plan: TrialPlan, begun: int, ratio: float, seed: int) -> TrialJournal:
    evenings = [date(1970, 1, 1) + timedelta(days=int(day)) for day in table["day"]]
    nights = tuple(
        Night(evening, (Episode(),) * int(count))
        for evening, count in zip(evenings, table["count"], strict=True)
        if np.isfinite(count)
    )
    return TrialJournal(Records(nights=nights), _trial(plan, evenings[begun], seed), ratio)


def _trial(plan: TrialPlan, first: date, seed: int) -> RemedyTrial:
    """Return the trial as it stands when its last night is over."""
    if plan.design is TrialDesign.FOLLOWED:
        start = first + timedelta(days=plan.block_nights)
        found = followed(Medicine(REMEDY, REMEDY, (DosePeriod(start),)), start + 2 * (start - first))
        if found is None:
            raise ValueError("a medicine with a start can be followed")
        return found
    blocks = draw_schedule(plan, first, seed)
    return _ended(REMEDY, blocks, seed, plan.design)


def _ended(
    name: str, blocks: tuple[Block, ...], seed: int, design: TrialDesign = TrialDesign.PAIRS
) -> RemedyTrial:
    trial = RemedyTrial(name, REMEDY, REMEDY, design, blocks, seed)
    return trial.begun().up_to(blocks[-1].last + timedelta(days=1))
