"""Names of medicines as people write them."""

import pytest

from journal_app.knowledge.words import speaks_of


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
