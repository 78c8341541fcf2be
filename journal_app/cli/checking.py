"""`cramp-journal check-knowledge` and `self-test`."""

import argparse
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from journal_app.cli.opened import bundled_knowledge
from journal_app.cli.terminal import say
from journal_app.knowledge.checks import check_knowledge as faults_of
from journal_app.language import Language
from journal_app.paths import bundled
from journal_app.report.review_part import ASSESSMENT

EXAMPLE_DAY = date(2026, 11, 3)
LEAST_BYTES = 5_000
FILLED_IN = "cramps without a found reason"


def check_knowledge(asked: argparse.Namespace, language: Language) -> int:
    """Print every fault of a knowledge base; 1 where there is one."""
    folder = asked.folder or bundled("knowledge_base")
    faults = faults_of(folder)
    for fault in faults:
        say(fault)
    if not faults:
        say(language.tr("{folder}: no faults.", folder=folder))
    return 1 if faults else 0


def self_test(_asked: argparse.Namespace, language: Language) -> int:
    """Try the whole chain in a folder of its own; 1 where a part of the program is missing."""
    with TemporaryDirectory(prefix="cramp-journal-") as folder:
        lacking = [part for part, works in _parts(Path(folder), language) if not works]
    for part in lacking:
        say(language.tr("{part}: does not work.", part=part))
    if not lacking:
        say(language.tr("Everything works."))
    return 1 if lacking else 0


def _parts(folder: Path, language: Language) -> Iterator[tuple[str, bool]]:
    from journal_app.charts.gallery import draw  # noqa: PLC0415 - check-knowledge needs no pictures
    from journal_app.cli.demo import review_all  # noqa: PLC0415
    from journal_app.cli.report import write_report  # noqa: PLC0415
    from journal_app.exchange.example import SOURCE, example_records  # noqa: PLC0415
    from journal_app.exchange.visit_pdf import read_visit  # noqa: PLC0415
    from journal_app.report.choices import AnnexPart, ReportChoices  # noqa: PLC0415
    from journal_app.store.journal_store import JournalStore  # noqa: PLC0415
    from journal_app.store.key import is_protected, new_key  # noqa: PLC0415

    knowledge = bundled_knowledge(language)
    yield language.tr("the knowledge base"), bool(knowledge.entries)
    records = example_records(EXAMPLE_DAY)
    with JournalStore.create(folder / "journal.db") as store:
        store.apply(records, SOURCE)
        yield language.tr("the journal"), store.records() == records and not store.faults()
    key = new_key("a password")
    with JournalStore.create(folder / "protected.db", key=key) as store:
        store.apply(records, SOURCE)
        kept = store.records() == records and is_protected(store.path)
        yield language.tr("the journal with a password"), kept
    reviewed = review_all(records, knowledge)
    draw("weeks", reviewed, knowledge, language).figure.savefig(folder / "weeks.png")
    yield language.tr("the charts"), _is_full(folder / "weeks.png", b"\x89PNG")
    choices = ReportChoices(annex=frozenset({AnnexPart.REVIEW}))
    write_report(reviewed, knowledge, language, choices, folder / "report.pdf")
    yield language.tr("the report"), _is_full(folder / "report.pdf", b"%PDF")
    _fill_in(folder / "report.pdf")
    yield (
        language.tr("the page the doctor fills in"),
        read_visit(folder / "report.pdf").assessment == FILLED_IN,
    )


def _fill_in(report: Path) -> None:
    from pypdf import PdfWriter  # noqa: PLC0415

    writer = PdfWriter(clone_from=report)
    writer.update_page_form_field_values(writer.pages[-1], {ASSESSMENT: FILLED_IN})
    writer.write(report)


def _is_full(path: Path, begins: bytes) -> bool:
    content = path.read_bytes()
    return content.startswith(begins) and len(content) > LEAST_BYTES
