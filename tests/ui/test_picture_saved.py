"""A chart saved from its page: as a picture, a drawing or a PDF, and told in one sentence each time."""

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from journal_app.store.journal_store import JournalStore
from journal_app.store.key import new_key
from tests.builders import evening, records_of
from tests.ui.conftest import PATIENCE_MS
from tests.ui.hands import click, says

BEGINS_WITH = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF"}


@pytest.fixture
def trends(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(records_of("#oo" * 10, last=evening()), "test")
    program = open_program(page="trends")
    open_program.settle()
    return program


def save_as(program, qtbot, monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    click(program.window, "Save Cramps per week")
    qtbot.waitUntil(lambda: not program.background.busy, timeout=PATIENCE_MS)


@pytest.mark.parametrize("ending", BEGINS_WITH)
def test_the_ending_tells_the_kind(trends, qtbot, monkeypatch, tmp_path, ending):
    path = tmp_path / f"weeks{ending}"
    save_as(trends, qtbot, monkeypatch, path)

    assert path.read_bytes().startswith(BEGINS_WITH[ending])
    assert says(trends.window, f"Saved: {path}")
    assert not says(trends.window, "not protected")


def test_a_name_without_an_ending_is_a_picture(trends, qtbot, monkeypatch, tmp_path):
    save_as(trends, qtbot, monkeypatch, tmp_path / "weeks")

    assert (tmp_path / "weeks.png").is_file()


def test_what_cannot_be_written_is_told_in_a_sentence(trends, qtbot, monkeypatch, tmp_path):
    save_as(trends, qtbot, monkeypatch, tmp_path / "nowhere" / "weeks.png")
    # The reason is the system's own words, in its language.
    qtbot.waitUntil(lambda: says(trends.window, "weeks.png could not be written: "), timeout=PATIENCE_MS)

    save_as(trends, qtbot, monkeypatch, tmp_path / "weeks.doc")
    assert says(trends.window, "A picture can be saved as PNG, SVG or PDF, not as DOC.")


def test_what_is_copied_is_the_picture(trends):
    QApplication.clipboard().clear()
    click(trends.window, "Copy Cramps per week")

    assert QApplication.clipboard().image().width() > 300


def test_from_a_protected_journal_it_is_told_that_the_file_has_no_password(
    open_program, qtbot, monkeypatch, journal_path, tmp_path
):
    key = new_key("rhubarb 1951")
    with JournalStore.create(journal_path, key=key) as store:
        store.apply(records_of("#oo" * 10, last=evening()), "test")
    program = open_program.on_nothing()
    program.begins()
    with qtbot.waitSignal(program.locks.opened, timeout=PATIENCE_MS):
        program.locks.unlock("rhubarb 1951")
    program.window.show_page("trends")
    open_program.settle()
    save_as(program, qtbot, monkeypatch, tmp_path / "weeks.png")

    assert says(program.window, "It is not protected by your password.")
