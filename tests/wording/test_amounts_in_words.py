import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.journal.errors import BadEntry
from journal_app.journal.habit import Habit, HabitKind
from journal_app.wording.amounts import (
    US,
    amount,
    amount_range,
    answer,
    shown_unit,
    shown_value,
    stored_value,
)
from journal_app.wording.errors import error_sentence


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (1400, "ml", "1.4 L"),
        (250, "ml", "250 ml"),
        (40, "min", "40 min"),
        (5.5, "h", "5.5 h"),
        (1, "drinks", "1 drink"),
        (1.5, "cups", "1.5 cups"),
        (0, "glasses", "0 glasses"),
        (3, "biscuits", "3 biscuits"),
    ],
)
def test_amounts_bear_their_units(value, unit, words, language):
    assert amount(value, unit, language) == words


def test_ounces_and_fahrenheit_where_they_are_wanted(language):
    assert amount(236.588, "ml", language, US) == "8 fl oz"
    assert amount(30, "°C", language, US) == "86 °F"
    assert shown_unit("ml", US) == "fl oz"


@given(st.floats(0, 10000), st.sampled_from(["ml", "°C", "min"]))
def test_a_typed_amount_is_stored_as_it_is_shown(value, unit):
    assert stored_value(shown_value(value, unit, US), unit, US) == pytest.approx(value, abs=1e-6)


def test_ranges_name_both_ends(language):
    assert amount_range(250, 1400, "ml", language) == "250 ml to 1.4 L"


BEDDING = Habit("loose_bedding", "Bedding", HabitKind.YES_NO, yes="loose", no="tucked in")
COLD = Habit("cold_feet", "Cold feet", HabitKind.SCALE, high=3)


def test_answers_are_told_in_the_habits_own_words(language):
    assert [answer(BEDDING, value, language) for value in (1, 0, None)] == [
        "loose",
        "tucked in",
        "not answered",
    ]
    assert answer(COLD, 2, language) == "quite a lot"
    assert answer(Habit("own", "Sauna", HabitKind.YES_NO), 1, language) == "yes"


def test_an_error_beside_its_field_does_not_repeat_it(language):
    error = BadEntry("pain", "{field}: {value} is outside 0 to 10.", value=11)

    assert error_sentence(error, language) == "pain: 11 is outside 0 to 10."
    assert error_sentence(error, language, beside_field=True) == "11 is outside 0 to 10."
