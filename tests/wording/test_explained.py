"""What lies behind a verdict is told in full, and only what there is."""

from journal_app.analysis.results import Association, Crude, DoseBin, Lacking, OutcomeDifference, Verdict
from journal_app.journal.factor import Factor
from journal_app.wording.explained import explained_lines

WATER = Factor("water", "Water", "water", unit="ml")
SEEN = Association(
    "water",
    0,
    Verdict.LIKELY,
    nights_with=24,
    nights_without=60,
    cramps_with=11,
    cramps_without=10,
    ratio=2.4,
    low=1.3,
    high=4.2,
    difference=0.25,
    difference_low=0.05,
    difference_high=0.4,
    p=0.004,
    q=0.0004,
    crude=Crude(2.75, 1.4, 5.5, 0.29, 0.08, 0.5, 0.006),
    doses=(DoseBin(500, 500, 12, 3), DoseBin(1000, 1500, 12, 5)),
    outcomes=(OutcomeDifference("worst_pain", 5, 4, None),),
)


def test_interval_p_and_q_stand_beside_the_rule_of_the_verdict(language):
    told = list(explained_lines([SEEN], WATER, language))

    assert told[0].startswith("Likely: q is at most 0.05")
    assert "2.4 times as often, 95 % interval 1.3 to 4.2; p 0.004, q under 0.001." in told[1]


def test_the_difference_and_the_bare_counts_are_told(language):
    told = list(explained_lines([SEEN], WATER, language))

    assert "in 100: 25, interval 5 to 40." in told[2]
    assert told[3].startswith("The bare counts alone: 2.8 times, 1.4 to 5.5; Fisher's p 0.006.")


def test_amounts_that_are_one_number_are_told_as_one(language):
    told = list(explained_lines([SEEN], WATER, language))

    assert told[-2:] == ["500 ml: cramps on 3 of 12 nights", "1 L to 1.5 L: cramps on 5 of 12 nights"]


def test_without_a_test_the_reason_stands_alone(language):
    few = Association("water", 0, Verdict.TOO_FEW_NIGHTS, 2, 10, 1, 2, lacking=Lacking.WITH)

    assert list(explained_lines([few], WATER, language)) == ["There are too few nights after the habit."]
