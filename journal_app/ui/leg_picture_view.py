"""The leg picture to click on: each muscle is a button, for the mouse, the keyboard and screen readers."""

from collections.abc import Iterable
from typing import ClassVar

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QRegion,
    QResizeEvent,
    QTransform,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from journal_app.journal.leg_picture import LegShape, Outline, leg_picture
from journal_app.journal.night import Episode, Leg
from journal_app.language import later
from journal_app.paths import bundled
from journal_app.ui.key_hints import ARROWS, KeyHint
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.body import place

CAPTION_PIXELS = 26
COMMONEST = "calf"


class LegPictureView(QWidget):
    """Shows where a cramp was and lets the person choose it; a second click takes it back."""

    muscle_chosen = Signal(str, object)  # a muscle was clicked: its id and Leg; "" when taken back

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._picture = leg_picture(bundled("resources") / "legs.svg")
        self._outlines = [qt_path(outline) for outline in self._picture.outlines]
        self._details = [qt_path(outline) for outline in self._picture.details]
        self.setAccessibleName(surroundings.tr("Where was the cramp? Legs from the front and the back"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.areas = [MuscleArea(shape, surroundings, self) for shape in self._picture.shapes]
        for area in self.areas:
            area.clicked.connect(self._clicked)
        self._let_tab_reach(self.areas[0])
        self._pain: int | None = None
        self._others: frozenset[tuple[str, Leg]] = frozenset()

    def show_muscles(self, episode: Episode, others: Iterable[Episode] = ()) -> None:
        """Show the place of one cramp in full colour, those of others faintly."""
        self._pain = episode.pain
        self._others = frozenset((o.muscle, o.leg) for o in others if o.muscle and o.leg)
        for area in self.areas:
            area.setChecked((area.shape.muscle, area.shape.leg) == (episode.muscle, episode.leg))
            if area.isChecked():
                self._let_tab_reach(area)
        self.update()

    def take_keys(self) -> None:
        """Let the arrow keys begin at the commonest place, the calf."""
        calf = next(area for area in self.areas if area.shape.muscle == COMMONEST)
        self._let_tab_reach(calf)
        calf.setFocus()

    def step_focus(self, start: "MuscleArea", key: int) -> None:
        """Move the keyboard to the nearest muscle in the direction of an arrow key."""
        ways = {
            Qt.Key.Key_Left: QPointF(-1, 0),
            Qt.Key.Key_Right: QPointF(1, 0),
            Qt.Key.Key_Up: QPointF(0, -1),
            Qt.Key.Key_Down: QPointF(0, 1),
        }
        way = ways[Qt.Key(key)]
        nearest = min((a for a in self.areas if a is not start), key=lambda a: _distance(start, a, way))
        if _distance(start, nearest, way) < float("inf"):
            self._let_tab_reach(nearest)
            nearest.setFocus(Qt.FocusReason.TabFocusReason)

    def _let_tab_reach(self, reachable: "MuscleArea") -> None:
        for area in self.areas:
            area.setFocusPolicy(
                Qt.FocusPolicy.StrongFocus if area is reachable else Qt.FocusPolicy.ClickFocus
            )

    def _clicked(self) -> None:
        area = self.sender()
        if not isinstance(area, MuscleArea):
            return
        for other in self.areas:
            if other is not area:
                other.setChecked(False)
        self._let_tab_reach(area)
        self.update()
        self.muscle_chosen.emit(area.shape.muscle if area.isChecked() else "", area.shape.leg)

    def _transform(self) -> QTransform:
        room = self.height() - self._surroundings.look.pixels(CAPTION_PIXELS)
        scale = min(self.width() / self._picture.width, room / self._picture.height)
        left = (self.width() - self._picture.width * scale) / 2
        return QTransform().translate(left, 0).scale(scale, scale)

    def _fill(self, area: "MuscleArea") -> QColor:
        palette = self._surroundings.look.palette
        if area.isChecked():
            return QColor(palette.cramp(self._pain))
        if (area.shape.muscle, area.shape.leg) in self._others:
            return QColor(palette.cramp_soft)
        return QColor(palette.accent_soft if area.underMouse() else palette.background)

    # --- Qt

    def sizeHint(self) -> QSize:
        pixels = self._surroundings.look.pixels
        height = self._picture.height + CAPTION_PIXELS
        return QSize(pixels(self._picture.width), pixels(height))

    def minimumSizeHint(self) -> QSize:
        pixels = self._surroundings.look.pixels
        return QSize(pixels(270), pixels(self._picture.height + CAPTION_PIXELS))

    def resizeEvent(self, event: QResizeEvent) -> None:
        transform = self._transform()
        for area in self.areas:
            area.place(transform)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, palette = QPainter(self), self._surroundings.look.palette
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        transform = self._transform()
        for area in self.areas:
            painter.setPen(QPen(QColor(palette.gap), 1))
            painter.setBrush(self._fill(area))
            painter.drawPath(transform.map(area.path))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(palette.line), 1))
        for detail in self._details:
            painter.drawPath(transform.map(detail))
        painter.setPen(QPen(QColor(palette.muted), 1.6))
        for outline in self._outlines:
            painter.drawPath(transform.map(outline))
        self._paint_marks(painter, transform)
        self._paint_captions(painter, transform)

    def _paint_marks(self, painter: QPainter, transform: QTransform) -> None:
        palette = self._surroundings.look.palette
        for area in self.areas:
            if area.isChecked() or area.reached_by_key:
                colour = palette.accent if area.reached_by_key else palette.cramp_edge
                painter.setPen(QPen(QColor(colour), 2.6))
                painter.drawPath(transform.map(area.path))

    def _paint_captions(self, painter: QPainter, transform: QTransform) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        font = self.font()
        font.setPixelSize(look.pixels(15))
        painter.setFont(font)
        painter.setPen(QColor(look.palette.muted))
        foot = transform.map(QPointF(0, self._picture.height)).y()
        sides = {Leg.LEFT: tr("L"), Leg.RIGHT: tr("R")}
        for view, words in (("front", tr("front")), ("back", tr("back"))):
            middles = {leg: transform.map(QPointF(self._foot(view, leg), 0)).x() for leg in sides}
            captions = [(sum(middles.values()) / 2, words)]
            captions += [(middle, sides[leg]) for leg, middle in middles.items()]
            for x, caption in captions:
                space = QRectF(x - 80, foot, 160, look.pixels(CAPTION_PIXELS))
                painter.drawText(space, Qt.AlignmentFlag.AlignCenter, caption)

    def _foot(self, view: str, leg: Leg) -> float:
        """Return the middle of the lowest area of a leg: from the front, left and right change sides."""
        areas = (area for area in self.areas if (area.shape.view, area.shape.leg) == (view, leg))
        return max(areas, key=lambda area: area.shape.centre[1]).shape.centre[0]


