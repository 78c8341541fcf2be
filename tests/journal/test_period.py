from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.journal.errors import BadEntry
from journal_app.journal.period import Period, last_nights
from journal_app.journal.records import Records
from tests.builders import evening, records_of

periods = st.builds(
    lambda first, nights: Period(first, first + timedelta(days=nights)),
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.integers(0, 800),
)


@given(periods)
def test_a_period_counts_and_holds_the_evenings_it_yields(period):
    evenings = list(period.evenings())

    assert len(evenings) == len(period)
    assert evenings[0] == period.first
    assert evenings[-1] == period.last
    assert all(each in period for each in evenings)


@given(periods)
def test_the_period_before_is_as_long_and_ends_the_evening_before(period):
    before = period.before()

    assert len(before) == len(period)
    assert before.last == period.first - timedelta(days=1)


@given(periods)
def test_a_period_ends_where_it_says(period):
    assert period.last + timedelta(days=1) not in period
    assert period.first - timedelta(days=1) not in period


def test_the_last_nights_end_with_the_evening_given():
    assert last_nights(14, date(2026, 11, 3)) == Period(date(2026, 10, 21), date(2026, 11, 3))


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadEntry, match="before it begins"):
        Period(date(2026, 11, 3), date(2026, 11, 2))


def test_a_journal_reaches_from_its_first_recorded_night_to_its_last():
    assert records_of("..#.o").period == Period(evening(2), evening(0))
    assert Records().period is None
