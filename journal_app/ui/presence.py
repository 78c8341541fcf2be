"""Being there in the morning: reminder and tray together, and what closing the window means then."""

from PySide6.QtCore import QObject, Signal

from journal_app.ui.main_window import MainWindow
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.preferences import Preferences
from journal_app.ui.reminder import Reminder, time_of
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.tray import Tray


class Presence(QObject):
    """Keeps the program in the tray while the reminder is on; reminds there, else in the window."""

    quit_wanted = Signal()  # the program is to end
    told_of_tray = Signal()  # it was said that the program stays in the tray

    _window: MainWindow
    _surroundings: Surroundings

    def __init__(self, journal: OpenJournal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.reminder = Reminder(journal, self)
        self.tray = Tray(self)
        self.reminder.due.connect(self._remind)
        self.tray.open_wanted.connect(self.open_form)
        self.tray.quit_wanted.connect(self.quit_wanted)

    def follow(self, window: MainWindow, surroundings: Surroundings) -> None:
        """Serve a window that was made anew, by what is chosen now."""
        self._window, self._surroundings = window, surroundings
        window.closed.connect(self._window_closed)
        self.choose(surroundings.preferences)

    def choose(self, chosen: Preferences) -> None:
        """Turn reminder and tray on or off."""
        wanted = chosen.reminder and not self._surroundings.example
        self.reminder.set(wanted, time_of(chosen.reminder_time))
        if wanted:
            self.tray.show(self._surroundings)
        else:
            self.tray.hide()

    def begin(self) -> None:
        """Look at the clock for the first time; a window that is open asks for last night by itself."""
        if self._window.isVisible():
            self.reminder.seen()

    def end(self) -> None:
        """Leave the tray and the clock."""
        self.reminder.set(on=False, at=time_of(""))
        self.tray.hide()

    def open_form(self) -> None:
        """Bring the window to the front, on last night."""
        self.reminder.seen()
        self._window.show_last_night()
        if self._window.isMinimized():
            self._window.showNormal()
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def _remind(self) -> None:
        tr = self._surroundings.tr
        asked = tr("How was last night? It takes one click.")
        if self.tray.shown:
            self.tray.tell(tr("Night Cramp Journal"), asked)
        elif self._window.isVisible():
            self._window.remind(asked)

    def _window_closed(self) -> None:
        if not self.tray.shown:
            self.quit_wanted.emit()
        elif not self._surroundings.preferences.tray_told:
            tr = self._surroundings.tr
            self.tray.tell(
                tr("Night Cramp Journal"),
                tr("It stays here to remind you. To end it, choose Quit in the menu of this icon."),
            )
            self.told_of_tray.emit()
