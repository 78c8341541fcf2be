"""Long random histories of a journal, held after each step to what a plain dictionary holds.

Run `python -m benchmarks.histories`, or with a number of histories. Saves, edits, deletions, undo, imports,
backups, restores, crashes and reopenings come in any order; a deviation is printed with its shortest history.
"""

import argparse
import os
import sys
import time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from hypothesis import HealthCheck, seed, settings
from hypothesis.stateful import run_state_machine_as_test

import journal_app.ui  # noqa: F401 before anything of PySide6
from tests.store.any_history import AnyHistory

HISTORIES = 120
STEPS = 80
SEED = 20261104


def main() -> int:
    """Print how many steps were played; end with the shortest history that went wrong."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("histories", type=int, nargs="?", default=HISTORIES)
    options.add_argument("--seed", type=int, default=SEED)
    asked = options.parse_args()
    began = time.perf_counter()
    play(asked.histories, asked.seed)
    print(f"{asked.histories} random histories, {AnyHistory.played} steps", end=" ")
    print(f"in {time.perf_counter() - began:.0f} s: after each the journal was sound and held what it should")
    return 0


def play(histories: int, start: int) -> None:
    """Play so many histories; none is shortened or replayed unless one goes wrong."""
    chosen = settings(
        max_examples=histories,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    run_state_machine_as_test(seed(start)(AnyHistory), settings=chosen)


if __name__ == "__main__":
    sys.exit(main())
