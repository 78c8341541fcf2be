"""A disk that is full at each write of an action, one place after the other.

The tests walk in large steps, `python -m benchmarks.full_disk` in steps of 512 bytes.
"""

import shutil
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.store.backup_folders import BackupFolders, backups_in
from journal_app.store.journal_store import JournalStore
from journal_app.store.opening import open_own
from journal_app.store.schema import VERSION
from tests.builders import day, evening, quiet_night, records_of
from tests.store.full_disk import disk_full_beyond

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock
OLD = Path(__file__).parent.parent / "old_journals"
MORE = records_of("#o" * 30, last=evening(200), days=tuple(day(evening(k), water=1) for k in range(200, 260)))
LATE = quiet_night(evening(100), note="n" * 9_000)


@dataclass(frozen=True)
class Action:
    """What is done while the disk fills up. `act` gets the folder, and a way to fill the disk."""

    name: str
    prepare: Callable
    act: Callable
    look: Callable  # at the folder, told whether the action succeeded


def walk(action, folder, step):
    """Try an action with ever more room until it succeeds; return how often it was refused."""
    refused, room = 0, 0
    while not tried(action, folder / str(room), room):
        refused, room = refused + 1, room + step
    return refused


def tried(action, folder, room):
    """Try an action once with so many bytes of room in each file; tell whether it succeeded."""
    folder.mkdir()
    action.prepare(folder)
    told = ""
    try:
        action.act(folder, partial(disk_full_beyond, room))
    except JournalError as fault:
        told = str(fault)
    assert told[-1:] in ("", "."), told
    action.look(folder, not told)
    left = [each.name for each in folder.rglob(".*")]
    assert left == [], f"left behind: {left}"
    shutil.rmtree(folder)
    return not told


@contextmanager
def opened(folder):
    with open_own(BackupFolders(folder / "journal.db"), NOW) as store:
        assert store.faults() == ()
        assert not store.read_only
        yield store


def a_journal(folder):
    with JournalStore.create(folder / "journal.db") as store:
        store.apply(records_of("#o" * 20), "test")


def kept_as_before(folder):
    """Look whether what was acknowledged is there, and can be added to."""
    with opened(folder) as store:
        assert len(store.nights()) == 40
        store.save_night(quiet_night(evening(300)))


def save(folder, full):
    with JournalStore.open(folder / "journal.db") as store, full():
        store.save_morning(LATE, day(LATE.evening, water=1))


def is_saved_or_not(folder, done):
    with opened(folder) as store:
        held = (store.night(LATE.evening), store.day(LATE.evening).entries != ())
        assert held == ((LATE, True) if done else (None, False))
        assert len(store.nights()) == 40 + done


def bring_in(folder, full):
    with JournalStore.open(folder / "journal.db") as store, full():
        store.apply(MORE, "file.csv")


def is_brought_in_or_not(folder, done):
    with opened(folder) as store:
        assert len(store.nights()) == (100 if done else 40)
        assert len(store.days()) == (60 if done else 0)
        assert len(store.imports()) == 1 + done


def folders_of(folder):
    return BackupFolders(folder / "journal.db", folder / "stick")


def a_journal_and_a_stick(folder):
    a_journal(folder)
    (folder / "stick").mkdir()


def back_up(which):
    def act(folder, full):
        folders = folders_of(folder)
        with JournalStore.open(folders.journal), full():
            outcome = folders.make([folders.folders[which]], NOW)
        assert len(outcome.made) + len(outcome.faults) == 1
        for fault in outcome.faults:
            raise fault

    return act


def is_backed_up_or_not(which):
    def look(folder, done):
        place = folders_of(folder).folders[which]
        files = sorted(each.name for each in place.iterdir()) if place.is_dir() else []
        assert files == [each.path.name for each in backups_in(place, folder / "journal.db")]
        assert [each.nights.count for each in folders_of(folder).held()] == [40] * done
        kept_as_before(folder)

    return look


def an_old_journal(version, folder):
    shutil.copy(OLD / f"version-{version}.db", folder / "journal.db")


def update(folder, full):
    with full():
        JournalStore.open(folder / "journal.db").close()


def is_updated_or_not(version, folder, _done):
    with opened(folder) as store:
        assert [night.note for night in store.nights()] == ["cold feet", ""]
        assert store.setting("user_version") == VERSION
    for kept in folder.glob("journal-before-update-*.db"):
        with JournalStore.open(kept, read_only=True) as former:
            assert (former.setting("user_version"), former.faults()) == (version, ())
    assert len(list(folder.glob("journal-before-update-*.db"))) == 1


def a_journal_with_a_backup(folder):
    a_journal_and_a_stick(folder)
    assert folders_of(folder).make([folder / "stick"], NOW - timedelta(days=1)).faults == ()
    with JournalStore.open(folder / "journal.db") as store:
        store.save_night(LATE)


def restore(folder, full):
    folders = folders_of(folder)
    with full():
        folders.restore(folders.found()[0].path, NOW)


def is_restored_or_not(folder, done):
    kept = list(folder.glob("journal-before-restore-*.db"))
    assert len(kept) == done
    with opened(folder) as store:
        assert (store.night(LATE.evening) is None) == done
    for former in kept:
        with JournalStore.open(former, read_only=True) as store:
            assert (store.night(LATE.evening), store.faults()) == (LATE, ())


def begin(folder, full):
    with full(), open_own(folders_of(folder), NOW) as store:
        store.save_night(LATE)


def is_begun_or_not(folder, done):
    with opened(folder) as store:
        assert store.nights() == ((LATE,) if done else ())


ACTIONS = (
    Action("a new journal", lambda _folder: None, begin, is_begun_or_not),
    Action("a save", a_journal, save, is_saved_or_not),
    Action("an import", a_journal, bring_in, is_brought_in_or_not),
    Action("a backup", a_journal_and_a_stick, back_up(0), is_backed_up_or_not(0)),
    Action("a backup in the second folder", a_journal_and_a_stick, back_up(1), is_backed_up_or_not(1)),
    Action("a restore", a_journal_with_a_backup, restore, is_restored_or_not),
    *(
        Action(
            f"an update of version {version}",
            partial(an_old_journal, version),
            update,
            partial(is_updated_or_not, version),
        )
        for version in range(1, VERSION)
    ),
)
