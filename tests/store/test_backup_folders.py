import os
from datetime import datetime, timedelta

import pytest

from journal_app.store.backup_folders import BackupFolders, backups_in
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening, quiet_night
from tests.store.full_disk import disk_full_beyond

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock


@pytest.fixture
def store(tmp_path):
    with JournalStore.create(tmp_path / "journal.db") as opened:
        opened.save_night(cramp_night())
        yield opened


@pytest.fixture
def folders(store, tmp_path):
    (tmp_path / "stick").mkdir()
    return BackupFolders(store.path, tmp_path / "stick")


def test_a_day_without_a_backup_lacks_one_in_each_folder(folders):
    assert folders.lacking(NOW.date()) == folders.folders

    folders.make(folders.folders, NOW)

    assert folders.lacking(NOW.date()) == ()
    assert folders.lacking(NOW.date() + timedelta(days=1)) == folders.folders


def test_backups_are_made_while_the_journal_is_open_and_tell_what_they_hold(folders, store):
    store.save_night(quiet_night(evening(1)))
    outcome = folders.make(folders.folders, NOW)
    held = folders.held()

    assert (len(outcome.made), outcome.faults) == (2, ())
    assert [(each.nights.count, each.nights.last) for each in held] == [(2, evening())] * 2
    assert [each.found.made for each in held] == [NOW, NOW]


def test_a_second_folder_that_is_not_there_is_told_and_the_first_is_filled_all_the_same(folders):
    folders.second.rmdir()
    outcome = folders.make(folders.folders, NOW)

    assert "is not there now" in str(outcome.faults[0])
    assert [each.parent for each in outcome.made] == [folders.folder]
    assert not folders.second.exists()


def test_a_full_disk_leaves_no_half_backup_and_is_told(folders, store):
    with disk_full_beyond(8192):
        outcome = folders.make([folders.folder], NOW)

    assert outcome.made == ()
    assert len(outcome.faults) == 1
    assert list(folders.folder.iterdir()) == []
    assert store.nights() == (cramp_night(),)


def test_old_backups_go_and_the_files_of_others_stay(folders):
    (folders.second / "photo.db").write_text("mine")
    (folders.second / "journal-notes.db").write_text("mine too")
    for back in range(14, -1, -1):
        folders.make([folders.second], NOW - timedelta(days=back))

    assert len(backups_in(folders.second, folders.journal)) == 10
    assert (folders.second / "photo.db").exists()
    assert (folders.second / "journal-notes.db").exists()


def test_a_spoiled_backup_is_listed_with_its_fault(folders):
    (made,) = folders.make([folders.folder], NOW).made
    os.truncate(made, 5000)

    assert "is damaged" in str(folders.held()[0].fault)


def test_the_journal_a_restore_put_aside_can_be_restored_like_a_backup(folders, store):
    (made,) = folders.make([folders.folder], NOW).made
    store.save_night(quiet_night(evening(1)))
    store.close()
    folders.restore(made, NOW + timedelta(hours=1))

    newest, oldest = folders.held()
    assert (newest.found.before_restore, newest.nights.count) == (True, 2)
    assert (oldest.found.before_restore, oldest.nights.count) == (False, 1)
    assert folders.newest() == NOW


def test_a_stick_that_nothing_can_be_written_on_or_removed_from_is_told(folders):
    (folders.second / ".journal-2026-11-04-073000.db.new").mkdir()

    outcome = folders.make(folders.folders, NOW)

    assert (len(outcome.made), len(outcome.faults)) == (1, 1)
