"""The mark beside an open journal: which program of which computer has it open, and since when.

Other computers are told by the mark. Programs of the same computer keep each other out by a lock of the
system, which ends with its process: a mark without one was left by a crash.
"""

import json
import os
import platform
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Self

from journal_app.store.copies import make_private_file, settle


@dataclass(frozen=True, slots=True)
class Mark:
    """What stands in the mark; `written` tells when the journal's file was, in ns, its log apart."""

    computer: str
    process: int
    since: str
    written: int

    @property
    def of_this_computer(self) -> bool:
        """Whether a program of this computer set it."""
        return self.computer == platform.node()


def read_mark(journal: Path) -> Mark | None:
    """Read the mark beside a journal; one that cannot be read is none."""
    try:
        told = json.loads(mark_of(journal).read_text("utf-8"))
        computer, since = str(told["computer"]), str(told["since"])
        return Mark(computer, int(told.get("process", 0)), since, int(told.get("written", 0)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


class Hold:
    """Keeps the other programs of this computer out, until it ends or the process does."""

    def __init__(self, journal: Path, lock: int | None) -> None:
        self._journal, self._lock = journal, lock

    @classmethod
    def take(cls, journal: Path) -> Self | None:
        """Take a journal for this program; `None` where another of this computer has it."""
        path = lock_of(journal)
        for _ in range(3):
            try:
                lock = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
            except OSError:
                return cls(journal, None)  # a place that cannot be written in; the journal itself will tell
            try:
                _lock(lock)
            except (BlockingIOError, PermissionError):
                os.close(lock)
                return None
            except OSError:
                return cls(journal, lock)  # a disk without locks, as some of other computers are
            if _is_file(lock, path):
                return cls(journal, lock)
            os.close(lock)  # who had it removed it right before; there may be a new one
        return cls(journal, None)

    def tell(self, now: datetime) -> None:
        """Set the mark, whole or not at all."""
        told = Mark(platform.node(), os.getpid(), f"{now:%Y-%m-%d %H:%M}", written(self._journal))
        mark = mark_of(self._journal)
        unfinished = mark.with_name(f"{mark.name}.new")
        with suppress(OSError):  # a full disk keeps nobody from the journal
            make_private_file(unfinished)
            unfinished.write_text(json.dumps(asdict(told)), "utf-8")
            settle(unfinished, mark)

    def end(self) -> None:
        """Let others have the journal."""
        with suppress(OSError):
            mark_of(self._journal).unlink(missing_ok=True)
        self.drop()

    def drop(self) -> None:
        """Let go without a word, where the journal could not be opened."""
        if self._lock is not None:
            _give_up(self._lock, lock_of(self._journal))
            self._lock = None


def mark_of(journal: Path) -> Path:
    """Return where the mark of a journal is."""
    return journal.with_name(f".{journal.name}.open")


def lock_of(journal: Path) -> Path:
    """Return where the lock of a journal is."""
    return journal.with_name(f".{journal.name}.lock")


def written(journal: Path) -> int:
    """Return when the file of a journal was written, in nanoseconds."""
    try:
        return journal.stat().st_mtime_ns
    except OSError:
        return 0


def _is_file(handle: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except OSError:
        return False


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)

    def _give_up(file: int, path: Path) -> None:
        os.close(file)
        with suppress(OSError):  # the next one may have it open already
            path.unlink(missing_ok=True)

else:
    import fcntl

    def _lock(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _give_up(file: int, path: Path) -> None:
        with suppress(OSError):
            path.unlink(missing_ok=True)  # while it is ours: later it may be another's
        os.close(file)
