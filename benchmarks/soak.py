"""A writer killed at random moments, over and over: is everything it acknowledged still there?

Run `python -m benchmarks.soak`, or with a number of kills. After each kill the journal is opened as the
program opens it; it must be sound, hold every acknowledged night with its day, and none half-written.
"""

import argparse
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.errors import JournalError
from journal_app.journal.night import Episode, Leg, Night
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore

KILLS = 1000
SEED = 20261104
FIRST = date(2016, 1, 1)
EVENINGS = 700  # after so many the writer comes back to the first, and changes it
BACKUP_EACH = 40
A_JOURNAL_LASTS = 50  # kills; then a new one is begun, so that making one is killed too
LONGEST_LIFE = 0.15  # seconds
ACKNOWLEDGED = 8  # bytes that tell one saved morning


@dataclass(frozen=True)
class Tally:
    """What was counted; the last four have to be nothing."""

    kills: int = 0
    acknowledged: int = 0
    before_first_save: int = 0
    backups: int = 0
    lost: int = 0
    half_written: int = 0
    not_opened: int = 0
    unsound: int = 0

    @property
    def broken(self) -> int:
        """Return how many promises were not kept."""
        return self.lost + self.half_written + self.not_opened + self.unsound


def main() -> int:
    """Print the figures; exit 1 where anything was lost."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kills", type=int, nargs="?", default=KILLS)
    options.add_argument("--seed", type=int, default=SEED)
    asked = options.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=".") as folder:
        tally = soak(Path(folder), asked.kills, random.Random(asked.seed))
    print(f"{tally.kills} kills in {time.perf_counter() - began:.0f} s,", end=" ")
    print(f"{tally.before_first_save} of them before the first save")
    print(
        f"{tally.acknowledged} mornings acknowledged as saved, {tally.backups} times a backup was looked into"
    )
    print(f"lost {tally.lost}, half-written {tally.half_written},", end=" ")
    print(f"journals not opened {tally.not_opened}, journals or backups unsound {tally.unsound}")
    return 1 if tally.broken else 0


def soak(folder: Path, kills: int, rng: random.Random) -> Tally:
    """Kill a writer so many times, and look after each."""
    tally, acknowledged = Tally(), 0
    for kill in range(kills):
        journal = folder / f"{kill // A_JOURNAL_LASTS}" / "journal.db"
        if kill % A_JOURNAL_LASTS == 0:
            acknowledged = 0
        before = acknowledged
        acknowledged += killed_writer(journal, acknowledged, rng.uniform(0, LONGEST_LIFE))
        tally = replace(
            tally,
            kills=tally.kills + 1,
            acknowledged=tally.acknowledged + acknowledged - before,
            before_first_save=tally.before_first_save + (acknowledged == before),
        )
        tally, acknowledged = look(journal, acknowledged, tally)
    return tally


def killed_writer(journal: Path, first: int, life: float) -> int:
    """Let a process write mornings until it is killed; return how many it acknowledged."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write_mornings(journal, first, writing)
    os.close(writing)
    time.sleep(life)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading, "rb") as pipe:
        return len(pipe.read()) // ACKNOWLEDGED


def write_mornings(journal: Path, first: int, tell: int) -> None:
    """Save one morning after the other, each told once it is saved; ends only by being killed."""
    try:
        with JournalStore.open_or_create(journal) as store:
            number = first
            while True:
                store.save_morning(night_of(number), day_of(number))
                os.write(tell, number.to_bytes(ACKNOWLEDGED))
                number += 1
                if number % BACKUP_EACH == 0:
                    folders = BackupFolders(journal)
                    folders.make(folders.folders, datetime.now(UTC).replace(tzinfo=None))
    finally:
        os._exit(1)


def look(journal: Path, acknowledged: int, tally: Tally) -> tuple[Tally, int]:
    """Open a journal after a kill; return the tally, and with how many mornings to go on."""
    if not journal.exists():
        return replace(tally, lost=tally.lost + acknowledged), 0
    try:
        with JournalStore.open(journal) as store:
            faults, records = store.faults(), store.records()
    except JournalError:
        return replace(tally, not_opened=tally.not_opened + 1), acknowledged
    nights = {night.evening: night for night in records.nights}
    days = {day.on: day for day in records.days}
    lost = half = 0
    in_flight = night_of(acknowledged)
    saved_unsaid = nights.get(in_flight.evening) == in_flight
    for number in range(max(0, acknowledged + saved_unsaid - EVENINGS), acknowledged + saved_unsaid):
        night, day = night_of(number), day_of(number)
        lost += night.evening not in nights
        half += night.evening in nights and (nights[night.evening], days.get(day.on)) != (night, day)
    strangers = len(nights) - min(acknowledged + saved_unsaid, EVENINGS)
    held = BackupFolders(journal).held()
    unsound = bool(faults) + sum(each.fault is not None for each in held)
    told = replace(
        tally,
        lost=tally.lost + lost,
        half_written=tally.half_written + half + max(0, strangers),
        unsound=tally.unsound + unsound,
        backups=tally.backups + len(held),
    )
    return told, acknowledged + saved_unsaid


def night_of(number: int) -> Night:
    """Return the night of a number: the same evening comes again, with other cramps."""
    evening = FIRST + timedelta(days=number % EVENINGS)
    cramps = tuple(
        Episode(Leg.LEFT, "calf", (number + k) % 11, minutes=3.0, note=f"{number} {k}")
        for k in range(number % 4)
    )
    return Night(evening, cramps, note=f"morning {number}")


def day_of(number: int) -> Day:
    """Return the day that belongs to the night of a number."""
    on = FIRST + timedelta(days=number % EVENINGS)
    return Day(on, (HabitEntry("water", 500 + number), HabitEntry("magnesium", 1, note=f"{number}")))


if __name__ == "__main__":
    sys.exit(main())
