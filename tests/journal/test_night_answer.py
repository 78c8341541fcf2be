"""Answers about a night are kept among the warning answers, and never taken for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.journal.night_answer import night_answer, night_answers
from journal_app.journal.profile import WarningAnswer
from tests.builders import TODAY, evening

fields = st.from_regex(r"[a-z]+(_[a-z]+)*", fullmatch=True)
evenings = st.dates(date(2000, 1, 1), date(2100, 1, 1))


@given(st.dictionaries(evenings, st.dictionaries(fields, st.none() | st.booleans(), min_size=1)))
def test_what_was_answered_about_each_night_is_read_back(told):
    kept = [night_answer(field, yes, on) for on, given in told.items() for field, yes in given.items()]

    assert night_answers(kept) == told


@pytest.mark.parametrize("yes", [True, False, None])
def test_no_answer_about_a_night_stands_as_a_warning(yes):
    answer = night_answer("urge", yes, evening())

    assert answer.of_night
    assert not answer.standing


def test_answers_to_warning_questions_are_passed_over():
    assert night_answers([WarningAnswer("dvt", True, TODAY)]) == {}
