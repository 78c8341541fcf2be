from dataclasses import replace

import pytest

from journal_app.analysis.results import Association, Verdict
from journal_app.journal.factor import Factor
from journal_app.knowledge.entries import Knowledge, Muscle
from journal_app.wording.over_time import (
    habit_sentence,
    muscles_sentence,
    season_sentence,
    strip_sentence,
)
from tests.wording.test_summaries_in_words import summary

KNOWLEDGE = Knowledge("1", {}, {}, (), (), (Muscle("calf", "calf", "back"),))
YEAR = dict.fromkeys(range(1, 13), (5, 28))


def test_the_commonest_places_come_first(language):
    muscles = (("left", "calf", 15), ("", "", 2), ("right", "calf", 4))

    told = muscles_sentence(replace(summary(), muscles=muscles), KNOWLEDGE, language)
    assert told == "Most often: left calf (15) and right calf (4). 2 cramps have no place."


def test_unknown_places_are_said(language):
    assert muscles_sentence(summary(), KNOWLEDGE, language) == "No cramp with its place in this period."


def test_a_year_tells_its_best_and_worst_month(language):
    told = season_sentence({**YEAR, 1: (14, 28), 7: (1, 28)}, language)

    assert told == "Most in January (14 of 28 recorded nights), fewest in July (1 of 28)."


@pytest.mark.parametrize("months", [{1: (3, 20)}, {**YEAR, **dict.fromkeys(range(1, 5), (0, 3))}])
def test_less_than_a_year_tells_no_season(months, language):
    assert season_sentence(months, language).startswith("After about a year of nights")


def test_the_same_share_all_year_tells_no_month(language):
    assert season_sentence(YEAR, language) == "About the same share of cramp nights in every month."


def test_the_strip_tells_its_quiet_run(language):
    assert strip_sentence(summary(), language) == (
        "Cramps on 21 of 84 recorded nights. Longest quiet run: 9 nights."
    )


def test_a_habit_tells_its_verdict_and_how_often_it_was_answered(language):
    row = Association("sauna", 0, Verdict.HINT, 20, 30, 8, 4)
    factor = Factor("sauna", "Sauna", "sauna", cut=0)

    assert habit_sentence(row, factor, 50, 90, language) == (
        "Cramps after 8 of 20 days with Sauna, and after 4 of 30 days without Sauna. "
        "Verdict: a hint. Answered on 50 of 90 days."
    )


def test_a_habit_without_a_comparison_tells_only_its_answers(language):
    assert habit_sentence(None, None, 5, 90, language) == "Answered on 5 of 90 days."
