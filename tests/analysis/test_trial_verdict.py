from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from benchmarks.trial_journals import DECLINE, DRIFT, FOLLOWED, WORST, journals
from journal_app.analysis.trial_comparison import Answer, Shortfall
from journal_app.analysis.trial_plan import BEFORE_AFTER, BLOCKS, NIGHTLY, draw_schedule
from journal_app.analysis.trial_verdict import Arm, verdict
from journal_app.journal.followed import followed
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Night
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial
from tests.builders import evening, records_of

FIRST = date(2026, 3, 2)
PEOPLE = 100


def after(nights):
    return FIRST + timedelta(days=nights)


def trial(plan=NIGHTLY[0], first=FIRST, seed=4, name="stretch"):
    blocks = draw_schedule(plan, first, seed)
    return RemedyTrial(name, "stretch", "Stretching", plan.design, blocks, seed).begun()


def over(given):
    return given.up_to(given.agreed_end + timedelta(days=1))


def lived(given, with_=0.1, without=0.7, before=0, seed=2):
    """Return nights whose chance of a cramp depends on the schedule; other nights are as without."""
    rng = np.random.default_rng(seed)
    on = {night.evening for night in given.nights if night.on}
    last = max(night.evening for night in given.nights)
    first = given.first_evening - timedelta(days=before)
    evenings = [first + timedelta(days=k) for k in range((last - first).days + 1)]
    cramp = [rng.random() < (with_ if evening in on else without) for evening in evenings]
    return Records(nights=tuple(Night(e, (Episode(),) * c) for e, c in zip(evenings, cramp, strict=True)))


def share(plan, scenario, answer):
    """Return how often people in whom nothing is true are given an answer."""
    judged = [verdict(each.trial, each.records).answer for each in journals(scenario, plan, 1.0, PEOPLE, 3)]
    return np.mean([said is answer for said in judged])


def test_nothing_is_worked_out_before_the_agreed_end():
    running = trial()

    assert verdict(running, lived(running)) is None
    assert verdict(running.paused_from(after(20)), lived(running)) is None


def test_a_strong_remedy_is_clear_at_the_end():
    found = verdict(over(trial()), lived(trial()))

    assert found.answer is Answer.CLEAR
    assert found.fewer
    assert found.by_lot
    assert (found.pairs, found.runs) == (42, 1)
    assert found.as_planned.on.per_week < found.as_planned.off.per_week


def test_a_trial_the_person_ended_is_read_and_told_as_such():
    found = verdict(trial().ended(after(60)), lived(trial()))

    assert found.ended_early
    assert found.as_planned.on.nights + found.as_planned.off.nights == 60


def test_a_trial_ended_after_a_week_cannot_tell():
    assert verdict(trial().ended(after(7)), lived(trial())).answer is Answer.CANNOT_TELL


def test_a_trial_without_any_recorded_night_cannot_tell():
    found = verdict(over(trial()), Records())

    assert (found.answer, found.shortfall) == (Answer.CANNOT_TELL, Shortfall.NIGHTS)
    assert found.as_planned.on.per_week is None


def test_washout_nights_are_left_out_of_the_counts():
    found = verdict(over(trial(BLOCKS[0])), lived(trial(BLOCKS[0])))

    assert (found.as_planned.on.nights, found.as_planned.off.nights) == (33, 33)


def test_nights_of_a_pause_are_left_out():
    paused = trial().paused_from(after(10)).resumed_from(after(20))
    found = verdict(over(paused), lived(paused))

    assert found.as_planned.on.nights + found.as_planned.off.nights == 84


def test_several_cramps_in_a_night_count_in_the_weekly_rate():
    given = over(trial())
    records = Records(nights=tuple(Night(n.evening, (Episode(),) * 2) for n in given.nights if n.on))

    assert verdict(given, records).as_planned.on == Arm(nights=42, cramp_nights=42, cramps=84)
    assert verdict(given, records).as_planned.on.per_week == 14


def test_the_answer_goes_by_the_schedule_and_what_was_done_stands_beside_it():
    given = over(trial())
    for night in given.nights[:40]:
        given = given.kept_on(night.evening, used=night.on)
    given = given.kept_on(given.nights[0].evening, used=not given.nights[0].on)
    plain, kept = verdict(over(trial()), lived(trial())), verdict(given, lived(trial()))

    assert (kept.answered, kept.as_scheduled) == (40, 39)
    assert (kept.answer, kept.p, kept.as_planned) == (plain.answer, plain.p, plain.as_planned)
    assert kept.per_protocol.on.nights + kept.per_protocol.off.nights == 39
    assert plain.per_protocol is None


