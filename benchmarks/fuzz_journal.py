"""A journal, spoiled: opened, or what can be read of it read out, or restored from."""

import sqlite3
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from zlib import crc32

from benchmarks.fuzz_inputs import BYTES, spoiled
from benchmarks.fuzz_reader import LAST, ROOT, BrokenPromise, Reader, cases_of, few_records
from journal_app.journal.errors import JournalError
from journal_app.store.backup import restore
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.rescue import look_for_rescue

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - the wall clock
OPENED = datetime(2026, 11, 4, 7, 30, tzinfo=UTC)
PAGE = 512  # a journal of the smallest pages is a fifth as long and as good


def journal_reader() -> Reader:
    """Return the reader of a journal: opened, or what can be read of it read out, or restored."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        with JournalStore.create(path, clock=lambda: OPENED) as store:
            store.apply(few_records(), "example")
            store.delete_night(LAST)
        whole = _small_pages(path)
        older = [_small_pages(Path(copyfile(each, path))) for each in _old_journals()]
    seeds = [*[whole] * 6, *older, *cases_of("journal")]
    return Reader(
        "journal",
        "journal.db",
        lambda rng: spoiled(rng, seeds, BYTES),
        partial(_read_journal, sound=whole),
        "journal.db",
        (whole, *older),
        writes=True,
    )


def _read_journal(path: Path, sound: bytes) -> None:
    content = path.read_bytes()
    what = crc32(content) % 12
    if what == 0:
        _restore(path, sound)
    opened = False
    try:
        with JournalStore.open(path, clock=lambda: OPENED) as store:
            opened = True
            store.records()
            store.deleted_nights()
            store.imports()
    except JournalError as why:
        if not opened and path.read_bytes() != content:
            raise BrokenPromise("a journal that was refused was changed") from why
        if what == 1:
            _read_out(path, path.read_bytes())
        raise


def _restore(path: Path, sound: bytes) -> None:
    """Restore from the file: the journal is that of the file, or stays as it was."""
    own = path.with_name("own.db")
    own.write_bytes(sound)
    try:
        restore(path, own, NOW)
        with JournalStore.open(own, read_only=True) as store:
            if store.faults():
                raise BrokenPromise("a journal was restored that is unsound")
    except JournalError:
        if own.read_bytes() != sound or [*path.parent.glob("own-*")]:
            raise BrokenPromise("a restore that was refused changed the journal") from None
    finally:
        for each in path.parent.glob("own*"):
            each.unlink()


def _read_out(path: Path, content: bytes) -> None:
    rescue = look_for_rescue(BackupFolders(path))
    try:
        if rescue.salvaged is not None:
            with JournalStore.open(rescue.read_out, read_only=True) as store:
                store.records()
                if store.faults():
                    raise BrokenPromise("what was read out is unsound")
    finally:
        rescue.leave()
    if path.read_bytes() != content:
        raise BrokenPromise("a journal was changed when it was read out")


def _small_pages(path: Path) -> bytes:
    """Return a journal with the smallest pages."""
    db = sqlite3.connect(path, isolation_level=None)
    for step in ("PRAGMA journal_mode = DELETE", f"PRAGMA page_size = {PAGE}", "VACUUM"):
        db.execute(step)
    db.close()
    return path.read_bytes()


def _old_journals() -> list[Path]:
    return sorted((ROOT / "tests" / "old_journals").glob("*.db"))
