from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from journal_app.charts.gallery import draw
from journal_app.exchange.mapped_table import column_map, read_mapped_table
from journal_app.exchange.reading import plan_import
from journal_app.journal.records import Records
from journal_app.knowledge.loader import load_knowledge
from journal_app.paths import bundled
from journal_app.report.choices import ReportChoices
from journal_app.report.contents import report_contents
from journal_app.report.pdf import write_pdf
from journal_app.review import review
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, quiet_night

GOOGLE_FIT = Path(__file__).parents[1] / "samples" / "google_fit" / "daily_activity.csv"
MAPS = ("Walking duration (ms)=exercise:ms", "Move Minutes count=active_minutes:min")
PRINTED_ON = date(2018, 7, 24)


@pytest.fixture
def knowledge():
    return load_knowledge(bundled("knowledge_base"))


@pytest.fixture
def records(tmp_path, knowledge):
    """A person's real walking, imported, with a cramp typed over every fourth night."""
    reading = read_mapped_table(GOOGLE_FIT, "Date", [column_map(each) for each in MAPS], knowledge.habits)
    with JournalStore.create(tmp_path / "journal.db") as store:
        store.apply(plan_import(Records(), reading).new, GOOGLE_FIT.name)
        for k, day in enumerate(store.days()):
            store.save_night(quiet_night(day.on) if k % 4 else cramp_night(day.on))
        return store.records()


def test_real_walking_with_cramps_typed_over_it_reaches_the_paper(records, knowledge, language, tmp_path):
    reviewed = review(records, knowledge, records.period, PRINTED_ON)
    walked, active = (
        next(each for each in reviewed.associations if each.factor == name and each.leading)
        for name in ("exercise", "active_minutes")
    )
    chart = draw("habit:exercise", reviewed, knowledge, language)
    contents = report_contents(reviewed, knowledge, language, ReportChoices(), PRINTED_ON)
    write_pdf(contents, tmp_path / "report.pdf")

    assert reviewed.summary.cramp_nights == 27
    assert walked.nights_with + walked.nights_without > 60
    assert active.nights_with + active.nights_without > 60
    assert not chart.empty
    assert "108 of 112 nights recorded" in PdfReader(tmp_path / "report.pdf").pages[0].extract_text()
