"""A journal that was damaged on purpose: nothing is lost, and what can be read is read."""

import os
import shutil
from datetime import datetime, timedelta

import pytest

from journal_app.journal.errors import JournalError
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.opening import open_own
from journal_app.store.rescue import MissingJournal, look_for_rescue, refuse_lost
from tests.builders import day, evening, records_of

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock
PAGE = 4096
NIGHTS = 400


@pytest.fixture
def folders(tmp_path):
    return BackupFolders(tmp_path / "journal.db")


@pytest.fixture
def journal(folders):
    """Keep 400 nights with days and a backup of all, then make it possible to damage the file."""
    days = tuple(day(evening(k), water=1500, magnesium=1) for k in range(NIGHTS, 0, -1))
    with JournalStore.create(folders.journal) as store:
        store.apply(records_of("#o" * (NIGHTS // 2), days=days), "test")
        folders.make(folders.folders, NOW)
    return folders.journal


def zero_page(path, number):
    content = bytearray(path.read_bytes())
    content[number * PAGE : (number + 1) * PAGE] = bytes(PAGE)
    path.write_bytes(content)


def page_of_night(path):
    """Return a page in the middle of the file, which holds rows and not the table of contents."""
    return path.stat().st_size // PAGE // 2


def test_a_zeroed_page_costs_only_what_stood_on_it(journal, folders):
    zero_page(journal, page_of_night(journal))
    with pytest.raises(JournalError, match="is damaged"):
        JournalStore.open(journal)
    rescue = look_for_rescue(folders)

    assert NIGHTS // 2 < rescue.salvaged.count <= NIGHTS
    assert rescue.backup.nights.count == NIGHTS


def test_every_page_can_be_lost_and_the_rest_is_read_or_the_backup_offered(journal, folders):
    whole = journal.read_bytes()
    salvaged = []
    for number in range(1, len(whole) // PAGE):
        journal.write_bytes(whole)
        zero_page(journal, number)
        rescue = look_for_rescue(folders)
        assert rescue.backup.nights.count == NIGHTS
        salvaged.append(rescue.salvaged.count if rescue.salvaged else 0)

    assert sum(count >= NIGHTS * 0.75 for count in salvaged) >= len(salvaged) * 0.7


def test_a_truncated_journal_is_read_as_far_as_it_goes(journal, folders):
    os.truncate(journal, journal.stat().st_size * 3 // 4 // PAGE * PAGE)
    rescue = look_for_rescue(folders)

    assert rescue.salvaged.count > 0
    assert rescue.backup.nights.count == NIGHTS


def test_what_was_read_takes_the_place_of_the_damaged_journal_which_is_kept(journal, folders):
    zero_page(journal, page_of_night(journal))
    damaged = journal.read_bytes()
    rescue = look_for_rescue(folders)
    kept = rescue.use_salvaged(NOW)

    assert kept.name == "journal-damaged-2026-11-04-073000.db"
    assert kept.read_bytes() == damaged
    with JournalStore.open(journal) as store:
        assert store.faults() == ()
        assert len(store.nights()) == rescue.salvaged.count


def test_the_backup_takes_the_place_of_the_damaged_journal_which_is_kept(journal, folders):
    journal.write_text("Dear diary")
    kept = look_for_rescue(folders).use_backup(NOW)

    assert kept.read_text() == "Dear diary"
    with JournalStore.open(journal) as store:
        assert len(store.nights()) == NIGHTS


def test_looking_and_leaving_changes_nothing(journal, folders):
    zero_page(journal, page_of_night(journal))
    damaged = journal.read_bytes()
    look_for_rescue(folders).leave()

    assert journal.read_bytes() == damaged
    assert sorted(each.name for each in journal.parent.glob(".*")) == []


@pytest.mark.parametrize("content", [b"", b"Dear diary, " * 400, b"SQLite format 3\0", os.urandom(9000)])
def test_of_what_is_no_journal_nothing_is_read_and_the_backup_is_offered(journal, folders, content):
    journal.write_bytes(content)
    rescue = look_for_rescue(folders)

    assert rescue.salvaged is None
    assert rescue.backup.nights.count == NIGHTS
    assert journal.read_bytes() == content


def test_the_newest_sound_backup_is_offered(journal, folders):
    with JournalStore.open(journal) as store:
        store.save_night(records_of("o", last=evening(500)).nights[0])
    (newest,) = folders.make(folders.folders, NOW.replace(hour=9)).made
    newest.write_text("spoiled")

    assert look_for_rescue(folders).backup.nights.count == NIGHTS


def test_a_log_of_another_journal_is_left_out(journal, folders, tmp_path):
    with JournalStore.create(tmp_path / "other" / "journal.db") as other:
        other.apply(records_of("#" * 30), "test")
        log = other.path.with_name("journal.db-wal").read_bytes()
    journal.with_name("journal.db-wal").write_bytes(log)
    zero_page(journal, 1)
    before = journal.read_bytes()
    rescue = look_for_rescue(folders)

    assert rescue.backup.nights.count == NIGHTS
    assert journal.read_bytes() == before
    assert journal.with_name("journal.db-wal").read_bytes() == log


def test_a_journal_that_is_gone_is_missed_where_it_has_backups(journal, folders):
    journal.unlink()

    with pytest.raises(MissingJournal, match="not there any more"):
        refuse_lost(folders)
    look_for_rescue(folders).use_backup(NOW)
    with JournalStore.open(journal) as store:
        assert len(store.nights()) == NIGHTS


def test_a_place_that_never_had_a_journal_misses_none(folders):
    refuse_lost(folders)

    assert look_for_rescue(folders).backup is None


def test_where_journal_and_first_folder_are_gone_the_newest_backup_of_the_stick_is_offered(journal, tmp_path):
    (tmp_path / "stick").mkdir()
    both = BackupFolders(journal, tmp_path / "stick")
    both.make([both.second], NOW - timedelta(days=1))
    both.make([both.second], NOW)
    journal.unlink()
    shutil.rmtree(both.folder)

    with pytest.raises(MissingJournal):
        open_own(both, NOW)
    rescue = look_for_rescue(both)
    assert rescue.backup.found.path.parent == both.second
    assert (rescue.backup.found.made, rescue.backup.nights.count) == (NOW, NIGHTS)
    rescue.use_backup(NOW)
    with open_own(both, NOW) as store:
        assert len(store.nights()) == NIGHTS


def test_where_the_whole_folder_of_the_journal_is_gone_the_stick_is_searched_too(folders, tmp_path):
    both = BackupFolders(tmp_path / "home" / "journal.db", tmp_path / "stick")
    both.second.mkdir()
    with JournalStore.create(both.journal) as store:
        store.apply(records_of("#o"), "test")
    both.make([both.second], NOW)
    shutil.rmtree(both.journal.parent)

    look_for_rescue(both).use_backup(NOW)
    with open_own(both, NOW) as store:
        assert len(store.nights()) == 2
