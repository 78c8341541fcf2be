"""A whole program on a journal of its own, at a fixed moment."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QThreadPool

from journal_app.app import Program
from journal_app.store.journal_store import JournalStore
from journal_app.ui.preferences import PreferenceFile, Preferences
from journal_app.ui.theme import load_fonts

MORNING = datetime(2026, 11, 4, 7, 41, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def journal_path(tmp_path):
    return tmp_path / "journal.db"


@pytest.fixture
def open_program(qtbot, qapp, journal_path, tmp_path):
    """Return a function that opens the program; several openings may follow one another."""
    opened = []
    load_fonts()

    def open_it(page="night", clock=lambda: MORNING, path=journal_path, **chosen):
        close_all(opened)
        store = JournalStore.open_or_create(path)
        file = PreferenceFile(tmp_path / "settings.ini")
        file.save(Preferences(page=page, welcomed=True, theme=chosen.pop("theme", "light"), **chosen))
        program = Program(qapp, store, file, clock=clock)
        window = program.open_window()
        qtbot.waitExposed(window)
        opened.append((program, store))
        return program

    yield open_it
    close_all(opened)
    QThreadPool.globalInstance().waitForDone()


def close_all(opened):
    while opened:
        program, store = opened.pop()
        program.window.close()
        program.close()
        program.window.deleteLater()
        store.close()