class MuscleArea(QAbstractButton):
    """One muscle of one leg. The picture paints it; this takes the clicks and the keys."""

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint(ARROWS, later("To the next muscle"), later("Arrow keys")),
        KeyHint((Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space), later("Choose this muscle")),
    )

    def __init__(self, shape: LegShape, surroundings: Surroundings, picture: LegPictureView) -> None:
        super().__init__(picture)
        self.shape, self.path = shape, qt_path(shape.outline)
        self._picture = picture
        self.reached_by_key = False  # only then its focus is drawn; a click shows by itself
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        words = place(shape.leg, shape.muscle, surroundings.knowledge, surroundings.language)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def place(self, transform: QTransform) -> None:
        """Lie over the muscle, in its very shape."""
        path = transform.map(self.path)
        box = path.boundingRect().toAlignedRect()
        self.setGeometry(box)
        outline = path.translated(-box.left(), -box.top()).toFillPolygon().toPolygon()
        self.setMask(QRegion(outline))

    # --- Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.reached_by_key = event.reason() in keys
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.reached_by_key = False
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ARROWS:
            self._picture.step_focus(self, event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture paints all muscles at once; only hover and focus want it painted again."""
        self._picture.update()


def qt_path(outline: Outline) -> QPainterPath:
    """Return an outline as a path of Qt's."""
    path = QPainterPath()
    for segment in outline:
        points = [QPointF(x, y) for x, y in segment.points]
        if segment.command == "M":
            path.moveTo(points[0])
        elif segment.command == "L":
            path.lineTo(points[0])
        elif segment.command == "C":
            path.cubicTo(*points)
        else:
            path.closeSubpath()
    return path


def _distance(start: MuscleArea, other: MuscleArea, way: QPointF) -> float:
    dx = other.shape.centre[0] - start.shape.centre[0]
    dy = other.shape.centre[1] - start.shape.centre[1]
    ahead, aside = dx * way.x() + dy * way.y(), abs(dx * way.y()) + abs(dy * way.x())
    return ahead + 2 * aside if ahead > 4 else float("inf")
