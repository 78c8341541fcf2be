"""One habit on the day form: its name, its answer, and whether that answer is only proposed."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShortcut, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QWidget

from journal_app.journal.day import HabitEntry
from journal_app.journal.habit import Habit, HabitKind
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import restyle
from journal_app.wording.amounts import amount, typed_amount

SETTLED_MS = 700


class HabitRow(QWidget):
    """Shows and takes the answer to one habit. Unanswered is a state of its own, never zero."""

    answered = Signal(str, object)  # habit id, and the HabitEntry, or None when it was taken back
    put_back = Signal(str)  # Escape at an answer that could not be saved: habit id

    def __init__(self, habit: Habit, surroundings: Surroundings) -> None:
        super().__init__()
        self.habit = habit
        self._entry: HabitEntry | None = None
        look, tr = surroundings.look, surroundings.tr
        name = tr(habit.label) if not habit.own else habit.label
        self._column = column = parts.column(look, 4)
        self.setLayout(column)
        line = parts.yielding_row(look, 8)
        text = parts.label(name)
        line.addWidget(text, 1)
        column.addLayout(line)
        self._kinds = self._kind_chips(surroundings, name)
        if habit.kind is HabitKind.AMOUNT:
            self._amount: AmountBox | None = AmountBox(habit, name, surroundings)
            self._amount.settled.connect(self._amount_settled)
            text.setBuddy(self._amount)
            line.addWidget(self._amount)
            self._chips = None
        else:
            self._amount = None
            self._chips = Chips(name, _choices(habit, surroundings), gap=look.pixels(6))
            self._chips.chosen.connect(self._chip_chosen)
            self._add_chips(line)
        if self._kinds is not None:
            column.addWidget(self._kinds)
            self._kinds.hide()
        words = tr("Not saved yet. It is tried again with the next change; Esc puts back what was saved.")
        self._unsaved = parts.label(words, "error")
        self._unsaved.hide()
        column.addWidget(self._unsaved)
        self._escape = QShortcut(Qt.Key.Key_Escape, self, self._give_up)
        self._escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._escape.setEnabled(False)

    def _add_chips(self, line: QHBoxLayout) -> None:
        assert self._chips is not None
        if self.habit.kind is HabitKind.YES_NO:
            line.addWidget(self._chips, 2)
        else:
            self._column.addWidget(self._chips)

    def _kind_chips(self, surroundings: Surroundings, name: str) -> Chips | None:
        if not self.habit.kinds:
            return None
        choices = [(kind, surroundings.tr(kind)) for kind in self.habit.kinds]
        title = surroundings.tr("{habit}, what kind", habit=name)
        chips = Chips(title, choices, gap=surroundings.look.pixels(6))
        chips.chosen.connect(self._kind_chosen)
        return chips

    def show_entry(self, entry: HabitEntry | None, proposed: bool = False) -> None:
        """Show an answer, or that there is none; a proposed one is marked as such."""
        self._entry = entry
        if self._amount is not None:
            self._amount.show_amount(None if entry is None else entry.amount, proposed)
        if self._chips is not None:
            self._chips.show_value(None if entry is None else entry.amount)
        if self._kinds is not None:
            self._kinds.show_value(entry.kind if entry else None)
            self._kinds.setVisible(entry is not None and entry.amount > 0)

    def tell_unsaved(self, unsaved: bool) -> None:
        """Say beside an answer that it could not be saved."""
        self._unsaved.setVisible(unsaved)
        self._escape.setEnabled(unsaved)
        for control in filter(None, (self._amount, self._chips)):
            control.setAccessibleDescription(self._unsaved.text() if unsaved else "")

    def finish(self) -> None:
        """Emit at once what was changed and is still waiting."""
        if self._amount is not None:
            self._amount.finish()

    def _give_up(self) -> None:
        self.put_back.emit(self.habit.id)

    def _amount_settled(self, amount: float | None) -> None:
        self._answer(amount)

    def _chip_chosen(self, value: object) -> None:
        self._answer(value if isinstance(value, float) else None)

    def _kind_chosen(self, kind: object) -> None:
        if self._entry is not None:
            entry = HabitEntry(self.habit.id, self._entry.amount, kind=str(kind or ""))
            self.answered.emit(self.habit.id, entry)

    def _answer(self, amount: float | None) -> None:
        kind = self._entry.kind if self._entry else ""
        entry = None if amount is None else HabitEntry(self.habit.id, amount, kind=kind)
        self.answered.emit(self.habit.id, entry)


class AmountBox(QDoubleSpinBox):
    """A number with large minus and plus buttons, whose place below zero means "not answered"."""

    settled = Signal(object)  # the person stopped changing it: the amount as stored, or None

    def __init__(self, habit: Habit, name: str, surroundings: Surroundings) -> None:
        super().__init__()
        self._habit, self._surroundings = habit, surroundings
        self.setDecimals(3)
        self.setSingleStep(habit.step)
        self.setRange(habit.low - habit.step, habit.high)
        self.setSpecialValueText(surroundings.tr("not answered"))
        self.setAccessibleName(name)
        self.setProperty("steps", "true")
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._quiet = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._quiet.timeout.connect(self._settle)
        self._told: float | None = None
        self.show_amount(None, proposed=False)
        self.valueChanged.connect(self._changed)
        self.editingFinished.connect(self.finish)

    def show_amount(self, amount: float | None, proposed: bool) -> None:
        """Show an amount, or that there is none; what is being entered is not written over."""
        if self._quiet.isActive() or (self.hasFocus() and self.lineEdit().isModified()):
            return
        self.blockSignals(True)
        self.setValue(self.minimum() if amount is None else amount)
        self.blockSignals(False)
        self._told = self.amount()
        self._mark(proposed)

    def amount(self) -> float | None:
        """Return the amount in the unit it is stored in, `None` while unanswered."""
        return None if self.value() < self._habit.low else self.value()

    def finish(self) -> None:
        """Emit at once what was changed and is still waiting."""
        if self._quiet.isActive():
            self._quiet.stop()
            self._settle()

    def _mark(self, proposed: bool) -> None:
        self.setProperty("answered", "false" if self.amount() is None else "true")
        self.setProperty("proposed", "true" if proposed else "false")
        restyle(self)

    def _changed(self) -> None:
        self._mark(proposed=False)
        self._quiet.start()

    def _settle(self) -> None:
        if self.amount() != self._told:
            self._told = self.amount()
            self.settled.emit(self._told)

    # --- Qt

    def textFromValue(self, value: float) -> str:
        """Write the amount in the person's unit: 1.4 L, 1 drink."""
        return amount(value, self._habit.unit, self._surroundings.language, self._surroundings.units)

    def valueFromText(self, text: str) -> float:
        """Read what was typed; nothing readable means "not answered"."""
        typed = typed_amount(text, self._habit.unit, self._surroundings.units)
        return self.minimum() if typed is None else typed

    def validate(self, text: str, position: int) -> object:
        """Let everything be typed; what it means is settled when the field is left."""
        return QValidator.State.Acceptable, text, position

    def stepBy(self, steps: int) -> None:
        """The first step up from "not answered" is one step, so that a glass is one click."""
        if self.amount() is None and steps > 0:
            self.setValue(self._habit.low + self._habit.step * steps)
        else:
            super().stepBy(steps)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page must not change an answer."""
        event.ignore()


def _choices(habit: Habit, surroundings: Surroundings) -> list[tuple[float, str]]:
    tr = surroundings.tr
    if habit.kind is HabitKind.YES_NO:
        return [(1.0, tr(habit.yes or "yes")), (0.0, tr(habit.no or "no"))]
    words = (tr("none"), tr("a little"), tr("quite a lot"), tr("very much"))
    top = int(habit.high)
    return [(float(k), words[k] if top == len(words) - 1 else str(k)) for k in range(top + 1)]
