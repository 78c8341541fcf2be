"""A field for a password, with a button to look at what was typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings


class PasswordField(QWidget):
    """What is typed is hidden until the person wants to see it; it is never proposed or corrected."""

    entered = Signal()  # Return was pressed

    def __init__(self, name: str, surroundings: Surroundings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tr = surroundings.tr
        self._field = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self._field.setAccessibleName(name)
        self._field.setInputMethodHints(
            Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._field.returnPressed.connect(self.entered)
        self._look = parts.button(self._tr("Show"), self._turn, "link", self._tr("Show {name}", name=name))
        line = parts.row(surroundings.look)
        line.addWidget(self._field, 1)
        line.addWidget(self._look)
        self.setLayout(line)

    def text(self) -> str:
        """Return what was typed."""
        return self._field.text()

    def clear(self) -> None:
        """Empty the field."""
        self._field.clear()

    def take_keyboard(self) -> None:
        """Let the next key go here."""
        self._field.setFocus()

    def _turn(self) -> None:
        hidden = self._field.echoMode() is QLineEdit.EchoMode.Password
        self._field.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._look.setText(self._tr("Hide") if hidden else self._tr("Show"))
