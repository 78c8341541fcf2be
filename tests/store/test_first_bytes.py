"""A journal that is open keeps its lock, whatever else of it is read: else another takes its log away."""

import shutil
import subprocess
import sys
from datetime import datetime

import pytest

from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import is_protected, new_key
from tests.builders import evening, quiet_night

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock
PASSING_BY = """
import sys
from pathlib import Path
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import key_for

path, password = Path(sys.argv[1]), sys.argv[2]
JournalStore.open(path, key=key_for(path, password) if password else None).close()
"""


def open_and_close_elsewhere(path, password):
    subprocess.run([sys.executable, "-c", PASSING_BY, str(path), password], check=True, timeout=60)


def nights_after_a_crash(path, folder, key):
    """Return what a kill would leave at this moment."""
    for each in path.parent.glob("journal.db*"):
        shutil.copy(each, folder / each.name)
    with JournalStore.open(folder / path.name, key=key) as store:
        return len(store.nights())


@pytest.mark.parametrize("password", ["", "rhubarb 1951"])
def test_what_is_saved_is_on_the_disk_after_a_backup_and_another_program(tmp_path, password):
    key = new_key(password) if password else None
    folders = BackupFolders(tmp_path / "home" / "journal.db", key=key)
    with JournalStore.create(folders.journal, key=key) as store:
        store.save_night(quiet_night(evening(2)))
        folders.make(folders.folders, NOW)
        open_and_close_elsewhere(folders.journal, password)
        store.save_night(quiet_night(evening(1)))

        (crashed := tmp_path / "crashed").mkdir()
        assert nights_after_a_crash(folders.journal, crashed, key) == 2


def test_a_second_one_of_the_same_program_that_closes_takes_no_lock_along(tmp_path):
    with JournalStore.create(path := tmp_path / "journal.db") as store:
        with JournalStore.open(path, read_only=True):
            pass
        assert not is_protected(path)
        open_and_close_elsewhere(path, "")
        store.save_night(quiet_night())

        (crashed := tmp_path / "crashed").mkdir()
        assert nights_after_a_crash(path, crashed, None) == 1
