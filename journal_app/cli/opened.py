"""What commands work on: the journal asked for, the knowledge base, the days."""

import argparse
from datetime import date, datetime
from pathlib import Path

from journal_app.cli.terminal import ask_secret
from journal_app.journal.habit import Habit
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Knowledge
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.translated import spoken
from journal_app.language import Language
from journal_app.paths import bundled, default_journal
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import WrongPassword
from journal_app.store.password import needs_password, unlocked


def journal_path(asked: argparse.Namespace) -> Path:
    """Return the journal asked for, or the person's own."""
    return asked.journal or default_journal()


def own_folders(asked: argparse.Namespace, language: Language) -> BackupFolders:
    """Return the journal asked for with its backups; its password is asked for where it has one."""
    folders = BackupFolders(journal_path(asked))
    if needs_password(folders):
        return unlocked(folders, ask_password(folders.journal, language))
    return folders


def ask_password(path: Path, language: Language) -> str:
    """Ask for the password of a file on the terminal, or read it from a pipe."""
    return ask_secret(language.tr("Password of {file}: ", file=path.name))


def opened(folders: BackupFolders) -> JournalStore:
    """Open a journal to read only."""
    try:
        return JournalStore.open(folders.journal, read_only=True, key=folders.key)
    except WrongPassword as fault:  # it opened a backup
        raise DamagedJournal(folders.journal.name) from fault


def known_habits(records: Records) -> tuple[Habit, ...]:
    """Return the habits of the knowledge base and the person's own, which come last and win."""
    return (*load_knowledge(bundled("knowledge_base")).habits, *records.own_habits)


def bundled_knowledge(language: Language) -> Knowledge:
    """Return the knowledge base that came with the program, as it reads in a language."""
    return spoken(load_knowledge(bundled("knowledge_base")), language)


def holdings(nights: int, days: int, language: Language) -> str:
    """Say how many nights a journal holds, and on how many days something was answered."""
    told = language.trn("{n} night", "{n} nights", nights)
    if not days:
        return told
    return language.tr("{nights} and {days}", nights=told, days=language.trn("{n} day", "{n} days", days))


def now() -> datetime:
    """Return the moment on the wall clock."""
    return datetime.now().astimezone()


def today() -> date:
    """Return the day on the wall clock."""
    return now().date()
