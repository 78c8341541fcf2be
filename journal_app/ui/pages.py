"""The pages in the order of the rail, and the few ways that lead from one to another.

Each page's module is loaded when the page is first shown, so that the window is up at once.
"""
# ruff: noqa: PLC0415

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject

from journal_app.journal.visit import Visit
from journal_app.ui.background import Background
from journal_app.ui.backup_desk import BackupDesk
from journal_app.ui.last_night_page import LastNightPage
from journal_app.ui.lock_desk import LockDesk
from journal_app.ui.main_window import MainWindow, PageInRail
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.preferences import Preferences
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.surroundings import Surroundings


class Pages(QObject):
    """Makes the pages and leads from one to another; the pages do not know each other."""

    def __init__(
        self,
        journal: OpenJournal,
        desk: ReviewDesk,
        background: Background,
        surroundings: Surroundings,
        choose: Callable[[Preferences], None],
        journal_file: Path,
        read_visit: Callable[[Path], Visit],
        backups: BackupDesk,
        locks: LockDesk,
    ) -> None:
        super().__init__()
        self._journal, self._desk, self._background = journal, desk, background
        self._surroundings, self._choose = surroundings, choose
        self._journal_file, self._read_visit, self._backups = journal_file, read_visit, backups
        self._locks = locks
        self._window: MainWindow | None = None
        self._long_cramps_seen = set[date]()  # the nights about which was asked since the program began

    def in_rail(self) -> tuple[PageInRail, ...]:
        """Return every page with its icon and name, in the order of the rail."""
        tr = self._surroundings.tr
        return (
            PageInRail("night", "night", tr("Last night"), self._night),
            PageInRail("calendar", "calendar", tr("Calendar"), self._calendar),
            PageInRail("trends", "trends", tr("Trends"), self._trends),
            PageInRail("patterns", "patterns", tr("Patterns"), self._patterns),
            PageInRail("remedy", "remedy", tr("Try a remedy"), self._remedy),
            PageInRail("report", "report", tr("Report"), self._report),
            PageInRail("about", "about", tr("About me"), self._about),
            PageInRail("settings", "settings", tr("Settings"), self._settings),
        )

    def lead_in(self, window: MainWindow) -> None:
        """Lead from page to page in this window."""
        self._window = window
        self.setParent(window)
        window.warnings_wanted.connect(self.ask_warnings)
        window.help_wanted.connect(self.show_help)
        window.changes_wanted.connect(self.show_changes)
        window.lock_wanted.connect(self.lock)

    def ask_warnings(self) -> None:
        """Ask the warning questions."""
        from journal_app.ui.warning_questions import WarningQuestions

        WarningQuestions(self._journal, self._surroundings, self._window).exec()

    def ask_after_long_cramp(self, evening: date) -> None:
        """Ask what a cramp over ten minutes can be a sign of: once a night, and once a day."""
        from journal_app.knowledge.questions import fitting_questions
        from journal_app.knowledge.warnings import answers_today
        from journal_app.ui.warning_questions import WarningQuestions

        today = self._journal.now.date()
        answered = answers_today(self._journal.warning_answers(), today)
        asked = fitting_questions(self._surroundings.knowledge, {}, long_cramp=True).asked
        if evening in self._long_cramps_seen or all(entry.id in answered for entry in asked):
            return
        self._long_cramps_seen.add(evening)
        WarningQuestions(self._journal, self._surroundings, self._window, long_cramp=True).exec()

    def ask_about_night(self, entry_id: str, evening: date) -> None:
        """Ask what tells a night's cramp from a look-alike."""
        from journal_app.ui.look_alike_questions import LookAlikeDialog

        entry = self._surroundings.knowledge.entries[entry_id]
        LookAlikeDialog(entry, evening, self._journal, self._surroundings, self._window).exec()

    def show_changes(self) -> None:
        """Show what was changed lately, with a way back."""
        from journal_app.ui.recent_changes import RecentChanges

        RecentChanges(self._journal, self._surroundings, self._window).exec()

    def show_help(self) -> None:
        """Show every key in words, and about the program."""
        from journal_app.ui.help_dialog import HelpDialog

        actions = self._window.actions() if self._window is not None else []
        HelpDialog(actions, self._journal_file, self._surroundings, self._window).exec()

    def welcome(self) -> None:
        """Show the page of the first run."""
        from journal_app.ui.welcome import Welcome

        if self._window is not None:
            page = Welcome(self._journal, self._surroundings)
            page.done.connect(self._welcomed)
            self._window.show_welcome(page)

    def lock(self) -> None:
        """Lock the journal, or say what that needs."""
        if self._locks.protected:
            self._locks.lock()
        elif self._window is not None:
            tr = self._surroundings.tr
            self._window.remind(tr("There is no password to lock it with. You can set one in Settings."))

    def ask_password(self) -> None:
        """Show the page of a locked journal, and nothing else."""
        from journal_app.ui.lock_page import LockPage

        if self._window is not None:
            self._window.show_alone(LockPage(self._locks, self._surroundings))

    def _welcomed(self, chosen: Preferences) -> None:
        page = self.sender()
        if self._window is not None and isinstance(page, Page):
            self._window.leave_welcome(page)
        self._choose(chosen)

    def _night(self) -> Page:
        page = LastNightPage(self._journal, self._surroundings)
        page.warnings_wanted.connect(self.ask_warnings)
        page.long_cramp.connect(self.ask_after_long_cramp)
        page.look_alike_wanted.connect(self.ask_about_night)
        page.tracking_wanted.connect(self._open_tracking)
        page.report_wanted.connect(self._open_report)
        page.visits_wanted.connect(self._open_visits)
        return page

    def _calendar(self) -> Page:
        from journal_app.ui.calendar_page import CalendarPage

        page = CalendarPage(self._journal, self._surroundings)
        page.night_chosen.connect(self._open_night)
        page.changes_wanted.connect(self.show_changes)
        return page

    def _trends(self) -> Page:
        from journal_app.ui.trends_page import TrendsPage

        return TrendsPage(self._desk, self._background, self._surroundings)

    def _patterns(self) -> Page:
        from journal_app.ui.patterns_page import PatternsPage

        page = PatternsPage(self._journal, self._desk, self._surroundings)
        page.warnings_wanted.connect(self.ask_warnings)
        page.explain_wanted.connect(self._explain)
        return page

    def _remedy(self) -> Page:
        from journal_app.ui.remedy_page import RemedyPage

        page = RemedyPage(self._journal, self._desk, self._background, self._surroundings)
        page.explain_wanted.connect(self._explain)
        page.warnings_wanted.connect(self.ask_warnings)
        return page

    def _report(self) -> Page:
        from journal_app.ui.report_page import ReportPage

        return ReportPage(self._journal, self._desk, self._background, self._surroundings, self._read_visit)

    def _about(self) -> Page:
        from journal_app.ui.about_page import AboutPage

        page = AboutPage(self._journal, self._surroundings)
        page.warnings_wanted.connect(self.ask_warnings)
        return page

    def _settings(self) -> Page:
        from journal_app.ui.backups_panel import BackupsPanel
        from journal_app.ui.password_panel import PasswordPanel
        from journal_app.ui.settings_page import SettingsPage

        page = SettingsPage(self._journal, self._surroundings, self._choose)
        page.help_wanted.connect(self.show_help)
        if not self._surroundings.example:
            backups = BackupsPanel(self._backups, self._surroundings)
            password = PasswordPanel(self._locks, not self._journal.read_only, self._surroundings)
            for panel in (backups, password):
                panel.chosen.connect(self._choose)
                page.add_panel(panel)
        return page

    def _open_night(self, evening: date) -> None:
        if self._window is not None:
            page = self._window.show_page("night")
            if isinstance(page, LastNightPage):
                page.show_night(evening)

    def _open_report(self) -> None:
        if self._window is not None:
            self._window.show_page("report")

    def _open_visits(self) -> None:
        from journal_app.ui.report_page import ReportPage

        if self._window is not None:
            page = self._window.show_page("report")
            if isinstance(page, ReportPage):
                page.show_part(page.visits)

    def _open_tracking(self) -> None:
        from journal_app.ui.settings_page import SettingsPage

        if self._window is not None:
            page = self._window.show_page("settings")
            if isinstance(page, SettingsPage):
                page.show_part(page.tracking)

    def _explain(self, entry_id: str) -> None:
        from journal_app.ui.entry_reader import EntryReader

        reader = EntryReader(self._surroundings, self._window, self._journal)
        reader.show_entry(entry_id)
        reader.exec()
