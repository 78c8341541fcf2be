from datetime import date, timedelta

import pytest

from journal_app.analysis.results import Week
from journal_app.charts.palette import GREY, contrast
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.period import Period, last_nights
from journal_app.journal.records import Records
from journal_app.language import Language
from journal_app.report.paper.legs import grey_of
from journal_app.report.time_axis import group_size, place, ticks, week_groups
from tests.builders import records_of
from tests.report.journals import LAST, contents_of, ten_years, three_months, two_weeks

YEAR = Period(date(2025, 11, 2), LAST)


def strip_of(contents):
    return contents.page_one.strip.items[0]


def weeks_of(contents):
    return contents.page_one.left[0].items[0]


def test_the_strip_has_a_mark_for_each_night_in_its_three_states():
    marks = strip_of(contents_of(three_months())).marks
    counts = [sum(mark.state == state for mark in marks) for state in ("cramp", "quiet", "missing")]

    assert counts == [15, 63, 12]


def test_a_cramp_without_its_pain_has_no_height():
    heights = {
        mark.height for mark in strip_of(contents_of(two_weeks(), nights=14)).marks if mark.state == "cramp"
    }

    assert heights == {None}


def test_ten_years_are_put_together_so_that_marks_can_be_told_apart():
    contents = contents_of(ten_years(), nights=3650)

    assert len(strip_of(contents).marks) == 131
    assert contents.page_one.strip.title == "Every 4 weeks"
    assert len(weeks_of(contents).bars) == 21


def test_a_dose_change_is_a_new_stretch_of_the_lane():
    lane = strip_of(contents_of(three_months())).lanes[0]

    assert lane.label == "bendroflumethiazide"
    assert [span.label for span in lane.spans] == ["2.5 mg", "1.25 mg"]
    assert lane.spans[0].last == lane.spans[1].first == place(date(2026, 9, 21), last_nights(90, LAST))


def test_a_remedy_lane_shows_the_nights_it_was_done():
    lanes = {lane.label: lane.spans for lane in strip_of(contents_of(three_months())).lanes}

    assert all(0.5 < span.first < span.last <= 1 for span in lanes["Stretching before bed"])


def test_a_medicine_before_the_period_has_no_lane():
    old = Medicine("1", "old tablets", (DosePeriod(date(2020, 1, 1), date(2021, 1, 1)),))

    assert strip_of(contents_of(two_weeks_with(old), nights=14)).lanes == ()


def two_weeks_with(medicine):
    records = two_weeks()
    return type(records)(records.nights, medicines=(medicine,))


def test_a_few_nights_before_are_no_level_to_compare_with():
    few = records_of("#", LAST - timedelta(days=97)).nights
    chart = contents_of(Records((*few, *two_weeks().nights))).page_one.left[0]

    assert chart.items[0].level is None
    assert "dashed" not in chart.legend


def test_the_mean_of_the_period_before_is_a_dashed_level():
    chart = contents_of(three_months()).page_one.left[0]

    assert chart.legend == "dashed: 90 nights before, 2.4"
    assert round(chart.items[0].level, 1) == 2.4


def test_the_leg_picture_is_darkest_where_most_cramps_were():
    contents = contents_of(three_months())
    where = next(section for section in contents.page_one.right if section.title == "Where and when")

    assert where.items[0].figure.places[0] == ("left", "calf", 1.0)


@pytest.mark.parametrize(("weeks", "most", "size"), [(13, 28, 1), (52, 28, 4), (522, 132, 4), (522, 28, 26)])
def test_weeks_are_put_together_by_as_few_as_fit(weeks, most, size):
    assert group_size(weeks, most) == size


def test_week_groups_count_every_week_once_and_lie_in_order():
    weeks = [Week(date.fromordinal(YEAR.first.toordinal() + 1 + 7 * k), 6, 1, 2) for k in range(52)]
    groups = list(week_groups(weeks, 4, YEAR))

    assert sum(group.cramps for group in groups) == 104
    assert [group.at for group in groups] == sorted(group.at for group in groups)


@pytest.mark.parametrize("nights", [1, 14, 45, 46, 90, 365, 400, 401, 3650])
def test_a_time_axis_always_has_a_tick(nights):
    found = ticks(last_nights(nights, LAST), Language())

    assert found
    assert all(0 <= tick.at < 1 for tick in found)


@pytest.mark.parametrize("shade", [GREY.text, GREY.muted, GREY.cramp_edge, GREY.quiet])
def test_marks_stand_out_from_paper_in_grey(shade):
    assert contrast(shade, GREY.panel) >= 4.5


def test_leg_greys_grow_darker_with_the_share_and_stay_off_the_outline():
    levels = [contrast(grey_of(share), GREY.panel) for share in (0.0, 0.1, 0.5, 1.0)]

    assert levels == sorted(levels)
    assert levels[0] == 1.0
    assert levels[1] > 1.4
