"""Backups: a verified copy of the journal, and a restore that keeps what was there before."""

import shutil
from datetime import datetime
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.copies import drop, free_name, settle
from journal_app.store.journal_file import FILES_BESIDE, make_private_folder
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import Key
from journal_app.store.rekeying import write_under


def backup(store: JournalStore, folder: Path, now: datetime) -> Path:
    """Copy a journal into a folder under its name and the moment; the copy is verified before it counts."""
    make_private_folder(folder)
    target = free_name(folder / f"{store.path.stem}-{now:%Y-%m-%d-%H%M%S}{store.path.suffix}")
    unfinished = target.with_name(f".{target.name}.new")
    try:
        store.copy_into(unfinished, target)
        settle(unfinished, target)
    except OSError as fault:
        template = later("The backup {file} could not be written: {why}.")
        raise JournalError(template, file=target, why=fault.strerror) from fault
    finally:
        drop(unfinished)
    return target


def restore(
    backed_up: Path,
    journal: Path,
    now: datetime,
    why: str = "before-restore",
    key: Key | None = None,
    to: Key | None = None,
) -> Path | None:
    """Put a backup in the place of a journal; return where the former one is kept now.

    `key` opens the backup; the journal is protected by `to`, or by nothing.
    """
    make_private_folder(journal.parent)
    unfinished = journal.with_name(f".{journal.name}.new")
    try:
        with JournalStore.open(backed_up, read_only=True, key=key) as found:
            _refuse_unsound(found)
            if found.key == to:
                found.copy_into(unfinished, journal)
            else:
                write_under(backed_up, unfinished, journal, found.key, to)
        return put_in_place(unfinished, journal, why, now)
    except OSError as fault:
        template = later("{file} could not be restored: {why}.")
        raise JournalError(template, file=journal, why=fault.strerror) from fault
    finally:
        drop(unfinished)


def put_in_place(finished: Path, journal: Path, why: str, now: datetime) -> Path | None:
    """Make a file the journal; return where the former one is kept, under its name, `why` and the moment."""
    former = _set_aside(journal, why, now)
    settle(finished, journal)
    return former


def _refuse_unsound(found: JournalStore) -> None:
    if found.faults():
        raise JournalError(later("{file} is damaged. Choose another backup."), file=found.path.name)


def _set_aside(journal: Path, why: str, now: datetime) -> Path | None:
    beside = [ending for ending in ("", *FILES_BESIDE) if journal.with_name(journal.name + ending).exists()]
    if not beside:
        return None
    kept = free_name(journal.with_name(f"{journal.stem}-{why}-{now:%Y-%m-%d-%H%M%S}{journal.suffix}"))
    # The log beside a journal may hold its last nights; left behind, it would be read into the new one.
    for ending in beside:
        shutil.move(journal.with_name(journal.name + ending), kept.with_name(kept.name + ending))
    return kept
