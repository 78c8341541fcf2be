"""Sentences about backups: when, what one holds, and how that differs from the journal."""

from datetime import date, datetime

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
        template = "That is {n} night fewer than now.", "That is {n} nights fewer than now."
        return language.trn(*template, journal - backup)
    template = "That is {n} night more than now.", "That is {n} nights more than now."
    return language.trn(*template, backup - journal)
