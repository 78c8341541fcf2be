"""The first page of the first run: what this is, what to track, a reminder. All of it can be skipped."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout

from journal_app.journal.habit import Habit, habits_offered
from journal_app.ui import parts
from journal_app.ui.example_notes import example_button
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.reminder_choice import ReminderChoice
from journal_app.ui.surroundings import Surroundings


class Welcome(Page):
    """One page; every answer is already there, so that one click is enough."""

    done = Signal(object)  # the person goes on to last night: the Preferences

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("Welcome to Night Cramp Journal"), surroundings)
        self._journal = journal
        self._ticks: dict[QCheckBox, Habit] = {}
        tr = surroundings.tr
        self.begin = parts.button(tr("Begin with last night"), self._begin, "primary")
        self._skip = parts.button(tr("Skip"), self._skipped, "link")
        parts.fill(self.body, (self._greeting(), self._tracking(), self._reminding()))
        last = parts.folding_row(surroundings.look)
        last.addWidget(parts.button(tr("Save and begin"), self._begin, "primary"))
        last.addStretch(1)
        self.body.addLayout(last)
        self.body.addStretch(1)

    def _greeting(self) -> QFrame:
        tr = self.surroundings.tr
        frame, inside = parts.panel(self.surroundings.look)
        words = tr(
            "Each morning, click once: quiet night, or cramp. After a few weeks you see what went together "
            "with your cramps, and can print a page for your doctor. Nothing leaves this computer."
        )
        inside.addWidget(parts.label(words))
        line = parts.folding_row(self.surroundings.look)
        parts.fill(line, (self.begin, example_button(self.surroundings), self._skip))
        line.addStretch(1)
        inside.addLayout(line)
        return frame

    def _tracking(self) -> QFrame:
        tr, look = self.surroundings.tr, self.surroundings.look
        frame, inside = parts.panel(look)
        inside.addWidget(parts.label(tr("What shall we ask about each day?"), "panel_title"))
        words = tr("A good start is ticked. You can change it at any time in Settings.")
        inside.addWidget(parts.label(words, "muted"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.pixels(16))
        inside.addLayout(self._grid)
        for habit in habits_offered(self.surroundings.knowledge.habits, self._journal.habits()):
            if not habit.hidden:
                tick = QCheckBox(tr(habit.label))
                tick.setChecked(True)
                self._ticks[tick] = habit
                self._grid.addWidget(tick)
        return frame

    def _reminding(self) -> QFrame:
        tr = self.surroundings.tr
        frame, inside = parts.panel(self.surroundings.look)
        inside.addWidget(parts.label(tr("A reminder in the morning?"), "panel_title"))
        self._reminder = ReminderChoice(self.surroundings)
        inside.addWidget(self._reminder)
        return frame

    def arrange(self) -> None:
        """Set the ticks in as many columns as there is room for."""
        super().arrange()
        columns = 1 if self.tight else 2 if self.narrow else 3
        for k, tick in enumerate(self._ticks):
            self._grid.addWidget(tick, k // columns, k % columns, Qt.AlignmentFlag.AlignTop)

    def focus_first(self) -> None:
        """Let the first key go on."""
        self.begin.setFocus()

    def _begin(self) -> None:
        left_out = {habit.id for tick, habit in self._ticks.items() if not tick.isChecked()}
        offered = habits_offered(self.surroundings.knowledge.habits, self._journal.habits())
        if left_out:
            kept = tuple(replace(each, hidden=True) if each.id in left_out else each for each in offered)
            self._journal.save_habits(kept, self.surroundings.tr("What I track changed"))
        self.done.emit(replace(self._reminder.chosen(self.surroundings.preferences), welcomed=True))

    def _skipped(self) -> None:
        self.done.emit(replace(self.surroundings.preferences, welcomed=True))
