"""Warning questions, the cards that stand, and the numbers to call."""

import pytest

from journal_app.knowledge.entries import Level
from journal_app.knowledge.warnings import (
    answer_to,
    countries,
    hushed,
    standing_cards,
    tick_questions,
    with_numbers,
)
from tests.builders import TODAY, evening
from tests.knowledge.cases import ticked


def test_emergencies_are_asked_first_and_routine_signs_last(knowledge):
    levels = [entry.level for entry in tick_questions(knowledge)]

    assert levels == sorted(levels, key=list(Level).index)


def test_within_a_level_a_clot_is_asked_about_first(knowledge):
    asked = [entry.id for entry in tick_questions(knowledge)]

    assert asked[0] == "pe"
    assert next(entry_id for entry_id in asked if knowledge.entries[entry_id].level == "same_day") == "dvt"


def test_cards_that_stand_come_most_urgent_first(knowledge):
    answers = (ticked("falls"), ticked("dvt"), ticked("pe"))

    assert [card.entry.id for card in standing_cards(answers, knowledge, "UK")] == ["pe", "dvt", "falls"]


def test_a_card_ticked_twice_stands_once(knowledge):
    assert len(standing_cards((ticked("dvt"), ticked("dvt")), knowledge, "UK")) == 1


def test_a_cleared_card_stands_no_more(knowledge):
    cleared = ticked("dvt", cleared_on=TODAY, note="seen by the doctor")

    assert standing_cards((cleared,), knowledge, "UK") == ()


def test_an_answer_to_a_question_of_an_older_base_is_passed_over(knowledge):
    assert standing_cards((ticked("gone-since"),), knowledge, "UK") == ()


@pytest.mark.parametrize(
    ("country", "number"),
    [("UK", "999"), ("US", "911"), ("EU", "112"), ("AU", "000"), ("other", "your emergency number")],
)
def test_each_country_has_its_number(knowledge, country, number):
    assert with_numbers("Call {emergency} now.", knowledge, country) == f"Call {number} now."


def test_an_unknown_country_gets_words_instead_of_a_number(knowledge):
    assert with_numbers("Call {emergency} now.", knowledge, "XX") == "Call your emergency number now."


def test_no_card_is_left_with_a_gap(knowledge):
    cards = [entry.card for entry in tick_questions(knowledge)]

    assert not [
        c for c in cards for country in countries(knowledge) if "{" in with_numbers(c, knowledge, country)
    ]


def test_an_answer_is_kept_with_the_version_of_the_rules(knowledge):
    answer = answer_to(knowledge.entries["dvt"], True, knowledge, TODAY)

    assert (answer.warning, answer.yes, answer.rules_version) == ("dvt", True, knowledge.version)


def test_a_sign_raised_by_the_journal_is_quiet_for_four_weeks_once_cleared(knowledge):
    entry = knowledge.entries["sleep-disturbed"]
    cleared = (ticked("sleep-disturbed", cleared_on=evening(26), note="spoke with the doctor"),)

    assert hushed(entry, cleared, TODAY)
    assert not hushed(entry, cleared, TODAY.replace(year=2027))


def test_what_rests_on_one_event_stays_quiet_until_another(knowledge):
    entry = knowledge.entries["new-medicine"]
    cleared = (ticked("new-medicine", cleared_on=evening(200), note="asked the pharmacist"),)

    assert hushed(entry, cleared, TODAY, happened=evening(300))
    assert not hushed(entry, cleared, TODAY, happened=evening(100))


def test_ticking_it_again_ends_the_quiet(knowledge):
    entry = knowledge.entries["sleep-disturbed"]
    answers = (ticked("sleep-disturbed", cleared_on=evening(3)), ticked("sleep-disturbed", on=evening()))

    assert not hushed(entry, answers, TODAY)
