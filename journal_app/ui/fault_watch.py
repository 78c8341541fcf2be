"""Faults of ours, wherever they happen on the window's thread: to the log, and told once each."""

import logging
import sys
from collections.abc import Callable
from types import TracebackType
from typing import Self

from PySide6.QtCore import QObject, Qt, Signal

from journal_app.ui.fault_report import fault_report, last_place

log = logging.getLogger(__name__)


class FaultWatch(QObject):
    """Catches what no one caught; shows each fault once, when Qt is done with what it was doing."""

    caught = Signal(object)  # a fault happened: the exception

    def __init__(self, show: Callable[[str], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._show = show
        self._told: set[tuple[str, ...]] = set()
        self._former = sys.excepthook
        # A dialog in the midst of a paint would end the program.
        self.caught.connect(self.tell, Qt.ConnectionType.QueuedConnection)

    def __enter__(self) -> Self:
        """Take every uncaught exception from here on; Qt's slots end here too."""
        self._former, sys.excepthook = sys.excepthook, self._take
        return self

    def __exit__(self, *_fault: object) -> None:
        """Leave uncaught exceptions to whoever had them before."""
        sys.excepthook = self._former

    def tell(self, error: BaseException) -> None:
        """Show a fault that was not shown yet."""
        place = last_place(error)
        if place not in self._told:
            self._told.add(place)
            self._show(fault_report(error))

    def _take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            self._former(kind, error, trace)
            return
        log.error("uncaught", exc_info=(kind, error, trace))
        self.caught.emit(error)
