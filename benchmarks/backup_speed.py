"""How long a verified backup of ten years takes, against a plain copy that is brought to the disk.

Run `python benchmarks/backup_speed.py`; it prints the best of both, taken in turns, and what of the backup
is the check: `integrity_check`, the owners of all rows, and their counts (aimed at without it: 2).
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.night import Episode, Leg, Night
from journal_app.journal.records import Records
from journal_app.store.connection import connect
from journal_app.store.copies import copy_all, refuse_other_than, settle, sync_folder
from journal_app.store.journal_store import JournalStore

Made = TypeVar("Made")
NIGHTS = 3650
ROUNDS = 40
FIRST = date(2016, 1, 1)
HABITS = ("water", "exercise", "stretching", "magnesium", "alcohol", "caffeine", "sitting", "standing")


def main() -> int:
    """Print the times and the ratios; exit 1 where writing alone takes over 2.5 times as long."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        size = ten_years(Path(folder) / "journal.db")
        copied, written, checked = measure(Path(folder))
    print(f"{size / 1e6:.1f} MB: plain copy on the disk {copied * 1000:.1f} ms,", end=" ")
    print(f"backup written {written * 1000:.1f} ms ({written / copied:.1f} times),", end=" ")
    print(f"checked {checked * 1000:.1f} ms, together {(written + checked) / copied:.1f} times")
    return 0 if written <= 2.5 * copied else 1


def measure(folder: Path) -> tuple[float, float, float]:
    """Return the fewest seconds of a plain copy, of writing a backup, and of its check."""
    journal, unfinished, copy = (folder / name for name in ("journal.db", "unfinished.db", "copy.db"))
    taken: list[tuple[float, float, float]] = []
    with connect(journal, read_only=True) as db:
        for _ in range(ROUNDS):
            copied, _none = _timed(partial(_plain_copy, journal, copy))
            written, counted = _timed(partial(copy_all, db, unfinished))
            checked, _none = _timed(partial(refuse_other_than, counted, unfinished, copy, None))
            settled, _none = _timed(partial(settle, unfinished, copy))
            taken.append((copied, written + settled, checked))
    copied, written, checked = map(min, zip(*taken, strict=True))
    return copied, written, checked


def ten_years(path: Path) -> int:
    """Make a journal of ten years with eight answers a day; return its size in bytes."""
    on = [FIRST + timedelta(days=k) for k in range(NIGHTS)]
    nights = (Night(on[k], tuple(_cramp(k + n) for n in range(k % 3))) for k in range(NIGHTS))
    days = (Day(on[k], tuple(HabitEntry(habit, float(k % 900)) for habit in HABITS)) for k in range(NIGHTS))
    with JournalStore.create(path) as store:
        store.apply(Records(nights=tuple(nights), days=tuple(days)), "ten years")
    return path.stat().st_size


def _cramp(k: int) -> Episode:
    return Episode(Leg.LEFT, "calf", k % 11, minutes=3.0, relief=("stretched",))


def _plain_copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    with target.open("r+b") as file:
        os.fsync(file.fileno())
    sync_folder(target.parent)


def _timed(action: Callable[[], Made]) -> tuple[float, Made]:
    began = perf_counter()
    made = action()
    return perf_counter() - began, made


if __name__ == "__main__":
    sys.exit(main())
