"""A friendly line that says what has just been done, with a way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings


class Banner(QFrame):
    """Hidden until there is something to tell."""

    undo_clicked = Signal()  # the person wants it as it was before

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("banner")
        line = parts.row(surroundings.look, 12, (18, 6, 8, 6))
        self.setLayout(line)
        self._done = parts.label("", "strong", wrap=False)
        self._more = parts.label("")
        line.addWidget(self._done)
        line.addWidget(self._more, 1)
        line.addWidget(parts.button(surroundings.tr("Undo"), self._undo, "link"))
        self.hide()

    def tell(self, done: str, more: str = "") -> None:
        """Show what was done."""
        self._done.setText(done)
        self._more.setText(more)
        self.setAccessibleName(f"{done} {more}".strip())
        self.show()

    def _undo(self) -> None:
        self.hide()
        self.undo_clicked.emit()
