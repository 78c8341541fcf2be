from datetime import timedelta

import pytest
from pypdf import PdfReader

from journal_app.cli import main
from journal_app.cli.opened import bundled_knowledge, today
from journal_app.journal.medicine import Medicine
from journal_app.journal.visit import Appointment, Visit
from journal_app.knowledge.entries import Kind
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.texts import texts_of
from journal_app.language import language_for
from journal_app.paths import bundled
from journal_app.store.journal_store import JournalStore
from tests.builders import records_of

TABLET = Medicine("m", "Hydrochlorothiazid 25 mg")


@pytest.fixture
def pages(tmp_path):
    """Write a journal with a visit and an appointment, and return the texts of its report."""
    last = today() - timedelta(days=1)
    visits = (Visit("v", last - timedelta(days=19), "cramps without a found reason"),)
    appointment = Appointment(today() + timedelta(days=5), ("Could it be <b>the tablet</b>?",))
    with JournalStore.create(tmp_path / "j.db") as store:
        told = {"visits": visits, "appointment": appointment, "medicines": (TABLET,)}
        store.apply(records_of("#" * 20 + "o#ooo" * 4, last, **told), "test")

    def written(*options):
        out = str(tmp_path / "out.pdf")
        assert main(["report", "--journal", str(tmp_path / "j.db"), "-o", out, *options]) == 0
        return [" ".join(page.extract_text().split()) for page in PdfReader(out).pages]

    return written


def test_page_one_holds_the_questions_and_what_changed_since_the_visit(pages):
    first = pages()[0]

    assert "Could it be <b>the tablet</b>?" in first
    assert "For the appointment on" in first
    assert "7 to 1.4 cramps a week" in first


def test_the_page_for_the_doctor_is_printed_where_it_is_asked_for(pages):
    assert not any("Changes to medicines" in page for page in pages())

    last = pages("--review")[-1]
    assert "Changes to medicines" in last
    assert "Assessment: cramps without a found reason." in last


def test_the_report_speaks_german_of_a_medicine_with_a_german_name(pages, monkeypatch):
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    read = " ".join(pages())
    entry = load_knowledge(bundled("knowledge_base")).entries["diuretic-thiazide"]

    assert "Thiazid-Wassertabletten (Diuretika)" in read
    assert "1,48-mal so oft" in read
    assert [text for _, text in texts_of(entry) if text.count(" ") > 2 and text in read] == []


def test_the_longest_german_warning_question_is_printed_in_whole(pages, monkeypatch):
    monkeypatch.setenv("LANG", "de_DE.UTF-8")
    questions = [entry.question for entry in bundled_knowledge(language_for("de")).of_kind(Kind.WARNING)]

    assert max(questions, key=len) in " ".join(pages())
