"""When cramps began or clearly rose, and what was begun or raised before that."""

from datetime import timedelta

import pytest

from journal_app.analysis.trend import change_between
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Night
from journal_app.journal.period import Period, last_nights
from journal_app.journal.profile import Profile
from journal_app.knowledge.onset import began_before, began_on, onsets, rises, woken
from tests.builders import cramp_night, evening, quiet_night, records_of


def periods(*doses):
    """Return one dose after another, 30 days each, the last still taken."""
    starts = [evening(30 * (len(doses) - k)) for k in range(len(doses))]
    ends = [*(start - timedelta(days=1) for start in starts[1:]), None]
    return tuple(DosePeriod(*period) for period in zip(starts, ends, doses, strict=True))


def test_cramps_begin_where_the_person_says():
    since = evening(200)

    assert began_on(records_of("o#", profile=Profile(cramps_since=since))) == since


def test_cramps_begin_after_two_recorded_weeks_without_any():
    assert began_on(records_of("o" * 14 + "#oo")) == evening(2)


def test_a_journal_that_opens_with_cramps_does_not_show_when_they_began():
    assert began_on(records_of("oo#" + "o" * 20)) is None


@pytest.mark.parametrize(
    ("before", "after"), [("oooo#oo", "o#oo#oo"), ("oooo#oo", "o#oo#o#"), ("oooooo#", "oo#ooo#")]
)
def test_a_doubling_that_chance_could_do_is_no_onset(before, after):
    assert onsets(records_of(before * 4 + after * 4), evening()) == ()


def test_beside_each_onset_stands_an_interval_that_leaves_out_no_change():
    records = records_of("oooooo#" * 6 + "o#" * 21)

    for day in onsets(records, evening()):
        before, after = last_nights(28, day - timedelta(days=1)), Period(day, day + timedelta(days=27))
        assert change_between(records, before, after).low > 1


def test_a_doubling_in_the_middle_of_a_journal_is_found():
    found = onsets(records_of("oooooo#" * 6 + "o#" * 21), evening())

    assert any(abs((day - evening(41)).days) <= 3 for day in found)


def test_an_even_journal_has_no_onset():
    assert onsets(records_of("oo#" * 40), evening()) == ()


def test_a_change_counts_to_the_first_onset_after_it():
    assert began_before([evening(90), evening(40)], (evening(60), evening(10))) == 30


def test_a_change_on_the_very_day_counts():
    assert began_before([evening(60)], (evening(60),)) == 0


def test_a_change_after_the_cramps_began_does_not_count():
    assert began_before([evening(5)], (evening(60),)) is None


@pytest.mark.parametrize(
    ("doses", "expected"),
    [
        (("5 mg",), [30]),
        (("5 mg", "10 mg"), [60, 30]),
        (("10 mg", "5 mg"), [60]),
        (("10 mg", "10 mg"), [60]),
        (("2,5 mg", "5 mg"), [60, 30]),
        (("one", "two"), [60, 30]),
    ],
)
def test_starts_and_rises_are_changes_and_falls_are_not(doses, expected):
    assert list(rises(Medicine("m", "M", periods(*doses)))) == [evening(days) for days in expected]


def test_beginning_again_after_a_pause_is_a_start():
    first, second = DosePeriod(evening(90), evening(60), "10 mg"), DosePeriod(evening(20), None, "10 mg")

    assert rises(Medicine("m", "M", (first, second))) == (evening(90), evening(20))


def test_a_cramp_wakes_when_it_says_so_whatever_the_pain():
    assert not woken(Night(evening(), (Episode(pain=9, woke=False),)))
    assert woken(Night(evening(), (Episode(pain=1, woke=True),)))


def test_without_an_answer_disturbing_pain_counts_as_woken():
    assert woken(cramp_night(pain=4))
    assert not woken(cramp_night(pain=3))


def test_a_quiet_night_was_not_broken_by_cramps():
    assert not woken(quiet_night(sleep_disturbance=9))
