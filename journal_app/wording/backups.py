"""Sentences about backups: when, what one holds, and how that differs from the journal."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

from journal_app.language import Language
from journal_app.wording.dates import ago

KIB = 1024


def newest_backup(made: datetime | None, now: datetime, language: Language) -> str:
    """Say when the newest backup was made."""
    if made is None:
        return language.tr("No backup yet")
    return language.tr("Backed up {ago}", ago=ago(made.replace(tzinfo=now.tzinfo), now, language))


def nights_to(count: int, last: date | None, language: Language) -> str:
    """Say how many nights there are and which is the last."""
    if last is None:
        return language.tr("no nights")
    date_of_last = language.full_date(last)
    return language.trn("{n} night, {date}", "{n} nights, the last {date}", count, date=date_of_last)


def file_size(octets: int, language: Language) -> str:
    """Write the size of a file."""
    if octets < KIB * KIB:
        return language.tr("{n} KB", n=max(1, round(octets / KIB)))
    return language.tr("{n} MB", n=language.number(octets / KIB / KIB))


def fewer_or_more(backup: int, journal: int, language: Language) -> str:
    """Say how many nights a backup holds more or fewer than the journal does now."""
    if backup == journal:
        return language.tr("That is as many nights as the journal holds now.")
    if backup < journal:
        fewer = journal - backup
        return language.trn("That is {n} night fewer than now.", "That is {n} nights fewer than now.", fewer)
    more = backup - journal
    return language.trn("That is {n} night more than now.", "That is {n} nights more than now.", more)


def fewer_or_more_than_read(backup: int, read: int, language: Language) -> str:
    """Say how many nights a backup holds more or fewer than could be read of a damaged journal."""
    if backup == read:
        return language.tr("Both hold as many nights.")
    if backup < read:
        fewer = read - backup
        return language.trn("The backup holds {n} night fewer.", "The backup holds {n} nights fewer.", fewer)
    more = backup - read
    return language.trn("The backup holds {n} night more.", "The backup holds {n} nights more.", more)


def password_changed(protected: bool, left: Sequence[Path], language: Language) -> str:
    """Say what a change of the password came to, and which copies could not follow."""
    told = language.tr("Your journal and its backups have no password any more.")
    if protected:
        told = language.tr("Your journal and its backups open with the new password only.")
    if not left:
        return told
    files = ", ".join(path.name for path in left)
    return f"{told} {language.tr('These could not be read, and are as they were: {files}', files=files)}"
