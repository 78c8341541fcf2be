import pytest
from hypothesis import given

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.errors import BadEntry
from journal_app.journal.factor import Factor
from journal_app.journal.habit import Habit, HabitKind
from tests.builders import day, evening
from tests.strategies import days, habit_entries

WATER = Habit("water", "Water", HabitKind.AMOUNT, "ml", 250, high=10_000)


def test_two_walks_a_day_are_summed():
    walked = Day(evening(), (HabitEntry("exercise", 20), HabitEntry("exercise", 15)))

    assert walked.amount("exercise") == 35


def test_an_answer_of_zero_is_zero_and_no_answer_is_unknown():
    assert day(alcohol=0).amount("alcohol") == 0
    assert day(alcohol=0).amount("water") is None


@given(days(), habit_entries)
def test_an_answer_takes_the_place_of_the_former_ones_and_leaves_the_others(given_day, entry):
    answered = given_day.answered(entry)

    assert answered.amount(entry.habit) == entry.amount
    assert answered.without(entry.habit) == given_day.without(entry.habit)


@given(days(), habit_entries)
def test_an_answer_can_be_taken_back(given_day, entry):
    assert given_day.answered(entry).without(entry.habit).amount(entry.habit) is None


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("habit", lambda: HabitEntry("", 1)),
        ("water", lambda: HabitEntry("water", -1)),
        ("water", lambda: HabitEntry("water", float("inf"))),
        ("effort", lambda: HabitEntry("exercise", 10, effort=11)),
        ("kind", lambda: HabitEntry("exercise", 10, kind="\0")),
        ("Water", lambda: WATER.check(HabitEntry("water", 10_001))),
        ("label", lambda: Habit("x", " ", HabitKind.YES_NO)),
        ("step", lambda: Habit("x", "X", HabitKind.AMOUNT, step=0)),
        ("low", lambda: Habit("x", "X", HabitKind.AMOUNT, low=5, high=1)),
        ("within", lambda: Factor("x", "X", "x", within=0)),
        ("within", lambda: Factor("x", "X", "x", within=15)),
    ],
)
def test_an_impossible_answer_is_refused_with_its_field(field, make):
    with pytest.raises(BadEntry) as refused:
        make()

    assert refused.value.field == field


def test_a_plausible_answer_passes():
    assert WATER.check(HabitEntry("water", 10_000)) is None


def test_a_cut_makes_a_factor_yes_or_no():
    assert Factor("alcohol", "Alcohol", "alcohol", cut=0).binary
    assert not Factor("water", "Water", "water").binary
