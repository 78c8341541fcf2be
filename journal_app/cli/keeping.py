"""`cramp-journal backup`, `restore` and `check`."""

import argparse
from dataclasses import replace
from pathlib import Path

from journal_app.cli.opened import ask_password, holdings, now, opened, own_folders
from journal_app.cli.terminal import say
from journal_app.journal.errors import JournalError
from journal_app.language import Language, later
from journal_app.store.backup import backup, restore
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.key import is_protected, key_for
from journal_app.store.rekeying import opens
from journal_app.store.rescue import look_for_rescue
from journal_app.wording.backups import fewer_or_more_than_read, nights_to
from journal_app.wording.errors import error_sentence


def make_backup(asked: argparse.Namespace, language: Language) -> int:
    """Copy the journal and check the copy."""
    folders = own_folders(asked, language)
    with opened(folders) as store:
        copy = backup(store, asked.to or folders.folder, now())
        held = holdings(len(store.nights()), len(store.days()), language)
    say(language.tr("{file} holds {nights}; the copy was checked.", file=copy, nights=held))
    return 0


def restore_backup(asked: argparse.Namespace, language: Language) -> int:
    """Put a backup in the place of the journal, which is kept."""
    folders, former = _go_on(asked, own_folders(asked, language), language)
    with opened(folders) as store:
        held = holdings(len(store.nights()), len(store.days()), language)
    say(language.tr("{file} holds {nights} again.", file=folders.journal, nights=held))
    if former:
        say(language.tr("What was there before is kept as {file}.", file=former))
    return 0


def check(asked: argparse.Namespace, language: Language) -> int:
    """Check the whole file; 1 where it is damaged."""
    folders = own_folders(asked, language)
    try:
        with opened(folders) as store:
            faults, records = store.faults(), store.records()
    except DamagedJournal as damage:
        say(error_sentence(damage, language))
        _tell_rescue(folders, language)
        return 1
    for fault in faults:
        say(fault)
    if not faults:
        held = holdings(len(records.nights), len(records.days), language)
        say(language.tr("{file} is sound. It holds {nights}.", file=folders.journal, nights=held))
    return 1 if faults else 0


def _go_on(
    asked: argparse.Namespace, folders: BackupFolders, language: Language
) -> tuple[BackupFolders, Path | None]:
    """Go on with a backup, or with what can be read; return where the former journal is kept."""
    if not asked.salvage:
        if asked.backup is None:
            raise JournalError(
                later("Which backup? Or --salvage, for what can be read of a damaged journal.")
            )
        return _put_back(asked.backup, folders, language)
    rescue = look_for_rescue(folders)
    if rescue.salvaged is None:
        raise JournalError(
            later("Nothing of {file} can be read. Restore a backup."), file=folders.journal.name
        )
    return folders, rescue.use_salvaged(now())


def _put_back(
    backed_up: Path, folders: BackupFolders, language: Language
) -> tuple[BackupFolders, Path | None]:
    """Restore under the journal's password; where there is no journal, under the backup's."""
    key = folders.key
    if is_protected(backed_up) and (key is None or not opens(backed_up, key)):
        key = key_for(backed_up, ask_password(backed_up, language))
    protected = folders if folders.journal.exists() else replace(folders, key=key)
    return protected, restore(backed_up, folders.journal, now(), key=key, to=protected.key)


def _tell_rescue(folders: BackupFolders, language: Language) -> None:
    rescue = look_for_rescue(folders)
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
