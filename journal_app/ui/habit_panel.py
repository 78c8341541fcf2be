"""What is tracked: which habits the form asks about, in which order, and habits of one's own."""

from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLineEdit

from journal_app.journal.errors import BadEntry
from journal_app.journal.habit import Habit, HabitKind, habits_offered
from journal_app.journal.habit_list import (
    Habits,
    moved,
    name_given,
    off_form,
    on_form,
    renamed,
    shown_or_not,
)
from journal_app.ui import parts
from journal_app.ui.habit_line import HabitLine
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.errors import error_sentence

MOST_SHOWN = 12
WIDEST_NAME = 340  # pixels at 100 %: beyond, the arrows would stand far from what they move
OWN_UNITS = ("", "min", "h", "ml", "cups", "drinks", "mg")
STEP_AND_MOST = {"ml": (250, 10_000), "min": (10, 1440), "h": (1, 24), "mg": (50, 10_000)}


class HabitPanel(QFrame):
    """Lists the habits; each change is saved at once and can be undone."""

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._journal, self._surroundings = journal, surroundings
        self._lines: dict[str, HabitLine] = {}
        self._columns = 1
        self._lay_out()
        journal.about_changed.connect(self._show_habits)
        self._show_habits()

    def _lay_out(self) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        inside.addWidget(parts.label(tr("What I track"), "panel_title"))
        words = tr(
            "About {n} are enough for every morning. What you take off the form stays in your journal.",
            n=MOST_SHOWN,
        )
        inside.addWidget(parts.label(words, "muted"))
        inside.addWidget(parts.label(tr("On the form, in this order"), "section"))
        self._asked = parts.column(look, 4)
        inside.addLayout(self._asked)
        self._others = parts.label(tr("Not on the form"), "section")
        inside.addWidget(self._others)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(look.pixels(16))
        inside.addLayout(self._grid)
        inside.addWidget(parts.label(tr("Something of my own"), "section"))
        line = parts.folding_row(look)
        self._own = QLineEdit()
        self._own.setPlaceholderText(tr("for example: sauna"))
        self._own.setAccessibleName(tr("Name of a habit of my own"))
        self._unit = QComboBox()
        self._unit.setAccessibleName(tr("Its unit"))
        for unit in OWN_UNITS:
            self._unit.addItem(tr("in {unit}", unit=tr(unit)) if unit else tr("yes or no"), unit)
        line.addWidget(self._own, 1)
        line.addWidget(self._unit)
        line.addWidget(parts.button(tr("Add"), self._add_own, name=tr("Add this habit")))
        self._own.returnPressed.connect(self._add_own)
        inside.addLayout(line)
        self._refused = parts.label("", "error")
        self._refused.hide()
        inside.addWidget(self._refused)

    # --- showing

    def arrange(self, columns: int, room: int) -> None:
        """Set what is not on the form in some columns, and fold names that are wider than the room."""
        self._columns = columns
        inside = room - 2 * self._surroundings.look.pixels(20)
        asked = [line for line in self._lines.values() if not line.habit.hidden]
        other = [line for line in self._lines.values() if line.habit.hidden]
        for line in other:
            line.fit(inside // columns - self._grid.horizontalSpacing())
        widest_wanted = self._surroundings.look.pixels(WIDEST_NAME)
        for line in asked:
            line.fit(min(widest_wanted, inside - line.arrows_width))
        widest = max((line.box.sizeHint().width() for line in asked), default=0)
        for line in asked:
            line.fit(min(widest, inside - line.arrows_width), align=True)
        for k, line in enumerate(other):
            self._grid.addWidget(line, k // columns, k % columns, Qt.AlignmentFlag.AlignTop)

    def _show_habits(self) -> None:
        at = next(((key, line.part) for key, line in self._lines.items() if line.part), ("", ""))
        parts.clear(self._asked)
        parts.clear(self._grid)
        habits = self._habits()
        self._lines = {habit.id: self._line(habit) for habit in (*on_form(habits), *off_form(habits))}
        asked = [self._lines[habit.id] for habit in on_form(habits)]
        parts.fill(self._asked, asked)
        for line in asked:
            line.allow(line is not asked[0], line is not asked[-1])
        self._others.setVisible(len(asked) < len(habits))
        self.arrange(self._columns, self.width())
        if at[0] in self._lines:
            self._lines[at[0]].focus_part(at[1])

    def _line(self, habit: Habit) -> HabitLine:
        line = HabitLine(habit, self._surroundings)
        line.ticked.connect(self._ticked)
        line.moved.connect(self._moved)
        line.renamed.connect(self._renamed)
        return line

    def _habits(self) -> Habits:
        return habits_offered(self._surroundings.knowledge.habits, self._journal.habits())

    def _names(self, but: str = "") -> list[str]:
        return [line.name for habit, line in self._lines.items() if habit != but]

    # --- changing

    def _ticked(self, habit: str, shown: bool) -> None:
        tr, name = self._surroundings.tr, self._lines[habit].name
        told = (
            tr("{habit} put on the form", habit=name)
            if shown
            else tr("{habit} taken off the form", habit=name)
        )
        self._save(shown_or_not(self._habits(), habit, shown), told)

    def _moved(self, habit: str, steps: int) -> None:
        tr, name = self._surroundings.tr, self._lines[habit].name
        told = tr("{habit} moved up", habit=name) if steps < 0 else tr("{habit} moved down", habit=name)
        self._save(moved(self._habits(), habit, steps), told)

    def _renamed(self, habit: str, typed: str) -> None:
        line, language = self._lines[habit], self._surroundings.language
        try:
            name = name_given(typed, self._names(but=habit))
        except BadEntry as error:
            line.refuse_name(error_sentence(error, language))
            return
        line.leave_name()
        told = language.tr("{habit} renamed to {name}", habit=line.name, name=name)
        self._save(renamed(self._habits(), habit, name), told)

    def _add_own(self) -> None:
        language, unit = self._surroundings.language, str(self._unit.currentData())
        try:
            label = name_given(self._own.text(), self._names())
        except BadEntry as error:
            self._refuse_own(error_sentence(error, language))
            return
        kind = HabitKind.AMOUNT if unit else HabitKind.YES_NO
        step, most = STEP_AND_MOST.get(unit, (1, 40))
        own = Habit(f"own_{uuid4().hex[:8]}", label, kind, unit, step, 0, most if unit else 1, own=True)
        self._refused.hide()
        if self._save((*self._habits(), own), language.tr("{habit} added", habit=label)):
            self._own.clear()

    def _refuse_own(self, sentence: str) -> None:
        self._refused.setText(sentence)
        self._refused.show()
        self._own.setAccessibleDescription(sentence)
        self._own.setFocus()

    def _save(self, habits: Habits, told: str) -> bool:
        saved = self._journal.save_habits(habits, told)
        if not saved:
            self._show_habits()
        return saved
