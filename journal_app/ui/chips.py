"""Rows of round buttons to choose from. A second click on a chosen one takes the answer back."""

from collections.abc import Iterable

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QWidget

from journal_app.ui.flow_layout import FlowLayout


class Chips(QWidget):
    """Chips for a set of values, one or several of which may be chosen."""

    chosen = Signal(object)  # the person chose or took back: the value, `None`, or a tuple of values

    def __init__(
        self,
        name: str,
        choices: Iterable[tuple[object, str]],
        several: bool = False,
        gap: int = 8,
        small: bool = False,
    ) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._several, self._small = several, small
        self._chips: dict[object, QPushButton] = {}
        layout = FlowLayout(self, gap)
        for value, text in choices:
            chip = self._chip(name, text)
            self._chips[value] = chip
            layout.addWidget(chip)

    def _chip(self, name: str, text: str) -> QPushButton:
        chip = Chip(text, self)
        chip.setProperty("role", "chip")
        chip.setProperty("small", "true" if self._small else "false")
        chip.setCheckable(True)
        chip.setAccessibleName(f"{name}: {text}")
        chip.setCursor(Qt.CursorShape.PointingHandCursor)
        chip.clicked.connect(self._clicked)
        return chip

    def value(self) -> object:
        """Return the chosen value (`None` for none), or a tuple where several may be chosen."""
        chosen = tuple(value for value, chip in self._chips.items() if chip.isChecked())
        if self._several:
            return chosen
        return chosen[0] if chosen else None

    def show_value(self, value: object) -> None:
        """Show a value without telling anyone."""
        wanted = value if self._several and isinstance(value, tuple) else (value,)
        for key, chip in self._chips.items():
            with QSignalBlocker(chip):
                chip.setChecked(key in wanted)

    def _clicked(self, _checked: bool) -> None:
        clicked = self.sender()
        if not self._several:
            for chip in self._chips.values():
                if chip is not clicked:
                    chip.setChecked(False)
        self.chosen.emit(self.value())


class Chip(QPushButton):
    """A round button that is as wide chosen as not."""

    # --- Qt

    def sizeHint(self) -> QSize:
        # Qt keeps the size it measured first; measured as chosen, its words would later be cut.
        self.ensurePolished()
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.state &= ~(QStyle.StateFlag.State_On | QStyle.StateFlag.State_HasFocus)
        words = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text())
        return self.style().sizeFromContents(QStyle.ContentsType.CT_PushButton, option, words, self)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
