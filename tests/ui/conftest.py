"""A whole program on a journal of its own, at a fixed moment, that leaves nothing behind."""

import logging
import threading
from datetime import datetime
from functools import partial
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QEvent, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from journal_app.app import Program
from journal_app.store.journal_store import JournalStore
from journal_app.ui.away_watch import AwayWatch
from journal_app.ui.preferences import PreferenceFile, Preferences
from journal_app.ui.theme import load_fonts

MORNING = datetime(2026, 11, 4, 7, 41, tzinfo=ZoneInfo("Europe/London"))
PATIENCE_MS = 20_000


@pytest.fixture(autouse=True)
def nothing_left_behind(caplog, qapp):
    """Fail on a warning in the log, a window still there, a timer still running, a thread still alive."""
    threads = own_threads()
    with caplog.at_level(logging.WARNING):
        yield
    logged = [*caplog.get_records("setup"), *caplog.get_records("call")]
    assert [record.getMessage() for record in logged if record.levelno >= logging.WARNING] == []
    delete_what_is_due()
    assert [window.windowTitle() or repr(window) for window in QApplication.topLevelWidgets()] == []
    assert own_threads() - threads == set()


def own_threads():
    """Return the threads of Python; those of Qt, which it keeps ready, are told of by their pool."""
    return {thread for thread in threading.enumerate() if not thread.name.startswith("Dummy")}


@pytest.fixture
def journal_path(tmp_path):
    return tmp_path / "journal.db"


@pytest.fixture
def open_program(qtbot, qapp, journal_path, tmp_path):
    """Open the program as often as wanted; each opening closes the one before."""
    load_fonts()
    opener = Opener(qtbot, qapp, journal_path, tmp_path / "settings.ini")
    yield opener
    opener.close()


class Opener:
    """Starts the program as `run_window` does, on a journal and with choices of the test's own."""

    def __init__(self, qtbot, qapp, path, settings):
        self._qtbot, self._qapp, self._path, self._settings = qtbot, qapp, path, settings
        self._program, self._reviews = None, []

    def __call__(self, page="night", clock=lambda: MORNING, read_only=False, **chosen):
        """Open with the light theme on a page; everything else may be chosen."""
        choices = {"theme": "light", "welcomed": True, **chosen}
        PreferenceFile(self._settings).save(Preferences(page=page, **choices))
        return self.again(clock, read_only)

    def again(self, clock=lambda: MORNING, read_only=False):
        """Open with what is remembered."""
        self.close()
        way = partial(JournalStore.open, read_only=True) if read_only else JournalStore.open_or_create
        choices = PreferenceFile(self._settings)
        self._program = Program(
            self._qapp, lambda: way(self._path), choices, clock=clock, journal_file=self._path
        )
        self._reviews = []
        self._program.desk.review_ready.connect(self._reviews.append)
        window = self._program.open_window()
        self._qtbot.waitUntil(window.isActiveWindow)
        return self._program

    def on_nothing(self, path=None):
        """Show the window as it is before the journal is opened."""
        self.close()
        path, choices = path or self._path, PreferenceFile(self._settings)
        self._program = Program(self._qapp, None, choices, clock=lambda: MORNING, journal_file=path)
        self._reviews = []
        self._program.desk.review_ready.connect(self._reviews.append)
        self._program.open_window(fill=False)
        return self._program

    def settle(self):
        """Wait until the newest review and all charts are shown."""
        self._qtbot.waitUntil(self._is_settled, timeout=PATIENCE_MS)
        QApplication.processEvents()

    def _is_settled(self):
        program = self._program
        timers = program.findChildren(QTimer) + program.window.findChildren(QTimer)
        timers = [timer for timer in timers if not isinstance(timer.parent(), AwayWatch)]
        waiting = any(timer.isActive() for timer in timers)
        return bool(self._reviews) and not waiting and not program.background.busy

    def close(self):
        if self._program is None:
            return
        self._program.window.close()
        self._program.close()
        self._program.window.deleteLater()
        self._program.deleteLater()  # else Python might do so later, and in another thread
        running = [timer for timer in self._program.findChildren(QTimer) if timer.isActive()]
        working = [pool for pool in self._program.findChildren(QThreadPool) if pool.activeThreadCount()]
        self._program = None
        delete_what_is_due()
        assert running == working == []


def delete_what_is_due():
    """Let Qt delete what was to be deleted later, as its event loop does."""
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
