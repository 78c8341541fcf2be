"""How a file begins, read without letting go of a lock that SQLite has on it.

POSIX takes all of a process's locks on a file from it as soon as it closes any handle of that file. Without
its lock, a journal that is open here would lose its log to the next program that opens and closes it.
"""

import os
from pathlib import Path
from threading import Lock

Identity = tuple[int, int]

_guard = Lock()
_handles: dict[Identity, tuple[int, int]] = {}  # of the files that are open here: a handle, for how many


def first_bytes(path: Path, count: int) -> bytes:
    """Read the beginning of a file.

    Raises:
        OSError: it cannot be read.

    """
    with _guard:
        identity = identity_of(path)
        if identity in _handles:
            return os.pread(_handles[identity][0], count, 0)
        with path.open("rb") as file:
            return file.read(count)


def hold(path: Path) -> Identity | None:
    """Keep a handle of a file that SQLite has open, until `let_go`; `None` where nothing needs to be kept."""
    with _guard:
        identity = identity_of(path)
        if identity is None or os.name != "posix":
            return None
        handle, users = _handles.get(identity) or (os.open(path, os.O_RDONLY), 0)
        _handles[identity] = handle, users + 1
        return identity


def let_go(identity: Identity | None) -> None:
    """Close the handle, if nobody here has the file open any more."""
    if identity is None:
        return
    with _guard:
        handle, users = _handles.pop(identity)
        if users > 1:
            _handles[identity] = handle, users - 1
        else:
            os.close(handle)


def identity_of(path: Path) -> Identity | None:
    """Return what tells a file from any other, whatever its name; `None` where there is none."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
