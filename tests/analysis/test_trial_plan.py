from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal_app.analysis.trial_baseline import worst_spell
from journal_app.analysis.trial_nights import likely_nights
from journal_app.analysis.trial_plan import (
    BEFORE_AFTER,
    BLOCKS,
    NIGHTLY,
    Refusal,
    TrialPlan,
    best_plan,
    draw_schedule,
    nothing_can_answer,
    plans_for,
    usual_plan,
)
from journal_app.journal.trial import RemedyTrial, TrialDesign
from tests.analysis.tables import table_of

FIRST = date(2026, 3, 2)
FEW = 24


def nights(share, count=90, seed=1):
    return (np.random.default_rng(seed).random(count) < share).astype(float)


def plans(cramps, act_same_night=True, simulations=FEW):
    return plans_for(table_of(cramps), act_same_night, seed=5, simulations=simulations)


def after_worst_spell():
    return np.concatenate([nights(0.1, 70), nights(0.7, 28)])


@settings(max_examples=20)
@given(st.sampled_from([*NIGHTLY, *BLOCKS, *BEFORE_AFTER]), st.integers(0, 2**32))
def test_a_drawn_schedule_makes_a_trial_without_gaps(plan, seed):
    blocks = draw_schedule(plan, FIRST, seed)
    trial = RemedyTrial("t", "stretch", "Stretching", plan.design, blocks, seed)

    assert len(trial.nights) == plan.nights
    assert trial.first_evening == FIRST
    assert all(one.last + timedelta(days=1) == two.first for one, two in pairwise(blocks))


def test_the_same_seed_draws_the_same_schedule():
    assert draw_schedule(NIGHTLY[0], FIRST, 8) == draw_schedule(NIGHTLY[0], FIRST, 8)
    assert draw_schedule(NIGHTLY[0], FIRST, 8) != draw_schedule(NIGHTLY[0], FIRST, 9)


def test_the_coin_is_fair():
    first = [draw_schedule(BLOCKS[0], FIRST, seed)[0].on for seed in range(400)]

    assert 0.42 < np.mean(first) < 0.58


def test_before_and_after_begins_without():
    blocks = draw_schedule(BEFORE_AFTER[0], FIRST, 1)

    assert [(block.on, block.nights) for block in blocks] == [(False, 28), (True, 28)]


def test_nights_in_turn_are_offered_only_for_what_acts_the_same_night():
    cramps = nights(0.1, 15)

    assert any(plan.block_nights == 1 for plan in plans(cramps))
    assert all(plan.block_nights > 1 for plan in plans(cramps, act_same_night=False))


def test_every_design_drawn_by_lot_has_enough_pairs():
    assert all(plan.pairs >= 6 for plan in (*NIGHTLY, *BLOCKS))


def test_a_journal_of_two_weeks_cannot_foretell_anything():
    found = plans(nights(0.5, 15))

    assert {plan.refusal for plan in found} == {Refusal.FEW_NIGHTS}
    assert nothing_can_answer(found)


def test_a_baseline_that_is_only_the_worst_spell_is_refused():
    refused = {plan.design: plan.refusal for plan in plans(after_worst_spell(), simulations=2)}

    assert refused == {TrialDesign.BEFORE_AFTER: Refusal.WORST_SPELL, TrialDesign.PAIRS: None}


@pytest.mark.parametrize("cramps", [nights(0.4, 98), nights(0.7, 28), after_worst_spell()[::-1]])
def test_a_steady_a_short_and_a_mended_journal_have_no_worst_spell_at_their_end(cramps):
    assert not worst_spell(cramps)


def test_who_has_many_cramps_can_be_answered_and_who_has_few_cannot():
    many, few = plans(nights(0.6), simulations=FEW), plans(nights(0.04), simulations=FEW)

    assert best_plan(many) is not None
    assert nothing_can_answer(few)
    assert best_plan(few) is None


def test_the_shortest_design_that_can_answer_is_the_best():
    short = replace(NIGHTLY[0], chance=0.6)
    plans = (replace(BEFORE_AFTER[0], chance=0.9), short, replace(NIGHTLY[1], chance=0.9))

    assert best_plan(plans) == short


def test_twelve_weeks_are_proposed_where_nothing_can_answer():
    assert usual_plan((BEFORE_AFTER[0], *NIGHTLY)).nights == 84
    assert usual_plan((replace(NIGHTLY[0], chance=0.2), replace(NIGHTLY[1], chance=0.5))).nights == 112


@pytest.mark.parametrize("cramps", [np.zeros(60), np.ones(60)])
def test_a_journal_without_quiet_or_without_cramp_nights_can_be_asked(cramps):
    assert all(0 <= plan.chance <= 1 for plan in plans(cramps, simulations=2))


def test_an_empty_journal_can_be_asked():
    assert nothing_can_answer(plans([]))


def test_the_same_seed_foretells_the_same():
    assert plans(nights(0.4), simulations=4) == plans(nights(0.4), simulations=4)


def test_made_up_nights_have_the_journals_rate_and_half_of_it_with_the_remedy():
    cramp = nights(0.4, 120)
    on = np.tile([0.0, 1.0], (400, 30))
    made_up = likely_nights(table_of(cramp).evenings, cramp, on, 0.5, np.random.default_rng(3))

    without, with_ = made_up[:, ::2].mean(), made_up[:, 1::2].mean()
    assert without == pytest.approx(cramp.mean(), abs=0.07)
    assert with_ / without == pytest.approx(0.5, abs=0.06)


def test_made_up_nights_come_in_runs_where_the_journals_do():
    cramp = np.repeat(nights(0.4, 40, seed=2), 3)
    on = np.zeros((300, 60))
    made_up = likely_nights(table_of(cramp).evenings, cramp, on, 0.5, np.random.default_rng(3))

    assert made_up[:, 1:][made_up[:, :-1] == 1].mean() > 1.3 * made_up.mean()


def test_nights_are_lost_as_often_as_in_the_journal():
    cramp = np.where(np.arange(100) % 5 == 0, np.nan, nights(0.4, 100))
    made_up = likely_nights(
        table_of(cramp).evenings, cramp, np.zeros((100, 50)), 0.5, np.random.default_rng(3)
    )

    assert np.isnan(made_up).mean() == pytest.approx(0.2, abs=0.02)


def test_a_plan_counts_its_nights():
    assert TrialPlan(TrialDesign.PAIRS, 4, 11).nights == 88
