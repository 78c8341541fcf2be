"""How long saving a night takes, against a bare sqlite3 insert with the same settings.

Run `python benchmarks/save_speed.py`; it prints both medians and their ratio (wanted: at most 3).
"""

import sqlite3
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path
from time import perf_counter

from journal_app.journal.night import Episode, Leg, Night
from journal_app.store.journal_store import JournalStore

NIGHTS = 400


def main() -> int:
    """Print the medians and the ratio; exit 1 where the save is too slow."""
    with tempfile.TemporaryDirectory(dir=".") as folder:
        bare, ours = measure(Path(folder))
    ratio = ours / bare
    print(f"bare insert {bare * 1000:.2f} ms, save of a night {ours * 1000:.2f} ms, ratio {ratio:.2f}")
    return 0 if ratio <= 3 else 1


def measure(folder: Path) -> tuple[float, float]:
    """Return the median seconds of a bare insert and of a save, taken in turns."""
    conn = _bare(folder / "bare.db")
    with JournalStore.create(folder / "journal.db") as store:
        pairs = [
            (_seconds(partial(_insert, conn, night)), _seconds(partial(store.save_night, night)))
            for night in map(_night, range(NIGHTS))
        ]
    conn.close()
    return statistics.median(bare for bare, _ in pairs), statistics.median(ours for _, ours in pairs)


def _night(k: int) -> Night:
    episode = Episode(Leg.LEFT, "calf", k % 11, minutes=3.0, relief=("stretched",))
    return Night(date(2020, 1, 1) + timedelta(days=k), (episode,), logged_at=datetime(2026, 1, 1, tzinfo=UTC))


def _bare(path: Path) -> sqlite3.Connection:
    conn = sqlite3.connect(path, isolation_level=None)
    for setting in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "secure_delete = ON"):
        conn.execute(f"PRAGMA {setting}")
    conn.execute(
        "CREATE TABLE night (evening TEXT PRIMARY KEY, pain INTEGER, minutes REAL, note TEXT) STRICT"
    )
    return conn


def _insert(conn: sqlite3.Connection, night: Night) -> None:
    row = (night.evening.isoformat(), night.worst_pain, night.cramp_minutes, night.note)
    conn.execute("INSERT INTO night VALUES (?, ?, ?, ?)", row)


def _seconds(action: Callable[[], None]) -> float:
    began = perf_counter()
    action()
    return perf_counter() - began


if __name__ == "__main__":
    sys.exit(main())
