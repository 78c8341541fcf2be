from datetime import time

import numpy as np

from journal_app.analysis.day_table import day_table
from journal_app.analysis.summary import missing_nights, summarise
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.journal.period import Period
from journal_app.journal.records import Records
from tests.analysis.tables import coin
from tests.builders import evening, quiet_night, records_of


def summary_of(*nights):
    records = Records(nights=nights)
    return summarise(records, records.period)


def missing_in(pattern):
    records = records_of(pattern)
    return missing_nights(day_table(records, (), records.period))


def marks(cramp, missed):
    """Return a row of marks from cramp nights and missed nights."""
    return "".join("." if gone else "#" if bad else "o" for bad, gone in zip(cramp, missed, strict=True))


def test_rates_rest_on_recorded_nights_only():
    records = records_of("#..#o.o")
    found = summarise(records, records.period)

    assert (found.nights_possible, found.nights_recorded, found.cramp_nights) == (7, 4, 2)
    assert found.cramps_per_week == 3.5


def test_a_period_without_nights_says_so_and_fails_at_nothing():
    found = summarise(Records(), Period(evening(6), evening(0)))

    assert (found.nights_possible, found.nights_recorded, found.cramps_per_week) == (7, 0, None)


def test_nights_outside_the_period_are_left_out():
    found = summarise(records_of("####oo"), Period(evening(1), evening(0)))

    assert (found.nights_recorded, found.cramps) == (2, 0)


def test_a_night_not_recorded_ends_a_quiet_run():
    records = records_of("ooo.oo#o")

    assert summarise(records, records.period).longest_quiet_run == 3


def test_pain_and_minutes_are_per_cramp():
    cramps = (Episode(pain=2, minutes=1), Episode(pain=4, minutes=2), Episode(pain=9), Episode())
    found = summary_of(Night(evening(), cramps))

    assert (found.cramps, found.pain_median, found.pain_worst) == (4, 4, 9)
    assert (found.minutes_median, found.minutes_longest) == (1.5, 2)


def test_sleep_disturbance_is_per_night():
    found = summary_of(quiet_night(evening(1), sleep_disturbance=2), quiet_night(sleep_disturbance=6))

    assert found.sleep_disturbance_median == 4


def test_cramps_are_counted_by_the_hour_they_began():
    found = summary_of(Night(evening(), (Episode(began=time(2, 10)), Episode(began=time(2, 50)), Episode())))

    assert (found.hours[2], sum(found.hours), found.hours_unknown) == (2, 2, 1)


def test_the_muscle_most_often_hit_comes_first():
    calf, sole = Episode(Leg.LEFT, "calf"), Episode(None, "sole")
    found = summary_of(Night(evening(), (sole, calf, calf)))

    assert found.muscles == (("left", "calf", 2), ("", "sole", 1))


def test_relief_counts_how_often_it_helped_much():
    cramps = (
        Episode(relief=("stretch", "walk"), helped=Helped.MUCH),
        Episode(relief=("stretch",), helped=Helped.LITTLE),
    )

    assert summary_of(Night(evening(), cramps)).relief == (("stretch", 2, 2, 1), ("walk", 1, 1, 1))


def test_whether_relief_helped_is_unknown_where_nobody_said_so():
    cramps = (Episode(relief=("stretch",), helped=Helped.NO), Episode(relief=("stretch", "walk")))

    assert summary_of(Night(evening(), cramps)).relief == (("stretch", 2, 1, 0), ("walk", 1, 0, 0))


def test_late_entries_are_counted():
    late = Night(evening(5), logged_at=quiet_night(evening(0)).logged_at)

    assert summary_of(late, quiet_night(evening(0))).recorded_late == 1


def test_the_share_of_missing_nights_is_stated():
    assert missing_in("o..o").share == 0.5


def test_a_person_who_skips_good_nights_is_noticed():
    """After each cramp the next night is recorded, after a quiet one every second time."""
    found = missing_in("##o.o." * 15)

    assert found.recorded_after_cramp > found.recorded_after_quiet
    assert found.bad_nights_favoured


def test_nights_missed_without_regard_to_cramps_raise_no_doubt():
    cramp, missed = coin(200, 0.5, seed=3), coin(200, 0.2, seed=4)
    found = missing_in(marks(cramp, missed))

    assert found.p > 0.05
    assert not found.bad_nights_favoured


def test_recording_less_while_the_cramps_ease_is_not_skipping_good_nights():
    cramp = np.append(coin(100, 0.8, seed=5), coin(100, 0.1, seed=6))
    missed = np.append(coin(100, 0.02, seed=7), coin(100, 0.4, seed=8))
    found = missing_in(marks(cramp, missed))

    assert found.recorded_after_cramp - found.recorded_after_quiet > 0.2
    assert not found.bad_nights_favoured


def test_with_few_nights_nothing_is_said_of_skipping():
    assert missing_in("#o.#o").p is None
