"""Score trials on oneself on simulated people and write docs/trial-statistics.md.

    python -m benchmarks.trials [--people 1000] [--seed N] [--out docs/trial-statistics.md]

Every trial is planned, drawn and judged by the functions that the window uses. The exit status is 1
if a gate fails.
"""

import argparse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from string import Template

import numpy as np

from benchmarks import bench
from benchmarks.trial_journals import (
    DECLINE,
    DRIFT,
    FOLLOWED,
    RUNS,
    SEASON,
    STEADY,
    WORST,
    TrialJournal,
    journals,
    two_runs,
)
from journal_app.analysis.basic import fisher_exact
from journal_app.analysis.day_table import day_table
from journal_app.analysis.trial_comparison import Answer
from journal_app.analysis.trial_plan import BEFORE_AFTER, BLOCKS, NIGHTLY, TrialPlan, chance_to_notice
from journal_app.analysis.trial_verdict import Arms, TrialVerdict, verdict
from journal_app.journal.period import Period
from journal_app.journal.trial import TrialDesign

SEED = 20260
TEMPLATE = Path(__file__).with_name("trial-statistics.template.md")
NOTHING, SOME, HALVED = 1.0, 0.7, 0.5
PLANNED_FOR = 4  # every fourth person's plan is worked out beforehand
MADE_UP = 32  # trials made up for each of these
QUARTER_FEWER = 0.75

DESIGNS = {
    "nightly pairs, 84 nights": NIGHTLY[0],
    "blocks of 4, 88 nights": BLOCKS[0],
    "blocks of 4, 112 nights": BLOCKS[1],
    "blocks of 7, 168 nights": BLOCKS[3],
    "4 + 4 weeks": BEFORE_AFTER[0],
    "8 + 8 weeks": BEFORE_AFTER[1],
    "a medicine followed": FOLLOWED,
}
SCENARIOS = (STEADY, RUNS, DRIFT, SEASON, DECLINE, WORST)


@dataclass(frozen=True)
class Cell:
    """One design in one kind of journal: shares of people."""

    scenario: bench.Scenario
    design: str
    ratio: float
    said: float  # clear, or a hint where nobody drew lots; in the right direction if there is one
    leaning: float
    no_difference: float
    cannot_tell: float
    coverage: float
    naive: float
    fisher: float

    @property
    def by_lot(self) -> bool:
        """Whether the order was drawn."""
        return DESIGNS[self.design].design is TrialDesign.PAIRS


def main() -> int:
    """Run the command."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--people", type=int, default=1000)
    wanted.add_argument("--seed", type=int, default=SEED)
    wanted.add_argument("--out", type=Path, default=Path("docs/trial-statistics.md"))
    chosen = wanted.parse_args()
    nulls = [scored(s, name, NOTHING, chosen.people, chosen.seed) for s in SCENARIOS for name in DESIGNS]
    effects = [scored(DRIFT, name, r, chosen.people, chosen.seed) for r in (SOME, HALVED) for name in DESIGNS]
    planned = {name: planned_chance(name, chosen.people, chosen.seed) for name in DESIGNS if _offered(name)}
    again = {ratio: either_clear(ratio, chosen.people, chosen.seed) for ratio in (NOTHING, HALVED)}
    gates = list(_gates(nulls, effects, planned, again[NOTHING]))
    chosen.out.write_text(_page(nulls, effects, planned, again, gates, chosen.people), encoding="utf-8")
    failed = sum(not held for _, _, held in gates)
    print("\n".join(f"{'ok  ' if held else 'FAIL'} {what} {value:.3f}" for what, value, held in gates))
    print(f"{chosen.out} written; {failed} gates failed")
    return 1 if failed else 0


def scored(scenario: bench.Scenario, design: str, ratio: float, people: int, seed: int) -> Cell:
    """Return what the program, the naive rule and Fisher's test say to people of one kind."""
    plan = DESIGNS[design]
    judged = [(each, _verdict(each)) for each in journals(scenario, plan, ratio, people, seed)]
    found = [said for _, said in judged]
    covered = [said.low <= each.ratio <= said.high for each, said in judged if said.low and said.high]
    cell = Cell(
        scenario,
        design,
        ratio,
        said=_mean(_claims(said, plan) and (ratio == NOTHING or said.fewer is True) for said in found),
        leaning=_mean(said.answer is Answer.LEANING for said in found),
        no_difference=_mean(said.answer is Answer.NO_DIFFERENCE for said in found),
        cannot_tell=_mean(said.answer is Answer.CANNOT_TELL for said in found),
        coverage=_mean(covered),
        naive=_mean(_quarter_fewer(said.as_planned) for said in found),
        fisher=_mean(_fisher(said.as_planned) for said in found),
    )
    print(
        f"{scenario.name:32s} {design:26s} x{ratio}: {cell.said:.3f}, covers {cell.coverage:.3f}", flush=True
    )
    return cell


def planned_chance(design: str, people: int, seed: int) -> float:
    """Return the mean chance to notice a halving that people are told before they begin."""
    asked = list(journals(DRIFT, DESIGNS[design], HALVED, people, seed))[::PLANNED_FOR]
    return _mean(_told_beforehand(each, DESIGNS[design], seed + k) for k, each in enumerate(asked))


