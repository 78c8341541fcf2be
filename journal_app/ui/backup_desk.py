"""Sees to the backups: one on the first change of each day, off the window's thread, and restores."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property, partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from journal_app.journal.errors import JournalError
from journal_app.ui.background import Background
from journal_app.ui.open_journal import OpenJournal

AFTER_THE_SAVE_MS = 1500


class BackupFile(Protocol):
    """A backup as it lies in its folder."""

    @property
    def path(self) -> Path: ...
    @property
    def made(self) -> datetime: ...
    @property
    def size(self) -> int: ...
    @property
    def before_restore(self) -> bool: ...


class BackedUpNights(Protocol):
    """The nights a backup holds."""

    @property
    def count(self) -> int: ...
    @property
    def last(self) -> date | None: ...


class BackupSeen(Protocol):
    """A backup that was looked into."""

    @property
    def found(self) -> BackupFile: ...
    @property
    def nights(self) -> BackedUpNights: ...
    @property
    def fault(self) -> JournalError | None: ...
    @property
    def wants_password(self) -> bool: ...


class Outcome(Protocol):
    """What became of making backups."""

    @property
    def made(self) -> Sequence[Path]: ...
    @property
    def faults(self) -> Sequence[JournalError]: ...


class BackupPlace(Protocol):
    """What the window needs of the folders of backups. All but `restore` run off its thread."""

    @property
    def folder(self) -> Path: ...
    @property
    def folders(self) -> Sequence[Path]: ...
    def make(self, folders: Sequence[Path], now: datetime) -> Outcome: ...
    def make_lacking(self, now: datetime) -> Outcome: ...
    def newest(self) -> datetime | None: ...
    def held(self) -> Sequence[BackupSeen]: ...
    def restore(self, backed_up: Path, now: datetime, password: str = "") -> Path | None: ...


class BackupDesk(QObject):
    """Makes backups after changes, knows the newest, and tells every failure."""

    changed = Signal()  # a backup was made, or could not be made
    failed = Signal(object)  # a backup or restore did not succeed: the JournalError
    restored = Signal(object)  # a backup is the journal now: the path of the former one

    def __init__(
        self,
        journal: OpenJournal,
        place_with: Callable[[str], BackupPlace],
        background: Background,
        second: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.journal, self._background = journal, background
        self._place_with, self._second = place_with, second
        self.newest: datetime | None = None
        self.fault: JournalError | None = None
        self._done: date | None = None
        self._soon = QTimer(self, singleShot=True, interval=AFTER_THE_SAVE_MS)
        self._soon.timeout.connect(self._make_lacking)

    @cached_property
    def place(self) -> BackupPlace:
        """Return where the backups are."""
        return self._place_with(self._second)

    def forget_place(self) -> None:
        """Find the folders anew; the password may have been given or changed."""
        self.__dict__.pop("place", None)

    def begin(self) -> None:
        """Find out when the newest backup was made."""
        self._background.run("newest backup", self.place.newest, then=self._tell_newest)

    def change_saved(self) -> None:
        """Back up soon, if this was the first change of the day."""
        if self._done != self.journal.now.date() and not self._soon.isActive():
            self._soon.start()

    def use_second(self, folder: str) -> None:
        """Back up into a second folder too from now on; an empty name is none."""
        if folder != self._second:
            self._second, self._done = folder, None
            self.forget_place()
            self.changed.emit()

    def back_up_now(self) -> None:
        """Make a backup in every folder, whatever there is already."""
        self._run(self.place.make, self.place.folders)

    def look(self, then: Callable[[Sequence[BackupSeen]], None]) -> None:
        """Look into every backup, and hand on what they hold."""
        self._background.run("backups", self.place.held, then=then)

    def restore(self, backed_up: Path, password: str = "") -> None:
        """Put a backup in the place of the journal; the former one is kept."""
        self._soon.stop()
        self._background.finish()
        put_back = partial(self.place.restore, backed_up, self.journal.now, password)
        try:
            former = self.journal.while_closed(put_back)
        except JournalError as fault:
            self._fail(fault)
        else:
            self.restored.emit(former)

    def finish(self) -> None:
        """Make the backup that is still due, if any; the program is about to end."""
        if self._soon.isActive():
            self._soon.stop()
            self.place.make_lacking(self.journal.now)

    def _make_lacking(self) -> None:
        self._done = self.journal.now.date()
        self._run(self.place.make_lacking)

    def _run(self, make: Callable[..., Outcome], *data: object) -> None:
        self._background.run(
            "backup", _made_and_newest, self.place, make, *data, self.journal.now, then=self._made
        )

    def _made(self, result: tuple[Outcome, datetime | None]) -> None:
        outcome, self.newest = result
        self.fault = outcome.faults[0] if outcome.faults else None
        for fault in outcome.faults:
            self._fail(fault)
        self.changed.emit()

    def _fail(self, fault: JournalError) -> None:
        self._done = None  # the next change tries again
        self.failed.emit(fault)

    def _tell_newest(self, newest: datetime | None) -> None:
        self.newest = newest
        self.changed.emit()


def _made_and_newest(
    place: BackupPlace, make: Callable[..., Outcome], *data: object
) -> tuple[Outcome, datetime | None]:
    return make(*data), place.newest()
