"""A file written anew under another key or under none, beside itself, and verified before it counts."""

from contextlib import ExitStack
from pathlib import Path

from sqlite_utils import Database

from journal_app.store.connection import connect, connect_ciphered, faults_told
from journal_app.store.copies import count_rows, drop, make_private_file, refuse_other_than
from journal_app.store.faults import DamagedJournal
from journal_app.store.key import Key, Protected, WrongPassword, is_plain, is_protected
from journal_app.store.row import rows

KEPT_BESIDE_THE_TABLES = ("application_id", "user_version")  # an export takes the tables only
SEALED = 0x4E434A5A  # "NCJZ": the application id of a protected file that only holds another one


def write_under(path: Path, unfinished: Path, name: Path, key: Key | None, to: Key | None) -> None:
    """Write what a file holds into a private one under another key; `name` is what errors tell.

    Raises:
        JournalError: it could not be read, written, or read back whole.

    """
    if is_protected(path) and key is None:
        raise Protected(path.name)
    make_private_file(unfinished)
    with ExitStack() as on_failure, faults_told(name):
        on_failure.callback(drop, unfinished)
        with connect_ciphered(path, True, None if is_plain(path) else key) as db:
            counted = count_rows(db)
            _export(db, unfinished, to)
        refuse_other_than(counted, unfinished, name, to)
        on_failure.pop_all()


def seal(path: Path, unfinished: Path, to: Key) -> None:
    """Put the bytes of a file that nobody can read as a journal into a protected one."""
    content = path.read_bytes()
    make_private_file(unfinished)
    with faults_told(path), connect(unfinished, key=to) as db:
        db.execute(f"PRAGMA application_id = {SEALED}")
        db.execute("CREATE TABLE sealed (content BLOB NOT NULL)")
        db.execute("INSERT INTO sealed VALUES (?)", (content,))
    if _sealed_in(unfinished, to) != content:
        raise DamagedJournal(path.name)


def unseal(path: Path, unfinished: Path, key: Key) -> None:
    """Write the bytes that are sealed in a file."""
    make_private_file(unfinished)
    unfinished.write_bytes(_sealed_in(path, key))


def is_seal(path: Path, key: Key | None) -> bool:
    """Tell whether a protected file only holds the bytes of another one."""
    if key is None or not opens(path, key):
        return False
    with faults_told(path), connect(path, read_only=True, key=key) as db:
        return rows(db, "PRAGMA application_id")[0].whole("application_id") == SEALED


def opens(path: Path, key: Key) -> bool:
    """Tell whether a protected file is this key's, be it sound or not."""
    if not is_protected(path):
        return False
    try:
        with faults_told(path), connect(path, read_only=True, key=key):
            return True
    except WrongPassword:
        return False
    except DamagedJournal:
        return True


def _sealed_in(path: Path, key: Key) -> bytes:
    with faults_told(path), connect(path, read_only=True, key=key) as db:
        return bytes(db.execute("SELECT content FROM sealed").fetchone()[0])


def _export(db: Database, target: Path, to: Key | None) -> None:
    db.execute("ATTACH DATABASE ? AS other KEY ?", (str(target), "" if to is None else to.literal))
    db.execute("SELECT sqlcipher_export('other')").fetchone()
    for setting in KEPT_BESIDE_THE_TABLES:
        value = rows(db, f"PRAGMA {setting}")[0].whole(setting)
        db.execute(f"PRAGMA other.{setting} = {value}")
    db.execute("DETACH DATABASE other")
