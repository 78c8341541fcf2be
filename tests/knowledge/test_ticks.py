"""The boxes of About me: each thing is asked once, and every former tick keeps its meaning."""

import pytest

from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.knowledge.facts import told_facts
from journal_app.knowledge.ticks import tick_boxes, tick_words
from journal_app.language import Language
from tests.builders import TODAY

ENGLISH = Language()


def told(knowledge, **profile):
    return told_facts(Records(profile=Profile(**profile)), knowledge, TODAY)


def test_no_two_boxes_have_the_same_words(knowledge):
    words = [tick.label for tick in tick_boxes(knowledge, ENGLISH)]

    assert len(words) == len(set(words))


def test_pregnancy_and_dialysis_have_no_box_beside_their_question(knowledge):
    assert {"pregnancy", "dialysis"}.isdisjoint(tick.id for tick in tick_boxes(knowledge, ENGLISH))


def test_smoking_and_weight_are_asked_apart(knowledge):
    found = {tick.id: tick for tick in tick_boxes(knowledge, ENGLISH)}

    assert found["bmi-smoking.smoking"].label == "Smoking"
    assert found["bmi-smoking.weight"].label == "Higher body weight"
    assert found["bmi-smoking"].former


@pytest.mark.parametrize("tick", ["bmi-smoking", "bmi-smoking.smoking", "bmi-smoking.weight"])
def test_each_box_of_an_entry_ticks_it_and_so_does_a_former_one(knowledge, tick):
    assert told(knowledge, conditions=(tick,))["condition.bmi-smoking"] is True


@pytest.mark.parametrize(
    ("kept", "words"),
    [
        ("bmi-smoking.smoking", "Smoking"),
        ("bmi-smoking", "Smoking or a higher body weight"),
        ("bmi-smoking.gone", "bmi-smoking.gone"),
        ("gone-since", "gone-since"),
    ],
)
def test_a_kept_tick_is_told_in_words_and_an_unknown_one_as_it_was_kept(knowledge, kept, words):
    assert tick_words(kept, knowledge, ENGLISH) == words


@pytest.mark.parametrize(("condition", "fact"), [("pregnancy", "pregnant"), ("dialysis", "dialysis")])
def test_a_former_tick_means_what_a_yes_to_the_question_means(knowledge, condition, fact):
    assert told(knowledge, conditions=(condition,))[fact] is True
    assert told(knowledge, **{fact: True})[f"condition.{condition}"] is True
