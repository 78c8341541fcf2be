from pathlib import Path

import pytest

from journal_app.exchange.mapped_table import column_map, read_mapped_table
from journal_app.exchange.units import converted
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit, HabitKind

GOOGLE_FIT = Path(__file__).parents[1] / "samples" / "google_fit" / "daily_activity.csv"
HABITS = (
    Habit("exercise", "Exercise", HabitKind.AMOUNT, "min", high=1440),
    Habit("water", "Water", HabitKind.AMOUNT, "ml", high=10_000),
    Habit("heat", "Heating pad", HabitKind.YES_NO),
)


def read(tmp_path, text, *maps):
    path = tmp_path / "table.csv"
    path.write_text(text, "utf-8")
    return read_mapped_table(path, "Date", [column_map(each) for each in maps], HABITS)


def total(reading, habit):
    return sum(day.amount(habit) or 0 for day in reading.records.days)


def test_a_real_year_of_walking_comes_in_with_its_sums():
    maps = [
        column_map("Walking duration (ms)=exercise:ms"),
        column_map("Move Minutes count=active_minutes:min"),
    ]
    found = read_mapped_table(GOOGLE_FIT, "Date", maps, HABITS)

    assert found.rows == 120
    assert total(found, "exercise") == pytest.approx(570_943_540 / 60_000)
    assert total(found, "active_minutes") == 8991
    assert found.skipped == ()


def test_steps_become_a_habit_of_the_persons_own():
    found = read_mapped_table(GOOGLE_FIT, "Date", [column_map("Step count=steps:steps")], HABITS)

    assert (len(found.records.days), total(found, "steps"), found.empty_rows) == (108, 746_518, 12)
    assert [(habit.id, habit.unit, habit.own) for habit in found.records.own_habits] == [
        ("steps", "steps", True)
    ]


def test_an_empty_cell_is_no_answer(tmp_path):
    found = read(tmp_path, "Date,Drunk\n2026-11-01,\n2026-11-02,0\n", "Drunk=water:l")

    assert [(day.on.day, day.amount("water")) for day in found.records.days] == [(2, 0)]
    assert found.empty_rows == 1


def test_every_cell_that_cannot_be_used_is_told_and_the_rest_comes_in(tmp_path):
    text = "Date,Drunk,Walk\n2026-11-01,1.5,lots\n2.11.2026,1,1\n2026-11-01,9,9\n2026-11-04,90,10\n,1,1\n"
    found = read(tmp_path, text, "Drunk=water:l", "Walk=exercise")

    assert [str(fault) for fault in found.skipped] == [
        "table.csv, line 2, column Walk: 'lots' is not a number.",
        "table.csv, line 3, column Date: '2.11.2026' is not a date such as 2026-11-03.",
        "table.csv, line 4, column Date: 2026-11-01 stood in line 2 already.",
        "table.csv, line 5, column Drunk: Water: 90000 is outside 0 to 10000.",
        "table.csv, line 6, column Date: the date is missing.",
    ]
    assert (total(found, "water"), total(found, "exercise")) == (1500, 10)


def test_more_minutes_than_a_day_has_are_told_and_not_kept(tmp_path):
    found = read(tmp_path, "Date,Walk\n2026-11-01,1440\n2026-11-02,180000\n", "Walk=walking:minutes")

    assert total(found, "walking") == 1440
    assert "outside 0 to 1440" in str(found.skipped[0])


def test_words_answer_a_yes_or_no_habit(tmp_path):
    found = read(tmp_path, "Date,Pad\n2026-11-01,yes\n2026-11-02,No\n2026-11-03,1\n", "Pad=heat")

    assert [day.amount("heat") for day in found.records.days] == [1, 0, 1]


def test_a_date_may_have_a_time_after_it(tmp_path):
    found = read(tmp_path, "Date,Drunk\n2026-11-01T23:30:00Z,1\n", "Drunk=water:l")

    assert str(found.records.days[0].on) == "2026-11-01"


@pytest.mark.parametrize(
    ("unit", "into", "amount"),
    [("ms", "min", 60_000), ("s", "min", 60), ("h", "min", 1 / 60), ("min", "h", 60), ("l", "ml", 0.001)],
)
def test_units_are_converted(unit, into, amount):
    assert converted(amount, unit, into) == pytest.approx(1)


def test_the_units_of_american_kitchens_are_the_official_ones():
    """128 fluid ounces or 16 cups are the gallon of 231 cubic inches, 3785.411784 ml."""
    assert converted(128, "fl oz", "ml") == pytest.approx(3785.411784)
    assert converted(16, "cups", "ml") == pytest.approx(3785.411784)


def test_temperatures_are_converted_with_their_zero():
    assert converted(212, "°F", "°C") == pytest.approx(100)
    assert converted(0, "°C", "°F") == pytest.approx(32)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Drunk", "not of the form COLUMN=habit:unit"),
        ("=water", "not of the form"),
        ("Drunk=", "not of the form"),
        ("Drunk=water:min", "min cannot be turned into ml"),
        ("Drunk=water:bottles", "bottles cannot be turned into ml"),
        ("Wine=water", "no column 'Wine'. Its columns are: Date, Drunk"),
    ],
)
def test_a_map_that_cannot_be_followed_is_refused(tmp_path, text, why):
    with pytest.raises(JournalError, match=why):
        read(tmp_path, "Date,Drunk\n2026-11-01,1\n", text)


def test_a_column_may_have_an_equals_sign_in_its_name():
    assert column_map("a=b=water:ml").column == "a=b"
