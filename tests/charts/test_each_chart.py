from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal_app.analysis.results import Trend, Week
from journal_app.charts.frame import whole_steps
from journal_app.charts.gallery import draw
from journal_app.charts.palette import GREY, LIGHT
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.language import Language
from journal_app.wording.amounts import US
from tests.charts.conftest import AWKWARD, LAST, records_of_nights
from tests.charts.looking import count_of, marks, texts


def test_weeks_show_their_counts_and_gaps(drawn):
    chart = drawn("weeks")

    assert texts(chart, "count")[:3] == ["2", "3", "2"]
    assert count_of(chart, "gap") == 1
    assert "not recorded" in texts(chart, "key")


def test_weeks_show_the_smoothed_line_with_its_band(review_of, knowledge):
    weeks = tuple(Week(date(2026, 10, day), 7, 1, 2, 2.0, 1.0, 3.0) for day in (13, 20, 27))
    smoothed = replace(review_of(90), trend=Trend(weeks))

    chart = draw("weeks", smoothed, knowledge, Language())
    assert len(marks(chart, "trend")) == len(marks(chart, "band")) == 1
    assert "smoothed, with its 95 % range" in texts(chart, "key")


def test_a_week_that_was_not_recorded_breaks_the_line(review_of, knowledge):
    days = (1, 8, 15, 22, 29)
    weeks = [Week(date(2026, 9, day), 7, 1, 2, 2.0, 1.0, 3.0) for day in days]
    weeks[2] = Week(date(2026, 9, 15), 0, 0, 0)

    chart = draw("weeks", replace(review_of(90), trend=Trend(tuple(weeks))), knowledge, Language())
    assert len(marks(chart, "trend")) == 2


@pytest.mark.parametrize("nights", [1, 5, 7])
def test_less_than_two_weeks_is_one_bar_over_its_date_on_a_scale_of_its_own(nights, drawn):
    chart = drawn("weeks", nights, size=(6.9, 4.6))

    (dated,) = [text for text in chart.figure.axes[0].texts if text.get_gid() == "date"]
    (counted,) = [text for text in chart.figure.axes[0].texts if text.get_gid() == "count"]
    assert dated.get_position()[0] == pytest.approx(counted.get_position()[0], abs=0.01)
    assert int(texts(chart, "amount")[-1]) == int(counted.get_text())


def test_quiet_weeks_are_rings(review_of, knowledge):
    weeks = (Week(date(2026, 10, 20), 7, 0, 0), Week(date(2026, 10, 27), 7, 1, 1))

    chart = draw("weeks", replace(review_of(90), trend=Trend(weeks)), knowledge, Language())
    assert count_of(chart, "quiet") == 1


def test_years_of_weeks_are_averaged_and_say_so(drawn):
    assert texts(drawn("weeks", 3650))[0] == "cramps a week, average of 4 weeks"


def test_medicines_and_remedies_lie_under_the_weeks(drawn):
    chart = drawn("weeks")

    lanes = texts(chart, "lane")
    assert lanes[:2] == ["bendroflumethiazide 2.5 mg", "1.25 mg since 21 Sept"]
    assert "Stretching before bed: 32 evenings" in lanes


def test_evenings_of_a_remedy_are_drawn_with_their_gaps(drawn):
    answered = (0, 1, 2, 5, 6, 20, 40, 41, 60)
    days = tuple(Day(LAST - timedelta(days=back), (HabitEntry("stretching_bed", 3),)) for back in answered)

    chart = drawn("weeks", records=records_of_nights(90, days=days[::-1], medicines=()))
    assert texts(chart, "lane") == ["Stretching before bed: 9 evenings"]
    assert count_of(chart, "evenings") == 5
    assert not marks(chart, "remedy")


def test_an_evening_without_the_remedy_parts_its_marks_and_one_without_an_answer_too(drawn):
    given = {0: 3, 1: 3, 2: 0, 3: 3, 4: 3, 6: 3}
    days = tuple(
        Day(LAST - timedelta(days=back), (HabitEntry("stretching_bed", minutes),))
        for back, minutes in sorted(given.items(), reverse=True)
    )

    assert count_of(drawn("weeks", records=records_of_nights(90, days=days)), "evenings") == 3


def test_years_of_evenings_are_drawn_by_months(drawn):
    days = tuple(
        Day(LAST - timedelta(days=k), (HabitEntry("stretching_bed", 3),)) for k in range(3600, 0, -3)
    )

    chart = drawn("weeks", 3650, records=records_of_nights(3650, days=days))
    assert "Stretching before bed: 1200 evenings" in [text.replace(",", "") for text in texts(chart, "lane")]
    assert 30 < count_of(chart, "evenings") < 130


def test_a_persons_own_words_stay_plain_text(drawn):
    written = [lane for lane in texts(drawn("weeks"), "lane") if "frac" in lane]

    assert written == [AWKWARD.replace("ネ", "□") + " 5 mg"]


