"""`cramp-journal report`: the page for the doctor, as a PDF."""

import argparse
from pathlib import Path

from journal_app.cli.opened import bundled_knowledge, opened, own_folders, today
from journal_app.cli.terminal import say
from journal_app.journal.errors import JournalError
from journal_app.journal.period import Period, last_nights
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, later
from journal_app.report.choices import ALL_BUT_NOTES, AnnexPart, ReportChoices
from journal_app.report.contents import report_contents
from journal_app.report.pdf import write_pdf
from journal_app.review import Review, review
from journal_app.wording.dates import period_title

USUAL_NIGHTS = 90


def report(asked: argparse.Namespace, language: Language) -> int:
    """Write the report of a period; without one, of the last 90 nights."""
    if asked.out.suffix.lower() != ".pdf":
        raise JournalError(later("{file}: a name that ends in .pdf is needed."), file=asked.out.name)
    with opened(own_folders(asked, language)) as store:
        records = store.records()
    period, knowledge = _period(asked, records), bundled_knowledge(language)
    choices = _choices(asked, records.appointment)
    write_report(review(records, knowledge, period, today()), knowledge, language, choices, asked.out)
    say(language.tr("{file}: {period}", file=asked.out, period=period_title(period, language)))
    return 0


def write_report(
    reviewed: Review, knowledge: Knowledge, language: Language, choices: ReportChoices, path: Path
) -> None:
    """Write the report of a review as a PDF."""
    contents = report_contents(reviewed, knowledge, language, choices, today())
    try:
        path.touch(mode=0o600)
        write_pdf(contents, path)
    except OSError as fault:
        template = later("{file} cannot be written: {why}.")
        raise JournalError(template, file=path, why=fault.strerror) from fault


def _choices(asked: argparse.Namespace, appointment: Appointment) -> ReportChoices:
    """Return what to print; appointment and questions are those kept in the journal."""
    wanted = {AnnexPart.NOTES: asked.notes, AnnexPart.REVIEW: asked.review}
    annex = ALL_BUT_NOTES | {part for part, chosen in wanted.items() if chosen}
    questions = tuple(question for question in appointment.questions if question.strip())
    return ReportChoices(asked.paper, False, annex, questions, appointment.day_from(today()))


def _period(asked: argparse.Namespace, records: Records) -> Period:
    if records.period is None:
        raise JournalError(later("The journal holds no night yet, so there is nothing to report."))
    last = asked.last or records.period.last
    first = asked.first or max(records.period.first, last_nights(USUAL_NIGHTS, last).first)
    return Period(min(first, last) if asked.first is None else first, last)
