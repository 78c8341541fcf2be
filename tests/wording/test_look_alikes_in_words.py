"""What the answers about a night say: never less than the card of a warning sign."""

import pytest

from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.look_alikes import likeness
from journal_app.language import Language
from journal_app.paths import bundled
from journal_app.wording.look_alikes import likeness_words

KNOWLEDGE = load_knowledge(bundled("knowledge_base"))
LITTLE = "One alone says little."
CARD_FIRST = "Among these answers is a warning sign. What its card says comes first."


def words(entry, **given):
    return likeness_words(likeness(KNOWLEDGE.entries[entry], given), Language())


def test_one_answer_that_differs_says_little():
    assert LITTLE in words("clot-look-alike", ache_hours=True)


@pytest.mark.parametrize(
    ("entry", "sign"),
    [("clot-look-alike", "swelling_one"), ("rest-pain", "hang_down"), ("mnd-look-alike", "speech")],
)
def test_one_answer_that_is_a_warning_sign_is_never_said_to_be_little(entry, sign):
    assert words(entry, **{sign: True}) == CARD_FIRST


def test_the_card_comes_first_where_more_answers_differ_too():
    told = words("clot-look-alike", swelling_one=True, ache_hours=True)

    assert told.startswith(CARD_FIRST)
    assert "worth asking your doctor" in told


def test_a_no_to_a_warning_sign_speaks_of_no_card():
    assert CARD_FIRST not in words("clot-look-alike", swelling_one=False, ache_hours=True)
