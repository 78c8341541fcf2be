"""Backups: a verified copy of the journal, and a restore that keeps what was there before."""

import os
import shutil
from datetime import datetime
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.journal_file import FILES_BESIDE, make_private_folder, sync_folder
from journal_app.store.journal_store import JournalStore


def backup(store: JournalStore, folder: Path, now: datetime) -> Path:
    """Copy a journal into a folder under its name and the moment; the copy is verified before it counts."""
    make_private_folder(folder)
    target = _free_name(folder / f"{store.path.stem}-{now:%Y-%m-%d-%H%M%S}{store.path.suffix}")
    unfinished = target.with_name(f".{target.name}.new")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        store.copy_into(unfinished)
        _verify(store, unfinished)
        _settle(unfinished, target)
    except OSError as fault:
        template = later("The backup {file} could not be written: {why}.")
        raise JournalError(template, file=target, why=fault.strerror) from fault
    finally:
        unfinished.unlink(missing_ok=True)
    return target


def restore(backed_up: Path, journal: Path, now: datetime) -> Path | None:
    """Put a backup in the place of a journal; return where the former one is kept now."""
    with JournalStore.open(backed_up, read_only=True) as found:
        _refuse_unsound(found)
    make_private_folder(journal.parent)
    unfinished = journal.with_name(f".{journal.name}.new")
    try:
        os.close(os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_RDWR, 0o600))
        with JournalStore.open(backed_up, read_only=True) as found:
            found.copy_into(unfinished)
        former = _set_aside(journal, now)
        _settle(unfinished, journal)
    except OSError as fault:
        template = later("{file} could not be restored: {why}.")
        raise JournalError(template, file=journal, why=fault.strerror) from fault
    finally:
        unfinished.unlink(missing_ok=True)
    return former


def _verify(store: JournalStore, copy: Path) -> None:
    with JournalStore.open(copy, read_only=True) as copied:
        _refuse_unsound(copied)
        if copied.counts() != store.counts():
            raise JournalError(later("The backup does not hold what the journal holds, so it was not kept."))


def _refuse_unsound(found: JournalStore) -> None:
    if found.faults():
        raise JournalError(later("{file} is damaged. Choose another backup."), file=found.path.name)


def _settle(unfinished: Path, target: Path) -> None:
    with unfinished.open("r+b") as file:
        os.fsync(file.fileno())
    unfinished.replace(target)
    sync_folder(target.parent)


def _set_aside(journal: Path, now: datetime) -> Path | None:
    if not journal.exists():
        return None
    kept = _free_name(
        journal.with_name(f"{journal.stem}-before-restore-{now:%Y-%m-%d-%H%M%S}{journal.suffix}")
    )
    # The log beside a journal may hold its last nights; left behind, it would be read into the new one.
    for ending in ("", *FILES_BESIDE):
        beside = journal.with_name(journal.name + ending)
        if beside.exists():
            shutil.move(beside, kept.with_name(kept.name + ending))
    return kept


def _free_name(path: Path) -> Path:
    candidates = (path.with_name(f"{path.stem}-{n}{path.suffix}") for n in range(2, 1000))
    return path if not path.exists() else next(each for each in candidates if not each.exists())
