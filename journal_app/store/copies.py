"""Copies of a journal's file, compared with it before they count: for backups and updates."""

import os
from contextlib import suppress
from pathlib import Path

from sqlite_utils import Database

from journal_app.language import later
from journal_app.store.connection import connect, faults_told
from journal_app.store.faults import UnsoundCopy
from journal_app.store.key import Key
from journal_app.store.row import rows


def write_copy(db: Database, unfinished: Path, name: Path, key: Key | None = None) -> None:
    """Copy a journal, as of one moment, into a private file that needs no other beside it, and verify it.

    `name` is what the copy will be called; errors tell it. `key` is the one `db` was opened with.
    """
    with faults_told(name):
        counted = copy_all(db, unfinished, key)
        refuse_other_than(counted, unfinished, name, key)


def copy_all(db: Database, unfinished: Path, key: Key | None = None) -> dict[str, int]:
    """Copy a journal into a private file, not verified yet; return how many rows it held at that moment."""
    make_private_file(unfinished)
    with db.atomic(), connect(unfinished, key=key) as copy:
        copy.execute("PRAGMA synchronous = OFF")  # `settle` brings the whole file to the disk at once
        counted = count_rows(db)
        db.conn.backup(copy.conn)
        copy.disable_wal()
    return counted


def refuse_other_than(counted: dict[str, int], copied: Path, name: Path, key: Key | None) -> None:
    """Refuse a copy that is not sound, or that does not hold as many rows as were counted."""
    with connect(copied, read_only=True, key=key) as copy:
        if find_faults(copy):
            raise UnsoundCopy(later("{file} was not kept: it could not be read back whole."), file=name.name)
        if count_rows(copy) != counted:
            template = later("{file} was not kept: it does not hold what the journal holds.")
            raise UnsoundCopy(template, file=name.name)


def make_private_file(path: Path) -> None:
    """Make an empty file that only its owner can read, in the place of one that is there."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def drop(unfinished: Path) -> None:
    """Remove what was not finished, if there is anything; a disk that cannot be written tells of itself."""
    with suppress(OSError):
        unfinished.unlink(missing_ok=True)


def settle(unfinished: Path, target: Path) -> None:
    """Give a finished file its name, so that it outlives a power cut."""
    with unfinished.open("r+b") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make sure that a new name in a folder outlives a power cut, where the system offers that."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def free_name(path: Path) -> Path:
    """Return the path, or the next one with a number that is not taken."""
    candidates = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, 1000))
    return path if not path.exists() else next(each for each in candidates if not each.exists())


def count_rows(db: Database) -> dict[str, int]:
    """Return how many rows each table holds."""
    tables = [row.text("name") for row in rows(db, "SELECT name FROM sqlite_schema WHERE type = 'table'")]
    return {name: rows(db, f'SELECT count(*) AS n FROM "{name}"')[0].whole("n") for name in sorted(tables)}


def find_faults(db: Database) -> tuple[str, ...]:
    """Check the whole file thoroughly; return what is wrong with it, nothing if it is sound."""
    damage = [row.text("integrity_check") for row in rows(db, "PRAGMA integrity_check")]
    strays = [row.text("table") for row in rows(db, "PRAGMA foreign_key_check")]
    return (
        *(each for each in damage if each != "ok"),
        *(f"{table}: a row has lost its owner" for table in strays),
    )
