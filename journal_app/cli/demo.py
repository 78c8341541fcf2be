"""`cramp-journal demo`: the example journal through store, review, charts and report."""

import argparse
from datetime import date, timedelta
from pathlib import Path

from journal_app.analysis.results import Verdict
from journal_app.charts.gallery import draw
from journal_app.charts.names import chart_names
from journal_app.cli.opened import bundled_knowledge, today
from journal_app.cli.report import write_report
from journal_app.cli.terminal import has_display, say
from journal_app.exchange.example import SOURCE, example_records
from journal_app.journal.errors import JournalError
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, later
from journal_app.report.choices import ReportChoices
from journal_app.review import Review, review
from journal_app.store.journal_file import FILES_BESIDE, make_private_folder
from journal_app.store.journal_store import JournalStore
from journal_app.wording.associations import association_paragraph
from journal_app.wording.dates import listed
from journal_app.wording.segments import plain
from journal_app.wording.summaries import cramp_nights_sentence

DOTS_PER_INCH = 120


def demo(asked: argparse.Namespace, language: Language) -> int:
    """Write the example journal, its charts and its report, say what they show, and open the window."""
    folder: Path = asked.out
    journal = folder / "journal.db"
    records = _stored(journal, asked.to or today() - timedelta(days=1), language)
    knowledge = bundled_knowledge(language)
    reviewed = review_all(records, knowledge)
    charts = _draw_charts(reviewed, knowledge, language, folder / "charts")
    write_report(reviewed, knowledge, language, ReportChoices(), folder / "report.pdf")
    _tell(reviewed, language)
    say(language.tr("Journal: {file}", file=journal))
    say(language.trn("{n} chart: {folder}", "{n} charts: {folder}", charts, folder=folder / "charts"))
    say(language.tr("Report: {file}", file=folder / "report.pdf"))
    return 0 if asked.no_window or not has_display() else _show(journal)


def review_all(records: Records, knowledge: Knowledge) -> Review:
    """Return the review of everything a journal holds."""
    if records.period is None:
        raise JournalError(later("The journal holds no night yet."))
    return review(records, knowledge, records.period, records.period.last + timedelta(days=1))


def _stored(journal: Path, to: date, language: Language) -> Records:
    make_private_folder(journal.parent)
    _remove_former(journal)
    with JournalStore.create(journal) as store:
        store.apply(example_records(to, language), SOURCE)
        return store.records()


def _remove_former(journal: Path) -> None:
    """Remove the example of an earlier run; a journal that is somebody's own is never touched."""
    if not journal.exists():
        return
    with JournalStore.open(journal, read_only=True) as store:
        is_example = any(batch.source == SOURCE for batch in store.imports())
    if not is_example:
        template = later("{file} is not an example journal, so it is left alone. Choose another folder.")
        raise JournalError(template, file=journal)
    for ending in ("", *FILES_BESIDE):
        journal.with_name(journal.name + ending).unlink(missing_ok=True)


def _draw_charts(reviewed: Review, knowledge: Knowledge, language: Language, folder: Path) -> int:
    make_private_folder(folder)
    for name in chart_names():
        chart = draw(name, reviewed, knowledge, language, headed=True)
        chart.figure.savefig(folder / f"{name}.png", dpi=DOTS_PER_INCH)
    return len(chart_names())


def _tell(reviewed: Review, language: Language) -> None:
    say(plain(cramp_nights_sentence(reviewed.summary, language)))
    labels = {factor.id: factor.label for factor in reviewed.factors}
    factors = {factor.id: factor for factor in reviewed.factors}
    for found in reviewed.associations:
        if found.leading and found.verdict in (Verdict.LIKELY, Verdict.STRONG):
            told = association_paragraph(found, factors[found.factor], labels, language)
            say(f"{language.tr(labels[found.factor])}: {plain(told)}")
    hints = [
        found.factor for found in reviewed.associations if found.leading and found.verdict is Verdict.HINT
    ]
    if hints:
        names = listed((language.tr(labels[factor]) for factor in hints), language)
        say(language.tr("Hints, of which about 1 in 3 is chance: {names}.", names=names))


def _show(journal: Path) -> int:
    from journal_app.window import run_window  # noqa: PLC0415 - Qt is loaded for the window alone

    return run_window(journal, example=True)
