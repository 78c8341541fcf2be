"""The one place that opens a connection: with Python's own driver, or with SQLCipher's and a key."""

import shutil
import sqlite3
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlite_utils import Database

from journal_app.journal.errors import BadEntry, JournalError
from journal_app.language import later
from journal_app.store.faults import DamagedJournal, NoJournal, UnreadableValue
from journal_app.store.first_bytes import first_bytes
from journal_app.store.key import Key, WrongPassword, is_plain

WAIT_FOR_OTHERS_SECONDS = 2.0
LONGEST_VALUE = 10_000_000  # bytes; the longest text there can be takes a twentieth
_HOW: dict[str, Any] = {"uri": True, "timeout": WAIT_FOR_OTHERS_SECONDS, "isolation_level": None}

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

_UNNUMBERED = {  # what SQLCipher's driver says of a backup comes without a code
    "disk I/O error": sqlite3.SQLITE_IOERR,
    "database or disk is full": sqlite3.SQLITE_FULL,
    "database is locked": sqlite3.SQLITE_BUSY,
}
# What SQLite says of a full or write-protected disk: reading a log left by a crash needs a file beside it.
_CANNOT_WRITE = (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_FULL)

# A spoiled header or table definition has no code of its own; our own statements are tried by the tests.
_DAMAGE = (
    "unsupported file format",
    "no such table",
    "no such column",
    "malformed",
    "Could not decode",
    "foreign key mismatch",
    "string or blob too big",
)

# What spoiled bytes raise besides: a name that is no text, a value of another kind, a length beyond reason.
SPOILED = (UnicodeDecodeError, UnreadableValue, MemoryError)


def connect(path: Path, read_only: bool = False, key: Key | None = None) -> Database:
    """Open a file of SQLite, with the settings every journal has; a plain one needs no key.

    Raises:
        WrongPassword: the key is not that of the file.

    """
    try:
        return _opened(path, read_only, key)
    except database_errors() as fault:
        cannot_write = getattr(fault, "sqlite_errorcode", 0) & 0xFF in _CANNOT_WRITE
        if not (read_only and cannot_write and _log_of(path).exists()):
            raise
        read = _opened_where_nothing_can_be_written(path, key)
        if read is None:
            raise
        return read


def _opened(path: Path, read_only: bool, key: Key | None, alone: bool = False) -> Database:
    if key is not None and not is_plain(path):
        return connect_ciphered(path, read_only, key, alone)
    driver = sqlite3.connect(_address(path, read_only, alone), **_HOW)
    # A spoiled length would make SQLite ask for a gigabyte. SQLCipher cannot be told, but checks each page.
    driver.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST_VALUE)
    return _settled(driver)


def _opened_where_nothing_can_be_written(path: Path, key: Key | None) -> Database | None:
    """Open a copy whose files are gone once it is open: to read a log, SQLite has to write beside it."""
    if _log_of(path).stat().st_size == 0:
        return _opened(path, True, key, alone=True)
    with suppress(OSError), TemporaryDirectory(prefix="cramp-journal-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / path.name
        copy.write_bytes(first_bytes(path, path.stat().st_size))
        shutil.copyfile(_log_of(path), _log_of(copy))
        db = _opened(copy, True, key)
        db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        return db
    return None


def connect_ciphered(path: Path, read_only: bool, key: Key | None, alone: bool = False) -> Database:
    """Open a file with SQLCipher, which can read and write other files under other keys beside it."""
    ciphered = _sqlcipher()
    driver = ciphered.connect(_address(path, read_only, alone), **_HOW)
    with ExitStack() as on_failure:
        on_failure.callback(driver.close)
        # Its log would tell of each wrong password on the terminal.
        driver.execute("PRAGMA cipher_log_level = NONE")
        if key is not None:
            driver.execute(f'PRAGMA key = "{key.literal}"')
        driver.execute("PRAGMA temp_store = MEMORY")
        try:
            driver.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        except ciphered.DatabaseError as fault:
            if key is not None and fault.sqlite_errorcode == sqlite3.SQLITE_NOTADB:
                raise WrongPassword(path.name) from fault
            raise
        on_failure.pop_all()
    return _settled(driver)


@contextmanager
def faults_told(path: Path) -> Generator[None, None, None]:
    """Tell what the disk or another program is to blame for in a sentence; what is our bug passes."""
    try:
        yield
    except database_errors() as fault:
        code = getattr(fault, "sqlite_errorcode", _UNNUMBERED.get(str(fault), 0)) & 0xFF
        if code == sqlite3.SQLITE_CORRUPT or str(fault).startswith(_DAMAGE):
            raise DamagedJournal(path.name) from fault
        if code not in _SENTENCES:
            raise
        kind = NoJournal if code == sqlite3.SQLITE_NOTADB else JournalError
        raise kind(_SENTENCES[code], file=path.name) from fault
    except SPOILED as fault:
        raise DamagedJournal(path.name) from fault
    except UnicodeEncodeError as fault:
        template = later("A text holds a broken character, which cannot be kept: {text}")
        raise JournalError(template, text=ascii(fault.object[:40])) from fault


@contextmanager
def spoiled_told(path: Path) -> Generator[None, None, None]:
    """Tell of whatever else our own statements meet as damage: they read nothing but what we wrote."""
    try:
        with faults_told(path):
            yield
    except (BadEntry, LookupError, ValueError, *database_errors()) as fault:
        raise DamagedJournal(path.name) from fault


def database_errors() -> tuple[type[Exception], ...]:
    """Return what the drivers raise; SQLCipher's is loaded with the first protected journal."""
    ciphered = sys.modules.get("sqlcipher3.dbapi2")
    return (sqlite3.DatabaseError,) if ciphered is None else (sqlite3.DatabaseError, ciphered.DatabaseError)


def _sqlcipher() -> Any:
    from sqlcipher3 import dbapi2  # noqa: PLC0415 only who has a password needs its 20 MB

    return dbapi2


def _address(path: Path, read_only: bool, alone: bool) -> str:
    address = path.resolve().as_uri() + ("?mode=ro" if read_only else "?mode=rw")
    if alone or (read_only and not _log_of(path).exists()):
        # Nobody has it open. Without this SQLite would leave its -wal and -shm beside a file only looked at.
        address += "&immutable=1"
    return address


def _log_of(path: Path) -> Path:
    return path.with_name(path.name + "-wal")


def _settled(driver: sqlite3.Connection) -> Database:
    with ExitStack() as on_failure:
        on_failure.callback(driver.close)
        db = Database(driver, execute_plugins=False, strict=True)
        for setting in (
            "foreign_keys = ON",
            "synchronous = FULL",
            "secure_delete = ON",
            "trusted_schema = OFF",
        ):
            db.execute(f"PRAGMA {setting}")
        on_failure.pop_all()
    return db
