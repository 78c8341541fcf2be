"""The last fourteen nights as a row of marks; a click on one opens it, also one not yet recorded."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from journal_app.journal.night import Night
from journal_app.journal.period import last_nights
from journal_app.ui.night_mark import paint_night
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.nights import night_state, night_title

NIGHTS = 14


class NightStrip(QWidget):
    """Shows the nights that end with a given one; the chosen one is marked."""

    evening_chosen = Signal(object)  # a night was clicked: its evening (a date)

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._buttons = [NightButton(surroundings, self) for _ in range(NIGHTS)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for night_button in self._buttons:
            layout.addWidget(night_button)
            night_button.clicked.connect(self._clicked)
        self.setAccessibleName(surroundings.tr("The last 14 nights"))

    def show_nights(self, newest: date, nights: Mapping[date, Night], chosen: date) -> None:
        """Show the nights up to `newest`; those missing from `nights` were not recorded."""
        for night_button, evening in zip(self._buttons, last_nights(NIGHTS, newest).evenings(), strict=True):
            night_button.show_night(evening, nights.get(evening), evening == chosen)

    def _clicked(self) -> None:
        clicked = self.sender()
        if isinstance(clicked, NightButton):
            self.evening_chosen.emit(clicked.evening)


class NightButton(QAbstractButton):
    """One night of the strip."""

    def __init__(self, surroundings: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        self.evening = date.min
        self._night: Night | None = None
        self._chosen = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_night(self, evening: date, night: Night | None, chosen: bool) -> None:
        """Show one night."""
        self.evening, self._night, self._chosen = evening, night, chosen
        language = self._surroundings.language
        told = f"{night_title(evening, language)}: {night_state(night, language)}"
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    # --- Qt

    def sizeHint(self) -> QSize:
        pixels = self._surroundings.look.pixels
        return QSize(pixels(42), pixels(60))

    def minimumSizeHint(self) -> QSize:
        pixels = self._surroundings.look.pixels
        return QSize(pixels(22), pixels(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        look, painter = self._surroundings.look, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._chosen or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(look.palette.accent_soft))
            painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.palette.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        half = self.width() / 2
        size = min(look.pixels(28), self.width() - 4)
        paint_night(painter, QPointF(half, look.pixels(18)), size, self._night, look.palette)
        self._paint_day(painter)

    def _paint_day(self, painter: QPainter) -> None:
        look = self._surroundings.look
        font = self.font()
        font.setPixelSize(look.pixels(16))
        font.setBold(self._chosen)
        painter.setFont(font)
        painter.setPen(QColor(look.palette.text if self._chosen else look.palette.muted))
        space = QRectF(0, look.pixels(34), self.width(), look.pixels(24))
        painter.drawText(space, Qt.AlignmentFlag.AlignCenter, str(self.evening.day))
