from datetime import date, datetime

import pytest

from journal_app.journal.period import last_nights
from journal_app.language import Language
from journal_app.wording.dates import ago, hour_label, hour_span, listed, period_title, rough_date

NOW = datetime(2026, 11, 4, 9, 0)  # noqa: DTZ001  the wall clock of the person


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2026, 11, 4, 9, 0), "just now"),  # noqa: DTZ001
        (datetime(2026, 11, 4, 8, 59), "1 minute ago"),  # noqa: DTZ001
        (datetime(2026, 11, 4, 7, 0), "2 hours ago"),  # noqa: DTZ001
        (datetime(2026, 11, 3, 8, 0), "yesterday"),  # noqa: DTZ001
        (datetime(2026, 10, 30, 8, 0), "5 days ago"),  # noqa: DTZ001
        (datetime(2026, 8, 1, 8, 0), "on 1 August 2026"),  # noqa: DTZ001
    ],
)
def test_how_long_ago_is_said_roughly(then, words, language):
    assert ago(then, NOW, language) == words


def test_a_date_is_as_exact_as_it_still_matters(language):
    days = [date(2026, 9, 21), date(2026, 6, 3), date(2019, 1, 5)]

    assert [rough_date(d, date(2026, 11, 2), language) for d in days] == [
        "21 September 2026",
        "June 2026",
        "2019",
    ]


def test_a_period_is_named_by_its_length_and_end(language):
    assert period_title(last_nights(90, date(2026, 11, 2)), language) == "90 nights to 2 November 2026"


def test_hours_follow_the_persons_clock():
    assert hour_label(22, Language()) == "22"
    assert hour_label(22, Language(clock_24h=False)).lower().replace("\u202f", " ") == "10 pm"
    assert hour_span(23, 26, Language()) == "23:00 to 02:00"


def test_names_are_joined_as_in_a_sentence(language):
    assert listed(["water", "sleep", "alcohol"], language) == "water, sleep and alcohol"
