from datetime import timedelta

from journal_app.analysis.trial_plan import BEFORE_AFTER, NIGHTLY, draw_schedule
from journal_app.journal.trial import RemedyTrial
from tests.charts.conftest import LAST, records_of_nights
from tests.charts.looking import count_of, texts


def trial(plan, first_back=87):
    blocks = draw_schedule(plan, LAST - timedelta(days=first_back), 4)
    return RemedyTrial("t", "stretch-calf-hamstring", "Stretching", plan.design, blocks, 4).begun()


def bars(drawn, *trials):
    return count_of(drawn("weeks", records=records_of_nights(90, trials=trials)), "remedy")


def test_a_trial_by_lot_is_one_bar_with_its_name(drawn):
    made = drawn("weeks", records=records_of_nights(90, trials=(trial(NIGHTLY[0]),)))

    assert count_of(made, "remedy") == bars(drawn) + 1
    assert "Stretching (trial by lot)" in texts(made, "lane")


def test_a_pause_parts_the_bar(drawn):
    first, last = LAST - timedelta(days=60), LAST - timedelta(days=50)
    paused = trial(NIGHTLY[0]).paused_from(first).resumed_from(last)

    assert bars(drawn, paused) == bars(drawn) + 2


def test_before_and_after_shows_the_weeks_with_the_remedy(drawn):
    made = drawn("weeks", records=records_of_nights(90, trials=(trial(BEFORE_AFTER[0]),)))

    assert "Stretching" in texts(made, "lane")


def test_nights_outside_the_period_are_not_drawn(drawn):
    assert bars(drawn, trial(NIGHTLY[0], 400)) == bars(drawn)
