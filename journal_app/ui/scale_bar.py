"""A bar from 0 to 10 that is set with one click, by keyboard or by dragging; at first it is unanswered."""

from typing import ClassVar

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSlider, QStyle, QStyleOptionSlider, QWidget

from journal_app.charts.palette import readable_on
from journal_app.language import later
from journal_app.ui.key_hints import KeyHint
from journal_app.ui.theme import Look

UNANSWERED = -1
TOP = 10
DIGITS = tuple(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10))


class ScaleBar(QSlider):
    """A slider from 0 to 10 whose place before 0 means "not answered"."""

    chosen = Signal(object)  # the person set a value: an int, or None when it was taken back

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint(DIGITS, later("Answer with this number"), later("0 to 9")),
        KeyHint((Qt.Key.Key_Left, Qt.Key.Key_Right), later("One less, one more")),
        KeyHint((Qt.Key.Key_Delete, Qt.Key.Key_Backspace), later("Take the answer back")),
    )

    def __init__(self, name: str, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._look = look
        self.setRange(UNANSWERED, TOP)
        self.setValue(UNANSWERED)
        self.setPageStep(1)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def answer(self) -> int | None:
        """Return the chosen number, `None` while unanswered."""
        return None if self.value() == UNANSWERED else self.value()

    def show_value(self, value: int | None) -> None:
        """Show a value without telling anyone."""
        self.blockSignals(True)
        self.setValue(UNANSWERED if value is None else value)
        self.blockSignals(False)
        self.update()

    def _at(self, x: float) -> int:
        step = self.width() / (TOP + 1)
        place = int(min(max(x, 0), self.width() - 1) // step)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return TOP - place if mirrored else place

    # --- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(True)
        self.setValue(self._at(event.position().x()))
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setValue(self._at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setSliderDown(False)
        self.chosen.emit(self.answer())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.value()
        if event.text().isdigit():
            self.setValue(int(event.text()))
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.setValue(UNANSWERED)
        else:
            super().keyPressEvent(event)
        if self.value() != before:
            self.chosen.emit(self.answer())

    def sizeHint(self) -> QSize:
        return QSize(self._look.pixels(264), self._look.pixels(48))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.pixels(220), self._look.pixels(48))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(TOP + 1):
            self._paint_cell(painter, number)
        option = QStyleOptionSlider()
        self.initStyleOption(option)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(self._look.palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)

    def _paint_cell(self, painter: QPainter, number: int) -> None:
        palette, cell = self._look.palette, self._cell(number)
        filled, chosen = number <= self.value(), number == self.value()
        colour = palette.quiet_soft if self.value() == 0 else palette.cramp(self.value())
        painter.setPen(QPen(QColor(palette.line if not filled else palette.cramp_edge), 1))
        painter.setBrush(QColor(colour if filled else palette.background))
        painter.drawRoundedRect(cell, 5, 5)
        font = self.font()
        font.setBold(chosen)
        painter.setFont(font)
        painter.setPen(QColor(readable_on(colour) if filled else palette.text))
        painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, str(number))

    def _cell(self, number: int) -> QRectF:
        width = self.width() / (TOP + 1)
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        place = TOP - number if mirrored else number
        return QRectF(place * width + 1, 4, width - 2, self.height() - 8)
