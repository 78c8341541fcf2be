from datetime import date

import pytest

from journal_app.analysis.results import Change, Missing, Summary, Trend, Week
from journal_app.journal.period import last_nights
from journal_app.wording.segments import plain
from journal_app.wording.summaries import (
    change_sentence,
    cramp_nights_sentence,
    few_nights_words,
    hours_sentence,
    minutes_sentence,
    missing_sentence,
    pain_sentence,
    rate_sentence,
    recorded_sentence,
    sleep_sentence,
    standing_sentence,
    trend_sentence,
)

PERIOD = last_nights(90, date(2026, 11, 2))


def summary(recorded=84, cramp_nights=21, hours=(), **more):
    values = {
        "period": PERIOD,
        "nights_possible": 90,
        "nights_recorded": recorded,
        "recorded_late": 0,
        "cramp_nights": cramp_nights,
        "cramps": cramp_nights,
        "cramps_per_week": 1.75,
        "longest_quiet_run": 9,
        "pain_median": 5.0,
        "pain_worst": 8,
        "minutes_median": 2.0,
        "minutes_longest": 9.0,
        "sleep_disturbance_median": 4.0,
        "hours": tuple(hours) or (0,) * 24,
        "hours_unknown": 0,
        "muscles": (),
        "relief": (),
    }
    return Summary(**{**values, **more})


def test_numbers_that_matter_are_bold(language):
    assert cramp_nights_sentence(summary(), language) == (
        ("Cramps on ", False),
        ("21 of 84", True),
        (" recorded nights.", False),
    )


def test_a_period_is_set_beside_the_one_before(language):
    told = plain(standing_sentence(summary(), summary(86, 28), Change(2.3, 1.75, 0.8, 0.5, 1.2), language))

    assert told == (
        "Cramps on 21 of 84 recorded nights; 28 of 86 in the 90 nights before. "
        "It may be a little better; chance alone could do this."
    )


def test_an_empty_period_says_so(language):
    told = plain(standing_sentence(summary(0, 0), summary(), None, language))

    assert told == "No night is recorded in this period."


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(4, 2, 0.5, 0.3, 0.8), "That is fewer: at most 0.8 times as many, perhaps 0.3 times."),
        (Change(2, 4, 2.0, 1.3, 3.1), "That is more: at least 1.3 times as many, perhaps 3.1 times."),
        (Change(2, 2.02, 1.01, 0.7, 1.4), "That is about the same."),
        (Change(2, 3, 1.5, 0.9, 2.4), "It may be a little worse; chance alone could do this."),
        (Change(0, 3, None, None, None), ""),
    ],
)
def test_a_change_is_told_with_its_cautious_end_first(change, words, language):
    assert plain(change_sentence(change, language)) == words


def test_the_trend_tells_from_what_to_what(language):
    weeks = (
        Week(date(2026, 8, 10), 7, 3, 4, 3.9, 2.6, 5.2),
        Week(date(2026, 10, 26), 7, 2, 2, 1.7, 0.9, 2.7),
    )

    told = plain(trend_sentence(Trend(weeks), summary(), language))
    assert told == (
        "From about 4 a week in August to about 1.7 at the end (between 0.9 and 2.7). "
        "84 of 90 nights recorded."
    )


def test_without_a_smooth_line_the_trend_tells_the_average(language):
    told = plain(trend_sentence(Trend((Week(date(2026, 8, 10), 7, 4, 4),)), summary(14, 4), language))

    assert told == "About 1.8 a week. Longest quiet run: 9 nights. 14 of 90 nights recorded."


@pytest.mark.parametrize("recorded", [1, 3, 13])
def test_below_two_weeks_of_nights_the_nights_are_told_and_no_rate(recorded, language):
    weeks = (Week(date(2026, 10, 20), 6, 1, 1, 3.0, 1.0, 6.0), Week(date(2026, 10, 27), 7, 0, 0, 2.0, 0, 5))

    assert plain(trend_sentence(Trend(weeks), summary(recorded, 1), language)) == (
        f"Cramps on 1 of {recorded} recorded nights. A weekly rate is told from 14 recorded nights on."
    )
    assert plain(rate_sentence(summary(recorded, 1), language)) == (
        "A weekly rate is told from 14 recorded nights on."
    )


def test_a_range_with_few_nights_says_how_many(language):
    assert few_nights_words(summary(1, 1), language).startswith("Only 1 night is recorded in this range.")
    assert few_nights_words(summary(0, 0), language) == (
        "No night is recorded in this range. Choose a longer one."
    )
    assert few_nights_words(summary(14, 1), language) == ""


def test_missing_nights_are_left_out_and_said(language):
    told = plain(missing_sentence(Missing(6 / 90), PERIOD, language))

    assert told == "6 of 90 nights are not recorded. They are left out, not counted as quiet."


def test_bad_nights_that_are_favoured_are_said(language):
    told = plain(missing_sentence(Missing(0.2, 0.95, 0.7, 0.01, True), PERIOD, language))

    assert "was recorded 10 of 10 times, after a quiet one 7 of 10 times" in told


def test_a_full_period_is_said(language):
    assert (
        plain(missing_sentence(Missing(0.0), PERIOD, language)) == "Every night of this period is recorded."
    )


def test_the_busiest_hours_are_named_over_midnight(language):
    hours = [0] * 24
    hours[23], hours[0], hours[4] = 4, 5, 2

    told = plain(hours_sentence(summary(hours=hours, hours_unknown=3), language))
    assert told == ("9 of 11 cramps with a known time began from 23:00 to 01:00. 3 cramps have no time.")


def test_a_few_hours_are_only_counted(language):
    told = plain(hours_sentence(summary(hours=[2, *[0] * 23]), language))

    assert told == "2 cramps with their times so far."


def test_pain_minutes_and_sleep_tell_middle_and_worst(language):
    assert "pain 5 or more; the worst was 8 of 10" in plain(pain_sentence(summary(), language))
    assert "lasted 2 minutes or longer; the longest 9 minutes" in plain(minutes_sentence(summary(), language))
    assert "disturbed 4 of 10" in plain(sleep_sentence(summary(), language))


def test_unknown_pain_minutes_and_hours_are_said(language):
    empty = summary(pain_median=None, minutes_median=None, sleep_disturbance_median=None)

    assert plain(pain_sentence(empty, language)) == "No cramp with a pain number in this period."
    assert plain(minutes_sentence(empty, language)) == "No cramp with its minutes in this period."
    assert plain(hours_sentence(empty, language)) == "No cramp with its time in this period."
    assert sleep_sentence(empty, language) == ()


def test_late_entries_are_told(language):
    told = plain(recorded_sentence(summary(recorded_late=5), language))

    assert told == "84 of 90 nights recorded. 5 were entered later."


def test_a_rate_and_its_longest_quiet_run(language):
    assert plain(rate_sentence(summary(), language)) == "About 1.8 a week. Longest quiet run: 9 nights."
