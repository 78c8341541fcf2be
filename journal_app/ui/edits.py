"""One change to the journal that can be undone: what stood there before, and what stands there now."""

from collections.abc import Callable
from datetime import date, datetime

from PySide6.QtGui import QUndoCommand


class Edit(QUndoCommand):
    """A change that is already written; undo and redo write the one or the other record again."""

    def __init__(
        self,
        text: str,
        undo: Callable[[], object],
        redo: Callable[[], object],
        made_at: datetime,
        about: date | None = None,
    ) -> None:
        super().__init__(text)
        self.made_at, self.about = made_at, about  # about: the night or day, if it is one
        self._undo, self._redo = undo, redo
        self._fresh = True

    def redo(self) -> None:
        """Write the new record, except when the stack has just been handed the change."""
        if not self._fresh:
            self._redo()
        self._fresh = False

    def undo(self) -> None:
        """Write the old record again."""
        self._undo()
