# ruff: noqa: DTZ001 - the rule reads the clock on the wall, which has no zone
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.journal.errors import BadEntry
from journal_app.journal.night import MINUTE_BANDS, Episode, Night, evening_of
from tests.builders import cramp_night, evening, quiet_night

BERLIN, NEW_YORK, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("America/New_York"), ZoneInfo("Asia/Tokyo")
TUESDAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    ("moment", "belongs_to"),
    [
        (datetime(2026, 11, 3, 12, 0), TUESDAY),
        (datetime(2026, 11, 3, 23, 59), TUESDAY),
        (datetime(2026, 11, 4, 2, 10), TUESDAY),
        (datetime(2026, 11, 4, 6, 50), TUESDAY),
        (datetime(2026, 11, 4, 11, 59, 59), TUESDAY),
        (datetime(2027, 1, 1, 3, 0), date(2026, 12, 31)),
    ],
)
def test_a_moment_before_noon_belongs_to_the_evening_before(moment, belongs_to):
    assert evening_of(moment) == belongs_to


@pytest.mark.parametrize(
    ("zone", "night_of_change"),
    [
        (BERLIN, date(2026, 3, 28)),  # clocks go forward in the night to 29 March
        (BERLIN, date(2026, 10, 24)),  # and back in the night to 25 October
        (NEW_YORK, date(2026, 3, 7)),  # forward in the night to 8 March
        (NEW_YORK, date(2026, 10, 31)),  # back in the night to 1 November
    ],
)
def test_a_night_when_the_clock_is_changed_stays_one_night(zone, night_of_change):
    begins = datetime.combine(night_of_change, time(12), zone).astimezone(UTC)
    ends = datetime.combine(night_of_change + timedelta(days=1), time(12), zone).astimezone(UTC)
    quarters = int((ends - begins) / timedelta(minutes=15))

    told = {evening_of((begins + k * timedelta(minutes=15)).astimezone(zone)) for k in range(quarters)}
    assert quarters in (23 * 4, 25 * 4)
    assert told == {night_of_change}


def test_both_hours_of_the_doubled_hour_belong_to_the_same_evening():
    once = datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN)

    assert evening_of(once) == evening_of(once.replace(fold=1)) == date(2026, 10, 24)


def test_a_journey_over_time_zones_follows_the_clock_where_the_person_slept():
    """A night flight from Berlin to New York: one moment, told by the clock of the place."""
    landing = datetime(2026, 6, 2, 13, 0, tzinfo=BERLIN)

    assert evening_of(landing) == date(2026, 6, 2)
    assert evening_of(landing.astimezone(NEW_YORK)) == date(2026, 6, 1)
    assert evening_of(landing.astimezone(TOKYO)) == date(2026, 6, 2)


@given(st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1)))
def test_every_moment_lies_within_the_day_after_its_evenings_noon(moment):
    noon = datetime.combine(evening_of(moment), time(12))

    assert noon <= moment < noon + timedelta(days=1)


def test_a_night_without_cramps_is_quiet():
    assert quiet_night().quiet
    assert not cramp_night().quiet


def test_the_worst_pain_and_the_longest_cramp_speak_for_the_night():
    night = Night(evening(), (Episode(pain=3, minutes=7), Episode(pain=8), Episode()))

    assert (night.worst_pain, night.cramp_minutes) == (8, 7)


def test_what_was_not_given_is_unknown_and_not_zero():
    night = Night(evening(), (Episode(),))

    assert (night.worst_pain, night.cramp_minutes) == (None, None)


@pytest.mark.parametrize(("minutes", "long"), [(None, False), (10, False), (10.5, True)])
def test_a_cramp_over_ten_minutes_is_long(minutes, long):
    assert Episode(minutes=minutes).long is long


def test_a_night_entered_the_next_day_is_on_time_and_later_is_late():
    morning = datetime(2026, 11, 4, 7, 30, tzinfo=BERLIN)

    assert not Night(TUESDAY, logged_at=morning).late
    assert Night(TUESDAY, logged_at=morning + timedelta(days=1)).late
    assert not Night(TUESDAY).late


@pytest.mark.parametrize(
    ("field", "make"),
    [
        ("pain", lambda: Episode(pain=11)),
        ("pain", lambda: Episode(pain=-1)),
        ("minutes", lambda: Episode(minutes=1441)),
        ("minutes", lambda: Episode(minutes=float("nan"))),
        ("note", lambda: Episode(note="a\0b")),
        ("note", lambda: Episode(note="half a smile \ud83d")),
        ("note", lambda: Night(TUESDAY, note="x" * 100_001)),
        ("sleep_disturbance", lambda: Night(TUESDAY, sleep_disturbance=11)),
        ("slept_hours", lambda: Night(TUESDAY, slept_hours=25)),
        ("soreness", lambda: Night(TUESDAY, soreness=-1)),
        ("evening", lambda: Night(TUESDAY, logged_at=datetime(2026, 11, 1, 7))),
    ],
)
def test_an_impossible_value_is_refused_with_its_field(field, make):
    with pytest.raises(BadEntry) as refused:
        make()

    assert refused.value.field == field
    assert field in str(refused.value)


def test_the_bands_of_minutes_follow_each_other_and_hold_what_stands_for_them():
    assert [band[1] for band in MINUTE_BANDS[:-1]] == [band[0] for band in MINUTE_BANDS[1:]]
    assert all(low < stands_for <= high for low, high, stands_for in MINUTE_BANDS)
