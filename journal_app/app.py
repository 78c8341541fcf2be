"""The composition root: the only place that builds paths, store, knowledge and window together."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache, cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from journal_app.journal.errors import JournalError
from journal_app.language import Language, language_for
from journal_app.paths import bundled, cache_home, default_journal, journal_home
from journal_app.ui import parts, qt_texts
from journal_app.ui.background import Background
from journal_app.ui.backup_desk import BackupDesk
from journal_app.ui.backup_note import BackupNote
from journal_app.ui.fault_watch import FaultWatch
from journal_app.ui.lock_desk import LockDesk
from journal_app.ui.main_window import MainWindow
from journal_app.ui.open_journal import Keeper, OpenJournal
from journal_app.ui.pages import Pages
from journal_app.ui.preferences import PreferenceFile, Preferences, look_of
from journal_app.ui.presence import Presence
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.start import reading_direction
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import Look, chosen_palette
from journal_app.wording.backups import password_changed
from journal_app.wording.errors import error_sentence

if TYPE_CHECKING:
    from journal_app.journal.period import Period
    from journal_app.journal.records import Records
    from journal_app.journal.visit import Visit
    from journal_app.knowledge.entries import Knowledge
    from journal_app.store.backup_folders import BackupFolders
    from journal_app.store.vault import Vault

FIRST_PAGE = "night"
SOUTHERN = ("AU",)  # of the countries one can choose


class Program(QObject):
    """What lives as long as the program runs; the window is made anew when the look changes."""

    window: MainWindow

    def __init__(
        self,
        application: QApplication,
        open_keeper: Callable[[], Keeper] | None,
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
        self.journal = OpenJournal(open_keeper or self._open_own, clock or _now, self)
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
        self.locks = LockDesk(self.journal, lambda: self._vault, self.background, self)
        self._connect_locks()

    def _connect_locks(self) -> None:
        self.locks.shutting.connect(self._put_away)
        self.locks.was_shut.connect(self._show_locked)
        self.locks.opened.connect(self._open_again)
        self.locks.failed.connect(self._tell_error)
        self.locks.changed.connect(self._tell_password)

    def open_window(self, page: str = "", *, fill: bool = True, hidden: bool = False) -> MainWindow:
        """Make and show the window, in the chosen language and look; `hidden` waits in the tray."""
        chosen = self.preferences
        language = language_for(chosen.language, chosen.clock_24h)
        look = Look(
            chosen_palette(chosen.theme, chosen.more_contrast), chosen.text_scale, journal_home() / "cache"
        )
        known = partial(_knowledge_in, language)
        protected = partial(getattr, self.locks, "protected")
        self._surroundings = Surroundings(language, look, known, chosen, self._example, protected)
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
            self.locks,
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
        if self.locks.shut:
            pages.ask_password()
        else:
            window.show_page(page or chosen.page, fill=fill)
        self.presence.follow(window, self._surroundings)
        if not (hidden and self.presence.tray.shown):
            window.show()
        if fill and not self.locks.shut:
            self._fill()
        return window

    def begins(self) -> bool:
        """Ask for the password where there is one; else open the journal. False when the person leaves it."""
        if not self._example and self.locks.begin_locked():
            self._pages.ask_password()
            return True
        return self._has_begun()

    def _has_begun(self) -> bool:
        """Open the journal, as often as a rescue gives reason to; false when the person leaves it."""
        while True:
            try:
                self.begin()
            except JournalError as error:
                if not self.rescues(error):
                    return False
            else:
                return True

    def begin(self) -> None:
        """Open the journal and fill the window.

        Raises:
            JournalError: the file cannot be opened.

        """
        self.journal.open()
        self.window.show_page(self._first_page())
        self._fill()
        self._tell_about_the_place()
        self.locks.watch(self.preferences.lock_after)
        self.presence.begin()

    def choose(self, chosen: Preferences) -> None:
        """Keep the person's choices; what changes the look or the words makes the window anew."""
        before, self.preferences = self.preferences, chosen
        self._surroundings.preferences = chosen
        self._preference_file.save(chosen)
        self.presence.choose(chosen)
        if not self.locks.shut and chosen.lock_after != before.lock_after:
            self.locks.watch(chosen.lock_after)
        if look_of(chosen) != look_of(before):
            QTimer.singleShot(0, self.open_window)

    def tell_and_leave(self, error: JournalError) -> None:
        """Say why the journal cannot be opened; nothing was changed."""
        sentence = error_sentence(error, self._surroundings.language)
        print(sentence, file=sys.stderr)  # noqa: T201 the window may have been started from a terminal
        QMessageBox.critical(self.window, self._title(self._surroundings.language), parts.tip(sentence))

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
        self.presence.end()
        self.locks.end()
        self.desk.stop()
        self.background.finish()
        self.backups.finish()
        self.journal.close()

    def _fill(self) -> None:
        """Begin with the review; whoever is new here is welcomed first."""
        self.backups.forget_place()
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

    @cached_property
    def _vault(self) -> Vault:
        from journal_app.store.vault import Vault  # noqa: PLC0415 the library behind it

        vault = Vault(self._journal_file)
        vault.folders(self.preferences.second_backup_folder)
        return vault

    def _open_own(self) -> Keeper:
        return self._vault.open(self.journal.now)

    def _backup_folders(self, second: str) -> BackupFolders:
        return self._vault.folders(second)

    # --- locking

    def _put_away(self) -> None:
        """End what is under way."""
        self.window.finish_pages()
        self.background.finish()
        self.backups.finish()
        self.backups.forget_place()  # it has the key
        self.desk.forget()

    def _show_locked(self) -> None:
        self._pages.ask_password()

    def _open_again(self) -> None:
        self.window.leave_alone()
        if not self._has_begun():
            self._application.exit(2)

    def _tell_password(self, left: tuple[Path, ...]) -> None:
        self.window.remind(password_changed(self.locks.protected, left, self._surroundings.language))

    def _tell_about_the_place(self) -> None:
        """Say why the journal is open to read only or what was lost or, once, that its place is a risk."""
        from journal_app.store.opening import risk_of_place  # noqa: PLC0415

        told = self._vault.told
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
