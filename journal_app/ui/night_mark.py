"""How one night is drawn everywhere in the window: a ring, a disc that grows with pain, or a dash."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journal_app.charts.palette import Palette
from journal_app.journal.night import Night


def paint_night(
    painter: QPainter, centre: QPointF, size: float, night: Night | None, palette: Palette
) -> None:
    """Paint a night's mark; `size` is the diameter of the largest disc."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if night is None:
        _dash(painter, centre, size, palette)
    elif night.quiet:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.quiet), max(2.0, size * 0.12)))
        painter.drawEllipse(centre, size * 0.32, size * 0.32)
    else:
        pain = night.worst_pain
        radius = size * (0.3 + 0.02 * (5 if pain is None else pain))
        painter.setBrush(QColor(palette.cramp(pain)))
        painter.setPen(QPen(QColor(palette.cramp_edge), 1))
        painter.drawEllipse(centre, radius, radius)


def _dash(painter: QPainter, centre: QPointF, size: float, palette: Palette) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(palette.muted))
    dot = size * 0.13
    for step in (-1, 0, 1):
        painter.drawRect(QRectF(centre.x() + step * dot * 2 - dot / 2, centre.y() - dot / 2, dot, dot))
