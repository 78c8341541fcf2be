from dataclasses import replace
from datetime import date, timedelta

import pytest

from journal_app.analysis.trial_comparison import Answer, Shortfall
from journal_app.analysis.trial_plan import BEFORE_AFTER, BLOCKS, NIGHTLY, Refusal, draw_schedule
from journal_app.analysis.trial_verdict import Arm, Arms, TrialVerdict
from journal_app.journal.trial import RemedyTrial
from journal_app.wording.segments import plain
from journal_app.wording.trial_evenings import tonight_sentence
from journal_app.wording.trials import (
    answer_words,
    arms_sentence,
    chance_sentence,
    design_words,
    dummy_pill_sentence,
    plans_sentence,
    protocol_sentence,
    quinine_review_sentence,
    status_words,
    tried_line,
    verdict_paragraph,
    waiting_sentence,
    washout_sentence,
)

FIRST = date(2026, 3, 2)
TRIAL = RemedyTrial(
    "t", "stretch", "Stretching", NIGHTLY[0].design, draw_schedule(NIGHTLY[0], FIRST, 1), seed=1
).begun()
ARMS = Arms(Arm(40, 7, 9), Arm(41, 15, 20))
FOUND = TrialVerdict(Answer.CLEAR, None, 0.01, 0.45, 0.28, 0.8, 0.996, ARMS, pairs=42)


def told(found, language):
    return plain(verdict_paragraph(found, TRIAL, language))


@pytest.mark.parametrize(
    ("plan", "words"),
    [
        (NIGHTLY[0], "Night by night, with and without by lot, 84 nights"),
        (BLOCKS[0], "Blocks of 4 nights, with and without by lot, 88 nights"),
        (BEFORE_AFTER[0], "4 weeks without, then 4 weeks with"),
    ],
)
def test_a_design_is_named_by_what_one_does(plan, words, language):
    assert design_words(plan, language) == words


@pytest.mark.parametrize(
    ("chance", "words"),
    [
        (0.02, "hardly ever notice"),
        (0.12, "notice one time in ten"),
        (0.41, "notice 4 times in ten"),
        (0.97, "nearly always notice"),
    ],
)
def test_a_chance_is_told_in_times_of_ten(chance, words, language):
    assert words in plain(chance_sentence(replace(NIGHTLY[0], chance=chance), language))


def test_a_worst_spell_is_refused_with_its_reason(language):
    refused = replace(BEFORE_AFTER[0], refusal=Refusal.WORST_SPELL)

    assert "worst spell" in plain(chance_sentence(refused, language))


@pytest.mark.parametrize(
    ("plans", "words"),
    [
        ((replace(NIGHTLY[0], chance=0.6), replace(NIGHTLY[1], chance=0.7)), "84 nights"),
        ((replace(NIGHTLY[0], chance=0.2),), "no trial of this length can mostly tell"),
        ((replace(BEFORE_AFTER[0], chance=0.6),), "no more than a hint"),
        ((replace(NIGHTLY[0], refusal=Refusal.FEW_NIGHTS),), "Record about three weeks"),
        ((), "no trial of this length"),
    ],
)
def test_what_can_be_answered_is_told_plainly(plans, words, language):
    assert words in plain(plans_sentence(plans, language))


@pytest.mark.parametrize(
    ("plan", "words"),
    [(NIGHTLY[0], ""), (BLOCKS[0], "The first night of"), (BLOCKS[3], "The first 2 nights of")],
)
def test_nights_that_are_not_compared_are_told(plan, words, language):
    assert washout_sentence(plan, language).startswith(words)
    assert bool(washout_sentence(plan, language)) == bool(words)


def test_tonight_is_told_in_one_line(language):
    said = [tonight_sentence(TRIAL, on, language) for on in (True, False, None)]

    assert said == ["Tonight: Stretching.", "Tonight: without Stretching.", ""]


def test_while_it_runs_only_the_day_of_the_answer_is_told(language):
    assert waiting_sentence(TRIAL, language).startswith("The answer comes after the night of 24 May 2026.")
    assert "stands still" in waiting_sentence(TRIAL.paused_from(FIRST + timedelta(days=3)), language)


