"""The morning reminder: at the chosen time, once a day, and only if last night is not recorded."""

from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from journal_app.ui.open_journal import OpenJournal

LOOK_EVERY_MS = 20_000  # rather than one long wait: a computer that slept would miss it
USUAL_TIME = time(8)


def reminder_due(now: datetime, at: time, recorded: bool, told_on: date | None) -> bool:
    """Tell whether it is time to remind: the hour has come, nothing is recorded, nothing was told today."""
    return now.time() >= at and not recorded and told_on != now.date()


def time_of(written: str) -> time:
    """Read a time as the preferences keep it; one that cannot be read is the usual one."""
    try:
        return time.fromisoformat(written).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        return USUAL_TIME


class Reminder(QObject):
    """Looks at the clock while it is on."""

    due = Signal()  # last night is not recorded and the time has come

    def __init__(self, journal: OpenJournal, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._at = USUAL_TIME
        self._told_on: date | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS, timerType=Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)

    def set(self, on: bool, at: time) -> None:
        """Turn it on or off."""
        if on and at != self._at:
            self._told_on = None
        self._at = at
        (self._timer.start if on else self._timer.stop)()

    def seen(self) -> None:
        """The person has last night's form before them: nothing need be said of this morning's time."""
        if self._journal.now.time() >= self._at:
            self._told_on = self._journal.now.date()

    def look(self) -> None:
        """Tell if it is time."""
        now = self._journal.now
        recorded = self._journal.is_recorded(now.date() - timedelta(days=1))
        if reminder_due(now, self._at, recorded, self._told_on):
            self._told_on = now.date()
            self.due.emit()
