"""What a password costs with ten years of nights: opening, saving, and setting it on every backup.

Run `python benchmarks/password_speed.py`. Opening may take at most 1.5 s beyond making the key.
"""

import statistics
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import perf_counter

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.night import Episode, Leg, Night
from journal_app.journal.records import Records
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import key_for, new_key
from journal_app.store.opening import open_own
from journal_app.store.password import change_password, unlocked

NIGHTS = 3650
FIRST = date(2016, 11, 1)
NOW = datetime(2026, 11, 4, 7, 30, tzinfo=UTC)
BACKUPS = 10
TIMES = 9
ALLOWED_SECONDS = 1.5
PASSWORD = "rhubarb 1951"


def main() -> int:
    """Print the figures; exit 1 where opening takes too long."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        plain = _ten_years(Path(folder) / "journal.db")
        opened, saved = _opening(plain), _saving(plain)
        began = perf_counter()
        protected = change_password(plain, new_key(PASSWORD), NOW).folders
        set_in = perf_counter() - began
        copies = len(protected.found())
        began = perf_counter()
        key_for(protected.journal, PASSWORD)
        key = perf_counter() - began
        began = perf_counter()
        unlocked(BackupFolders(protected.journal), PASSWORD)
        beyond_key = perf_counter() - began - key
        opened_protected, saved_protected = _opening(protected), _saving(protected)
    extra = max(beyond_key, 0) + opened_protected
    print(f"opening and reading {NIGHTS} nights: {opened * 1000:.0f} ms,", end=" ")
    print(f"with a password {extra * 1000:.0f} ms beyond its key ({key * 1000:.0f} ms)")
    print(f"saving a night: {saved * 1000:.2f} ms, with a password {saved_protected * 1000:.2f} ms,", end=" ")
    print(f"ratio {saved_protected / saved:.2f}")
    print(f"setting a password on the journal and {copies} backups: {set_in:.1f} s")
    return 0 if extra <= ALLOWED_SECONDS else 1


def _ten_years(path: Path) -> BackupFolders:
    evenings = [FIRST + timedelta(days=k) for k in range(NIGHTS)]
    cramps = Episode(Leg.LEFT, "calf", 5, minutes=3.0, relief=("stretched",))
    nights = tuple(Night(on, (cramps,) * (k % 3 == 0), logged_at=NOW) for k, on in enumerate(evenings))
    days = tuple(Day(on, (HabitEntry("water", 1500), HabitEntry("magnesium", 1))) for on in evenings)
    folders = BackupFolders(path)
    with JournalStore.create(path) as store:
        store.apply(Records(nights, days), "a benchmark")
        for k in range(BACKUPS):
            folders.make(folders.folders, NOW - timedelta(days=k))
    return folders


def _opening(folders: BackupFolders) -> float:
    return statistics.median(_seconds_to_read(folders) for _ in range(TIMES))


def _seconds_to_read(folders: BackupFolders) -> float:
    began = perf_counter()
    with open_own(folders, NOW) as store:
        store.records()
    return perf_counter() - began


def _saving(folders: BackupFolders) -> float:
    with open_own(folders, NOW) as store:
        nights = [Night(FIRST - timedelta(days=k + 1), logged_at=NOW) for k in range(TIMES * 5)]
        return statistics.median(_seconds_to_save(store, night) for night in nights)


def _seconds_to_save(store: JournalStore, night: Night) -> float:
    began = perf_counter()
    store.save_night(night)
    return perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
