"""A name between two arrows, and a way back to now: ‹ 2026 › Today."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton, QWidget

from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings


class Stepper(QWidget):
    """Shows where one is; the arrows lead one step back and on."""

    stepped = Signal(int)  # an arrow was clicked: -1 or 1
    now_wanted = Signal()  # the way back to now was clicked

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        look, tr = surroundings.look, surroundings.tr
        whole = FlowLayout(self, look.pixels(8))
        between = QWidget()
        line = parts.row(look, 8)
        between.setLayout(line)
        self._back = self._arrow(("previous", "next"), lambda: self.stepped.emit(-1))
        self._on = self._arrow(("next", "previous"), lambda: self.stepped.emit(1))
        self._name = parts.label("", "panel_title", wrap=False)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._now = parts.button(tr("Today"), self.now_wanted.emit, name=tr("Go to last night"))
        parts.fill(line, (self._back, self._name, self._on))
        whole.addWidget(between)
        whole.addWidget(self._now)

    def show_place(self, name: str, longest: str, back: str, on: str) -> None:
        """Name the place and the steps; the name keeps room for the longest one, so the arrows stay."""
        self._name.setText(name)
        self._name.ensurePolished()
        metrics = QFontMetrics(self._name.font())
        room = max(metrics.horizontalAdvance(each) for each in (name, longest))
        self._name.setMinimumWidth(room + self._surroundings.look.pixels(8))
        for arrow, told in ((self._back, back), (self._on, on)):
            arrow.setAccessibleName(told)
            arrow.setToolTip(told)

    def allow(self, back: bool, on: bool, now: bool) -> None:
        """Say which steps lead anywhere."""
        for button, allowed in ((self._back, back), (self._on, on), (self._now, now)):
            button.setEnabled(allowed)

    def _arrow(self, icons: tuple[str, str], clicked: Callable[[], object]) -> QPushButton:
        look = self._surroundings.look
        made = parts.button("", clicked)
        to_the_right = self._surroundings.language.locale.text_direction == "rtl"
        made.setIcon(look.icon(icons[to_the_right], look.palette.text))
        made.setIconSize(QSize(look.pixels(20), look.pixels(20)))
        return made
