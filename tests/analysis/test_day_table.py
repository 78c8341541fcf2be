from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from journal_app.analysis.day_table import day_table
from journal_app.analysis.factor_columns import factors_of
from journal_app.journal.factor import Factor, Take
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.period import Period
from journal_app.journal.records import Records
from tests.builders import cramp_night, day, evening, quiet_night, records_of

WATER = Factor("water", "Water", "water", "ml")


def records_with(*amounts, habit="water", pattern=None):
    """Return records whose days hold amounts, oldest first; `None` is no answer."""
    records = records_of(pattern or "o" * len(amounts))
    count = len(amounts)
    days = (day(evening(count - 1 - k), **{habit: a}) for k, a in enumerate(amounts) if a is not None)
    return replace(records, days=tuple(days))


def column(records, factor):
    return day_table(records, (factor,), records.period).factors[factor.id].tolist()


def test_every_evening_of_the_period_has_a_row():
    table = day_table(records_of("#.o"), (), Period(evening(4), evening(0)))

    assert table.evenings[0] == np.datetime64(evening(4))
    assert table.cramps[2:].tolist() == pytest.approx([1, np.nan, 0], nan_ok=True)


def test_a_night_not_recorded_is_not_a_quiet_night():
    table = day_table(records_of("o.o"), (), Period(evening(2), evening(0)))

    assert np.isnan(table.cramps[1])


def test_pain_is_not_known_on_quiet_nights():
    nights = (cramp_night(evening(1), pain=7), quiet_night(evening(0)))
    records = Records(nights=nights)

    assert day_table(records, (), records.period).worst_pain.tolist() == pytest.approx(
        [7, np.nan], nan_ok=True
    )


def test_the_day_stands_beside_the_night_it_ended_in():
    assert column(records_with(500, None, 0), WATER) == pytest.approx([500, np.nan, 0], nan_ok=True)


def test_a_factor_whose_habit_was_never_answered_has_no_column():
    records = records_of("o#o")

    assert day_table(records, (WATER,), records.period).factors == {}


def test_a_cut_reads_an_amount_as_yes_or_no():
    much = replace(WATER, cut=1500.0)

    assert column(records_with(1500, 1501, None), much) == pytest.approx([0, 1, np.nan], nan_ok=True)


def test_a_window_sums_the_days_up_to_the_nights_own():
    assert column(records_with(1, 2, 4, 8), replace(WATER, within=2))[1:] == [3, 6, 12]


def test_a_window_with_two_of_three_days_answered_stands_for_three():
    assert column(records_with(300, None, 600), replace(WATER, within=3))[2] == pytest.approx(1350)


def test_a_window_with_one_of_three_days_answered_is_not_known():
    assert np.isnan(column(records_with(None, None, 600), replace(WATER, within=3))[2])


def test_any_is_known_from_one_yes_and_unknown_from_one_no():
    lately = Factor("drink", "Drink", "drinks", take=Take.ANY, within=3)
    found = column(records_with(None, None, 1, None, None, 0, habit="drinks"), lately)

    assert found == pytest.approx([np.nan, np.nan, 1, 1, 1, np.nan], nan_ok=True)


def test_most_takes_the_largest_day_of_the_window():
    hardest = replace(WATER, take=Take.MOST, within=2)

    assert column(records_with(5, 9, 2), hardest)[1:] == [9, 9]


def test_days_before_the_period_fill_its_first_window():
    records = records_with(100, 200)
    table = day_table(records, (replace(WATER, within=2),), Period(evening(0), evening(0)))

    assert table.factors["water"].tolist() == [300]


def test_a_habit_of_ones_own_becomes_a_factor():
    own = Habit("late_walk", "Late walk", HabitKind.YES_NO, own=True)
    found = factors_of(Records(own_habits=(own,)), (WATER,))

    assert [(factor.id, factor.binary) for factor in found] == [("water", False), ("late_walk", True)]


def test_a_habit_of_the_catalog_that_was_moved_or_hidden_becomes_none():
    hidden = Habit("other_drinks", "Other drinks", HabitKind.AMOUNT, hidden=True)

    assert factors_of(Records(own_habits=(hidden,)), (WATER,)) == (WATER,)


def test_a_known_factor_keeps_its_place_before_a_habit_of_the_same_name():
    own = Habit("water", "My water", HabitKind.AMOUNT, own=True)

    assert factors_of(Records(own_habits=(own,)), (WATER,)) == (WATER,)


def test_days_after_the_period_are_left_out():
    records = records_with(1, 2, 3)
    period = Period(evening(2), evening(2) + timedelta(days=1))

    assert day_table(records, (WATER,), period).factors["water"].tolist() == [1, 2]
