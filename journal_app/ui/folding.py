"""Words that take two lines, and rows that become columns, where large text leaves little room.

Qt wraps the words of labels only; those of buttons, ticks and tags are folded here.
"""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QCheckBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QWidget,
)

from journal_app.ui import parts

WHOLE, FOLDED = "whole_words", "folded_words"
ROUNDING = 2  # letters are measured in parts of a pixel, sizes in whole ones
FOLDS = (QPushButton, QCheckBox, QRadioButton, QLabel)


def fold_words(body: QWidget, room: int | None) -> None:
    """Fold the words of every control that is wider than the room; `None` is room enough for all."""
    for control in body.findChildren(QWidget):
        if isinstance(control, FOLDS) and _can_fold(control):
            _fold(control, room)


def stack_rows(body: QWidget, room: int | None) -> None:
    """Turn the rows that may yield into columns, where their parts do not fit beside each other."""
    below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
    for line in body.findChildren(QBoxLayout, parts.YIELDING):
        line.setDirection(beside if room is None or _width(line) <= room else below)


def _can_fold(control: QLabel | QAbstractButton) -> bool:
    if isinstance(control, QLabel):
        return not control.wordWrap() and control.textFormat() is Qt.TextFormat.PlainText
    return bool(control.text())


def _fold(control: QLabel | QAbstractButton, room: int | None) -> None:
    shown, whole = control.text(), control.property(WHOLE)
    if whole is None or shown != control.property(FOLDED):
        whole = shown
    if room is None:
        folded = whole
    else:
        control.ensurePolished()
        metrics = control.fontMetrics()
        widest = max(map(metrics.horizontalAdvance, shown.split("\n")))
        around = control.sizeHint().width() - widest
        folded = (
            whole
            if widest + around <= room and shown == whole
            else parts.folded(whole, metrics, room - around - ROUNDING)
        )
    if folded != shown:
        if isinstance(control, QAbstractButton) and not control.accessibleName():
            control.setAccessibleName(whole)
        control.setText(folded)
        control.setProperty(WHOLE, whole)
        control.setProperty(FOLDED, folded)


def _width(line: QBoxLayout) -> int:
    items = [item for k in range(line.count()) if (item := line.itemAt(k)) is not None and not item.isEmpty()]
    return sum(item.minimumSize().width() for item in items) + line.spacing() * max(len(items) - 1, 0)
