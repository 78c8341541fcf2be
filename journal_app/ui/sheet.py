"""A sheet of wrapped words that scrolls where there is too little room, and only there."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QScrollArea, QWidget


class Sheet(QWidget):
    """What is as high as its words are at its width, and no higher."""

    # --- Qt

    def minimumSizeHint(self) -> QSize:
        # Qt adds up what each label would like to have as a square; the scroll area asks again.
        return QSize(super().minimumSizeHint().width(), 0)


def scrolled(sheet: QWidget) -> QScrollArea:
    """Return a scroll area as wide as there is room, with the sheet in it."""
    area = QScrollArea(widgetResizable=True)
    area.setWidget(sheet)
    return area
