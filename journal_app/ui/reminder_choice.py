"""The reminder as it is chosen, on the first run and in Settings: on or off, and when."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QTimeEdit, QWidget

from journal_app.ui import parts
from journal_app.ui.preferences import Preferences
from journal_app.ui.reminder import time_of
from journal_app.ui.surroundings import Surroundings


class ReminderChoice(QWidget):
    """A tick and a time; off at first."""

    changed = Signal()  # the person ticked, or left another time

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        tr, chosen = surroundings.tr, surroundings.preferences
        column = parts.column(surroundings.look, 6)
        self.setLayout(column)
        line = parts.folding_row(surroundings.look)
        self._tick = QCheckBox(tr("Remind me at"))
        self._tick.setChecked(chosen.reminder)
        self._time = QTimeEdit()
        self._time.setDisplayFormat("HH:mm" if chosen.clock_24h else "h:mm AP")
        self._time.setAccessibleName(tr("Time of the reminder"))
        self._time.setMinimumWidth(surroundings.look.pixels(190))
        self._time.setKeyboardTracking(False)
        at = time_of(chosen.reminder_time)
        with QSignalBlocker(self._time):
            self._time.setTime(QTime(at.hour, at.minute))
        parts.fill(line, (self._tick, self._time))
        line.addStretch(1)
        column.addLayout(line)
        words = tr(
            "Only if last night is not recorded yet. While it is on, the program stays in the tray when you "
            "close its window."
        )
        column.addWidget(parts.label(words, "muted"))
        self._tick.clicked.connect(self._ticked)
        self._time.timeChanged.connect(self.changed)
        self._show()

    def chosen(self, before: Preferences) -> Preferences:
        """Return the preferences with what is chosen here."""
        at = self._time.time().toString("HH:mm")
        return replace(before, reminder=self._tick.isChecked(), reminder_time=at)

    def _ticked(self, _checked: bool) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self._time.setEnabled(self._tick.isChecked())
