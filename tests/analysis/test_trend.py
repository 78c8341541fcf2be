from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from journal_app.analysis.trend import change_between, since_visit, weekly_trend
from journal_app.analysis.weekly_rate import dispersion, smooth_rate
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.period import Period, last_nights
from journal_app.journal.records import Records
from journal_app.journal.visit import Visit
from tests.analysis.tables import coin
from tests.builders import evening, records_of


def marks(cramp):
    return "".join("#" if bad else "o" for bad in cramp)


def trend_of(pattern, **more):
    records = records_of(pattern, **more)
    return weekly_trend(records, records.period)


def test_weeks_are_counted_back_from_the_last_night():
    weeks = trend_of("##" + "o#ooooo" + "ooooooo").weeks

    assert [week.nights_recorded for week in weeks] == [2, 7, 7]
    assert [week.cramp_nights for week in weeks] == [2, 1, 0]


def test_a_week_tells_how_many_of_its_nights_were_recorded():
    assert trend_of("o......" + "o#.#.oo").weeks[-1].nights_recorded == 5


def test_the_line_lies_within_its_band_and_near_the_weeks():
    weeks = trend_of(marks(coin(140, 0.4))).weeks

    assert all(week.low < week.smooth < week.high for week in weeks)
    assert np.mean([week.smooth for week in weeks]) == pytest.approx(7 * 0.4, abs=0.8)


def test_far_from_any_recorded_night_there_is_no_line():
    weeks = trend_of("#ooo" + "." * 120 + marks(coin(60))).weeks

    assert weeks[8].smooth is None
    assert weeks[-1].smooth is not None


@pytest.mark.parametrize(("pattern", "drawn"), [("o#oo" * 3 + "o", False), ("o#oo" * 3 + "oo", True)])
def test_the_line_begins_with_two_weeks_of_recorded_nights(pattern, drawn):
    assert [week.smooth is not None for week in trend_of(pattern).weeks] == [drawn, drawn]


def test_weeks_without_a_cramp_have_a_band_that_does_not_end_at_nought():
    last = trend_of("o" * 60).weeks[-1]

    assert (last.smooth, last.low) == (0, pytest.approx(0))
    assert last.high > 0


def test_a_band_is_wider_for_cramps_that_come_in_runs():
    nights = np.arange(210.0)
    runs = np.repeat(coin(15, 0.4), 14)
    scattered = np.random.default_rng(1).permutation(runs)
    wide, narrow = (smooth_rate(nights, c, np.array([100.0])) for c in (runs, scattered))

    assert dispersion(nights, runs) > 2 * dispersion(nights, scattered)
    assert wide.high - wide.low > narrow.high - narrow.low


def test_the_band_holds_the_true_rate_about_as_often_as_it_says():
    nights, at = np.arange(200.0), np.arange(10.0, 200, 20)
    held = [smooth_rate(nights, coin(200, 0.35, seed), at) for seed in range(60)]
    share = np.mean([(line.low <= 2.45) & (line.high >= 2.45) for line in held])

    assert 0.9 <= share <= 0.995


def test_half_the_cramps_is_told_with_its_interval():
    records = records_of("##o#o#o#" * 8 + "oo#ooo#o" * 8)
    change = change_between(records, last_nights(64, evening(64)), last_nights(64, evening()))

    assert (change.before, change.now) == (pytest.approx(7 * 5 / 8), pytest.approx(7 / 4))
    assert change.ratio == pytest.approx(0.4)
    assert change.low < 0.4 < change.high < 1
    assert change.quarter_fewer
    assert change.clear


def test_a_period_without_enough_nights_is_not_compared():
    assert trend_of("#o" * 10).change is None


def test_from_no_cramps_to_some_has_an_interval_but_no_ratio():
    change = change_between(
        records_of("o" * 30 + "#o" * 15), last_nights(30, evening(30)), last_nights(30, evening())
    )

    assert (change.before, change.ratio) == (0, None)
    assert change.low > 1


def test_two_quiet_periods_have_nothing_to_compare():
    change = change_between(records_of("o" * 60), last_nights(30, evening(30)), last_nights(30, evening()))

    assert (change.ratio, change.low, change.clear) == (None, None, False)


def test_the_change_interval_holds_the_truth_about_as_often_as_it_says():
    held = []
    for seed in range(80):
        records = records_of(marks(np.append(coin(60, 0.5, seed), coin(60, 0.3, 500 + seed))))
        change = change_between(records, last_nights(60, evening(60)), last_nights(60, evening()))
        held.append(change.low <= 0.6 <= change.high)

    assert np.mean(held) >= 0.9


def test_a_medicine_begun_in_the_period_has_a_dated_change():
    begun = Medicine("m", "Magnesium", (DosePeriod(evening(60)),))
    records = replace(records_of(marks(coin(120))), medicines=(begun,))

    (change,) = weekly_trend(records, records.period).dated
    assert (change.what, change.on, change.nights_before) == ("Magnesium", evening(60), 45)


def test_a_medicine_begun_before_the_period_has_none():
    begun = Medicine("m", "Magnesium", (DosePeriod(evening(60)),))
    records = replace(records_of(marks(coin(120))), medicines=(begun,))

    assert weekly_trend(records, last_nights(30, evening())).dated == ()


def test_an_empty_journal_has_weeks_without_nights():
    trend = weekly_trend(Records(), Period(evening(13), evening()))

    assert [week.nights_recorded for week in trend.weeks] == [0, 0]
    assert (trend.change, trend.change_point) == (None, None)


def test_a_sudden_change_is_found_near_its_day():
    trend = trend_of(marks(np.append(coin(120, 0.6), coin(120, 0.15, 2))))

    assert abs(trend.change_point.on - evening(119)) <= timedelta(days=14)


def test_cramps_since_a_visit_are_compared_with_as_many_nights_before():
    records = records_of("#" * 20 + "#o" * 10 + "o" * 20 + "#" * 4)
    visit = Visit("v", records.nights[-24].evening)
    period = Period(records.nights[-10].evening, records.nights[-1].evening)

    found = since_visit(replace(records, visits=(visit,)), period)

    assert (found.on, found.nights_before, found.nights_since) == (visit.day, 24, 24)
    assert found.change.before == pytest.approx(7 * 14 / 24)
    assert found.change.now == pytest.approx(7 * 4 / 24)
    assert found.change.low < found.change.ratio < found.change.high


def test_too_few_nights_since_a_visit_give_counts_and_no_change():
    records = records_of("#" * 30)
    visit = Visit("v", records.nights[-5].evening)

    found = since_visit(replace(records, visits=(visit,)), records.period)

    assert (found.nights_since, found.change) == (5, None)


@pytest.mark.parametrize("days", [0, -3, 366])
def test_a_visit_to_come_or_long_past_is_not_compared(days):
    records = records_of("#" * 30)
    visit = Visit("v", records.period.last - timedelta(days=days))

    assert since_visit(replace(records, visits=(visit,)), records.period) is None
