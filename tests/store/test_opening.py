import json
import platform
from datetime import datetime

import pytest

from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.opening import leave_own, open_elsewhere, open_own, risk_of_place
from tests.builders import quiet_night

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - the clock on the wall


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "journal.db"
    with JournalStore.create(path) as store:
        store.save_night(quiet_night())
    return path


def mark(journal, computer):
    told = {"computer": computer, "since": "2026-11-03 21:10"}
    journal.with_name(".journal.db.open").write_text(json.dumps(told))


def test_a_journal_open_on_another_computer_is_opened_to_read_only_and_its_owner_told(journal):
    mark(journal, "the-old-laptop")

    with open_own(BackupFolders(journal), NOW) as store:
        assert store.read_only
        assert store.nights() == (quiet_night(),)
    assert "open on the-old-laptop since 2026-11-03 21:10" in str(open_elsewhere(journal))


def test_leaving_does_not_remove_the_mark_of_another_computer(journal):
    mark(journal, "the-old-laptop")
    leave_own(journal)

    assert open_elsewhere(journal) is not None


def test_a_mark_that_a_crash_of_this_computer_left_locks_nobody_out(journal):
    mark(journal, platform.node())

    with open_own(BackupFolders(journal), NOW) as store:
        assert not store.read_only


def test_a_mark_that_cannot_be_read_locks_nobody_out(journal):
    journal.with_name(".journal.db.open").write_bytes(b"\xff\x00{")

    with open_own(BackupFolders(journal), NOW) as store:
        assert not store.read_only


def test_an_open_journal_is_marked_for_its_owner_only_and_the_mark_goes_with_it(journal):
    open_own(BackupFolders(journal), NOW).close()
    marked = journal.with_name(".journal.db.open")
    assert marked.stat().st_mode & 0o777 == 0o600

    leave_own(journal)

    assert not marked.exists()


@pytest.mark.parametrize("folder", ["Dropbox", "OneDrive - Home", "Nextcloud", "iCloud Drive"])
def test_a_synced_folder_is_told_as_a_risk(tmp_path, folder):
    assert "synced folder" in str(risk_of_place(tmp_path / folder / "journal.db"))


def test_a_folder_of_this_computer_is_no_risk(journal):
    assert risk_of_place(journal) is None


def test_a_disk_of_another_computer_is_told_as_a_risk(journal, tmp_path):
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda1 / ext4 rw 0 0\nnas:/home {tmp_path} nfs4 rw 0 0\n")

    assert "another computer's disk" in str(risk_of_place(journal, mounts))
