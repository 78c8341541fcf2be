from datetime import datetime

import pytest

from journal_app.journal.errors import JournalError
from journal_app.store.backup import backup, restore
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening, quiet_night

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock


@pytest.fixture
def store(tmp_path):
    with JournalStore.create(tmp_path / "journal.db") as opened:
        opened.save_night(cramp_night())
        yield opened


def test_a_backup_holds_what_the_journal_holds(store, tmp_path):
    copy = backup(store, tmp_path / "backups", NOW)

    with JournalStore.open(copy, read_only=True) as copied:
        assert copied.records() == store.records()


def test_a_backup_is_one_private_file_named_by_its_moment(store, tmp_path):
    copy = backup(store, tmp_path / "backups", NOW)

    assert [each.name for each in copy.parent.iterdir()] == ["journal-2026-11-04-073000.db"]
    assert copy.stat().st_mode & 0o777 == 0o600


def test_two_backups_of_one_second_do_not_meet(store, tmp_path):
    assert backup(store, tmp_path / "b", NOW) != backup(store, tmp_path / "b", NOW)


def test_a_backup_that_cannot_be_written_is_told(store, tmp_path):
    (tmp_path / "taken").write_text("a file where the folder should be")

    with pytest.raises(JournalError, match="cannot be written"):
        backup(store, tmp_path / "taken", NOW)


def test_restoring_brings_back_the_backup_and_keeps_the_former_journal(store, tmp_path):
    copy = backup(store, tmp_path / "backups", NOW)
    store.save_night(quiet_night(evening(1)))
    store.close()
    former = restore(copy, store.path, NOW)

    with JournalStore.open(store.path) as restored, JournalStore.open(former) as kept:
        assert restored.nights() == (cramp_night(),)
        assert kept.nights() == (quiet_night(evening(1)), cramp_night())


def test_restoring_over_an_open_journal_keeps_its_unwritten_log_with_it(store, tmp_path):
    copy = backup(store, tmp_path / "backups", NOW)
    store.save_night(quiet_night(evening(1)))
    former = restore(copy, store.path, NOW)

    with JournalStore.open(store.path, read_only=True) as restored:
        assert restored.nights() == (cramp_night(),)
    with JournalStore.open(former, read_only=True) as kept:
        assert len(kept.nights()) == 2


def test_restoring_where_there_is_no_journal_makes_one(store, tmp_path):
    copy = backup(store, tmp_path / "backups", NOW)

    assert restore(copy, tmp_path / "new" / "journal.db", NOW) is None
    with JournalStore.open(tmp_path / "new" / "journal.db") as restored:
        assert restored.nights() == (cramp_night(),)


def test_what_is_no_backup_leaves_the_journal_alone(store, tmp_path):
    (tmp_path / "letter.db").write_text("not a journal")

    with pytest.raises(JournalError, match="not a journal"):
        restore(tmp_path / "letter.db", store.path, NOW)
    assert store.nights() == (cramp_night(),)
