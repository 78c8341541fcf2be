"""Notices that the person went away: nothing was pressed or moved for a while, or the computer slept."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY_MS = 1_000
# The clock on the wall goes on while a computer sleeps, and our own does not.
SLEPT = timedelta(seconds=15)
SIGNS_OF_LIFE = frozenset(
    (
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.TouchBegin,
        QEvent.Type.Wheel,
    )
)


def _wall_clock() -> datetime:
    return datetime.now(UTC)


class AwayWatch(QObject):
    """Listens at each window that gets the keyboard, before any widget, so that no dialog is missed."""

    away = Signal()

    def __init__(self, parent: QObject | None = None, clock: Callable[[], datetime] = _wall_clock) -> None:
        super().__init__(parent)
        self._clock = clock
        self._looked = self._last_sign = clock()
        self._patience: timedelta | None = None
        self._windows: set[QWindow] = set()
        self._timer = QTimer(self, interval=LOOK_EVERY_MS, timerType=Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self.look)

    def start(self, minutes: int) -> None:
        """Watch; after so many minutes without a sign of life the person is away, with 0 only by sleep."""
        self._patience = timedelta(minutes=minutes) if minutes else None
        self._looked = self._last_sign = self._clock()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and not self._timer.isActive():
            application.focusWindowChanged.connect(self._listen_at)
            self._listen_at(QGuiApplication.focusWindow())
        self._timer.start()

    def stop(self) -> None:
        """Watch no longer."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication) and self._timer.isActive():
            application.focusWindowChanged.disconnect(self._listen_at)
        for window in self._windows:
            window.removeEventFilter(self)
        self._windows.clear()
        self._timer.stop()

    def look(self) -> None:
        """Look at the clock."""
        now, before = self._clock(), self._looked
        self._looked = now
        waited_long = self._patience is not None and now - self._last_sign >= self._patience
        if waited_long or now - before >= SLEPT:
            self._last_sign = now
            self.away.emit()

    def _listen_at(self, window: QWindow | None) -> None:
        if window is not None and window not in self._windows:
            window.installEventFilter(self)
            window.destroyed.connect(lambda: self._windows.discard(window))
            self._windows.add(window)

    # --- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in SIGNS_OF_LIFE:
            self._last_sign = self._clock()
        return False
