"""What is told of a fault of ours: kinds of errors and places in the code, never a word of the journal.

Error messages and values may hold what the person typed, so neither the report nor the log has them.
"""

import logging
import platform
import traceback
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion

import journal_app

LOG_NAME = "night-cramp-journal.log"
LOG_BYTES = 200_000
FORMER_LOGS = 2


def fault_report(error: BaseException) -> str:
    """Return a report that can be passed on: versions, system, kinds of errors, places in the code."""
    return "\n".join([*_versions(), "", *told_places(error)])


def told_places(error: BaseException | None) -> Iterator[str]:
    """Yield the kind of an error and its places in the code, that it came from first."""
    if error is None:
        return
    yield from told_places(error.__cause__ or (None if error.__suppress_context__ else error.__context__))
    yield type(error).__name__
    for frame in traceback.extract_tb(error.__traceback__, limit=-30):
        yield f"  {_short(frame.filename)}, line {frame.lineno}, in {frame.name}"


def last_place(error: BaseException) -> tuple[str, ...]:
    """Return what two faults have in common that are the same one."""
    frames = traceback.extract_tb(error.__traceback__)[-1:]
    return (type(error).__name__, *(f"{frame.filename}:{frame.lineno}" for frame in frames))


@contextmanager
def kept_log(folder: Path) -> Generator[None]:
    """Write our own log lines to a file that never grows large; without one where it cannot be made."""
    handler = _LogFile(folder)
    logger = logging.getLogger(journal_app.__name__)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        handler.close()


class _LogFile(RotatingFileHandler):
    """A file that is made with the first fault, and ends nothing if it cannot be."""

    def __init__(self, folder: Path) -> None:
        file = folder / LOG_NAME
        super().__init__(file, maxBytes=LOG_BYTES, backupCount=FORMER_LOGS, encoding="utf-8", delay=True)
        self._folder = folder
        self.setFormatter(WordlessFormatter())

    def _open(self) -> TextIOWrapper:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Stay silent: what Python would print here names the values of the line."""


class WordlessFormatter(logging.Formatter):
    """Writes the fixed words of a log line; what was to be filled in stays out."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the time, the module, the words as they stand in the code, and the places of a fault."""
        error = record.exc_info[1] if record.exc_info else None
        line = f"{self.formatTime(record)} {record.levelname} {record.name}: {record.msg}"
        return "\n".join([line, *told_places(error)])


def _versions() -> list[str]:
    return [
        f"Night Cramp Journal {journal_app.__version__}",
        f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, Qt {qVersion()}",
        f"{platform.system()} {platform.release()} {platform.machine()}",
    ]


def _short(path: str) -> str:
    """Leave out the folders before a package: they may hold the person's name."""
    parts = Path(path).parts
    for start in (journal_app.__name__, "site-packages"):
        if start in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(start) :])
    return "/".join(parts[-2:])