def test_more_medicines_than_fit_are_counted(drawn):
    many = tuple(Medicine(f"m{k}", f"medicine {k}", (DosePeriod(),)) for k in range(8))

    chart = drawn("weeks", records=records_of_nights(90, medicines=many), size=(6.9, 4.6))
    assert len(texts(chart, "lane")) == 6
    assert "and 3 more medicines and remedies" in texts(chart)


def test_six_medicines_and_remedies_are_all_drawn_in_the_smallest_window(drawn):
    five = tuple(Medicine(f"m{k}", f"medicine {k}", (DosePeriod(),)) for k in range(5))

    chart = drawn("weeks", records=records_of_nights(90, medicines=five), size=(6.9, 4.6))
    assert len(texts(chart, "lane")) == 6
    assert not [text for text in texts(chart) if "more medicine" in text]


def test_a_small_picture_keeps_room_for_its_bars(drawn):
    chart = drawn("weeks", size=(3.4, 2.8))

    assert not marks(chart, "medicine")
    assert len(texts(chart, "count")) > 5


@pytest.mark.parametrize(
    ("highest", "rows", "steps"),
    [
        (0, 5, [0, 1]),
        (3, 5, [0, 1, 2, 3]),
        (8.4, 1, [0, 5]),
        (11, 3, [0, 5, 10]),
        (403, 4, [0, 100, 200, 300, 400]),
    ],
)
def test_amounts_are_marked_in_even_steps(highest, rows, steps):
    assert whole_steps(highest, rows) == steps


def test_pain_is_drawn_by_grade_and_grows(drawn):
    chart = drawn("pain")

    small, large = (marks(chart, f"pain {pain}")[0].get_widths()[0] for pain in (2, 9))
    assert large > small
    assert [text for text in texts(chart, "key") if "unbearable" in text] == ["7–10 unbearable"]


def test_quiet_nights_are_rings_and_gaps_dashes(drawn):
    chart = drawn("pain")

    assert count_of(chart, "quiet") == 54
    assert count_of(chart, "gap") == 1


def test_years_of_pain_are_drawn_by_months(drawn):
    chart = drawn("pain", 3650)

    assert "3 months together" in texts(chart)[0]
    assert not marks(chart, "pain 5")


def test_minutes_tell_exact_ones_from_bands(drawn):
    chart = drawn("minutes")

    assert count_of(chart, "band") == 13
    assert "somewhere between" in texts(chart, "key")


def test_hours_run_from_evening_to_morning(drawn):
    assert texts(drawn("hours"), "hour") == ["22", "23", "0", "1", "2", "3", "4", "5"]


def test_hours_outside_the_usual_night_widen_the_axis(review_of, knowledge):
    hours = tuple(1 if hour in (20, 9) else 0 for hour in range(24))
    base = review_of(90)

    chart = draw("hours", replace(base, summary=replace(base.summary, hours=hours)), knowledge, Language())
    shown = texts(chart, "hour")
    assert (shown[0], shown[-1]) == ("20", "9")


def test_muscles_are_numbered_and_listed(drawn):
    chart = drawn("muscles")

    assert len(marks(chart, "calf.left")) == 1
    assert "left calf" in texts(chart, "place")
    assert not marks(chart, "shin.left")


def test_season_counts_cramp_nights_of_recorded_nights(drawn):
    chart = drawn("season", 400)

    assert texts(chart, "month")[0] == "Jan"
    assert texts(chart, "count")[0] == "10/31"


def test_months_without_nights_are_dashes(drawn):
    assert count_of(drawn("season", 90), "gap") == 8


def test_the_strip_shows_every_night_in_whole_weeks(drawn):
    chart = drawn("strip")

    shown = sum(count_of(chart, f"pain {pain}") for pain in range(11))
    assert (shown, count_of(chart, "quiet"), count_of(chart, "gap")) == (26, 54, 10)


def test_a_habit_stands_under_the_nights(drawn):
    chart = drawn("habit:alcohol")

    assert "Alcohol, drinks a day" in texts(chart)
    assert chart.sentence.startswith("Cramps after")
    assert count_of(chart, "gap") > 1


def test_a_habit_is_read_in_the_persons_units(drawn):
    assert "Water, fl oz a day" in texts(drawn("habit:water", units=US))


def test_a_habit_that_was_not_answered_says_so(drawn):
    chart = drawn("habit:caffeine")

    assert chart.sentence == "No day of this period has an answer here. Answer it on the page Last night."


def test_a_day_tells_its_answer_and_its_night(drawn):
    spot = drawn("habit:sauna").spots[1]

    assert spot.text == "Night of Thursday 6 to Friday 7 August: Quiet night. Sauna: yes"


@pytest.mark.parametrize("palette", [LIGHT, GREY], ids=lambda palette: palette.name)
def test_faint_fills_carry_an_outline(palette, drawn):
    faint = marks(drawn("pain", palette=palette), "pain 2")[0]

    assert tuple(faint.get_edgecolor()[0]) != tuple(faint.get_facecolor()[0])
