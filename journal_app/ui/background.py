"""Work off the window's thread: a pure function, its data, and what to do with the result.

Each piece of work has a name; when the same name is asked again before the first has ended, the
older result is dropped, so a page never shows something stale.
"""

import logging
from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, Slot
from shiboken6 import isValid

log = logging.getLogger(__name__)


class Background(QObject):
    """Runs pure functions in one worker thread and hands their results back on the window's thread."""

    became_busy = Signal()  # the first piece of work was taken on
    became_idle = Signal()  # nothing is left to do
    failed = Signal(object)  # a piece of work raised: the exception

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._latest: dict[str, int] = {}
        self._receivers: dict[tuple[str, int], Callable[[Any], None]] = {}
        self._relay = _Relay(self)
        self._relay.done.connect(self._hand_back)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return bool(self._receivers)

    def run(self, name: str, function: Callable[..., Any], *data: Any, then: Callable[[Any], None]) -> None:
        """Run `function(*data)` and call `then` with what it returns, unless asked again meanwhile."""
        generation = self._latest.get(name, 0) + 1
        self._latest[name] = generation
        if not self.busy:
            self.became_busy.emit()
        self._receivers[name, generation] = then
        wanted = partial(self._is_newest, name, generation)
        self._pool.start(_Work(name, generation, partial(function, *data), wanted, self._relay))

    def _is_newest(self, name: str, generation: int) -> bool:
        return self._latest.get(name) == generation

    def finish(self) -> None:
        """Wait for what is under way; results that come after are dropped."""
        self._latest.clear()  # what has not begun ends at once, and lets go of its data
        self._pool.waitForDone()
        self._receivers.clear()

    @Slot(str, int, object, bool)
    def _hand_back(self, name: str, generation: int, result: object, raised: bool) -> None:
        receiver = self._receivers.pop((name, generation), None)
        if raised:
            self.failed.emit(result)
        elif receiver is not None and self._is_newest(name, generation) and not _is_gone(receiver):
            receiver(result)
        if not self.busy:
            self.became_idle.emit()


def _is_gone(receiver: Callable[[Any], None]) -> bool:
    """Tell whether a result comes too late: its page went with the window, which was made anew."""
    owner = getattr(receiver, "__self__", None)
    return isinstance(owner, QObject) and not isValid(owner)


class _Relay(QObject):
    """Carries results from the worker to the window's thread."""

    done = Signal(str, int, object, bool)


class _Work(QRunnable):
    """One call, with plain data in and plain data out; what was asked anew while it waited is left out."""

    def __init__(
        self,
        name: str,
        generation: int,
        function: Callable[[], Any],
        wanted: Callable[[], bool],
        relay: _Relay,
    ) -> None:
        super().__init__()
        self._name, self._generation = name, generation
        self._function: Callable[[], Any] | None = function
        self._wanted, self._relay = wanted, relay

    def run(self) -> None:
        """Call the function; a fault of ours goes to the log and is told once."""
        function, self._function = self._function, None  # Qt keeps the work; its data may be a password
        try:
            result, raised = function() if function is not None and self._wanted() else None, False
        except Exception as error:  # the one place where any fault of a pure function ends
            log.exception("background work %s failed", self._name)
            result, raised = error, True
        self._relay.done.emit(self._name, self._generation, result, raised)
