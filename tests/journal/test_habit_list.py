"""Names and order of habits: what is refused, and that no change loses a habit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.journal.errors import BadEntry
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.habit_list import (
    LONGEST_NAME,
    moved,
    name_given,
    off_form,
    on_form,
    renamed,
    shown_or_not,
)

WATER, SAUNA, WALK = (Habit(name, name.capitalize(), HabitKind.YES_NO) for name in ("water", "sauna", "walk"))
THREE = (WATER, SAUNA, WALK)
lists = st.lists(st.tuples(st.uuids(), st.booleans()), min_size=1, unique_by=lambda each: each[0]).map(
    lambda drawn: tuple(Habit(str(k), "a name", HabitKind.YES_NO, hidden=hidden) for k, hidden in drawn)
)


def ids(habits):
    return [habit.id for habit in habits]


def test_a_habit_moves_one_place():
    assert ids(moved(THREE, "walk", -1)) == ["water", "walk", "sauna"]


@pytest.mark.parametrize(("habit", "steps"), [("water", -1), ("walk", 1)])
def test_at_an_end_it_stays(habit, steps):
    assert moved(THREE, habit, steps) == THREE


def test_it_moves_over_those_that_are_off_the_form():
    hidden = shown_or_not(THREE, "sauna", shown=False)

    assert ids(on_form(moved(hidden, "walk", -1))) == ["walk", "water"]


def test_a_renamed_habit_keeps_its_id():
    assert [(each.id, each.label) for each in renamed(THREE, "sauna", "Banya")][1] == ("sauna", "Banya")


@given(lists, st.data())
def test_no_move_loses_a_habit(habits, data):
    shown = on_form(habits)
    if shown:
        after = moved(habits, data.draw(st.sampled_from(shown)).id, data.draw(st.integers(-3, 3)))

        assert sorted(ids(after)) == sorted(ids(habits))
        assert off_form(after) == off_form(habits)


@given(lists, st.data())
def test_a_step_up_is_undone_by_a_step_down(habits, data):
    shown = on_form(habits)
    if len(shown) > 1:
        habit = data.draw(st.sampled_from(shown[1:])).id

        assert moved(moved(habits, habit, -1), habit, 1) == habits


def test_a_name_is_kept_without_needless_spaces():
    assert name_given("  cold   shower ", ["Sauna"]) == "cold shower"


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "type a name"),
        (" \u00a0 \t", "type a name"),
        ("x" * (LONGEST_NAME + 1), "has 61 letters; please use at most 60"),
        (" sAUNA ", "“sAUNA” is on your list already"),
        ("a\0b", "broken character"),
    ],
)
def test_a_name_that_cannot_be_is_refused_in_one_sentence(typed, why):
    with pytest.raises(BadEntry, match=why):
        name_given(typed, ["Sauna"])
