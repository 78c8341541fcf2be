"""An appointment: two weeks of recording, the questions, the page on the eve, and what the doctor said."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QFileDialog

from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment
from journal_app.store.journal_store import JournalStore
from journal_app.ui.visit_dialog import VisitDialog
from journal_app.ui.warning_questions import WarningQuestions
from tests.builders import evening, quiet_night, records_of
from tests.journeys.test_report_to_pdf import Desktop
from tests.ui.conftest import MORNING
from tests.ui.hands import click, in_dialog, named, no_to_all, press, says, texts, type_into

CTRL = Qt.KeyboardModifier.ControlModifier
DAY = date(2026, 11, 11)
SAID = "Idiopathic <b>cramps</b> & nothing else"


@pytest.fixture
def kept(journal_path):
    def read(what):
        with JournalStore.open(journal_path, read_only=True) as store:
            return getattr(store, what)()

    return read


@pytest.fixture
def expecting(journal_path):
    """Write the newest nights, and an appointment."""

    def write(day=DAY, nights=7):
        evenings = [evening(back) for back in range(nights)]
        appointment = Appointment(day)
        with JournalStore.create(journal_path) as store:
            store.apply(Records(tuple(quiet_night(on) for on in evenings), appointment=appointment), "a test")

    return write


@pytest.fixture
def report(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(records_of("o#o" * 7), "a test")
    program = open_program(page="report")
    open_program.settle()
    return program.window.stack.currentWidget()


def on(day):
    return lambda: MORNING.replace(year=day.year, month=day.month, day=day.day)


def test_the_day_and_the_questions_are_kept_in_the_journal(report, open_program, kept):
    click(report, "I have an appointment on", QCheckBox)
    type_into(report, "Question 1 for the doctor", "Could it be the tablet?")
    open_program.settle()

    assert kept("appointment") == Appointment(
        MORNING.date() + timedelta(days=14), ("Could it be the tablet?",)
    )


def test_the_questions_are_there_after_the_next_start_and_can_be_undone(report, open_program, kept):
    type_into(report, "Question 2 for the doctor", "And the coffee?")
    open_program.settle()

    window = open_program.again().window
    press(window, Qt.Key.Key_6, CTRL)
    open_program.settle()
    page = window.stack.currentWidget()

    assert named(page, "Question 2 for the doctor").text() == "And the coffee?"
    assert kept("appointment").questions == ("", "And the coffee?")


def test_undo_takes_a_question_back(report, open_program, kept):
    type_into(report, "Question 1 for the doctor", "Why?")
    open_program.settle()
    click(report, "My name", QCheckBox)

    press(report.window(), Qt.Key.Key_Z, CTRL)

    assert kept("appointment") == Appointment()
    assert named(report, "Question 1 for the doctor").text() == ""


def test_two_weeks_before_last_night_shows_how_much_is_recorded(expecting, open_program):
    expecting()
    window = open_program().window

    assert says(window, "Appointment on 11 November: 7 of 14 nights recorded.")
    assert named(window, "Nights recorded before the appointment").value() == 7


def test_each_night_moves_the_line_on(expecting, open_program):
    expecting(nights=0)
    window = open_program().window

    click(window, "Quiet night")

    assert says(window, "1 of 14 nights recorded")


def test_earlier_nothing_is_said(expecting, open_program):
    expecting(day=date(2026, 11, 30))

    assert not says(open_program().window, "Appointment on")


def test_the_warning_questions_are_offered_until_they_were_gone_through(expecting, open_program):
    expecting()
    window = open_program().window

    def begin(questions):
        click(questions, "No to all above: Call now")
        click(questions, "Finish later")

    def go_on(questions):
        while "Done" not in texts(questions):
            no_to_all(questions)
        click(questions, "Done")

    with in_dialog(begin, WarningQuestions):
        click(window, "Warning questions …")
    assert "Warning questions …" in texts(window)
    with in_dialog(go_on, WarningQuestions):
        click(window, "Warning questions …")

    assert "Warning questions …" not in texts(window)


def test_on_the_eve_the_page_is_one_click_away(expecting, open_program):
    expecting()
    program = open_program(clock=on(DAY - timedelta(days=1)))

    click(program.window, "Print my page")
    open_program.settle()

    assert named(program.window, "Preview of the pages").document().pageCount() == 1


def test_afterwards_the_line_leads_to_what_was_said(expecting, open_program, kept):
    expecting()
    program = open_program(clock=on(DAY + timedelta(days=1)))
    click(program.window, "Write down what was said")
    open_program.settle()
    page = program.window.stack.currentWidget()

    def write(dialog):
        click(dialog, "Keep")
        assert says(dialog, "Nothing is written down yet.")
        type_into(dialog, "Assessment", SAID)
        click(dialog, "Keep")

    with in_dialog(write, VisitDialog):
        click(page, "Write down a visit …")

    assert [(visit.day, visit.assessment) for visit in kept("visits")] == [(DAY, SAID)]
    assert says(page, f"11 November 2026: Assessment: {SAID}.")


@pytest.fixture
def filled(report, open_program, monkeypatch, tmp_path):
    """Print the page for the doctor, have it filled in, and return where it lies."""
    desktop = Desktop()
    QDesktopServices.setUrlHandler("file", desktop, "open")
    path = tmp_path / "for the doctor.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    click(report, "Doctor’s review", QCheckBox)
    open_program.settle()
    click(report, "Save as PDF …")
    click(report, "Show in folder")
    QDesktopServices.unsetUrlHandler("file")
    assert desktop.opened == [str(path), str(tmp_path)]
    writer = PdfWriter(clone_from=BytesIO(path.read_bytes()))
    writer.update_page_form_field_values(writer.pages[-1], {"assessment": SAID, "next_visit": "in May"})
    writer.write(path)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    return path


def test_a_filled_page_is_shown_before_it_is_kept_and_can_be_changed(report, filled, kept):
    def look(dialog):
        assert says(dialog, "This was read from “for the doctor.pdf”")
        assert named(dialog, "Assessment").toPlainText() == SAID
        assert kept("visits") == ()
        type_into(dialog, "Next visit", "in June")
        click(dialog, "Keep")

    with in_dialog(look, VisitDialog):
        click(report, "Read back a filled page …")

    visit = kept("visits")[0]
    assert (visit.day, visit.assessment, visit.next_visit) == (MORNING.date(), SAID, "in June")
    assert visit.report in PdfReader(filled).metadata["/Keywords"]


def test_a_page_that_was_read_back_is_undone_and_left_by_cancel(report, filled, kept):
    def keep(dialog):
        click(dialog, "Keep")

    with in_dialog(lambda dialog: click(dialog, "Cancel"), VisitDialog):
        click(report, "Read back a filled page …")
    assert kept("visits") == ()
    with in_dialog(keep, VisitDialog):
        click(report, "Read back a filled page …")
    assert len(kept("visits")) == 1

    press(report.window(), Qt.Key.Key_Z, CTRL)

    assert kept("visits") == ()
    assert says(report, "None yet.")


def test_a_visit_is_changed_and_removed(report, filled, kept):
    with in_dialog(lambda dialog: click(dialog, "Keep"), VisitDialog):
        click(report, "Read back a filled page …")

    with in_dialog(lambda dialog: click(dialog, "Remove this visit"), VisitDialog):
        click(report, "Change the visit of 4 November 2026")

    assert kept("visits") == ()


def test_a_file_that_is_no_report_is_told_beside_the_button(report, monkeypatch, tmp_path, kept):
    path = tmp_path / "letter.pdf"
    path.write_text("a letter")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))

    click(report, "Read back a filled page …")

    assert says(report, "letter.pdf is not a PDF.")
    assert kept("visits") == ()
