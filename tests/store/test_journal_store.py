from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from journal_app.journal.day import Day
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.medicine import Medicine
from journal_app.journal.period import Period
from journal_app.journal.profile import Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from tests.builders import TODAY, cramp_night, day, evening, quiet_night, records_of
from tests.strategies import days, nights, records


class Clock:
    """A clock that stands still until it is moved on."""

    def __init__(self):
        self.now = datetime(2026, 11, 4, 7, 30, tzinfo=UTC)

    def __call__(self):
        return self.now

    def pass_days(self, count):
        self.now += timedelta(days=count)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    with JournalStore.create(tmp_path / "journal.db", clock) as opened:
        yield opened


def reopened(store):
    return JournalStore.open(store.path, read_only=True)


@settings(max_examples=40)
@given(nights())
def test_a_saved_night_is_read_back_exactly(night):
    with TemporaryDirectory() as folder, JournalStore.create(Path(folder) / "journal.db") as store:
        store.save_night(night)

        assert store.night(night.evening) == night


@settings(max_examples=40)
@given(days())
def test_a_saved_day_is_read_back_exactly(saved):
    with TemporaryDirectory() as folder, JournalStore.create(Path(folder) / "journal.db") as store:
        store.save_day(saved)

        assert store.day(saved.on) == saved


@settings(max_examples=40)
@given(records)
def test_everything_a_journal_can_hold_is_read_back_exactly_after_reopening(held):
    with TemporaryDirectory() as folder:
        with JournalStore.create(Path(folder) / "journal.db") as store:
            store.apply(held, "test")
        with JournalStore.open(Path(folder) / "journal.db") as store:
            assert store.records() == held


def test_a_new_journal_holds_nothing(store):
    assert store.records() == Records()


def test_a_night_that_was_not_recorded_is_none(store):
    assert store.night(evening()) is None


def test_saving_a_night_again_replaces_it_with_its_cramps(store):
    store.save_night(cramp_night(pain=8))
    store.save_night(quiet_night())

    assert store.nights() == (quiet_night(),)


def test_nights_of_a_period_come_in_order_of_time(store):
    for back in (3, 0, 2, 9):
        store.save_night(quiet_night(evening(back)))

    found = store.nights(Period(evening(3), evening(0)))

    assert [night.evening for night in found] == [evening(3), evening(2), evening(0)]


def test_a_deleted_night_can_be_brought_back_with_its_cramps(store):
    store.save_night(cramp_night())
    store.delete_night(evening())

    assert store.night(evening()) is None
    assert store.restore_night(evening())
    assert store.night(evening()) == cramp_night()


def test_deleted_nights_are_listed_newest_deletion_first(store, clock):
    for back in (0, 1):
        store.save_night(quiet_night(evening(back)))
        store.delete_night(evening(back))
        clock.pass_days(1)

    assert [each.night.evening for each in store.deleted_nights()] == [evening(1), evening(0)]


def test_a_deleted_night_is_gone_for_good_after_thirty_days(store, clock):
    store.save_night(cramp_night())
    store.delete_night(evening())
    clock.pass_days(31)

    assert store.deleted_nights() == ()
    store.save_night(quiet_night(evening(5)))
    assert not store.restore_night(evening())
    assert store.counts()["night"] == 1


def test_restoring_keeps_the_night_that_was_entered_meanwhile(store):
    store.save_night(cramp_night())
    store.delete_night(evening())
    store.save_night(quiet_night())
    store.restore_night(evening())

    assert store.night(evening()) == cramp_night()
    assert [each.night for each in store.deleted_nights()] == [quiet_night()]


def test_deleting_what_is_not_there_says_so(store):
    assert not store.delete_night(evening())


def test_a_day_without_answers_is_an_empty_day(store):
    store.save_day(day(water=500))
    store.save_day(Day(evening()))

    assert store.day(evening()) == Day(evening())
    assert store.days() == ()


def test_a_medicine_keeps_its_place_when_it_changes(store):
    for name in ("b", "a"):
        store.save_medicine(Medicine(name, name))
    store.save_medicine(Medicine("b", "B", note="changed"))

    assert [medicine.name for medicine in store.medicines()] == ["B", "a"]


def test_a_deleted_medicine_is_gone(store):
    store.save_medicine(Medicine("a", "a"))

    assert store.delete_medicine("a")
    assert store.medicines() == ()


def test_clearing_a_warning_keeps_one_answer_for_that_day(store):
    store.save_warning_answer(WarningAnswer("clot", True, TODAY))
    cleared = WarningAnswer("clot", True, TODAY, cleared_on=TODAY, note="seen by the doctor")
    store.save_warning_answer(cleared)

    assert store.warning_answers() == (cleared,)


def test_own_habits_take_the_order_they_are_given(store):
    a, b, c = (Habit(name, name, HabitKind.YES_NO, own=True) for name in "abc")
    store.replace_habits((a, b, c))
    store.replace_habits((c, replace(a, label="A", hidden=True), b))

    assert [habit.label for habit in store.habits()] == ["c", "A", "b"]


def test_an_import_can_be_taken_back_in_one_go(store):
    store.save_night(quiet_night(evening(20)))
    before = store.records()
    store.apply(records_of("#o#", days=(day(water=500),), profile=Profile(birth_year=1950)), "old.csv")
    undone = store.undo_import()

    assert (undone.nights, undone.entries, undone.others, undone.kept) == (3, 1, 1, 0)
    assert store.records() == before


def test_undoing_an_import_keeps_what_the_person_changed_since(store):
    store.apply(records_of("#o#"), "old.csv")
    store.save_night(quiet_night(evening(), note="it was a dream"))
    undone = store.undo_import()

    assert undone.kept == 1
    assert store.nights() == (quiet_night(evening(), note="it was a dream"),)


def test_an_answer_added_to_an_imported_day_survives_the_undo(store):
    store.apply(Records(days=(day(water=500),)), "old.csv")
    store.save_day(day(water=500, alcohol=1))
    store.undo_import()

    assert store.day(evening()) == day(alcohol=1)


def test_an_import_is_undone_only_once(store):
    store.apply(records_of("#"), "old.csv")
    store.undo_import()

    with pytest.raises(JournalError, match="no import to undo"):
        store.undo_import()


def test_a_failing_change_leaves_nothing_behind(store):
    store.save_night(quiet_night())
    broken = cramp_night(muscle="calf \ud800")

    with pytest.raises(JournalError, match="broken character"):
        store.save_night(broken)
    assert store.records().nights == (quiet_night(),)


def test_a_change_is_on_disk_before_the_method_returns(store):
    store.save_night(cramp_night())

    with reopened(store) as other:
        assert other.nights() == (cramp_night(),)
