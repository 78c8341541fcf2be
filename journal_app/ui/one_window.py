"""One program for one journal: a second start brings the window that waits in the tray to the front."""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Self

from PySide6.QtCore import QFileSystemWatcher, QLockFile, QObject, Signal


class OneWindow(QObject):
    """Holds a journal's place while the program runs; whoever comes second knocks and leaves."""

    knocked = Signal()  # the program was started once more on this journal

    def __init__(self, journal: Path, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        name = sha256(str(journal.absolute()).encode()).hexdigest()[:16]
        with suppress(OSError):  # a full or write-protected disk: there the journal can be read all the same
            for made in (folder.parent, folder):  # each for the owner only: `parents` would not see to it
                made.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._lock = QLockFile(str(folder / f"{name}.lock"))
        self._lock.setStaleLockTime(0)  # only a process that is gone gives its place up
        self._door = folder / f"{name}.knock"
        self._knocks = QFileSystemWatcher(self)
        self._knocks.fileChanged.connect(self.knocked)

    def __enter__(self) -> Self:
        """Take the place, if it is free."""
        self.first = self._lock.tryLock(0) or self._lock.error() is not QLockFile.LockError.LockFailedError
        if self.first:
            with suppress(OSError):
                self._door.touch()
                self._knocks.addPath(str(self._door))
        return self

    def __exit__(self, *_fault: object) -> None:
        """Give the place up."""
        if self.first:
            for door in self._knocks.files():
                self._knocks.removePath(door)
            self._lock.unlock()

    def knock(self) -> None:
        """Ask the one that was first to show its window."""
        with self._door.open("a", encoding="utf-8") as door:
            door.write(".")
