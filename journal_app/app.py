"""The composition root: the only place that builds paths, store, knowledge and window together."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from journal_app.journal.errors import JournalError
from journal_app.language import Language, language_for
from journal_app.paths import bundled, cache_home, default_journal, journal_home
from journal_app.ui import qt_texts
from journal_app.ui.background import Background
from journal_app.ui.backup_desk import BackupDesk
from journal_app.ui.backup_note import BackupNote
from journal_app.ui.fault_report import kept_log
from journal_app.ui.fault_watch import FaultWatch
from journal_app.ui.main_window import MainWindow
from journal_app.ui.one_window import OneWindow
from journal_app.ui.open_journal import Keeper, OpenJournal
from journal_app.ui.pages import Pages
from journal_app.ui.preferences import PreferenceFile, Preferences, look_of
from journal_app.ui.presence import Presence
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.start import reading_direction, refuse_without_display, share_the_processor
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import Look, chosen_palette, load_fonts
from journal_app.wording.errors import error_sentence

if TYPE_CHECKING:
    from journal_app.journal.period import Period
    from journal_app.journal.records import Records
    from journal_app.journal.visit import Visit
    from journal_app.knowledge.entries import Knowledge
    from journal_app.store.backup_folders import BackupFolders

SETTINGS_NAME = "settings.ini"
EXAMPLE_SETTINGS = "example-settings.ini"
FIRST_PAGE = "night"
SOUTHERN = ("AU",)  # of the countries one can choose


def run_window(journal: Path | None = None, example: bool = False, in_tray: bool = False) -> int:
    """Open the window on a journal (the person's own if none is named) and return when it is closed."""
    return start(journal or default_journal(), example, in_tray=in_tray)


def start(
    journal: Path,
    example: bool = False,
    when_ready: Callable[[Program], None] | None = None,
    stay: bool = True,
    in_tray: bool = False,
) -> int:
    """Show the window at once, then open the journal and fill it; `when_ready` sees it in between."""
    refuse_without_display()
    share_the_processor()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("night-cramp-journal")
    application.setDesktopFileName("night-cramp-journal")
    load_fonts()
    application.setQuitOnLastWindowClosed(False)
    with OneWindow(journal, journal_home() / "cache") as place:
        if not place.first:
            place.knock()
            return 0
        program = Program(
            application, lambda: open_store(journal), choices_for(example), example, journal_file=journal
        )
        program.presence.quit_wanted.connect(application.quit)
        place.knocked.connect(program.presence.open_form)
        with kept_log(program.log_folder), program.faults:
            return _live(program, application, when_ready, stay, in_tray)


def _live(
    program: Program,
    application: QApplication,
    when_ready: Callable[[Program], None] | None,
    stay: bool,
    in_tray: bool,
) -> int:
    program.open_window(FIRST_PAGE, fill=False, hidden=in_tray)
    application.processEvents()
    if when_ready is not None:
        when_ready(program)
    if not _has_begun(program):
        return 2
    code = application.exec() if stay else 0
    program.close()
    return code


def _has_begun(program: Program) -> bool:
    """Open the journal, as often as a rescue gives reason to; false when the person leaves it."""
    while True:
        try:
            program.begin()
        except JournalError as error:
            if not program.rescues(error):
                return False
        else:
            return True


def choices_for(example: bool) -> PreferenceFile:
    """Return where the choices are kept; the example looks like one's own, and changes nothing of it."""
    own = PreferenceFile(journal_home() / SETTINGS_NAME)
    if not example:
        return own
    kept = PreferenceFile(cache_home() / EXAMPLE_SETTINGS)
    kept.save(replace(own.load(), page=FIRST_PAGE, welcomed=True, reminder=False))
    return kept


class Program(QObject):
    """What lives as long as the program runs; the window is made anew when the look changes."""

    window: MainWindow

    def __init__(
        self,
        application: QApplication,
        open_keeper: Callable[[], Keeper],
        preference_file: PreferenceFile,
        example: bool = False,
        clock: Callable[[], datetime] | None = None,
        journal_file: Path | None = None,
    ) -> None:
        super().__init__()
        self._journal_file = journal_file or default_journal()
        self.log_folder = (cache_home() if example else journal_home()) / "logs"
        self._application, self._preference_file, self._example = application, preference_file, example
        self._window_is_up = False
        self.preferences = preference_file.load()
        self.background = Background(self)
        self.journal = OpenJournal(open_keeper, clock or _now, self)
        self.faults = FaultWatch(self._show_fault, self)
        self.background.failed.connect(self.faults.tell)
        self.presence = Presence(self.journal, self)
        self.presence.told_of_tray.connect(self._told_of_tray)
        self.backups = BackupDesk(
            self.journal, self._backup_folders, self.background, self.preferences.second_backup_folder, self
        )
        if not example:
            self.journal.saved.connect(self.backups.change_saved)
        self.backups.failed.connect(self._tell_error)
        self.backups.restored.connect(self._restored)
        self.desk = ReviewDesk(self.journal, self._knowledge, self._review, self.background, self)

    def open_window(self, page: str = "", *, fill: bool = True, hidden: bool = False) -> MainWindow:
        """Make and show the window, in the chosen language and look; `hidden` waits in the tray."""
        chosen = self.preferences
        language = language_for(chosen.language, chosen.clock_24h)
        look = Look(
            chosen_palette(chosen.theme, chosen.more_contrast), chosen.text_scale, journal_home() / "cache"
        )
        known = partial(_knowledge_in, language)
        self._surroundings = Surroundings(language, look, known, chosen, self._example)
        look.apply(self._application)
        self._application.setLayoutDirection(reading_direction(language))
        qt_texts.speak(self._application, language)
        pages = Pages(
            self.journal,
            self.desk,
            self.background,
            self._surroundings,
            self.choose,
            self._journal_file,
            _read_visit,
            self.backups,
        )
        self._pages = pages
        window = MainWindow(
            pages.in_rail(), self.journal, self.background, self._surroundings, self._title(language)
        )
        window.preferences_changed.connect(self.choose)
        window.closing.connect(self._preference_file.save_geometry)
        pages.lead_in(window)
        if not self._example:
            window.add_status(BackupNote(self.backups, self._surroundings))
        self._replace_window(window)
        window.show_page(page or chosen.page, fill=fill)
        self.presence.follow(window, self._surroundings)
        if not (hidden and self.presence.tray.shown):
            window.show()
        if fill:
            self._fill()
        return window

    def begin(self) -> None:
        """Open the journal and fill the window.

        Raises:
            JournalError: the file cannot be opened.

        """
        self.journal.open()
        self.window.show_page(self._first_page())
        self._fill()
        self._tell_about_the_place()
        self.presence.begin()

    def choose(self, chosen: Preferences) -> None:
        """Keep the person's choices; what changes the look or the words makes the window anew."""
        before, self.preferences = self.preferences, chosen
        self._surroundings.preferences = chosen
        self._preference_file.save(chosen)
        self.presence.choose(chosen)
        if look_of(chosen) != look_of(before):
            QTimer.singleShot(0, self.open_window)

    def tell_and_leave(self, error: JournalError) -> None:
        """Say why the journal cannot be opened; nothing was changed."""
        sentence = error_sentence(error, self._surroundings.language)
        print(sentence, file=sys.stderr)  # noqa: T201 the window may have been started from a terminal
        QMessageBox.critical(self.window, self._title(self._surroundings.language), sentence)

    def rescues(self, error: JournalError) -> bool:
        """Offer what is left of a journal that cannot be opened; tell whether to try it again."""
        from journal_app.store.rescue import can_be_rescued, look_for_rescue  # noqa: PLC0415
        from journal_app.ui.rescue_dialog import RescueDialog  # noqa: PLC0415

        if can_be_rescued(error):
            found = look_for_rescue(self._backup_folders(self.preferences.second_backup_folder))
            if found.salvaged is not None or found.backup is not None:
                dialog = RescueDialog(error, found, self.journal.now, self._surroundings, self.window)
                return dialog.exec() == RescueDialog.DialogCode.Accepted
        self.tell_and_leave(error)
        return False

    def close(self) -> None:
        """Let background work end; the journal may be closed after this."""
        from journal_app.store.opening import leave_own  # noqa: PLC0415

        self.presence.end()
        self.desk.stop()
        self.background.finish()
        self.backups.finish()
        self.journal.close()
        leave_own(self._journal_file)

    def _fill(self) -> None:
        """Begin with the review; whoever is new here is welcomed first."""
        new = not self.preferences.welcomed and not self._example
        if new and not self.journal.records().nights:
            self._pages.welcome()
        self.desk.refresh_soon()
        if not self._example:
            self.backups.begin()

    def _first_page(self) -> str:
        """Last night's form, unless it is filled in: then the page that was open last."""
        last_night = self.journal.now.date() - timedelta(days=1)
        return FIRST_PAGE if self.journal.night(last_night) is None else self.preferences.page

    def _backup_folders(self, second: str) -> BackupFolders:
        from journal_app.store.backup_folders import BackupFolders  # noqa: PLC0415 the library behind it

        return BackupFolders(self._journal_file, Path(second) if second else None)

    def _tell_about_the_place(self) -> None:
        """Say that another computer has the journal open or, once, that its place is a risk."""
        from journal_app.store.opening import open_elsewhere, risk_of_place  # noqa: PLC0415

        told = open_elsewhere(self._journal_file)
        if told is None and not self.preferences.place_told and not self._example:
            told = risk_of_place(self._journal_file)
            self.choose(replace(self.preferences, place_told=told is not None))
        if told is not None:
            self._tell_error(told)

    def _restored(self, former: Path | None) -> None:
        tr = self._surroundings.tr
        window = self.open_window()
        if former is not None:
            window.remind(
                tr("The backup is your journal now. The former one is kept: {file}", file=former.name)
            )

    def _tell_error(self, error: JournalError) -> None:
        self.window.tell(error_sentence(error, self._surroundings.language))

    def _told_of_tray(self) -> None:
        self.choose(replace(self.preferences, tray_told=True))

    def _show_fault(self, report: str) -> None:
        """Show one dialog at a time; what else happens meanwhile is in the log."""
        from journal_app.ui.fault_dialog import FaultDialog  # noqa: PLC0415 hardly ever needed

        if self.window.findChild(FaultDialog) is None:
            FaultDialog(report, self.log_folder, self._surroundings, self.window).show()

    def _knowledge(self) -> Knowledge:
        return self._surroundings.knowledge

    def _review(self, records: Records, knowledge: Knowledge, period: Period, today: date) -> object:
        """Numbers are loaded with the first review, after the window is up."""
        from journal_app.review import review  # noqa: PLC0415

        southern = self._surroundings.country in SOUTHERN
        return review(records, knowledge, period, today, southern=southern)

    def _title(self, language: Language) -> str:
        name = language.tr("Night Cramp Journal")
        return language.tr("Example journal – {program}", program=name) if self._example else name

    def _replace_window(self, window: MainWindow) -> None:
        geometry = self._preference_file.geometry()
        if self._window_is_up:
            geometry = self.window.saveGeometry()
            self.window.hide()
            self.window.deleteLater()
        if not geometry.isEmpty():
            window.restoreGeometry(geometry)
        self.window, self._window_is_up = window, True


def open_store(journal: Path) -> Keeper:
    """Open a journal, made if it is not there; the library behind it is loaded only now."""
    from journal_app.store.opening import open_own  # noqa: PLC0415

    return open_own(journal, _now())


def _now() -> datetime:
    return datetime.now().astimezone()


def _read_visit(path: Path) -> Visit:
    from journal_app.exchange.visit_pdf import read_visit  # noqa: PLC0415

    return read_visit(path)


def _knowledge_in(language: Language) -> Knowledge:
    from journal_app.knowledge.translated import spoken  # noqa: PLC0415

    return spoken(_load_knowledge(), language)


@cache  # it never changes while the program runs, and a new text size makes the window anew
def _load_knowledge() -> Knowledge:
    from journal_app.knowledge.loader import load_knowledge  # noqa: PLC0415

    return load_knowledge(bundled("knowledge_base"))
