from datetime import date

import pytest

from journal_app.journal.night import Episode, Leg, Night
from journal_app.knowledge.entries import Knowledge, Muscle
from journal_app.wording.body import place, relief_label
from journal_app.wording.nights import (
    minute_bands,
    minutes_words,
    night_state,
    night_title,
    night_told,
    pain_words,
    quiet_feedback,
    short_night,
)
from tests.builders import cramp_night, quiet_night

KNOWLEDGE = Knowledge(
    "1", {}, {}, (), (), (Muscle("calf", "calf", "back"),), reliefs={"stretched": "stretched it"}
)


@pytest.mark.parametrize(
    ("evening", "title"),
    [
        (date(2026, 11, 3), "Night of Tuesday 3 to Wednesday 4 November"),
        (date(2026, 10, 31), "Night of Saturday 31 October to Sunday 1 November"),
        (date(2026, 12, 31), "Night of Thursday 31 December 2026 to Friday 1 January 2027"),
    ],
)
def test_a_night_is_named_by_both_its_days(evening, title, language):
    assert night_title(evening, language) == title


def test_a_night_of_another_year_bears_its_year(language):
    title = night_title(date(2025, 11, 3), language, today=date(2026, 11, 4))

    assert title == "Night of Monday 3 to Tuesday 4 November 2025"


def test_a_night_fits_small_places(language):
    assert short_night(date(2026, 11, 3), language) == "3 to 4 Nov 2026"
    assert short_night(date(2026, 10, 31), language) == "31 Oct to 1 Nov 2026"


def test_a_night_has_three_states(language):
    states = [night_state(night, language) for night in (None, quiet_night(), cramp_night(pain=6))]

    assert states == ["Not recorded", "Quiet night", "1 cramp, pain 6"]


def test_several_cramps_tell_the_worst(language):
    night = Night(date(2026, 11, 3), (Episode(pain=2), Episode(pain=8), Episode()))

    assert night_state(night, language) == "3 cramps, worst pain 8"


def test_a_night_on_a_chart_tells_its_places(language):
    told = night_told(date(2026, 11, 3), cramp_night(pain=6), KNOWLEDGE, language)

    assert told == "Night of Tuesday 3 to Wednesday 4 November: 1 cramp, pain 6, left calf"


@pytest.mark.parametrize(
    ("pain", "words"),
    [
        (None, "not given"),
        (0, "no pain"),
        (3, "did not disturb my sleep"),
        (4, "disturbed my sleep"),
        (7, "unbearable"),
        (10, "unbearable"),
    ],
)
def test_pain_numbers_have_words(pain, words, language):
    assert pain_words(pain, language) == words


def test_minutes_from_a_band_are_told_as_the_band(language):
    assert minute_bands(language)[1] == "1–5 min"
    assert minutes_words(Episode(minutes=3), language) == "1–5 min"
    assert minutes_words(Episode(minutes=3, minutes_exact=True), language) == "3 minutes"
    assert minutes_words(Episode(), language) == "not given"


@pytest.mark.parametrize(
    ("leg", "muscle", "words"),
    [
        (Leg.LEFT, "calf", "left calf"),
        (None, "calf", "calf"),
        (Leg.RIGHT, None, "right leg"),
        (None, None, "place not given"),
        (None, "old_place", "old place"),
    ],
)
def test_a_place_is_named_as_far_as_it_is_known(leg, muscle, words, language):
    assert place(leg, muscle, KNOWLEDGE, language) == words


def test_what_was_done_has_words(language):
    assert relief_label("stretched", KNOWLEDGE, language) == "stretched it"


@pytest.mark.parametrize(
    ("run", "words"),
    [
        (1, "A quiet night. It is noted."),
        (2, "2nd quiet night in a row."),
        (3, "3rd quiet night in a row."),
        (11, "11th quiet night in a row."),
        (21, "21st quiet night in a row."),
    ],
)
def test_quiet_runs_are_noticed(run, words, language):
    assert quiet_feedback(run, language) == words
