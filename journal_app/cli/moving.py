"""`cramp-journal import` and `export`."""

import argparse
import shlex

from journal_app.cli.opened import holdings, journal_path, known_habits, now, opened, own_folders
from journal_app.cli.terminal import say
from journal_app.exchange.mapped_table import column_map
from journal_app.exchange.read_file import read_file, write_file
from journal_app.exchange.reading import ImportPlan, plan_import
from journal_app.journal.errors import JournalError
from journal_app.journal.records import Records
from journal_app.language import Language, later
from journal_app.store.backup import backup
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.wording.errors import error_sentence

SKIPPED_SHOWN = 20


def import_file(asked: argparse.Namespace, language: Language) -> int:
    """Bring in what of a file is new, or take back the last import."""
    if asked.undo:
        return _undo(asked, language)
    if asked.file is None:
        raise JournalError(later("Which file? Or --undo, to take back the last import."))
    folders = own_folders(asked, language)
    plan = _plan(asked, _records_of(folders))
    _tell(plan, asked.file.name, language)
    if asked.dry_run:
        say(language.tr("Nothing was changed: this was a dry run."))
    elif plan.added:
        back_up_before(folders)
        with JournalStore.open_or_create(folders.journal, key=folders.key) as store:
            store.apply(plan.new, asked.file.name)
        undo = "cramp-journal import --undo"
        if asked.journal:  # without it, another journal's import would be taken back
            undo += f" --journal {shlex.quote(str(asked.journal))}"
        say(language.tr("Saved. To take it back: {command}", command=undo))
    return 0


def export_journal(asked: argparse.Namespace, language: Language) -> int:
    """Write everything as a table or as JSON."""
    if asked.file.absolute() == journal_path(asked).absolute():
        raise JournalError(later("The export may not take the place of the journal itself."))
    with opened(own_folders(asked, language)) as store:
        records = store.records()
    write_file(records, asked.file)
    held = holdings(len(records.nights), len(records.days), language)
    say(
        language.tr("{file} holds {nights}. It is not protected by a password.", file=asked.file, nights=held)
    )
    return 0


def back_up_before(folders: BackupFolders) -> None:
    """Back up a journal before much of it is changed at once; without a backup nothing is changed."""
    if folders.journal.exists():
        with opened(folders) as store:
            backup(store, folders.folder, now())


def _records_of(folders: BackupFolders) -> Records:
    if not folders.journal.exists():
        return Records()
    with opened(folders) as store:
        return store.records()


def _plan(asked: argparse.Namespace, have: Records) -> ImportPlan:
    maps = [column_map(text) for text in asked.maps]
    return plan_import(have, read_file(asked.file, known_habits(have), asked.date, maps))


def _tell(plan: ImportPlan, file: str, language: Language) -> None:
    rows = language.trn("{n} row", "{n} rows", plan.rows)
    say(language.tr("{file}: {rows} read, with {n} entries.", file=file, rows=rows, n=plan.read))
    say(language.tr("  new {n}", n=plan.added))
    say(language.tr("  duplicate {n}", n=plan.duplicates))
    say(language.tr("  skipped {n}", n=len(plan.skipped)))
    for fault in plan.skipped[:SKIPPED_SHOWN]:
        say(f"    {error_sentence(fault, language)}")
    if len(plan.skipped) > SKIPPED_SHOWN:
        say(language.trn("    and {n} more", "    and {n} more", len(plan.skipped) - SKIPPED_SHOWN))
    if plan.empty_rows:
        say(language.trn("  {n} row held nothing", "  {n} rows held nothing", plan.empty_rows))


def _undo(asked: argparse.Namespace, language: Language) -> int:
    folders = own_folders(asked, language)
    back_up_before(folders)
    with JournalStore.open(folders.journal, key=folders.key) as store:
        undone = store.undo_import()
    count = undone.nights + undone.entries + undone.others
    say(
        language.trn(
            "{n} entry of {file} was taken back.",
            "{n} entries of {file} were taken back.",
            count,
            file=undone.source,
        )
    )
    if undone.kept:
        say(language.trn("{n} was changed since and stays.", "{n} were changed since and stay.", undone.kept))
    return 0
