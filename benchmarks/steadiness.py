"""What happens to a person who looks at Patterns again and again for a year in which nothing is there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from benchmarks import bench
from benchmarks.patterns_adapter import analyse, day_table_of
from journal_app.analysis.change import change_after, change_point
from journal_app.analysis.summary import missing_nights
from journal_app.analysis.verdicts import EARLY_CHECKPOINTS, FIRST_REGULAR, NIGHTS_BETWEEN

NIGHTS = 365
DRIFTING = bench.Scenario("drifting", bench.NULL12, (NIGHTS,), 1, **bench.REAL)
STEADY = bench.Scenario("steady", bench.NULL12, (NIGHTS,), 1, ar=(1.6, 0.6))


@dataclass(frozen=True)
class Looks:
    """Shares of journals without any true cause."""

    ever_hint: float
    ever_likely: float
    ever_strong: float


def looks_of_a_year(journals: int, seed: int) -> Looks:
    """Return how often a year of looks shows something where nothing is."""
    worst = [max(_levels(table)) for table, _ in bench.simulate(DRIFTING, NIGHTS, journals, seed)]
    return Looks(*(float(np.mean([level >= wanted for level in worst])) for wanted in (1, 2, 3)))


def changed_days(journals: int, seed: int, nights: int = 150) -> float:
    """Return the share of mornings on which any verdict differs from the morning before."""
    changed = mornings = 0
    for table, _ in bench.simulate(DRIFTING, nights, journals, seed):
        said = [_verdicts(first_nights(table, n)) for n in range(nights - 29, nights + 1)]
        changed += sum(one != other for one, other in pairwise(said))
        mornings += len(said) - 1
    return changed / mornings


def false_changes(journals: int, seed: int) -> dict[str, tuple[float, float]]:
    """Return how often a step is seen after a day on which nothing began, and on any day."""
    found = {}
    for scenario in (STEADY, DRIFTING):
        tables = [day_table_of(table) for table, _ in bench.simulate(scenario, NIGHTS, journals, seed)]
        after = [change_after(table, table.evenings[NIGHTS // 2].item()) for table in tables]
        p = [change.p for change in after if change is not None and change.p is not None]
        found[scenario.name] = (
            float(np.mean([value <= 0.05 for value in p])),
            float(np.mean([change_point(table) is not None for table in tables])),
        )
    return found


def skipped_good_nights(journals: int, seed: int) -> tuple[float, float]:
    """Return how often skipping is suspected where good nights were skipped, and where none were."""
    found = []
    for skipped in (0.35, 0.0):
        scenario = replace(STEADY, name=f"skipped {skipped}", mcar=0.1, mnar=skipped)
        tables = (day_table_of(table) for table, _ in bench.simulate(scenario, NIGHTS, journals, seed))
        found.append(float(np.mean([missing_nights(table).bad_nights_favoured for table in tables])))
    return found[0], found[1]


def first_nights(table: Mapping, nights: int) -> dict:
    """Return a simulated journal as it stood after so many nights."""
    short = {key: table[key][:nights] for key in ("day", "cramp", "count", "severity", "minutes")}
    return short | {
        "factors": {name: column[:nights] for name, column in table["factors"].items()},
        "kinds": table["kinds"],
    }


def _levels(table: Mapping) -> Iterator[int]:
    for nights in (*EARLY_CHECKPOINTS, *range(FIRST_REGULAR, NIGHTS + 1, NIGHTS_BETWEEN)):
        yield max(bench.VERDICTS[row[-1]] for row in analyse(first_nights(table, nights)))


def _verdicts(table: Mapping) -> dict[str, int]:
    levels: dict[str, int] = {}
    for name, *_, said in analyse(table):
        levels[name] = max(levels.get(name, -1), bench.VERDICTS[said])
    return levels
