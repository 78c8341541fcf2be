from dataclasses import replace
from datetime import timedelta

from journal_app.analysis.trial_plan import NIGHTLY, draw_schedule
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.period import last_nights
from journal_app.journal.trial import RemedyTrial
from journal_app.review import review
from tests.report.journals import KNOWLEDGE, LAST, PRINTED_ON, contents_of, three_months

REMEDY = "heating-pad"


def trial(first_back):
    blocks = draw_schedule(NIGHTLY[0], LAST - timedelta(days=first_back), 2)
    return RemedyTrial(f"t{first_back}", REMEDY, "Warm pad", NIGHTLY[0].design, blocks, 2).begun()


def habit():
    return next(f.habit for f in KNOWLEDGE.factors if f.id == KNOWLEDGE.entries[REMEDY].factor)


def compared(*trials):
    """Return which habits a review compares in a journal with the pad on every other evening."""
    records = three_months()
    ticks = tuple(Day(LAST - timedelta(days=k), (HabitEntry(habit(), k % 2),)) for k in reversed(range(90)))
    period = last_nights(90, LAST)
    made = review(replace(records, days=ticks, trials=trials), KNOWLEDGE, period, PRINTED_ON)
    return {association.factor for association in made.associations}


def test_a_trial_that_ended_is_one_line_of_what_was_tried():
    told = repr(contents_of(replace(three_months(), trials=(trial(90),))).page_one)

    assert told.count("Trial on oneself: Warm pad (order by lot,") == 1


def test_nothing_is_told_of_a_trial_that_runs():
    assert "Warm pad" not in repr(contents_of(replace(three_months(), trials=(trial(30),))))


def test_what_a_running_trial_is_about_is_not_compared():
    factor = KNOWLEDGE.entries[REMEDY].factor

    assert factor in compared()
    assert factor in compared(trial(90))
    assert factor not in compared(trial(30))
