"""Names as people write them, and the search of the library."""

import pytest

from journal_app.knowledge.words import search, speaks_of


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Bendroflumethiazide 2.5 mg", "bendroflumethiazide"),
        ("ATORVASTATIN", "atorvastatin"),
        ("my water tablets", "water tablet"),
        ("potassium chloride", "potassium"),
        ("calcium + magnesium", "magnesium"),
        ("vitamin D with calcium", "calcium"),
    ],
)
def test_a_name_is_recognised(written, name):
    assert speaks_of(written, (name,))


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("losartan potassium", "potassium"),
        ("naproxen sodium", "sodium"),
        ("esomeprazole magnesium", "magnesium"),
        ("statins are not for me", "atorvastatin"),
        ("quininex", "quinine"),
        ("", "quinine"),
    ],
)
def test_another_word_is_not(written, name):
    assert not speaks_of(written, (name,))


def test_search_puts_what_bears_the_name_first(knowledge):
    assert search(knowledge, "quinine")[0].id.startswith("quinine")


def test_search_takes_word_beginnings_and_both_spellings(knowledge):
    assert "anaemia-iron" in [entry.id for entry in search(knowledge, "anemi")]
    assert "anaemia-iron" in [entry.id for entry in search(knowledge, "anaemi")]


def test_search_wants_every_word(knowledge):
    found = [entry.id for entry in search(knowledge, "swollen calf")]

    assert "dvt" in found
    assert "alcohol" not in found


def test_search_for_nothing_lists_all(knowledge):
    assert len(search(knowledge, "  ")) == len(knowledge.entries)


def test_search_for_nonsense_finds_nothing(knowledge):
    assert search(knowledge, "xyzzy") == ()


def test_every_entry_is_found_by_its_title(knowledge):
    assert [e.id for e in knowledge.entries.values() if e not in search(knowledge, e.title)] == []
