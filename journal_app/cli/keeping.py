"""`cramp-journal backup`, `restore` and `check`."""

import argparse
from pathlib import Path

from journal_app.cli.opened import holdings, journal_path, now
from journal_app.cli.terminal import say
from journal_app.journal.errors import JournalError
from journal_app.language import Language, later
from journal_app.store.backup import backup, restore
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.journal_store import JournalStore
from journal_app.store.rescue import look_for_rescue
from journal_app.wording.backups import fewer_or_more_than_read, nights_to
from journal_app.wording.errors import error_sentence


def make_backup(asked: argparse.Namespace, language: Language) -> int:
    """Copy the journal and check the copy."""
    path = journal_path(asked)
    with JournalStore.open(path, read_only=True) as store:
        copy = backup(store, asked.to or BackupFolders(path).folder, now())
        held = holdings(len(store.nights()), len(store.days()), language)
    say(language.tr("{file} holds {nights}; the copy was checked.", file=copy, nights=held))
    return 0


def restore_backup(asked: argparse.Namespace, language: Language) -> int:
    """Put a backup in the place of the journal, which is kept."""
    path = journal_path(asked)
    former = _go_on(asked, path)
    with JournalStore.open(path, read_only=True) as store:
        held = holdings(len(store.nights()), len(store.days()), language)
    say(language.tr("{file} holds {nights} again.", file=path, nights=held))
    if former:
        say(language.tr("What was there before is kept as {file}.", file=former))
    return 0


def check(asked: argparse.Namespace, language: Language) -> int:
    """Check the whole file; 1 where it is damaged."""
    path = journal_path(asked)
    try:
        with JournalStore.open(path, read_only=True) as store:
            faults, records = store.faults(), store.records()
    except DamagedJournal as damage:
        say(error_sentence(damage, language))
        _tell_rescue(path, language)
        return 1
    for fault in faults:
        say(fault)
    if not faults:
        held = holdings(len(records.nights), len(records.days), language)
        say(language.tr("{file} is sound. It holds {nights}.", file=path, nights=held))
    return 1 if faults else 0


def _go_on(asked: argparse.Namespace, path: Path) -> Path | None:
    """Go on with a backup, or with what can be read; return where the former journal is kept."""
    if not asked.salvage:
        if asked.backup is None:
            raise JournalError(
                later("Which backup? Or --salvage, for what can be read of a damaged journal.")
            )
        return restore(asked.backup, path, now())
    rescue = look_for_rescue(BackupFolders(path))
    if rescue.salvaged is None:
        raise JournalError(later("Nothing of {file} can be read. Restore a backup."), file=path.name)
    return rescue.use_salvaged(now())


def _tell_rescue(path: Path, language: Language) -> None:
    rescue = look_for_rescue(BackupFolders(path))
    rescue.leave()
    if rescue.salvaged is not None:
        nights = nights_to(rescue.salvaged.count, rescue.salvaged.last, language)
        say(language.tr("Can be read: {nights}: cramp-journal restore --salvage", nights=nights))
    if rescue.backup is not None:
        held = rescue.backup
        nights = nights_to(held.nights.count, held.nights.last, language)
        file = held.found.path
        say(
            language.tr(
                "The newest sound backup holds {nights}: cramp-journal restore {file}",
                nights=nights,
                file=file,
            )
        )
    if rescue.salvaged is not None and rescue.backup is not None:
        say(fewer_or_more_than_read(rescue.backup.nights.count, rescue.salvaged.count, language))
