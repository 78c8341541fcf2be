"""Locks the journal when the person is away or asks for it, opens it again, and changes its password."""

from collections.abc import Callable, Sequence
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog

from journal_app.journal.errors import JournalError
from journal_app.ui.away_watch import AwayWatch
from journal_app.ui.background import Background
from journal_app.ui.open_journal import OpenJournal


class Lockable(Protocol):
    """What the window needs of the place the journal is kept in."""

    @property
    def protected(self) -> bool: ...
    @property
    def wants_password(self) -> bool: ...
    def unlock(self, password: str) -> None: ...
    def refuse_other(self, password: str) -> None: ...
    def lock(self) -> None: ...
    def change(self, password: str, now: datetime, tell: Callable[[int, int], None]) -> Sequence[Path]: ...


class LockDesk(QObject):
    """While it is shut no page is there and nothing of the journal is in memory but for the last evening."""

    shutting = Signal()  # the journal is about to be closed: finish what is under way
    was_shut = Signal()  # it is closed; only the lock page may be shown
    opened = Signal()  # it can be read (again)
    refused = Signal(object)  # the password is another one, or no copy could be opened: the JournalError
    progress = Signal(int, int)  # a change of the password: files done, of how many
    changed = Signal(object)  # the password was changed, as the journal opened again: the copies left
    failed = Signal(object)  # it was not changed: the JournalError

    def __init__(
        self,
        journal: OpenJournal,
        find_vault: Callable[[], Lockable],
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._find_vault, self._background = journal, find_vault, background
        self.shut = self.changing = False
        self._minutes = 0
        self._watch = AwayWatch(self)
        self._watch.away.connect(self.lock)

    @cached_property
    def _vault(self) -> Lockable:
        return self._find_vault()

    @property
    def protected(self) -> bool:
        """Whether the journal has a password."""
        return self.shut or self._vault.protected

    def begin_locked(self) -> bool:
        """Tell whether a password is wanted before anything can be read; then it is shut from the start."""
        self.shut = self._vault.wants_password
        return self.shut

    def watch(self, minutes: int) -> None:
        """Lock after so many minutes without a sign of life, 0 for never; a computer that slept locks too."""
        if self._vault.protected:
            self._watch.start(minutes)
        else:
            self._watch.stop()

    def end(self) -> None:
        """Watch no longer; the program is about to end."""
        self._watch.stop()

    def lock(self) -> None:
        """Close the journal and forget the key, until the password is given."""
        if self._vault.protected and not self.shut:
            self._shut()
            self._vault.lock()
            self.was_shut.emit()

    def unlock(self, password: str) -> None:
        """Try a password in the background, for it takes a moment by design."""
        self._background.run("unlock", _tried, self._vault.unlock, password, then=self._unlocked)

    def refuse_other(self, password: str) -> None:
        """Refuse a password that is not the present one.

        Raises:
            JournalError: it is another one.

        """
        self._vault.refuse_other(password)

    def change(self, password: str) -> None:
        """Give the journal another password, or with an empty one none, in the background."""
        self.changing = True
        self._shut()
        self.was_shut.emit()
        data = (self._vault.change, password, self._journal.now, self.progress.emit)
        self._background.run("password", _tried, *data, then=self._was_changed)

    def _shut(self) -> None:
        self._watch.stop()
        for dialog in QApplication.topLevelWidgets():
            if isinstance(dialog, QDialog):  # it may show what is to be locked
                dialog.reject()
                dialog.deleteLater()
        self.shutting.emit()
        self._journal.shut()
        self.shut = True

    def _unlocked(self, outcome: object) -> None:
        if isinstance(outcome, JournalError):
            self.refused.emit(outcome)
        else:
            self._open()

    def _was_changed(self, outcome: object) -> None:
        self.changing = False
        self._open()
        (self.failed if isinstance(outcome, JournalError) else self.changed).emit(outcome)

    def _open(self) -> None:
        self.shut = False
        self.opened.emit()


def _tried(act: Callable[..., object], *data: object) -> object:
    """Hand back what is refused, so that it is told on the page rather than as a fault of ours."""
    try:
        return act(*data)
    except JournalError as error:
        return error
