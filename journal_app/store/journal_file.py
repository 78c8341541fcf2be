"""The journal as a file: making one, and refusing what is none before anything is written to it."""

import os
import stat
from filecmp import cmp
from glob import escape
from pathlib import Path

from sqlite_utils import Database

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.connection import connect, faults_told, spoiled_told
from journal_app.store.copies import (
    drop,
    find_faults,
    free_name,
    make_private_file,
    settle,
    sync_folder,
    write_copy,
)
from journal_app.store.faults import DamagedJournal, NoJournal, WriteProtected
from journal_app.store.first_bytes import first_bytes
from journal_app.store.key import PLAIN, Key, Protected, is_protected
from journal_app.store.row import rows
from journal_app.store.schema import APPLICATION_ID, VERSION, is_whole, migrate

HEADER_BYTES = 100
FILES_BESIDE = ("-wal", "-shm")


def make_journal(path: Path, key: Key | None = None) -> None:
    """Make an empty journal that only its owner can read; it appears whole or not at all."""
    if path.exists():
        raise JournalError(later("{file} is there already."), file=path.name)
    make_private_folder(path.parent)
    unfinished = path.with_name(f".{path.name}.new")
    try:
        make_private_file(unfinished)
        with faults_told(path), connect(unfinished, key=key) as db:
            migrate(db)
        unfinished.rename(path)
        sync_folder(path.parent)
    except OSError as fault:
        raise _not_writable(path, fault) from fault


def keep_former_version(path: Path, db: Database, key: Key | None = None) -> None:
    """Copy a journal of an earlier version beside itself before it is brought to the newest one."""
    version = rows(db, "PRAGMA user_version")[0].whole("user_version")
    if version >= VERSION:
        return
    kept = path.with_name(f"{path.stem}-before-update-{version + 1}{path.suffix}")
    unfinished = path.with_name(f".{kept.name}.new")
    with spoiled_told(path):
        faults = find_faults(db)
    if faults:
        raise DamagedJournal(path.name)
    try:
        write_copy(db, unfinished, kept, key)
        if not _same_as_an_earlier(unfinished, kept):
            settle(unfinished, free_name(kept))
    except OSError as fault:
        raise _not_writable(kept, fault) from fault
    finally:
        drop(unfinished)


def _same_as_an_earlier(unfinished: Path, kept: Path) -> bool:
    """Tell whether an update that did not succeed left the same copy already."""
    former = kept.parent.glob(f"{escape(kept.stem)}*{escape(kept.suffix)}")
    return any(cmp(unfinished, each, shallow=False) for each in former)


def make_private_folder(folder: Path) -> None:
    """Make a folder and those above it, for its owner only; folders that are there stay as they are."""
    if folder.is_dir():
        return
    make_private_folder(folder.parent)
    try:
        folder.mkdir(mode=0o700, exist_ok=True)
    except OSError as fault:
        raise _not_writable(folder, fault) from fault


def refuse_no_journal(path: Path, key: Key | None = None) -> None:
    """Refuse what is no journal of this or an earlier version, by reading only."""
    header = _header(path)
    if not header:
        raise NoJournal(
            later("{file} is empty, so it is not a journal. It was left as it is."), file=path.name
        )
    if is_protected(path):
        if key is None:
            raise Protected(path.name)
    elif not header.startswith(PLAIN):
        raise NoJournal(later("{file} is not a journal. It was left as it is."), file=path.name)
    if len(header) < HEADER_BYTES:
        raise DamagedJournal(path.name)
    with spoiled_told(path), connect(path, read_only=True, key=key) as db:
        _refuse_strange(db, path)
        _refuse_damaged(db, path)


def refuse_write_protected(path: Path) -> None:
    """Refuse a file or folder that cannot be written; a read-only mark counts for everyone."""
    marked = [not each.stat().st_mode & stat.S_IWUSR for each in (path, path.parent)]
    if os.name == "nt":
        marked.pop()  # there the mark of a folder means something else
    if any(marked) or not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise WriteProtected(path.name)


def _header(path: Path) -> bytes:
    if path.is_dir():
        raise JournalError(later("{file} is a folder, not a journal."), file=path.name)
    try:
        return first_bytes(path, HEADER_BYTES)
    except FileNotFoundError as fault:
        raise JournalError(later("There is no journal at {file}."), file=path) from fault
    except OSError as fault:
        raise JournalError(
            later("{file} cannot be read: {why}."), file=path.name, why=fault.strerror
        ) from fault


def _refuse_strange(db: Database, path: Path) -> None:
    if rows(db, "PRAGMA application_id")[0].whole("application_id") != APPLICATION_ID:
        template = later("{file} belongs to another program, not to this journal. It was left as it is.")
        raise JournalError(template, file=path.name)
    if rows(db, "PRAGMA user_version")[0].whole("user_version") > VERSION:
        template = later(
            "{file} was written by a newer version of this program. Update it to open the journal."
        )
        raise JournalError(template, file=path.name)


def _refuse_damaged(db: Database, path: Path) -> None:
    if rows(db, "PRAGMA quick_check(1)")[0].text("quick_check") != "ok" or not is_whole(db):
        raise DamagedJournal(path.name)


def _not_writable(path: Path, fault: OSError) -> JournalError:
    return JournalError(later("{file} cannot be written: {why}."), file=path, why=fault.strerror)
