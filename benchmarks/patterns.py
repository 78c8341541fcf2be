"""Score the program's own pattern finding on simulated journals and write docs/statistics.md.

    python -m benchmarks.patterns [--reps 1] [--out docs/statistics.md] [--seed N]

The journals, the scorer and its gates are in bench.py; the exit status is 1 if a gate fails.
"""

import argparse
import math
import time
from collections.abc import Iterable
from pathlib import Path
from string import Template

from benchmarks import bench
from benchmarks.naive import METHODS
from benchmarks.patterns_adapter import analyse
from benchmarks.steadiness import changed_days, false_changes, looks_of_a_year, skipped_good_nights

SEED = 20240
TEMPLATE = Path(__file__).with_name("statistics.template.md")
GRADES = (1, 2, 3)


def main() -> int:
    """Run the command."""
    wanted = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    wanted.add_argument("--reps", type=float, default=1.0)
    wanted.add_argument("--seed", type=int, default=SEED)
    wanted.add_argument("--out", type=Path, default=Path("docs/statistics.md"))
    chosen = wanted.parse_args()
    ours = bench.score(analyse, bench.OPEN, chosen.reps, chosen.seed)
    failed = bench.gates(ours) + _edge_cases()
    others = {
        name: bench.score(method, bench.OPEN, chosen.reps, chosen.seed, verbose=False)
        for name, method in METHODS.items()
    }
    chosen.out.write_text(_page(ours, others, chosen.reps), encoding="utf-8")
    print(f"{chosen.out} written; {failed} gates failed")
    return 1 if failed else 0


def _edge_cases() -> int:
    faults = bench.edge_cases(analyse)
    for fault in faults:
        print(f"FAIL edge: {fault}")
    return len(faults)


def _page(ours: list[dict], others: dict[str, list[dict]], reps: float) -> str:
    journals = max(12, int(120 * reps))
    year = looks_of_a_year(journals, SEED)
    skipped, kept = skipped_good_nights(journals, SEED)
    changes = false_changes(journals, SEED)
    return Template(TEMPLATE.read_text(encoding="utf-8")).substitute(
        journals=sum(result["journals"] for result in ours),
        comparison=_comparison({"**this program**": ours, **others}),
        power=_power(ours),
        nulls=_nulls(ours),
        wrong_hint=_in_words(_wrong(ours, 1)),
        wrong_likely=_in_words(_wrong(ours, 2)),
        wrong_strong=_in_words(_wrong(ours, 3)),
        year_journals=journals,
        year_hint=_percent(year.ever_hint),
        year_likely=_percent(year.ever_likely),
        year_strong=_percent(year.ever_strong),
        changed=_percent(changed_days(max(4, journals // 12), SEED)),
        step_steady=_percent(changes["steady"][0]),
        step_drifting=_percent(changes["drifting"][0]),
        point_steady=_percent(changes["steady"][1]),
        point_drifting=_percent(changes["drifting"][1]),
        skipped=_percent(skipped),
        kept=_percent(kept),
        year_ms=f"{_time(2, 365):.0f}",
        wide_ms=f"{_time(11, 365):.0f}",
        decade_ms=f"{_time(11, 3650):.0f}",
    )


def _comparison(methods: dict[str, list[dict]]) -> str:
    heads = list(methods)
    rows = [
        ("p below 0.05 where nothing is",
         [_percent(_pool(r, "null", "fpr05", "n_nullp")) for r in methods.values()]),
        *(
            (f"journals without any cause that show a *{grade}* or more",
             [_percent(_pool(r, "null", f"fwer_{grade}")) for r in methods.values()])
            for grade in ("hint", "likely", "strong")
        ),
        ("false among what is called *likely* or more",
         [_percent(_pool(r, "effect", "fdr_likely")) for r in methods.values()]),
        *(
            (f"wrong among exactly *{name}*", [_percent(_wrong(r, grade)) for r in methods.values()])
            for name, grade in zip(("hint", "likely", "strong"), GRADES, strict=True)
        ),
        ("95 % intervals that hold the true ratio",
         [_percent(_pool(r, "effect", "cover_cause")) for r in methods.values()]),
        ("mere companions of a cause called *likely*",
         [_percent(_pool(r, "effect", "proxy_likely")) for r in methods.values()]),
        *(
            (f"true ratio {ratio} called *likely*, 300 nights and more",
             [_percent(_found(r, ratio, 300)) for r in methods.values()])
            for ratio in ("2.0", "3.0", "0.5")
        ),
    ]  # fmt: skip
    return _table(["", *heads], [[name, *cells] for name, cells in rows])


def _power(ours: list[dict]) -> str:
    ratios = ("1.3", "1.5", "2.0", "3.0", "0.5")
    nights = sorted({result["n"] for result in ours if result["kind"] == "effect"})
    rows = [
        [str(n), *(f"{_percent(_found(_at(ours, n), ratio, 0, 'hint'))} / "
                   f"{_percent(_found(_at(ours, n), ratio, 0))}" for ratio in ratios)]
        for n in nights
    ]  # fmt: skip
    return _table(["nights", *(f"true ratio {ratio}" for ratio in ratios)], rows)


def _nulls(ours: list[dict]) -> str:
    rows = [
        [r["scenario"], str(r["n"]), str(r["journals"]), _percent(r["fpr05"]),
         *(_percent(r[f"fwer_{grade}"]) for grade in ("hint", "likely", "strong"))]
        for r in ours if r["kind"] == "null"
    ]  # fmt: skip
    return _table(
        ["journals without a cause", "nights", "journals", "p < 0.05", "hint +", "likely +", "strong"], rows
    )


def _at(results: list[dict], nights: int) -> list[dict]:
    return [result for result in results if result["n"] == nights]


def _pool(results: list[dict], kind: str, key: str, weight: str = "journals") -> float:
    pairs = [(r[key], r[weight]) for r in results if r["kind"] == kind and not math.isnan(r[key])]
    total = sum(size for _, size in pairs)
    return sum(value * size for value, size in pairs) / total if total else math.nan


def _wrong(results: list[dict], grade: int) -> float:
    counts = [result["exact"][grade] for result in results if result["kind"] == "effect"]
    false, true = sum(c[0] for c in counts), sum(c[1] for c in counts)
    return false / (false + true) if false + true else math.nan


def _found(results: list[dict], ratio: str, nights: int, grade: str = "likely") -> float:
    kept = (r["power"] for r in results if r["kind"] == "effect" and r["n"] >= nights)
    shares = [power[ratio][grade] for power in kept if ratio in power]
    return sum(shares) / len(shares) if shares else math.nan


def _in_words(share: float) -> str:
    return f"about 1 in {round(1 / share)}" if share > 0.005 else "fewer than 1 in 200"


def _percent(share: float) -> str:
    if math.isnan(share):
        return "–"
    return f"{100 * share:.1f} %" if share < 0.0995 else f"{100 * share:.0f} %"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _time(scenario: int, nights: int) -> float:
    """Return the least of three runs in milliseconds of processor time."""
    table, _ = bench.simulate(bench.OPEN[scenario], nights, 1, SEED)[0]
    best = math.inf
    for _ in range(3):
        began = time.process_time()
        analyse(table)
        best = min(best, time.process_time() - began)
    return 1000 * best


if __name__ == "__main__":
    raise SystemExit(main())
