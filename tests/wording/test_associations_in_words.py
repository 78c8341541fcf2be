import pytest

from journal_app.analysis.results import Association, Lacking, OutcomeDifference, Verdict
from journal_app.journal.factor import Factor
from journal_app.wording.amounts import US
from journal_app.wording.associations import (
    association_paragraph,
    counts_sentence,
    lag_words,
    looked_at_sentence,
    needed_label,
    other_explanations,
    outcome_sentence,
    ratio_sentence,
    thirds_sentence,
    too_few_sentence,
    verdict_chip,
    verdict_words,
    wrong_share_sentence,
)
from journal_app.wording.segments import plain

DRINK = Factor(
    "alcohol",
    "Alcohol",
    "alcohol",
    cut=0,
    with_words="evenings with a drink",
    without_words="evenings without",
)
WATER = Factor(
    "water",
    "Water",
    "water",
    "ml",
    with_words="days with much water",
    without_words="days with little water",
)


def found(verdict=Verdict.LIKELY, ratio=2.4, low=1.3, high=4.2, **more):
    values = {"factor": "alcohol", "days_before": 0, "cramps_with": 11, "cramps_without": 10}
    counts = {"nights_with": 24, "nights_without": 60}
    return Association(**{**values, **counts, **more}, verdict=verdict, ratio=ratio, low=low, high=high)


def test_counts_come_as_natural_frequencies(language):
    told = plain(counts_sentence(found(), DRINK, language))

    assert told == "Cramps after 11 of 24 evenings with a drink, and after 10 of 60 evenings without."


def test_a_lag_is_named_before_the_counts(language):
    told = plain(counts_sentence(found(days_before=1), DRINK, language))

    assert told.startswith("Looking at the day before: cramps after 11 of 24")


def test_an_own_habit_has_words_too(language):
    own = Factor("own-1", "Sauna {hot} **", "own-1", cut=0)

    told = plain(counts_sentence(found(), own, language))
    assert (
        told
        == "Cramps after 11 of 24 days with Sauna {hot} **, and after 10 of 60 days without Sauna {hot} **."
    )


@pytest.mark.parametrize(
    ("association", "words"),
    [
        (found(), "At least 1.3 times as often; the best guess is 2.4 times, and up to 4.2 times would fit."),
        (
            found(ratio=0.5, low=0.3, high=0.8),
            "At most 0.8 times as often; the best guess is half, and down to 0.3 times would fit.",
        ),
        (found(Verdict.NONE, 1.0, 0.5, 2.0), "Anything from half to twice as often would still fit."),
        (
            found(Verdict.NONE, 1.4, 1.02, 2.3),
            "From 1.02 times to 2.3 times as often would fit. Among many habits looked at, one such is no "
            "surprise: it does not count as a sign.",
        ),
        (found(Verdict.TOO_FEW_NIGHTS, None, None, None), ""),
    ],
)
def test_the_end_nearer_to_no_difference_comes_first(association, words, language):
    assert plain(ratio_sentence(association, language)) == words


def test_other_explanations_are_named(language):
    association = found(days_before=1, follows_cramps=True, inseparable_from=("caffeine", "sitting"))

    told = [plain(s) for s in other_explanations(association, {"caffeine": "Coffee"}, language)]
    assert told == [
        "It came earlier than the cramps, so it was no answer to that night.",
        "It was commoner on days after a cramp night, so it may be a result of cramps instead.",
        "It fell on the same days as Coffee and sitting: the journal cannot tell them apart.",
        "Something that was not recorded may lie behind both.",
    ]


def test_every_verdict_has_words_and_its_share_of_wrong_ones(language):
    words = [verdict_words(verdict, language) for verdict in Verdict]

    assert words == [
        "not enough nights yet",
        "no sign so far",
        "a hint",
        "likely to go together",
        "clearly goes together",
    ]
    assert verdict_chip(Verdict.LIKELY, language) == "likely"
    assert wrong_share_sentence(Verdict.HINT, language) == "About 1 in 3 of these turns out to be chance."
    assert wrong_share_sentence(Verdict.LIKELY, language) == "About 1 in 10 of these is chance."
    assert wrong_share_sentence(Verdict.STRONG, language).startswith("Fewer than 1 in 100")
    assert wrong_share_sentence(Verdict.TOO_FEW_NIGHTS, language) == ""


@pytest.mark.parametrize(
    ("lacking", "words"),
    [
        (Lacking.NIGHTS, "9 more nights are needed before this can be told."),
        (Lacking.WITH, "Still missing: 9 evenings with a drink."),
        (Lacking.WITHOUT, "Still missing: 9 evenings without."),
        (Lacking.CRAMPS, "Nights with and nights without a cramp: at least 8 of each are needed."),
        (
            Lacking.OWN_VARIATION,
            "It moved together with time or with other habits. Only trying it on and off can tell.",
        ),
    ],
)
def test_too_few_nights_say_what_is_missing(lacking, words, language):
    association = found(Verdict.TOO_FEW_NIGHTS, None, None, None, lacking=lacking, nights_needed=9)

    assert plain(too_few_sentence(association, DRINK, language)) == words


def test_missing_nights_fit_a_label(language):
    assert needed_label(found(nights_needed=9), language) == "9 more nights"
    assert needed_label(found(nights_needed=1), language) == "1 more night"
    assert needed_label(found(), language) == "not yet"


def test_lags_are_named_from_the_night(language):
    assert [lag_words(k, language) for k in range(4)] == [
        "the same day",
        "the day before",
        "two days before",
        "3 days before",
    ]


def test_thirds_are_explained_in_the_persons_units(language):
    association = found(binary=False, top_from=1774.41, bottom_to=946.353)

    told = plain(thirds_sentence(association, WATER, language, US))
    assert told == "Much is 60 fl oz or more, little is 32 fl oz or less: your own highest and lowest third."


def test_second_outcomes_are_told_without_a_verdict(language):
    told = plain(outcome_sentence(OutcomeDifference("worst_pain", 5.24, 4.1, 0.2), language))

    assert told == "Worst pain: 5.2 with, 4.1 without."


def test_a_finding_is_told_counts_first_and_never_as_a_cause(language):
    told = plain(association_paragraph(found(), DRINK, {}, language))

    assert told.startswith("Cramps after 11 of 24")
    assert told.endswith("About 1 in 10 of these is chance.")
    assert "cause" not in told


def test_too_few_nights_tell_no_ratio(language):
    association = found(Verdict.TOO_FEW_NIGHTS, nights_needed=3, lacking=Lacking.NIGHTS)

    told = plain(association_paragraph(association, DRINK, {}, language))
    assert told == "3 more nights are needed before this can be told."


def test_habits_looked_at_are_counted_once(language):
    rows = [found(), found(days_before=1), found(factor="water")]

    assert looked_at_sentence(rows, language) == "2 habits were looked at."
