"""A field for a note: what is typed is emitted after a pause, and at once when the field is left."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QPlainTextEdit

from journal_app.ui.theme import Look

TYPED_MS = 800
HEIGHT = 84


class NoteField(QPlainTextEdit):
    """What was typed and is still waiting is never written over by what is kept."""

    typed = Signal(str)  # the person stopped typing, or went on elsewhere

    def __init__(self, name: str, hint: str, look: Look) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        self.setFixedHeight(look.pixels(HEIGHT))
        self._waiting = QTimer(self, singleShot=True, interval=TYPED_MS)
        self._waiting.timeout.connect(self._tell)
        self.textChanged.connect(self._waiting.start)

    def show_text(self, text: str) -> None:
        """Show the note that is kept."""
        if not self._waiting.isActive() and self.toPlainText() != text:
            self.blockSignals(True)
            self.setPlainText(text)
            self.blockSignals(False)

    def finish(self) -> None:
        """Emit at once what was typed and is still waiting."""
        if self._waiting.isActive():
            self._waiting.stop()
            self._tell()

    def drop(self) -> None:
        """Forget what was typed and is still waiting."""
        self._waiting.stop()

    def _tell(self) -> None:
        self.typed.emit(self.toPlainText())

    # --- Qt

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.finish()
        super().focusOutEvent(event)
