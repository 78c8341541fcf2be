from dataclasses import replace
from datetime import timedelta

import pytest

from journal_app.analysis.trial_plan import BLOCKS, NIGHTLY, Refusal, draw_schedule
from journal_app.analysis.tried import earlier_runs, plans_of_journal, under_trial, what_was_tried
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial
from tests.builders import TODAY, evening, records_of


def trial(first_back, **more):
    blocks = draw_schedule(NIGHTLY[0], evening(first_back), 1)
    return RemedyTrial(more.pop("id", "t"), "stretch", "Stretching", NIGHTLY[0].design, blocks, 1, **more)


def test_a_trial_that_runs_has_no_answer():
    running = trial(50).begun()
    records = records_of("#o" * 60, trials=(running,))

    assert [(tried.trial, tried.verdict) for tried in what_was_tried(records, TODAY)] == [(running, None)]
    assert under_trial(records, TODAY) == {"stretch"}


def test_a_trial_whose_last_night_is_over_is_answered():
    records = records_of("#oo" * 40, trials=(trial(83).begun(),))

    (tried,) = what_was_tried(records, TODAY)

    assert tried.trial.ended_on == TODAY
    assert tried.verdict is not None
    assert under_trial(records, TODAY) == frozenset()


def test_one_called_off_before_its_first_night_has_no_answer():
    (tried,) = what_was_tried(Records(trials=(trial(-5).begun().ended(TODAY),)), TODAY)

    assert tried.verdict is None


def test_a_second_run_is_judged_with_the_first():
    first = trial(175, id="first").begun().up_to(TODAY)
    second = trial(83, id="second", repeats="first").begun()
    records = records_of("#oo" * 60, trials=(first, second))

    assert [tried.verdict.runs for tried in what_was_tried(records, TODAY)] == [1, 2]


def test_a_run_of_another_design_is_judged_alone():
    first = trial(175, id="first").begun().up_to(TODAY)
    later = replace(
        trial(90, id="second", repeats="first"),
        blocks=draw_schedule(BLOCKS[0], evening(90), 1),
        remedy="heat",
    )

    assert earlier_runs(later, (first, later)) == ()


def test_a_medicine_with_dates_is_followed_after_the_trials():
    pill = Medicine("m", "Water pill", (DosePeriod(TODAY - timedelta(days=60), None, ""),))
    records = records_of("#oo" * 60, medicines=(pill,), trials=(trial(50).begun(),))

    assert [tried.trial.name for tried in what_was_tried(records, TODAY)] == ["Stretching", "Water pill"]


@pytest.mark.parametrize("records", [Records(), records_of("#o#")], ids=["none", "three nights"])
def test_without_nights_no_chance_is_told(records):
    plans = plans_of_journal(records, True, TODAY, 1)

    assert {plan.refusal for plan in plans} == {Refusal.FEW_NIGHTS}
