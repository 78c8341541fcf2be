from itertools import product

import numpy as np
import pytest
from scipy.stats import permutation_test

from journal_app.analysis.background import fit_background
from journal_app.analysis.trial_comparison import (
    NO_PAIR,
    Answer,
    ComparedNights,
    Shortfall,
    clearly_fewer,
    compare_pairs,
    compare_steps,
    pair_sums,
)
from journal_app.analysis.trial_lot import other_lots

FIRST = np.datetime64("2026-01-01")
RNG = np.random.default_rng(0)


def lot(pairs, block, seed=1):
    """Return arm and pair of every night of a schedule drawn by lot."""
    first = np.random.default_rng(seed).random(pairs) < 0.5
    arms = np.stack([first, ~first], axis=1).ravel().astype(float)
    return np.repeat(arms, block), np.repeat(np.arange(pairs), 2 * block)


def nights(cramp, on, pair=None):
    pair = np.full(len(on), NO_PAIR) if pair is None else pair
    return ComparedNights(FIRST + np.arange(len(on)), np.asarray(cramp, float), on, pair)


def by_lot(cramp, on, pair):
    return compare_pairs(nights(cramp, on, pair), other_lots(pair.max() + 1, 8192, np.random.default_rng(2)))


def cramps(on, with_, without, seed=3):
    return (np.random.default_rng(seed).random(len(on)) < np.where(on == 1, with_, without)).astype(float)


def test_six_pairs_that_all_point_one_way_reach_one_in_32():
    on, pair = lot(6, 4)

    found = by_lot(1 - on, on, pair)
    assert found.p == pytest.approx(2 / 64)
    assert found.answer is Answer.CLEAR
    assert found.high < 1


def test_p_is_that_of_all_lots_as_another_program_counts_them():
    on, pair = lot(8, 4)
    given = nights(cramps(on, 0.3, 0.5), on, pair)
    background = fit_background(given.evenings, given.cramp, np.empty((len(on), 0)))
    sums = pair_sums(given, background)

    other = permutation_test((sums,), np.sum, permutation_type="samples", n_resamples=np.inf)
    assert by_lot(given.cramp, on, pair).p == pytest.approx(other.pvalue)


def test_few_lots_are_all_listed_once_with_the_one_that_fell_first():
    lots = other_lots(6, 100, RNG)

    assert sorted(map(tuple, lots)) == sorted(product((-1.0, 1.0), repeat=6))
    assert set(lots[0]) == {1.0}


def test_many_lots_are_sampled():
    lots = other_lots(42, 500, np.random.default_rng(1))

    assert lots.shape == (501, 42)
    assert abs(lots[1:].mean()) < 0.05


def test_a_sample_of_lots_comes_close_to_all_of_them():
    on, pair = lot(12, 4)
    given = nights(cramps(on, 0.25, 0.5), on, pair)
    exact, sampled = (
        compare_pairs(given, other_lots(12, most, np.random.default_rng(5))) for most in (4096, 4000)
    )

    assert sampled.p == pytest.approx(exact.p, abs=0.015)


def test_a_remedy_after_which_cramps_are_more_is_told_as_more():
    on, pair = lot(42, 1)
    found = by_lot(cramps(on, 0.7, 0.25), on, pair)

    assert found.answer is Answer.CLEAR
    assert found.low > 1
    assert found.chance_fewer < 0.01


def test_exchanging_with_and_without_turns_the_ratio_round():
    on, pair = lot(42, 1)
    cramp = cramps(on, 0.3, 0.5)
    one, other = by_lot(cramp, on, pair), by_lot(cramp, 1 - on, pair)

    assert one.p == other.p
    assert one.ratio == pytest.approx(1 / other.ratio, rel=0.05)
    assert one.chance_fewer == pytest.approx(1 - other.chance_fewer, abs=0.01)


def test_a_long_trial_of_nothing_sees_no_difference():
    on, pair = lot(150, 1)

    found = by_lot(cramps(on, 0.5, 0.5, seed=4), on, pair)
    assert found.answer is Answer.NO_DIFFERENCE
    assert 0.5 < found.low < 1 < found.high < 2


def test_a_wide_interval_is_no_answer():
    on, pair = lot(8, 4)
    found = by_lot(cramps(on, 0.4, 0.4, seed=8), on, pair)

    assert (found.answer, found.shortfall) == (Answer.CANNOT_TELL, Shortfall.WIDE)


@pytest.mark.parametrize(
    ("cramp", "shortfall"),
    [
        (lambda on: np.zeros(len(on)), Shortfall.CRAMPS),
        (lambda on: np.ones(len(on)), Shortfall.CRAMPS),
        (lambda on: np.where(on == 1, np.nan, cramps(on, 0.5, 0.5)), Shortfall.NIGHTS),
        (lambda on: np.where(np.arange(len(on)) < 35, cramps(on, 0.5, 0.5), np.nan), Shortfall.PAIRS),
    ],
)
def test_too_little_is_told_with_its_reason_and_without_numbers(cramp, shortfall):
    on, pair = lot(10, 4)
    found = by_lot(cramp(on), on, pair)

    assert (found.answer, found.shortfall) == (Answer.CANNOT_TELL, shortfall)
    assert found.p is found.ratio is None


def test_weeks_before_and_after_never_get_above_a_hint():
    on = np.repeat([0.0, 1.0], 56)

    found = compare_steps(nights(cramps(on, 0.05, 0.8), on))
    assert found.answer is Answer.LEANING
    assert found.high < 1


def test_nights_before_the_first_that_counts_can_be_left_out():
    on = np.concatenate([np.full(30, np.nan), np.zeros(20), np.ones(20), np.full(5, np.nan)])

    own = nights(np.zeros(75), on).from_first_compared()
    assert own.evenings[0] == FIRST + 30
    assert len(own.cramp) == 40


@pytest.mark.parametrize("seed", range(12))
def test_the_interval_leaves_out_no_difference_just_where_the_lot_does(seed):
    on, pair = lot(21, 4, seed)
    found = by_lot(cramps(on, 0.3, 0.5, seed), on, pair)

    assert (found.p <= 0.05) == (not found.low <= 1 <= found.high)


@pytest.mark.parametrize("seed", range(8))
def test_a_made_up_trial_is_noticed_just_where_a_real_one_is_clear(seed):
    on, pair = lot(12, 4, seed)
    given, flips = nights(cramps(on, 0.2, 0.55, seed), on, pair), other_lots(12, 4096, RNG)
    found = compare_pairs(given, flips)

    assert clearly_fewer(given, flips) == (found.answer is Answer.CLEAR and found.ratio < 1)
