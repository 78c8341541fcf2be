"""Settings that concern this computer: the reminder, starting with it, the example, and help."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QVBoxLayout

from journal_app.journal.errors import JournalError
from journal_app.ui import autostart, parts
from journal_app.ui.example_notes import example_button
from journal_app.ui.own_command import IN_TRAY, own_command
from journal_app.ui.preferences import Preferences
from journal_app.ui.reminder_choice import ReminderChoice
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.errors import error_sentence


class ComputerPanel(QFrame):
    """Shows the choices; the example has no reminder and does not start by itself."""

    chosen = Signal(object)  # a choice changed: the Preferences
    help_wanted = Signal()  # keys and help are to be shown

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        tr, look = surroundings.tr, surroundings.look
        self.setObjectName("panel")
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        inside.addWidget(parts.label(tr("This computer"), "panel_title"))
        if not surroundings.example:
            self._add_choices(inside)
        line = parts.folding_row(look)
        parts.fill(line, (example_button(surroundings), parts.button(tr("Keys and about (F1)"), self._help)))
        line.addStretch(1)
        inside.addLayout(line)

    def _add_choices(self, inside: QVBoxLayout) -> None:
        tr = self._surroundings.tr
        self._reminder = ReminderChoice(self._surroundings)
        self._reminder.changed.connect(self._reminder_changed)
        self._start = QCheckBox(tr("Start with the computer"))
        self._start.setChecked(autostart.starts_with_computer())
        self._start.clicked.connect(self._start_ticked)
        self._refused = parts.label("", "error")
        self._refused.hide()
        parts.fill(inside, (self._reminder, self._start, self._refused))

    def _reminder_changed(self) -> None:
        before: Preferences = self._surroundings.preferences
        after = self._reminder.chosen(before)
        self.chosen.emit(after)

    def _start_ticked(self, on: bool) -> None:
        try:
            if on:
                name = self._surroundings.tr("Night Cramp Journal")
                autostart.start_with_computer(own_command(IN_TRAY), name)
            else:
                autostart.no_longer_start()
        except JournalError as error:
            self._refused.setText(error_sentence(error, self._surroundings.language))
            self._refused.show()
            self._start.setChecked(not on)

    def _help(self) -> None:
        self.help_wanted.emit()
