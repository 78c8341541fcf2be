"""One habit in Settings: on the form or not, its place, and its name to be changed where it stands."""

from functools import cached_property

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPushButton, QWidget

from journal_app.journal.habit import Habit
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings

TICK = 44  # the box of a tick and the room beside it, in pixels at 100 %
GAP = 8


class HabitLine(QWidget):
    """Shows a habit and emits what is wanted of it; the keyboard finds its place again by `part`."""

    ticked = Signal(str, bool)  # habit id, and whether the form is to ask about it
    moved = Signal(str, int)  # habit id, and -1 for up or 1 for down
    renamed = Signal(str, str)  # habit id, and the name as typed

    def __init__(self, habit: Habit, surroundings: Surroundings) -> None:
        super().__init__()
        self.habit, self._surroundings = habit, surroundings
        tr = surroundings.tr
        self.name = habit.label if habit.own else tr(habit.label)
        self.box = QCheckBox(self.name)
        self.box.setAccessibleName(self.name)
        self.box.setChecked(not habit.hidden)
        self.box.toggled.connect(self._ticked)
        self._parts: dict[str, QWidget] = {"box": self.box}
        if not habit.hidden:
            self._parts["up"] = self._arrow("up", tr("Move {habit} up", habit=self.name), -1)
            self._parts["down"] = self._arrow("down", tr("Move {habit} down", habit=self.name), 1)
        if habit.own:
            self._parts["rename"] = parts.button(
                tr("Rename"), self.edit_name, "link", tr("Rename {habit}", habit=self.name)
            )
        self._shown = QWidget()
        line = FlowLayout(self._shown, surroundings.look.pixels(GAP))
        for part in self._parts.values():
            line.addWidget(part)
        self._whole = parts.column(surroundings.look, 4)
        self._whole.addWidget(self._shown)
        self.setLayout(self._whole)

    @cached_property
    def _editor(self) -> "NameEditor":
        """Make the field for another name when it is wanted: there are many lines, and few are renamed."""
        made = NameEditor(self.name, self._surroundings)
        made.typed.connect(self._name_typed)
        made.left.connect(self.leave_name)
        self._whole.addWidget(made)
        return made

    def _arrow(self, icon: str, name: str, steps: int) -> QPushButton:
        look = self._surroundings.look
        made = parts.button("", lambda: self.moved.emit(self.habit.id, steps), name=name)
        made.setIcon(look.icon(icon, look.palette.text))
        made.setIconSize(QSize(look.pixels(18), look.pixels(18)))
        made.setToolTip(parts.tip(name))
        return made

    # --- showing

    def allow(self, up: bool, down: bool) -> None:
        """Say which way the habit can be moved."""
        self._parts["up"].setEnabled(up)
        self._parts["down"].setEnabled(down)

    @property
    def arrows_width(self) -> int:
        """Return how much room the two arrows take."""
        gap = self._surroundings.look.pixels(GAP)
        return sum(self._parts[key].sizeHint().width() + gap for key in ("up", "down"))

    def fit(self, room: int, align: bool = False) -> None:
        """Fold the name into the room there is; aligned, it takes all of it, so that arrows stand in line."""
        self.box.setMinimumWidth(0)
        words = room - self._surroundings.look.pixels(TICK)
        self.box.setText(parts.folded(self.name, self.box.fontMetrics(), words))
        self.box.setMinimumWidth(room if align else 0)

    @property
    def part(self) -> str:
        """Return which part has the keyboard, "" for none."""
        return next((key for key, part in self._parts.items() if part.hasFocus()), "")

    def focus_part(self, wanted: str) -> None:
        """Give a part the keyboard, or the nearest one that can take it."""
        for key in (wanted, "down" if wanted == "up" else "up", "box"):
            if key in self._parts and self._parts[key].isEnabled():
                self._parts[key].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    # --- the name

    def edit_name(self) -> None:
        """Let the name be typed anew."""
        self._shown.hide()
        self._editor.begin(self.name)

    def leave_name(self) -> None:
        """Keep the name as it is."""
        self._editor.hide()
        self._shown.show()
        self.focus_part("rename")

    def refuse_name(self, sentence: str) -> None:
        """Say why a name cannot be; it stays to be mended."""
        self._editor.refuse(sentence)

    def _name_typed(self, name: str) -> None:
        self.renamed.emit(self.habit.id, name)

    def _ticked(self, shown: bool) -> None:
        self.ticked.emit(self.habit.id, shown)


class NameEditor(QWidget):
    """A field for another name, until it is kept or left."""

    typed = Signal(str)  # the name as typed
    left = Signal()  # the name is to stay as it is

    def __init__(self, name: str, surroundings: Surroundings) -> None:
        super().__init__()
        look, tr = surroundings.look, surroundings.tr
        self._field = QLineEdit()
        self._field.setAccessibleName(tr("New name of {habit}", habit=name))
        self._field.setMinimumWidth(look.pixels(220))
        self._field.returnPressed.connect(self._keep)
        self._refused = parts.label("", "error")
        typing = FlowLayout(gap=look.pixels(GAP))
        typing.addWidget(self._field)
        typing.addWidget(parts.button(tr("Rename"), self._keep, name=tr("Keep the new name")))
        typing.addWidget(parts.button(tr("Cancel"), self.left.emit, name=tr("Keep the old name")))
        whole = parts.column(look, 4)
        whole.addLayout(typing)
        whole.addWidget(self._refused)
        self.setLayout(whole)
        leave = QShortcut(Qt.Key.Key_Escape, self, self.left.emit)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def begin(self, name: str) -> None:
        """Let a name be typed anew."""
        self._refused.hide()
        self.show()
        self._field.setText(name)
        self._field.selectAll()
        self._field.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say why a name cannot be; it stays to be mended."""
        self._refused.setText(sentence)
        self._refused.show()
        self._field.setAccessibleDescription(sentence)
        self._field.setFocus()

    def _keep(self) -> None:
        self.typed.emit(self._field.text())
