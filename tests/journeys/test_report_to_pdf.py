"""Before an appointment: choose what the doctor shall read, see the real pages, save them as a PDF."""

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFileDialog

from tests.ui.hands import click, named, press, says, type_into
from tests.ui.places import write_journal

CTRL = Qt.KeyboardModifier.ControlModifier
QUESTION = "Could <b>my water tablet</b> be part of it?"


class Desktop(QObject):
    """Stands where a viewer would open the saved file."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toLocalFile())


@pytest.fixture
def desktop():
    seen = Desktop()
    QDesktopServices.setUrlHandler("file", seen, "open")
    yield seen
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def page(open_program, journal_path):
    """Turn to the report of forty nights and wait for its preview."""
    write_journal(journal_path)
    window = open_program().window
    press(window, Qt.Key.Key_6, CTRL)
    open_program.settle()
    return window.stack.currentWidget()


@pytest.fixture
def saved(monkeypatch, tmp_path, desktop):
    """Save the report where the file dialog says; return its path."""
    path = tmp_path / "for the doctor.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path.with_suffix("")), ""))

    def save(page):
        click(page, "Save as PDF …")
        return path

    return save


def preview(page):
    return named(page, "Preview of the pages", QPdfView).document()


def text_of(path):
    return "\n".join(sheet.extract_text() for sheet in PdfReader(path).pages)


def test_the_preview_shows_the_very_pages_that_are_saved(page, saved):
    pages, size = preview(page).pageCount(), preview(page).pagePointSize(0)

    sheets = PdfReader(saved(page)).pages

    assert len(sheets) == pages >= 1
    assert size.width() == pytest.approx(float(sheets[0].mediabox.width), abs=1)


def test_the_saved_page_tells_the_nights_and_the_medicine(page, saved):
    text = text_of(saved(page))

    assert "Bendroflumethiazide" in text
    assert "Yes: In ONE leg: is there new swelling" in text


def test_a_question_for_the_doctor_comes_out_as_it_was_typed(page, saved, open_program):
    type_into(page, "Question 1 for the doctor", QUESTION)
    open_program.settle()

    assert QUESTION in " ".join(text_of(saved(page)).split())


def test_what_is_ticked_follows_page_one(page, open_program):
    before = preview(page).pageCount()

    click(page, "Night by night")
    open_program.settle()

    assert preview(page).pageCount() > before
    assert says(page, f"{preview(page).pageCount()} pages")


def test_the_saved_file_is_named_and_opened(page, saved, desktop):
    path = saved(page)

    assert says(page, f"Saved: {path}")
    assert desktop.opened == [str(path)]


def test_a_folder_that_cannot_be_written_is_told(page, monkeypatch, tmp_path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "gone" / "x.pdf"), ""))

    click(page, "Save as PDF …")

    assert says(page, "could not be written: No such file or directory.")


def test_a_dialog_that_is_left_saves_nothing(page, monkeypatch, tmp_path, desktop):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))

    click(page, "Save as PDF …")

    assert (desktop.opened, list(tmp_path.glob("*.pdf"))) == ([], [])


def test_the_paper_is_the_chosen_one(open_program, journal_path):
    write_journal(journal_path)
    program = open_program(page="report", paper="Letter")
    open_program.settle()

    size = preview(program.window).pagePointSize(0)

    assert (round(size.width()), round(size.height())) == (612, 792)
