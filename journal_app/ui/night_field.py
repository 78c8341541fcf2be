"""What the year and the month share: one painted widget whose nights mouse and keyboard reach."""

from abc import abstractmethod
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.language import later
from journal_app.ui import parts
from journal_app.ui.key_hints import ARROWS, KeyHint
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.nights import night_told
from journal_app.wording.trial_evenings import with_arm

DAY = timedelta(days=1)
OPEN_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@dataclass(frozen=True)
class Shown:
    """The recorded nights, the evenings one may turn to, and those with and without a remedy on trial."""

    reach: Period
    nights: Mapping[date, Night] = field(default_factory=dict)
    arms: Mapping[date, bool] = field(default_factory=dict)


class NightField(QWidget):
    """Paints the nights around the chosen one; each subclass says which, and where they lie."""

    evening_chosen = Signal(
        object
    )  # the keyboard moved to a night, or the mouse took hold of it: its evening
    evening_opened = Signal(object)  # a click, or Enter: the evening of the night to open
    resized = Signal()  # the nights lie elsewhere now
    menu_wanted = Signal(object)  # the menu of a night is asked for: the place on the screen

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint(ARROWS, later("To another night"), later("Arrow keys")),
        KeyHint((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown), later("Further back, further on")),
        KeyHint((Qt.Key.Key_Home, Qt.Key.Key_End), later("To the first, to the last of the line")),
        KeyHint(OPEN_KEYS, later("Open this night")),
    )

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.chosen = date.min
        self._shown = Shown(Period(date.min, date.min))
        self._hovered: date | None = None
        self.places: dict[date, QRectF] = {}
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    # --- what the subclasses say

    @abstractmethod
    def period_around(self, evening: date) -> Period:
        """Return the nights that are shown together with one of them."""

    @abstractmethod
    def called(self, period: Period) -> str:
        """Return what the widget is called for screen readers while it shows a period."""

    @abstractmethod
    def stepped(self, evening: date, key: Qt.Key) -> date | None:
        """Return where a key leads from a night; `None` where it leads nowhere."""

    @abstractmethod
    def place_of(self, evening: date) -> QRectF:
        """Return where a night of the shown period lies."""

    @abstractmethod
    def paint_heads(self, painter: QPainter) -> None:
        """Paint what stands beside the nights."""

    @abstractmethod
    def paint_cell(self, painter: QPainter, evening: date, place: QRectF) -> None:
        """Paint one night."""

    # --- what the page does

    @property
    def period(self) -> Period:
        """Return the nights of the shown year or month, also those still to come."""
        return self.period_around(self.chosen)

    @property
    def newest(self) -> date:
        """Return the last evening that can be opened."""
        return self._shown.reach.last

    @property
    def began(self) -> date:
        """Return the first recorded evening; what lies before it is no gap."""
        return min(self._shown.nights, default=self.newest)

    def night(self, evening: date) -> Night | None:
        """Return a night, `None` where it was not recorded."""
        return self._shown.nights.get(evening)

    def show_nights(self, shown: Shown, chosen: date) -> None:
        """Show these nights, turned to a chosen one."""
        self._shown = shown
        self.chosen = self._within_reach(chosen)
        self._chosen_changed()

    def choose(self, evening: date) -> None:
        """Move to a night, turning to another year or month where it lies there."""
        evening = self._within_reach(evening)
        if evening != self.chosen:
            self.chosen = evening
            self._chosen_changed()
            self.evening_chosen.emit(evening)

    def arm(self, evening: date) -> bool | None:
        """Return whether a trial wants the remedy on an evening, `None` outside all trials."""
        return self._shown.arms.get(evening)

    def told(self, evening: date) -> str:
        """Tell a night in words."""
        knowledge, language = self.surroundings.knowledge, self.surroundings.language
        told = night_told(evening, self.night(evening), knowledge, language)
        return with_arm(told, self.arm(evening), language)

    # --- inside

    def mirrored(self, place: QRectF) -> QRectF:
        """Return a place as it lies where the language is read from right to left."""
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveLeft(self.width() - place.right())
        return place

    def small_font(self, pixels: int = 16) -> QFont:
        """Return the font for small print."""
        font = self.font()
        font.setPixelSize(self.surroundings.look.pixels(pixels))
        return font

    def _within_reach(self, evening: date) -> date:
        return max(self._shown.reach.first, min(evening, self._shown.reach.last))

    def _chosen_changed(self) -> None:
        self._lay_out()
        self.setAccessibleName(self.called(self.period))
        self.setAccessibleDescription(self.told(self.chosen))

    def _lay_out(self) -> None:
        period = self.period
        last = min(period.last, self.newest)
        evenings = Period(period.first, last).evenings() if period.first <= last else ()
        self.places = {evening: self.mirrored(self.place_of(evening)) for evening in evenings}
        self.updateGeometry()
        self.update()

    def _evening_at(self, point: QPointF) -> date | None:
        return next((evening for evening, place in self.places.items() if place.contains(point)), None)

    def _hover(self, evening: date | None) -> None:
        for changed in (self._hovered, evening):
            if changed is not None and changed in self.places:
                self.update(self.places[changed].toAlignedRect())
        self._hovered = evening
        hand = Qt.CursorShape.PointingHandCursor if evening else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def _paint_ground(self, painter: QPainter, evening: date, place: QRectF) -> None:
        palette = self.surroundings.look.palette
        ring = self.surroundings.look.pixels(8)
        inner = place.adjusted(1, 1, -1, -1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if evening == self._hovered:
            painter.setBrush(QColor(palette.accent_soft))
        if evening == self.chosen:
            focused = self.hasFocus()
            painter.setPen(QPen(QColor(palette.accent if focused else palette.muted), 2 if focused else 1))
        painter.drawRoundedRect(inner, ring, ring)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def minimumSizeHint(self) -> QSize:
        return QSize(self.surroundings.look.pixels(220), self.heightForWidth(self.width()))

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, dirty = QPainter(self), QRectF(event.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_heads(painter)
        for evening, place in self.places.items():
            if place.intersects(dirty):
                self._paint_ground(painter, evening, place)
                self.paint_cell(painter, evening, place)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            evening = self._evening_at(QPointF(event.pos()))
            if evening is None:
                QToolTip.hideText()
            else:
                place = self.places[evening].toAlignedRect()
                QToolTip.showText(event.globalPos(), parts.tip(self.told(evening)), self, place)
            return True
        return super().event(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._evening_at(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        self._hover(None)
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        evening = self._evening_at(event.position())
        if evening is not None:
            self.choose(evening)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        evening = self._evening_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton and evening is not None and evening == self.chosen:
            self.evening_opened.emit(evening)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        evening = self.chosen if by_key else self._evening_at(QPointF(event.pos()))
        if evening is not None:
            self.choose(evening)
            place = self.places[evening].toAlignedRect()
            self.menu_wanted.emit(self.mapToGlobal(place.bottomLeft()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        wanted = self.stepped(self.chosen, _in_reading_direction(key, self.layoutDirection()))
        if key in OPEN_KEYS:
            self.evening_opened.emit(self.chosen)
        elif wanted is not None:
            self.choose(wanted)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()


def months_later(evening: date, months: int) -> date:
    """Return the same day some months later or earlier, or the last day of a shorter month."""
    month = min(max(evening.year * 12 + evening.month - 1 + months, 12), 9999 * 12 + 11)
    year, place = divmod(month, 12)
    return date(year, place + 1, min(evening.day, monthrange(year, place + 1)[1]))


def last_of_month(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _in_reading_direction(key: Qt.Key, direction: Qt.LayoutDirection) -> Qt.Key:
    if direction is Qt.LayoutDirection.RightToLeft:
        swapped = {Qt.Key.Key_Left: Qt.Key.Key_Right, Qt.Key.Key_Right: Qt.Key.Key_Left}
        return swapped.get(key, key)
    return key
