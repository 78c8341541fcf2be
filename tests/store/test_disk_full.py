"""A disk that is full in the middle of a write: told in a sentence, and what was saved before is there."""

import shutil
from pathlib import Path

import pytest

from journal_app.journal.errors import JournalError
from journal_app.store.journal_store import JournalStore
from tests.builders import evening, quiet_night, records_of
from tests.store.disk_walk import ACTIONS, walk
from tests.store.full_disk import disk_full_beyond

STEP = 16_384  # bytes; `python -m benchmarks.full_disk` takes smaller ones
OLD = Path(__file__).parent.parent / "old_journals"


@pytest.mark.parametrize("room", [0, 100, 4096, 8192, 12_288])
def test_a_save_on_a_full_disk_is_told_and_loses_nothing(tmp_path, room):
    path = tmp_path / "journal.db"
    with JournalStore.create(path) as store:
        store.apply(records_of("#o" * 20), "test")
    before = JournalStore.open(path)
    nights = before.nights()
    with disk_full_beyond(room), pytest.raises(JournalError):
        before.save_night(quiet_night(evening(90), note="n" * 40_000))
    before.save_night(quiet_night(evening(91)))
    before.close()

    with JournalStore.open(path) as store:
        assert store.faults() == ()
        assert store.nights() == (quiet_night(evening(91)), *nights)


@pytest.mark.parametrize("room", [0, 4096, 50_000, 80_000])
def test_an_update_on_a_full_disk_is_told_and_done_the_next_time(tmp_path, room):
    path = Path(shutil.copy(OLD / "version-1.db", tmp_path / "journal.db"))
    with disk_full_beyond(room), pytest.raises(JournalError):
        JournalStore.open(path)

    with JournalStore.open(path) as store:
        assert store.faults() == ()
        assert [night.note for night in store.nights()] == ["cold feet", ""]


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.name)
def test_a_disk_that_fills_up_anywhere_is_told_and_costs_nothing(action, tmp_path):
    assert walk(action, tmp_path, STEP) >= 2


def test_a_log_that_was_deleted_costs_what_was_in_it_and_no_more(tmp_path):
    path, copy = tmp_path / "journal.db", tmp_path / "copy.db"
    with JournalStore.create(path) as store:
        store.apply(records_of("#o" * 20), "test")
    with JournalStore.open(path) as store:
        store.save_night(quiet_night(evening(90)))
        shutil.copy(path, copy)  # as after a crash, but without the -wal beside it

    with JournalStore.open(copy) as left:
        assert left.faults() == ()
        assert len(left.nights()) == 40
