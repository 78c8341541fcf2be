import json
import platform
import shutil
import subprocess
import sys
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import pytest

from journal_app.journal.errors import JournalError
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.opening import open_own, risk_of_place
from tests.builders import evening, quiet_night
from tests.store.full_disk import disk_full_beyond

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - the clock on the wall
OLD = Path(__file__).parent.parent / "old_journals"
ANOTHER_PROGRAM = """
import os, sys
from datetime import datetime
from pathlib import Path
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.opening import open_own
from tests.builders import evening, quiet_night
store = open_own(BackupFolders(Path(sys.argv[1])), datetime(2026, 11, 3, 21, 10))
if sys.argv[2] == "save":
    store.save_night(quiet_night(evening(1)))
print("open", flush=True)
sys.stdin.read()
os._exit(1)
"""


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "home" / "journal.db"
    with JournalStore.create(path) as store:
        store.save_night(quiet_night())
    yield path
    path.parent.chmod(0o700)


@contextmanager
def another_program_on(journal, act="wait"):
    """Have the journal open in another process, which is gone without a word at the end."""
    arguments = [sys.executable, "-c", ANOTHER_PROGRAM, str(journal), act]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(arguments, cwd=OLD.parent.parent, **pipes) as other:
        assert other.stdout.readline() == "open\n"
        yield other


def crash(journal):
    """Save a second night in a program that dies with the journal open."""
    with another_program_on(journal, "save"):
        pass


def mark(journal, computer):
    told = {"computer": computer, "since": "2026-11-03 21:10"}
    journal.with_name(".journal.db.open").write_text(json.dumps(told))


def opened(journal):
    return open_own(BackupFolders(journal), NOW)


def test_a_journal_open_on_another_computer_is_opened_to_read_only_and_its_owner_told(journal):
    mark(journal, "the-old-laptop")

    with opened(journal) as store:
        assert store.read_only
        assert store.nights() == (quiet_night(),)
        assert "open on the-old-laptop since 2026-11-03 21:10" in str(store.told)


def test_closing_does_not_remove_the_mark_of_another_computer(journal):
    mark(journal, "the-old-laptop")
    opened(journal).close()

    with opened(journal) as store:
        assert store.read_only


def test_a_journal_open_in_another_program_of_this_computer_is_opened_to_read_only(journal):
    with another_program_on(journal) as other, opened(journal) as store:
        assert store.read_only
        assert f"(process {other.pid}, since 2026-11-03 21:10)" in str(store.told)


def test_what_another_program_of_this_computer_saved_meanwhile_is_read(journal):
    with another_program_on(journal, "save"), opened(journal) as store:
        assert len(store.nights()) == 2


def test_a_program_of_this_computer_that_died_locks_nobody_out(journal):
    crash(journal)

    with opened(journal) as store:
        assert (store.read_only, store.told) == (False, None)
        assert len(store.nights()) == 2


@pytest.mark.parametrize(
    "content", [b"\xff\x00{", b"[]", b'{"computer": "x"}', b'{"computer": 1, "since": {}']
)
def test_a_mark_that_cannot_be_read_locks_nobody_out(journal, content):
    journal.with_name(".journal.db.open").write_bytes(content)

    with opened(journal) as store:
        assert (store.read_only, store.told) == (False, None)


def test_a_mark_of_an_earlier_version_locks_nobody_out(journal):
    mark(journal, platform.node())

    with opened(journal) as store:
        assert (store.read_only, store.told) == (False, None)


def test_an_open_journal_is_marked_for_its_owner_only_and_the_mark_goes_with_it(journal):
    marked = journal.with_name(".journal.db.open")
    with opened(journal):
        assert marked.stat().st_mode & 0o777 == 0o600
        assert json.loads(marked.read_text())["computer"] == platform.node()

    assert list(journal.parent.glob(".*")) == []


def test_a_journal_can_be_opened_again_after_it_was_closed(journal):
    opened(journal).close()

    with opened(journal) as store:
        assert not store.read_only


