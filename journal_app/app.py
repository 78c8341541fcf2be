"""The composition root: the only place that builds paths, store, knowledge and window together."""

import logging
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication

from journal_app.journal.errors import JournalError
from journal_app.knowledge.loader import load_knowledge
from journal_app.language import language_for, later
from journal_app.paths import bundled, default_journal, journal_home
from journal_app.store.journal_store import JournalStore
from journal_app.ui.background import Background
from journal_app.ui.main_window import MainWindow
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.pages import Pages
from journal_app.ui.preferences import PreferenceFile, Preferences
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import Look, chosen_palette, load_fonts

SETTINGS_NAME = "settings.ini"
log = logging.getLogger(__name__)


def run_window(journal: Path | None = None, example: bool = False) -> int:
    """Open the window on a journal (the person's own if none is named) and return when it is closed."""
    refuse_without_display()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("night-cramp-journal")
    load_fonts()
    with JournalStore.open_or_create(journal or default_journal()) as store:
        program = Program(application, store, PreferenceFile(journal_home() / SETTINGS_NAME), example)
        program.open_window()
        code = application.exec()
        program.close()
    return code


def refuse_without_display() -> None:
    """Say one sentence where Qt would abort the process: Linux without a display."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not named:
        raise JournalError(later("There is no display to open a window on."))


class Program(QObject):
    """What lives as long as the program runs; the window is made anew when the look changes."""

    def __init__(
        self,
        application: QApplication,
        store: JournalStore,
        preference_file: PreferenceFile,
        example: bool = False,
        clock: Callable[[], datetime] | None = None,
    ) -> None:
        super().__init__()
        self._application, self._preference_file, self._example = application, preference_file, example
        self.preferences = preference_file.load()
        self.knowledge = load_knowledge(bundled("knowledge_base"))
        self.background = Background(self)
        self.journal = OpenJournal(store, clock or _now, self)
        self.desk = ReviewDesk(self.journal, self.knowledge, _review, self.background, self)
        self.window: MainWindow | None = None

    def open_window(self) -> MainWindow:
        """Make and show the window, in the chosen language and look."""
        chosen = self.preferences
        look = Look(chosen_palette(chosen.theme), chosen.text_scale, journal_home() / "cache")
        language = language_for(chosen.language, chosen.clock_24h)
        surroundings = Surroundings(language, look, self.knowledge, chosen)
        look.apply(self._application)
        right_to_left = language.locale.text_direction == "rtl"
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )
        title = (
            language.tr("Example journal – Night Cramp Journal") if self._example else "Night Cramp Journal"
        )
        pages = Pages(self.journal, self.desk, self.background, surroundings, self.choose)
        window = MainWindow(pages.in_rail(), self.journal, self.background, surroundings, title)
        window.preferences_changed.connect(self.choose)
        window.closing.connect(self._preference_file.save_geometry)
        pages.lead_in(window)
        self._replace_window(window)
        window.show_page(chosen.page)
        window.show()
        self.desk.refresh_soon()
        return window

    def choose(self, chosen: Preferences) -> None:
        """Keep the person's choices; what changes the look or the words makes the window anew."""
        before, self.preferences = self.preferences, chosen
        self._preference_file.save(chosen)
        if replace(chosen, page="", welcomed=True) != replace(before, page="", welcomed=True):
            QTimer.singleShot(0, self.open_window)

    def close(self) -> None:
        """Let background work end; the journal may be closed after this."""
        self.desk.stop()
        self.background.finish()

    def _replace_window(self, window: MainWindow) -> None:
        geometry: QByteArray = self._preference_file.geometry()
        if self.window is not None:
            geometry = self.window.saveGeometry()
            self.window.hide()
            self.window.deleteLater()
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)
        self.window = window


def _now() -> datetime:
    return datetime.now().astimezone()


def _review(*data: object) -> object:
    """Numbers are loaded with the first review, after the window is up."""
    from journal_app.review import review  # noqa: PLC0415

    return review(*data)  # type: ignore[arg-type]
