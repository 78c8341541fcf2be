"""The day before the night: one row a habit, all optional, saved as they are answered."""

from datetime import timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.habit import Habit
from journal_app.ui import parts
from journal_app.ui.habit_row import HabitRow
from journal_app.ui.surroundings import Surroundings


class DayForm(QFrame):
    """Shows a day's answers and emits the day with each new one."""

    day_saved = Signal(object)  # an answer was given or taken back: the whole Day
    put_back = Signal(str)  # what could not be saved is to be forgotten: the habit's id
    tracking_wanted = Signal()  # the person wants to choose what is tracked

    def __init__(self, habits: tuple[Habit, ...], surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._surroundings = surroundings
        self._day: Day | None = None
        self._day_before: Day | None = None
        self._proposed: frozenset[str] = frozenset()
        self._unsaved: frozenset[str] = frozenset()
        look, tr = surroundings.look, surroundings.tr
        inside = parts.column(look, 8, (20, 16, 20, 16))
        self.setLayout(inside)
        top = parts.yielding_row(look)
        self._title = parts.label("", "panel_title")
        self._copy = parts.button("", self._copy_or_confirm, "chip")
        top.addWidget(self._title, 1)
        top.addWidget(self._copy)
        inside.addLayout(top)
        self._proposal_note = parts.label(
            tr("Proposed from the day before. Nothing is kept until you say so."), "muted"
        )
        self._drop = parts.button(tr("No, leave them out"), self._drop_proposal, "link")
        inside.addWidget(self._proposal_note)
        inside.addWidget(self._drop, 0, Qt.AlignmentFlag.AlignLeft)
        self._rows = {habit.id: HabitRow(habit, surroundings) for habit in habits if not habit.hidden}
        for habit_row in self._rows.values():
            habit_row.answered.connect(self._answered)
            habit_row.put_back.connect(self.put_back)
            inside.addWidget(parts.rule())
            inside.addWidget(habit_row)
        inside.addWidget(parts.rule())
        tracking = parts.button(tr("What I track …"), self.tracking_wanted.emit, "link")
        inside.addWidget(tracking, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addStretch(1)

    def show_day(self, day: Day, day_before: Day, unsaved: frozenset[str] = frozenset()) -> None:
        """Show one day; `day_before` is what can be proposed for it, `unsaved` what could not be saved."""
        changed_day = self._day is None or self._day.on != day.on
        self._day, self._day_before, self._unsaved = day, day_before, unsaved
        if changed_day:
            self._proposed = frozenset()
        self._title.setText(self._surroundings.language.weekday(day.on))
        self._refresh()

    def finish(self) -> None:
        """Emit at once what was changed and is still waiting."""
        for habit_row in self._rows.values():
            habit_row.finish()

    def _refresh(self) -> None:
        assert self._day is not None
        assert self._day_before is not None
        tr, language = self._surroundings.tr, self._surroundings.language
        for habit_id, habit_row in self._rows.items():
            proposed = habit_id in self._proposed
            habit_row.show_entry(_entry(self._day_before if proposed else self._day, habit_id), proposed)
            habit_row.tell_unsaved(habit_id in self._unsaved)
        before = language.weekday(self._day.on - timedelta(days=1))
        self._copy.setText(tr("Keep these") if self._proposed else tr("As on {weekday}", weekday=before))
        self._copy.setAccessibleName(self._copy.text())
        self._copy.setEnabled(bool(self._proposed or self._proposable()))
        self._proposal_note.setVisible(bool(self._proposed))
        self._drop.setVisible(bool(self._proposed))

    def _proposable(self) -> frozenset[str]:
        assert self._day is not None
        assert self._day_before is not None
        answered = {entry.habit for entry in self._day.entries}
        before = {entry.habit for entry in self._day_before.entries}
        return frozenset((before - answered) & self._rows.keys())

    def _copy_or_confirm(self) -> None:
        if self._proposed:
            self._keep_proposal()
        else:
            self._proposed = self._proposable()
            self._refresh()

    def _keep_proposal(self) -> None:
        assert self._day is not None
        assert self._day_before is not None
        day = self._day
        for entry in self._day_before.entries:
            if entry.habit in self._proposed:
                day = Day(day.on, (*day.entries, entry))
        self._proposed = frozenset()
        self.day_saved.emit(day)

    def _drop_proposal(self) -> None:
        self._proposed = frozenset()
        self._refresh()

    def _answered(self, habit_id: str, entry: HabitEntry | None) -> None:
        assert self._day is not None
        self._proposed -= {habit_id}
        self.day_saved.emit(self._day.without(habit_id) if entry is None else self._day.answered(entry))


def _entry(day: Day, habit_id: str) -> HabitEntry | None:
    """Return a habit's answer; several entries of a day are shown as their sum."""
    amount = day.amount(habit_id)
    if amount is None:
        return None
    kinds = {entry.kind for entry in day.entries if entry.habit == habit_id}
    return HabitEntry(habit_id, amount, kind=kinds.pop() if len(kinds) == 1 else "")
