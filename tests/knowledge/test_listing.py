"""All entries on paper, for a clinician to read and sign."""

import pytest

from journal_app.knowledge.entries import Source
from journal_app.knowledge.listing import SIGN_OFF, listing, reference


@pytest.fixture(scope="module")
def printed(knowledge):
    return listing(knowledge)


def test_each_entry_has_its_place_and_a_line_to_sign(knowledge, printed):
    assert printed.count(SIGN_OFF) == len(knowledge.entries)
    assert [e.id for e in knowledge.entries.values() if f"(`{e.id}`)" not in printed] == []


def test_each_source_is_listed_once(knowledge, printed):
    assert [s for s in knowledge.sources if printed.count(f"\n- `{s}` ") != 1] == []


def test_a_warning_shows_level_question_and_card(printed):
    dvt = printed[printed.index("(`dvt`)") :]

    assert "Level: **Today**" in dvt[:1000]
    assert "Card: Call {urgent} today" in dvt[:1500]


def test_a_figure_is_printed_with_its_interval_and_source(printed):
    assert "(S, `delacour-2018`)" in printed
    assert "odds ratio, 6.5, 1.68 to 38.05" in printed


def test_the_rule_is_written_out(printed):
    assert "- Shown when: pregnant is true and cramp_nights is at least 1" in printed


def test_a_reference_leaves_out_what_is_not_known():
    bare = Source("a-2000", "A body", "A title", None, "website")
    full = Source("b-2001", "B, C", "Title.", 2001, "trial", "J 1:2", doi="10.1/x", pmid="7")

    assert reference(bare) == "A body. A title."
    assert reference(full) == "B, C. Title. J 1:2, 2001. doi 10.1/x."
