"""The one place that opens a connection, so that another driver of SQLite can be put in here."""

import sqlite3
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from sqlite_utils import Database

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.faults import DamagedJournal

WAIT_FOR_OTHERS_SECONDS = 2.0

_SENTENCES = {
    sqlite3.SQLITE_FULL: later("{file} could not be written: the disk is full. Nothing was changed."),
    sqlite3.SQLITE_BUSY: later("{file} is in use by another program. Close it there and try again."),
    sqlite3.SQLITE_LOCKED: later("{file} is in use by another program. Close it there and try again."),
    sqlite3.SQLITE_READONLY: later("{file} is write-protected, so nothing can be saved in it."),
    sqlite3.SQLITE_PERM: later("{file} may not be opened by you. Ask the owner of the computer."),
    sqlite3.SQLITE_CANTOPEN: later("{file} cannot be opened. See whether its folder is there and yours."),
    sqlite3.SQLITE_IOERR: later("{file} cannot be read or written: the disk reports an error."),
    sqlite3.SQLITE_NOTADB: later("{file} is not a journal. It was left as it is."),
}

# A spoiled header or table definition has no code of its own; our own statements are tried by the tests.
_DAMAGE = ("unsupported file format", "no such table", "no such column", "malformed", "Could not decode")


def connect(path: Path, read_only: bool = False) -> Database:
    """Open a file of SQLite, with the settings every journal has."""
    address = path.resolve().as_uri() + ("?mode=ro" if read_only else "?mode=rw")
    if read_only and not path.with_name(path.name + "-wal").exists():
        # Nobody has it open. Without this SQLite would leave its -wal and -shm beside a file only looked at.
        address += "&immutable=1"
    driver = sqlite3.connect(address, uri=True, timeout=WAIT_FOR_OTHERS_SECONDS, isolation_level=None)
    with ExitStack() as on_failure:
        on_failure.callback(driver.close)
        db = Database(driver, execute_plugins=False, strict=True)
        _settle(db)
        on_failure.pop_all()
    return db


@contextmanager
def faults_told(path: Path) -> Generator[None, None, None]:
    """Tell what the disk or another program is to blame for in a sentence; what is our bug passes."""
    try:
        yield
    except sqlite3.DatabaseError as fault:
        code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
        if code == sqlite3.SQLITE_CORRUPT or str(fault).startswith(_DAMAGE):
            raise DamagedJournal(path.name) from fault
        if code not in _SENTENCES:
            raise
        raise JournalError(_SENTENCES[code], file=path.name) from fault
    except UnicodeDecodeError as fault:  # a message that quotes a spoiled name
        raise DamagedJournal(path.name) from fault
    except UnicodeEncodeError as fault:
        template = later("A text holds a broken character, which cannot be kept: {text}")
        raise JournalError(template, text=ascii(fault.object[:40])) from fault


def _settle(db: Database) -> None:
    for setting in ("foreign_keys = ON", "synchronous = FULL", "secure_delete = ON", "trusted_schema = OFF"):
        db.execute(f"PRAGMA {setting}")