def test_a_log_that_was_taken_away_after_a_crash_is_told(journal):
    crash(journal)
    journal.with_name("journal.db-wal").unlink()

    with opened(journal) as store:
        assert "was not closed properly on 2026-11-03 21:10, and its log" in str(store.told)
        assert "There is no backup" in str(store.told)
        assert not store.read_only


def test_the_newest_backup_is_named_where_a_log_was_taken_away(journal):
    BackupFolders(journal).make([journal.parent / "backups"], NOW)
    crash(journal)
    journal.with_name("journal.db-wal").unlink()

    with opened(journal) as store:
        assert "The newest backup is of 2026-11-04 07:30." in str(store.told)


def test_a_lost_log_is_told_once(journal):
    crash(journal)
    journal.with_name("journal.db-wal").unlink()
    opened(journal).close()

    with opened(journal) as store:
        assert store.told is None


def test_a_log_that_another_program_brought_in_after_a_crash_is_not_missed(journal):
    crash(journal)
    JournalStore.open(journal).close()

    with opened(journal) as store:
        assert store.told is None
        assert len(store.nights()) == 2


@pytest.mark.parametrize("protected", ["file", "folder"])
def test_a_write_protected_journal_is_opened_to_read_only_and_that_is_told(journal, protected):
    (journal if protected == "file" else journal.parent).chmod(0o500)

    with opened(journal) as store:
        assert store.nights() == (quiet_night(),)
        assert "journal.db is write-protected, so it is open to read only." in str(store.told)
        with pytest.raises(JournalError, match="read only"):
            store.save_night(quiet_night(evening(1)))


def test_the_log_a_crash_left_is_read_where_nothing_can_be_written_beside_it(journal):
    crash(journal)
    shared = journal.with_name("journal.db-shm")
    shared.unlink(missing_ok=True)
    shared.symlink_to("nowhere/at/all")

    with opened(journal) as store:
        assert (store.read_only, len(store.nights())) == (True, 2)
        assert "cannot be written now" in str(store.told)


def test_the_log_a_crash_left_is_there_once_there_is_room_again(journal):
    crash(journal)
    journal.with_name("journal.db-shm").unlink(missing_ok=True)
    with disk_full_beyond(0), pytest.raises(JournalError, match="cannot be"):
        opened(journal)

    with opened(journal) as store:
        assert len(store.nights()) == 2


@pytest.mark.parametrize("room", [0, 100, 4096])
def test_a_journal_on_a_full_disk_is_opened_to_read_only_and_to_write_once_there_is_room(journal, room):
    with disk_full_beyond(room), opened(journal) as store:
        assert (store.read_only, store.nights()) == (True, (quiet_night(),))
        assert "cannot be written now" in str(store.told)
    with opened(journal) as store:
        store.save_night(quiet_night(evening(1)))

        assert (store.told, store.faults()) == (None, ())


def test_a_journal_of_an_earlier_version_is_read_where_the_disk_is_too_full_to_update_it(tmp_path):
    path = Path(shutil.copy(OLD / "version-1.db", tmp_path / "journal.db"))

    with disk_full_beyond(4096), opened(path) as store:
        assert [night.note for night in store.nights()] == ["cold feet", ""]
        assert "cannot be written now" in str(store.told)


def test_a_new_journal_on_a_full_disk_is_refused_in_a_sentence(tmp_path):
    with disk_full_beyond(0), pytest.raises(JournalError, match="disk"):
        opened(tmp_path / "new" / "journal.db")

    with opened(tmp_path / "new" / "journal.db") as store:
        assert store.nights() == ()


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Home", "Nextcloud", "iCloud Drive"])
def test_a_synced_folder_is_told_as_a_risk(tmp_path, folder):
    assert "synced folder" in str(risk_of_place(tmp_path / folder / "journal.db"))


def test_a_folder_of_this_computer_is_no_risk(journal):
    assert risk_of_place(journal) is None


def test_a_disk_of_another_computer_is_told_as_a_risk(journal, tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nnas:/home {tmp_path} nfs4 rw 0 0\n")

    assert "another computer's disk" in str(risk_of_place(journal, mounts))
