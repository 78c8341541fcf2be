"""Rules compare facts with values; what is not known never holds."""

import pytest

from journal_app.knowledge.entries import Comparison
from journal_app.knowledge.rules import asks_condition, holds


@pytest.mark.parametrize(
    ("comparison", "value", "expected"),
    [
        (Comparison("age", at_least=60), 60, True),
        (Comparison("age", at_least=60), 59.9, False),
        (Comparison("age", at_most=60), 60, True),
        (Comparison("age", at_most=60), 61, False),
        (Comparison("season", one_of=("summer", "autumn")), "summer", True),
        (Comparison("season", one_of=("summer",)), "winter", False),
        (Comparison("taking", equals=True), True, True),
        (Comparison("taking", equals=True), 1, False),
        (Comparison("cramp_nights", equals=3), 3.0, True),
        (Comparison("pregnant", equals=False), False, True),
        (Comparison("season", at_least=3), "summer", False),
    ],
)
def test_a_comparison_holds_or_not(comparison, value, expected):
    assert holds(comparison, {comparison.fact: value}) is expected


def test_what_is_not_known_does_not_hold():
    assert not holds(Comparison("pregnant", equals=False), {})


def test_only_what_a_rule_asks_for_is_worth_ticking(knowledge):
    assert asks_condition(knowledge.entries["diabetes"])
    assert not asks_condition(knowledge.entries["alcohol"])
