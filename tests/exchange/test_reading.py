from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from journal_app.exchange.read_file import read_file, write_file
from journal_app.exchange.reading import Reading, plan_import
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.errors import JournalError
from journal_app.journal.medicine import Medicine
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment
from tests.builders import cramp_night, day, evening, quiet_night, records_of
from tests.strategies import records


def plan(have, came):
    return plan_import(have, Reading(came, rows=0))


def test_a_night_that_is_there_is_a_duplicate_and_another_is_new():
    result = plan(records_of("#o"), records_of("o#o"))

    assert (result.added, result.duplicates, result.skipped) == (1, 2, ())


def test_what_a_person_entered_is_never_overwritten():
    mine, theirs = Records(nights=(cramp_night(),)), Records(nights=(quiet_night(),))
    result = plan(mine, theirs)

    assert result.new == Records()
    assert str(result.skipped[0]) == "2026-11-03: the journal holds something else there, which was kept."


def test_a_habit_not_answered_yet_is_added_to_an_answered_day():
    result = plan(Records(days=(day(water=500),)), Records(days=(day(water=500, alcohol=1),)))

    assert result.new.days == (day(alcohol=1),)
    assert (result.added, result.duplicates) == (1, 1)


def test_two_walks_of_the_journal_are_the_one_sum_of_a_table():
    walks = Day(evening(), (HabitEntry("exercise", 10), HabitEntry("exercise", 20)))
    result = plan(Records(days=(walks,)), Records(days=(day(exercise=30),)))

    assert (result.added, result.duplicates) == (0, 1)


def test_another_profile_is_told_and_not_taken():
    result = plan(Records(profile=Profile(birth_year=1950)), Records(profile=Profile(birth_year=1960)))

    assert result.new.profile == Profile()
    assert "profile" in str(result.skipped[0])


def test_a_medicine_is_known_by_its_id():
    mine = Records(medicines=(Medicine("a", "A"),))
    result = plan(mine, Records(medicines=(Medicine("a", "A"), Medicine("b", "B"))))

    assert result.new.medicines == (Medicine("b", "B"),)


@settings(max_examples=60)
@given(records, records)
def test_every_entry_is_new_or_a_duplicate_or_skipped_and_nothing_comes_in_twice(have, came):
    result = plan(have, came)
    both = replace(
        have,
        nights=have.nights + result.new.nights,
        days=_joined(have.days, result.new.days),
        medicines=have.medicines + result.new.medicines,
        profile=result.new.profile if have.profile == Profile() else have.profile,
        warnings=have.warnings + result.new.warnings,
        own_habits=have.own_habits + result.new.own_habits,
        trials=have.trials + result.new.trials,
        visits=have.visits + result.new.visits,
        appointment=result.new.appointment if have.appointment == Appointment() else have.appointment,
    )
    again = plan(both, came)

    assert again.new == Records()
    assert again.read == result.read


@settings(max_examples=30)
@given(records)
def test_a_journals_own_export_adds_nothing_to_it(held):
    with TemporaryDirectory() as folder:
        for name in ("out.csv", "out.json"):
            path = Path(folder) / name
            write_file(held, path)
            if name == "out.json" or held.nights or held.days:
                known = held.own_habits
                result = plan_import(held, read_file(path, known))
                assert result.new.nights == result.new.days == ()
                assert result.skipped == ()


def test_a_file_name_that_tells_no_format_is_refused(tmp_path):
    with pytest.raises(JournalError, match=r"ends in \.csv or \.json"):
        write_file(Records(), tmp_path / "out.xlsx")


def test_a_map_without_a_date_column_is_refused(tmp_path):
    with pytest.raises(JournalError, match="both a date column and at least one map"):
        read_file(tmp_path / "table.csv", (), date_column="Date")


def _joined(mine, theirs):
    entries = {each.on: each for each in mine}
    for each in theirs:
        entries[each.on] = Day(each.on, (*entries.get(each.on, Day(each.on)).entries, *each.entries))
    return tuple(entries[on] for on in sorted(entries))
