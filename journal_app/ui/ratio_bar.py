"""A ratio with its interval as a small bar, beside the line of "no difference"."""

import math

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journal_app.analysis.results import Association
from journal_app.ui.surroundings import Surroundings

SHOWN = (0.25, 8.0)


class RatioBar(QWidget):
    """Draws one association's interval on a scale from a quarter to eight times."""

    def __init__(self, association: Association, told: str, surroundings: Surroundings) -> None:
        super().__init__()
        self._association, self._surroundings = association, surroundings
        self.setAccessibleName(told)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _x(self, ratio: float) -> float:
        low, high = (math.log(end) for end in SHOWN)
        share = (math.log(min(max(ratio, SHOWN[0]), SHOWN[1])) - low) / (high - low)
        margin = self._surroundings.look.pixels(28)
        return margin + share * (self.width() - 2 * margin)

    # --- Qt

    def sizeHint(self) -> QSize:
        pixels = self._surroundings.look.pixels
        return QSize(pixels(300), pixels(64))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._surroundings.look.pixels(220), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        look, found = self._surroundings.look, self._association
        if found.ratio is None or found.low is None or found.high is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = look.pixels(18)
        painter.setPen(QPen(QColor(look.palette.muted), 1.4, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(self._x(1), 0), QPointF(self._x(1), look.pixels(36)))
        strong = found.verdict.seen
        colour = QColor(look.palette.cramp_middle if found.ratio > 1 else look.palette.quiet)
        if not strong:
            colour = QColor(look.palette.accent)
        faint = QColor(colour)
        faint.setAlphaF(0.4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faint)
        half = look.pixels(4)
        left, right = self._x(found.low), self._x(found.high)
        painter.drawRoundedRect(QRectF(left, middle - half, right - left, 2 * half), half, half)
        painter.setBrush(colour)
        painter.drawEllipse(QPointF(self._x(found.ratio), middle), 2 * half, 2 * half)
        self._paint_scale(painter)

    def _paint_scale(self, painter: QPainter) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        font = self.font()
        font.setPixelSize(look.pixels(15))
        painter.setFont(font)
        painter.setPen(QColor(look.palette.muted))
        words = (
            (0.25, tr("¼")),
            (0.5, tr("half")),
            (1.0, tr("same")),
            (2.0, tr("twice")),
            (4.0, tr("4×")),
            (8.0, tr("8×")),
        )
        for ratio, word in words:
            space = QRectF(self._x(ratio) - 50, look.pixels(38), 100, look.pixels(24))
            painter.drawText(space, Qt.AlignmentFlag.AlignCenter, word)