def test_two_runs_are_read_as_one():
    first = trial(BLOCKS[0], name="first")
    second = trial(BLOCKS[0], first=after(100), seed=5, name="second")
    both = lived(first).nights + lived(second, seed=9).nights
    found = verdict(over(second), Records(nights=both), [over(first)])

    assert (found.runs, found.pairs) == (2, 22)
    assert found.as_planned.on.nights == 66
    assert found.answer is Answer.CLEAR


def test_a_second_run_waits_for_its_own_end():
    first, second = trial(name="first"), trial(first=after(100), name="second")

    assert verdict(second, lived(first), [over(first)]) is None


def test_runs_of_two_remedies_are_not_combined():
    other = replace(over(trial()), remedy="heat")

    with pytest.raises(ValueError, match="one remedy"):
        verdict(over(trial()), lived(trial()), [other])


def test_weeks_before_and_after_are_at_most_a_hint():
    given = over(trial(BEFORE_AFTER[1]))
    found = verdict(given, lived(given, with_=0.05, without=0.8, before=60))

    assert found.answer is Answer.LEANING
    assert not found.by_lot


def test_weeks_without_that_were_the_worst_spell_answer_nothing():
    given = over(trial(BEFORE_AFTER[0]))
    calm = tuple(Night(after(k), (Episode(),) * (k % 8 == 0)) for k in range(-90, 0))
    found = verdict(given, Records(nights=calm + lived(given).nights))

    assert (found.answer, found.shortfall) == (Answer.CANNOT_TELL, Shortfall.WORST_SPELL)


def test_a_medicine_is_read_from_its_own_dates():
    given = followed(Medicine("pill", "Water pill", (DosePeriod(FIRST),)), after(60))
    found = verdict(given, lived(given, with_=0.8, without=0.05, before=30))

    assert found.answer is Answer.LEANING
    assert not found.fewer


@pytest.mark.parametrize("scenario", [DRIFT, WORST], ids=lambda s: s.name)
@pytest.mark.parametrize("plan", [NIGHTLY[0], BLOCKS[1]], ids=lambda p: f"{p.block_nights} nights")
def test_a_lot_is_seldom_clear_where_nothing_is_true(plan, scenario):
    assert share(plan, scenario, Answer.CLEAR) <= 0.08


@pytest.mark.parametrize("scenario", [DECLINE, WORST], ids=lambda s: s.name)
@pytest.mark.parametrize("plan", [BEFORE_AFTER[0], FOLLOWED], ids=["before and after", "followed"])
def test_weeks_before_and_after_seldom_hint_where_nothing_is_true(plan, scenario):
    assert share(plan, scenario, Answer.LEANING) <= 0.10


@pytest.mark.parametrize("plan", [NIGHTLY[0], BLOCKS[1], BEFORE_AFTER[1]], ids=["nightly", "blocks", "weeks"])
def test_the_interval_holds_the_truth(plan):
    judged = [
        (each.ratio, verdict(each.trial, each.records)) for each in journals(DRIFT, plan, 0.5, PEOPLE, 5)
    ]
    covered = [said.low <= ratio <= said.high for ratio, said in judged if said.low is not None]

    assert np.mean(covered) >= 0.88


marks = st.lists(st.sampled_from("#o."), max_size=140).map("".join)


@settings(max_examples=40)
@drawn(marks, st.sampled_from([NIGHTLY[0], BLOCKS[0], BEFORE_AFTER[0]]), st.integers(0, 90))
def test_whatever_was_recorded_the_answer_holds_together(pattern, plan, ended):
    given = trial(plan, first=evening(100)).ended(evening(100) + timedelta(days=ended))
    found = verdict(given, records_of(pattern))

    if found.ratio is None:
        assert (found.answer, found.shortfall is None) == (Answer.CANNOT_TELL, False)
    else:
        assert 0 < found.low <= found.ratio <= found.high
        assert 0 <= found.chance_fewer <= 1
        assert 0 < found.p <= 1
    if found.answer is Answer.CLEAR:
        assert not found.low <= 1 <= found.high