def either_clear(ratio: float, people: int, seed: int) -> float:
    """Return how often a first run, or both runs together, come out clear (and right if anything is)."""
    found = []
    for each in journals(DRIFT, TrialPlan(TrialDesign.PAIRS, 1, 84), ratio, people, seed):
        first, second = two_runs(each)
        looks = (verdict(first, each.records), verdict(second, each.records, [first]))
        found.append(any(v and v.answer is Answer.CLEAR and (ratio == NOTHING or v.fewer) for v in looks))
    return _mean(found)


def _offered(design: str) -> bool:
    return DESIGNS[design] is not FOLLOWED


def _verdict(each: TrialJournal) -> TrialVerdict:
    said = verdict(each.trial, each.records)
    if said is None:
        raise ValueError("a simulated trial has ended")
    return said


def _told_beforehand(each: TrialJournal, plan: TrialPlan, seed: int) -> float:
    last = each.trial.first_evening - timedelta(days=1)
    table = day_table(each.records, (), Period(each.records.nights[0].evening, last))
    return chance_to_notice(plan, table, seed, MADE_UP)


def _claims(said: TrialVerdict, plan: TrialPlan) -> bool:
    return said.answer is (Answer.CLEAR if plan.design is TrialDesign.PAIRS else Answer.LEANING)


def _quarter_fewer(arms: Arms) -> bool:
    """Tell what a person without statistics would: at least 25 % fewer cramps means that it works."""
    on, off = arms.on.per_week, arms.off.per_week
    return on is not None and bool(off) and on <= QUARTER_FEWER * off


def _fisher(arms: Arms) -> bool:
    counts = (arms.on.cramp_nights, arms.on.nights, arms.off.cramp_nights, arms.off.nights)
    return fisher_exact(*counts) <= 0.05


def _mean(values: Iterable[float]) -> float:
    return float(np.mean([*values]))


def _gates(
    nulls: list[Cell], effects: list[Cell], planned: dict[str, float], again: float
) -> Iterator[tuple[str, float, bool]]:
    by_lot = [name for name, plan in DESIGNS.items() if plan.design is TrialDesign.PAIRS]
    lots = max(_mean(cell.said for cell in nulls if cell.design == name) for name in by_lot)
    worst_lot = max(cell.said for cell in nulls if cell.by_lot)
    steps = max(cell.said for cell in nulls if not cell.by_lot)
    yield "false clear, worst design (at most .06)", lots, lots <= 0.06
    yield (
        "false clear, worst design and journal (at most .07: .05 and its error)",
        worst_lot,
        worst_lot <= 0.07,
    )
    yield "false hint of before and after, worst (at most .10)", steps, steps <= 0.10
    yield "false clear in either of two runs (at most .06)", again, again <= 0.06
    for name in DESIGNS:
        covered = _mean(cell.coverage for cell in (*nulls, *effects) if cell.design == name)
        yield f"coverage, {name} (at least .90)", covered, covered >= 0.90
    worst = min(cell.coverage for cell in (*nulls, *effects))
    yield "coverage, worst design and journal (at least .90)", worst, worst >= 0.90
    for cell in effects:
        if cell.ratio == HALVED and cell.design in planned:
            gap = planned[cell.design] - cell.said
            yield f"planned less achieved chance, {cell.design} (within .10)", gap, abs(gap) <= 0.10


def _page(
    nulls: list[Cell],
    effects: list[Cell],
    planned: dict[str, float],
    again: dict[float, float],
    gates: list[tuple[str, float, bool]],
    people: int,
) -> str:
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        people=people,
        nulls=_lines(_null_row(cell) for cell in nulls),
        effects=_lines(_effect_row(cell) for cell in effects),
        planned=_lines(
            f"| {name} | {_percent(chance)} | {_percent(_achieved(effects, name))} |"
            for name, chance in planned.items()
        ),
        again=_percent(again[NOTHING]),
        again_halved=_percent(again[HALVED]),
        gates=_lines(
            f"| {what} | {value:.3f} | {'held' if held else 'missed'} |" for what, value, held in gates
        ),
    )


def _achieved(effects: list[Cell], design: str) -> float:
    return next(cell.said for cell in effects if cell.design == design and cell.ratio == HALVED)


def _null_row(cell: Cell) -> str:
    shares = (cell.said, cell.naive, cell.fisher, cell.coverage)
    return f"| {cell.scenario.name} | {cell.design} | {' | '.join(map(_percent, shares))} |"


def _effect_row(cell: Cell) -> str:
    shares = (cell.said, cell.leaning, cell.no_difference, cell.cannot_tell, cell.coverage)
    return f"| {cell.ratio} | {cell.design} | {' | '.join(map(_percent, shares))} |"


def _percent(share: float) -> str:
    return f"{100 * share:.1f} %"


def _lines(rows: Iterable[str]) -> str:
    return "\n".join(rows)


if __name__ == "__main__":
    raise SystemExit(main())
