"""`cramp-journal backup`, `restore` and `check`."""

import argparse

from journal_app.cli.opened import journal_path, now
from journal_app.cli.terminal import say
from journal_app.language import Language
from journal_app.store.backup import backup, restore
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.journal_store import JournalStore
from journal_app.wording.errors import error_sentence


def make_backup(asked: argparse.Namespace, language: Language) -> int:
    """Copy the journal and check the copy."""
    path = journal_path(asked)
    with JournalStore.open(path, read_only=True) as store:
        copy = backup(store, asked.to or BackupFolders(path).folder, now())
        nights = language.trn("{n} night", "{n} nights", len(store.nights()))
    say(language.tr("{file} holds {nights}; the copy was checked.", file=copy, nights=nights))
    return 0


def restore_backup(asked: argparse.Namespace, language: Language) -> int:
    """Put a backup in the place of the journal, which is kept."""
    path = journal_path(asked)
    former = restore(asked.backup, path, now())
    with JournalStore.open(path, read_only=True) as store:
        nights = language.trn("{n} night", "{n} nights", len(store.nights()))
    say(language.tr("{file} holds {nights} again.", file=path, nights=nights))
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
        return 1
    for fault in faults:
        say(fault)
    if not faults:
        nights = language.trn("{n} night", "{n} nights", len(records.nights))
        say(language.tr("{file} is sound. It holds {nights}.", file=path, nights=nights))
    return 1 if faults else 0
