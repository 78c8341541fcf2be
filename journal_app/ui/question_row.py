"""One question with its answers beside it, or beneath it where there is little room."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.surroundings import Surroundings

WIDE = 560  # from here on the answers have room beside the question


class QuestionRow(QWidget):
    """Shows a question, its answer, and emits a new one."""

    answered = Signal(str, object)  # the person answered: the question's id, and the value

    def __init__(
        self, question_id: str, text: str, choices: Iterable[tuple[object, str]], surroundings: Surroundings
    ) -> None:
        super().__init__()
        self.id = question_id
        self._wide = surroundings.look.pixels(WIDE)
        look = surroundings.look
        self._inside = parts.row(look, 14, (0, 3, 0, 3))
        self.setLayout(self._inside)
        words = parts.label(text)
        self.chips = Chips(text, choices, gap=look.pixels(6))
        words.setBuddy(self.chips)
        self.chips.chosen.connect(self._chosen)
        self._inside.addWidget(words, 1)
        self._inside.addWidget(self.chips, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_answer(self, value: object) -> None:
        """Show an answer, `None` for none."""
        self.chips.show_value(value)

    def take_keys(self) -> None:
        """Let the keyboard answer this question."""
        self.chips.findChildren(QPushButton)[0].setFocus()

    def _chosen(self, value: object) -> None:
        self.answered.emit(self.id, value)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._inside.setDirection(beside if self.width() >= self._wide else below)
