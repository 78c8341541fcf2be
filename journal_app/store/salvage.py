"""What can still be read of a damaged journal, row by row, into a new one. The file itself is only copied."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database

from journal_app.journal.errors import JournalError
from journal_app.store.connection import SPOILED, connect, database_errors
from journal_app.store.copies import count_rows, find_faults, make_private_file
from journal_app.store.journal_file import FILES_BESIDE, HEADER_BYTES
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import PLAIN, Key, is_protected
from journal_app.store.nights import NightsHeld
from journal_app.store.row import Value
from journal_app.store.schema import migrate

LARGEST = 1 << 30  # a header that says more is damaged itself
ROOM = 1 << 26  # for a protected journal, whose header cannot be read before it is opened
DAYS = ("evening", "day", "first_day", "last_day", "asked_on", "first_evening", "last_evening")
TIMES: dict[str, Callable[[str], object]] = {
    "logged_at": datetime.fromisoformat,
    "deleted_at": datetime.fromisoformat,
    "imported_at": datetime.fromisoformat,
    "undone_at": datetime.fromisoformat,
    "began": time.fromisoformat,
    "at": time.fromisoformat,
}
LISTS = ("relief", "conditions", "kinds", "answers", "questions", "suspects")
PARTS = (("episode", "night", "night", "id"), ("dose_period", "medicine", "medicine", "id"))
TRIAL_PARTS = ("trial_block", "trial_pause", "trial_night")


def salvage(damaged: Path, target: Path, key: Key | None = None) -> NightsHeld | None:
    """Write what can be read of a damaged journal to a new file; `None` where nothing can, or no whole."""
    with TemporaryDirectory(dir=target.parent, prefix=f".{damaged.name}.salvage-") as folder:
        copy = Path(folder) / "copy.db"
        with suppress(OSError):
            for ending in ("", *FILES_BESIDE[:1]):
                if damaged.with_name(damaged.name + ending).exists():
                    shutil.copyfile(
                        damaged.with_name(damaged.name + ending), copy.with_name("copy.db" + ending)
                    )
            _fill_up(copy)
            return _read_out(copy, target, key) or _read_out(_without_log(copy), target, key)
    return None


def _fill_up(copy: Path) -> None:
    """Give a truncated file its length again, else SQLite refuses to read what is there."""
    with copy.open("r+b") as file:
        header = file.read(HEADER_BYTES)
        length = int.from_bytes(header[16:18]) * int.from_bytes(header[28:32])
        if is_protected(copy):
            length = copy.stat().st_size + ROOM
        elif not header.startswith(PLAIN):
            return
        if copy.stat().st_size < length <= LARGEST:
            file.truncate(length)


def _without_log(copy: Path) -> Path:
    """Leave the log out: it may belong to another file, and be what spoils this one."""
    for ending in FILES_BESIDE:
        copy.with_name(copy.name + ending).unlink(missing_ok=True)
    return copy


def _read_out(copy: Path, target: Path, key: Key | None) -> NightsHeld | None:
    make_private_file(target)
    try:
        with connect(target, key=key) as new:
            migrate(new)
            _take_rows(partial(connect, copy, key=key), new)
            if find_faults(new):
                return None
        with JournalStore.open(target, read_only=True, key=key) as store:
            store.records()
            return store.nights_held() if sum(_kept(store).values()) else None
    except (*database_errors(), *SPOILED, JournalError):
        return None


def _kept(store: JournalStore) -> dict[str, int]:
    return {name: n for name, n in store.counts().items() if not name.startswith(("_", "sqlite_"))}


def _take_rows(open_old: Callable[[], Database], new: Database) -> None:
    new.execute("PRAGMA foreign_keys = OFF")
    tables = [name for name in count_rows(new) if not name.startswith(("_", "sqlite_"))]
    with new.atomic():
        for table in tables:
            columns = [row[1] for row in new.execute(f"PRAGMA table_info({table})")]
            for row in _readable(open_old, table):
                known = {name: value for name, value in row.items() if name in columns}
                _put(new, table, _mended(known))
        _drop_strays(new)


def _put(new: Database, table: str, row: dict[str, Value]) -> None:
    if not all(_is_day(row[name]) for name in DAYS if row.get(name) is not None):
        return
    marks = ", ".join("?" * len(row))
    with suppress(*database_errors()):  # a value the table refuses is damage too
        sql = f"INSERT OR IGNORE INTO {table} ({', '.join(row)}) VALUES ({marks})"
        new.execute(sql, list(row.values()))


def _mended(row: dict[str, Value]) -> dict[str, Value]:
    """Return a row whose spoiled times are unknown, and whose spoiled lists are empty."""
    times = {name: None for name, read in TIMES.items() if not _is_read(read, row.get(name))}
    lists = {name: "[]" for name in LISTS if name in row and not _is_read(json.loads, row[name])}
    return row | times | lists


def _is_read(read: Callable[[str], object], value: Value) -> bool:
    try:
        return value is None or (isinstance(value, str) and read(value) is not None)
    except (ValueError, RecursionError):
        return False


def _readable(open_old: Callable[[], Database], table: str) -> Iterator[dict[str, Value]]:
    """Yield the rows before a damaged place, then those after it, which are read from the end."""
    for backwards in (False, True):
        # A connection of its own each time: SQLCipher reads nothing more after a damaged page.
        with suppress(*database_errors(), *SPOILED), open_old() as old:
            order = _backwards(old, table) if backwards else ""
            found = old.execute(f"SELECT * FROM {table}{order}")
            names = [each[0] for each in found.description]
            for values in found:
                yield dict(zip(names, values, strict=True))


def _backwards(old: Database, table: str) -> str:
    columns = sorted(old.execute(f"PRAGMA table_info({table})"), key=lambda row: row[5])
    key = ", ".join(f"{row[1]} DESC" for row in columns if row[5])
    return f" ORDER BY {key or 'rowid DESC'}"


def _drop_strays(new: Database) -> None:
    for table, column, owner, key in PARTS:
        new.execute(f"DELETE FROM {table} WHERE {column} NOT IN (SELECT {key} FROM {owner})")
    for table in TRIAL_PARTS:
        new.execute(f"DELETE FROM {table} WHERE trial NOT IN (SELECT id FROM remedy_trial)")
    batched = [name for name in count_rows(new) if not name.startswith(("_", "sqlite_"))]
    for table in batched:
        if any(row[1] == "batch" for row in new.execute(f"PRAGMA table_info({table})")):
            new.execute(f"UPDATE {table} SET batch = NULL WHERE batch NOT IN (SELECT id FROM import_batch)")


def _is_day(value: Value) -> bool:
    try:
        return isinstance(value, str) and bool(date.fromisoformat(value))
    except ValueError:
        return False
