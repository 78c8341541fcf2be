from datetime import timedelta

import pytest
from pypdf import PdfReader

from journal_app.cli import main
from journal_app.cli.opened import today
from journal_app.journal.visit import Appointment, Visit
from journal_app.store.journal_store import JournalStore
from tests.builders import records_of


@pytest.fixture
def pages(tmp_path):
    """Write a journal with a visit and an appointment, and return the texts of its report."""
    last = today() - timedelta(days=1)
    visits = (Visit("v", last - timedelta(days=19), "cramps without a found reason"),)
    appointment = Appointment(today() + timedelta(days=5), ("Could it be <b>the tablet</b>?",))
    with JournalStore.create(tmp_path / "j.db") as store:
        store.apply(records_of("#" * 20 + "o#ooo" * 4, last, visits=visits, appointment=appointment), "test")

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