def test_a_clear_answer_gives_the_cautious_end_first(language):
    assert told(FOUND, language) == (
        "Clear: with Stretching, cramp nights were fewer. Cramp nights were at most 0.8 times as often as "
        "without it; the best guess is 0.5 times, and down to 0.3 times would fit. "
        "The chance that there are fewer with it at all: 99 in 100."
    )


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"ratio": 1.9, "low": 1.2, "high": 3.1}, "cramp nights were more. Cramp nights were at least 1.2"),
        (
            {"answer": Answer.LEANING, "high": 1.1},
            "seem fewer. It may be chance. Cramp nights from 0.3 times to 1.1",
        ),
        ({"answer": Answer.LEANING, "ratio": 1.9, "high": 3.0}, "seem more. It may be chance."),
        ({"answer": Answer.NO_DIFFERENCE, "ratio": 1.0, "high": 1.4}, "No difference seen with Stretching"),
        ({"answer": Answer.CANNOT_TELL, "shortfall": Shortfall.WIDE}, "Cannot tell whether Stretching"),
        ({"by_lot": False}, "Other slow changes cannot be excluded"),
        ({"runs": 2}, "From 2 runs together."),
        ({"ended_early": True}, "ended before the agreed end"),
    ],
)
def test_every_answer_has_its_sentence_and_its_limits(changes, words, language):
    assert words in told(replace(FOUND, **changes), language)


@pytest.mark.parametrize("shortfall", Shortfall)
def test_an_answer_without_numbers_says_why(shortfall, language):
    bare = TrialVerdict(Answer.CANNOT_TELL, shortfall, None, None, None, None, None, ARMS)

    assert told(bare, language).count(".") >= 2
    assert "None" not in told(bare, language)


def test_both_arms_are_told_with_their_counts(language):
    assert plain(arms_sentence(ARMS, language)) == (
        "With it 1.6 cramps a week (cramps on 7 of 40 nights), without it 3 (on 15 of 41 nights)."
    )


def test_an_empty_arm_is_told_without_a_rate(language):
    assert "not at all" in plain(arms_sentence(Arms(Arm(0, 0, 0), Arm(3, 1, 1)), language))


def test_a_few_nights_of_an_arm_are_told_without_a_rate(language):
    assert plain(arms_sentence(Arms(Arm(3, 1, 2), Arm(41, 15, 20)), language)) == (
        "With it cramps on 1 of 3 nights, without it on 15 of 41: too few for a weekly rate."
    )


def test_what_was_really_done_is_told_only_where_it_was_answered(language):
    kept = replace(FOUND, per_protocol=ARMS, answered=80, as_scheduled=76)

    assert protocol_sentence(FOUND, language) == ()
    assert "kept on 76 of 80 nights" in plain(protocol_sentence(kept, language))


def test_what_dummy_pills_did_is_told_with_both_figures(language):
    assert "28 % fewer" in dummy_pill_sentence(language)
    assert "66 of 100" in dummy_pill_sentence(language)


@pytest.mark.parametrize(
    ("found", "line"),
    [
        (FOUND, "Stretching (order by lot, 81 nights): clear; ratio 0.45 (0.28 to 0.8)"),
        (replace(FOUND, ratio=None, by_lot=False), "Stretching (before and after, 81 nights): clear"),
    ],
)
def test_a_trial_fits_into_one_line_of_the_report(found, line, language):
    assert tried_line(found, TRIAL, language) == line


def test_status_and_answer_have_their_words(language):
    assert status_words(TRIAL.status, language) == "running"
    assert answer_words(Answer.NO_DIFFERENCE, language) == "no difference seen"


@pytest.mark.parametrize(
    ("today", "words"), [(5, "after four weeks, on 30 March 2026."), (40, "the next day is 1 June 2026.")]
)
def test_quinine_has_its_review_days(today, words, language):
    assert quinine_review_sentence(FIRST, FIRST + timedelta(days=today), language).endswith(words)
