"""The steps between a column and a verdict: readings, background, lags, enough, checkpoints."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import optimize

from journal_app.analysis.background import fit_background
from journal_app.analysis.candidates import put_to_test
from journal_app.analysis.enough import Counts, lacking, nights_needed
from journal_app.analysis.lags import best_lag, discovery_rates, lag_weights
from journal_app.analysis.readings import lagged, read
from journal_app.analysis.results import Lacking, Verdict
from journal_app.analysis.standardised import standardise
from journal_app.analysis.together import inseparable
from journal_app.analysis.verdicts import checkpoints, next_checkpoint, verdict
from tests.analysis.tables import coin, nights_after

EVENINGS = np.datetime64("2026-01-01", "D") + np.arange(120)


def background_of(cramp, *columns):
    factors = np.stack(columns, axis=1) if columns else np.empty((len(cramp), 0))
    return fit_background(EVENINGS[: len(cramp)], cramp, factors)


def test_an_amount_is_cut_into_thirds():
    found = read(np.arange(9.0), binary=False)

    assert found.score.tolist() == [0, 0, 0, 0.5, 0.5, 0.5, 1, 1, 1]
    assert (found.bottom_to, found.top_from) == (pytest.approx(8 / 3), 6)


def test_values_that_are_alike_stay_together():
    assert read(np.array([0.0] * 8 + [5, 9]), binary=False).score.tolist() == [0] * 8 + [1, 1]


def test_a_column_of_one_value_has_no_other_side():
    assert 0 not in read(np.full(9, 3.0), binary=False).score


def test_what_is_not_known_has_no_score():
    assert np.isnan(read(np.array([1.0, np.nan, 3.0]), binary=False).score).tolist() == [False, True, False]


@given(st.lists(st.floats(0, 1e6) | st.none(), min_size=2, max_size=40))
def test_more_of_a_habit_never_scores_less(amounts):
    column = np.array([np.nan if amount is None else amount for amount in amounts])
    score = read(column, binary=False).score
    known = np.isfinite(column)

    assert (np.diff(score[known][np.argsort(column[known], kind="stable")]) >= 0).all()


def test_a_lag_moves_the_days_on():
    assert lagged(np.array([1.0, 2.0, 3.0]), 2).tolist() == pytest.approx([np.nan, np.nan, 1], nan_ok=True)


def test_the_background_is_the_mode_that_scipy_finds():
    cramp, habit = coin(120), coin(120, seed=4)
    cramp[30:34] = np.nan
    background = background_of(cramp, habit)
    design = background.fitted(np.eye(len(background.coefficients)))

    def loss(theta):
        odds = design @ theta
        return (
            np.logaddexp(0, odds).sum() - background.cramp @ odds + theta @ background.precision @ theta / 2
        )

    theirs = optimize.minimize(loss, np.zeros(len(background.coefficients)), method="BFGS").fun
    assert loss(background.coefficients) == pytest.approx(theirs, abs=1e-6)


def test_the_ramp_and_its_sums_are_transposes():
    background = background_of(coin(120), coin(120, seed=4))
    design = background.fitted(np.eye(len(background.coefficients)))
    values = np.random.default_rng(1).normal(size=(120, 3))

    assert background.onto(values) == pytest.approx(design.T @ values)
    assert background.products(np.ones(120)) == pytest.approx(design.T @ design)


def test_the_interval_ends_where_the_likelihood_has_fallen_by_1_92():
    habit = coin(120, seed=4)
    background = background_of(nights_after(habit), habit)
    tested = put_to_test(background, habit[:, None], [frozenset({background.first_factor})])
    effects = standardise(tested)

    assert effects.low[0] < effects.ratio[0] < effects.high[0]
    assert (effects.low[0] > 1) == (tested.p[0] < 0.05)


def test_what_is_not_known_tells_nothing_about_a_habit():
    habit = coin(120, seed=4)
    background = background_of(nights_after(habit))
    half = np.where(np.arange(120) < 60, habit, np.nan)
    tested = put_to_test(background, np.stack([habit, half], axis=1), [frozenset()] * 2)

    assert (tested.rest[60:, 1] == 0).all()
    assert tested.curvature[1] < tested.curvature[0]


def test_habits_of_the_same_or_of_opposite_days_cannot_be_told_apart():
    walk, other = coin(100), coin(100, seed=5)
    alike = inseparable([read(column, binary=True) for column in (walk, 1 - walk, other)])

    assert alike.tolist() == [[False, True, False], [True, False, False], [False, False, False]]


def test_columns_that_hardly_meet_are_not_called_inseparable():
    early = np.where(np.arange(100) < 60, coin(100), np.nan)
    late = np.where(np.arange(100) >= 50, coin(100), np.nan)

    assert not inseparable([read(early, binary=True), read(late, binary=True)]).any()


def test_lags_share_one_error_between_them():
    assert sum(lag_weights((0, 1, 2)).values()) == pytest.approx(1)
    assert lag_weights((0,)) == {0: 1}


def test_the_nearest_day_is_preferred_where_two_say_the_same():
    assert best_lag({0: 0.01, 1: 0.01, 2: 0.01}, (0, 1, 2)) == (0, pytest.approx(0.01 / 0.6))


def test_a_factor_that_could_not_be_tested_has_no_rate():
    q = discovery_rates(np.array([0.01, np.nan, 0.5]), np.zeros(3, bool))

    assert q.tolist() == pytest.approx([0.02, np.nan, 0.5], nan_ok=True)


@pytest.mark.parametrize(
    ("counts", "lacks", "nights"),
    [
        (Counts(20, 10, 10, 10, 5, 5), Lacking.NIGHTS, 10),
        (Counts(100, 4, 50, 50, 2, 2), Lacking.CRAMPS, 90),
        (Counts(100, 40, 4, 96, 2, 38), Lacking.WITH, 90),
        (Counts(100, 40, 96, 4, 38, 2), Lacking.WITHOUT, 90),
        (Counts(100, 40, 50, 50, 20, 20, 0.02), Lacking.OWN_VARIATION, None),
        (Counts(100, 40, 50, 50, 20, 20, 0.9), None, 0),
    ],
)
def test_what_is_lacking_and_how_many_nights_it_takes(counts, lacks, nights):
    assert lacking(counts) is lacks
    assert nights_needed(counts) == (nights if nights is None else pytest.approx(nights, abs=5))


def test_nights_without_end_are_not_promised():
    assert nights_needed(Counts(300, 100, 0, 300, 0, 100)) is None


def test_checkpoints_lie_four_weeks_apart():
    assert [checkpoints(n).last for n in (29, 30, 55, 56, 83, 84)] == [None, 30, 42, 56, 56, 84]
    assert checkpoints(84).before == 56
    assert checkpoints(45).before is None


@given(st.integers(0, 4000))
def test_the_next_checkpoint_is_the_one_that_will_be_reached(nights):
    following = next_checkpoint(nights)

    assert nights < following <= nights + 30
    assert checkpoints(following).last == following
    assert checkpoints(following - 1).last == checkpoints(nights).last


@pytest.mark.parametrize(
    ("q", "before", "said"),
    [
        (0.21, 0.001, Verdict.NONE),
        (0.15, None, Verdict.HINT),
        (0.04, None, Verdict.HINT),
        (0.04, 0.15, Verdict.HINT),
        (0.04, 0.08, Verdict.LIKELY),
        (0.001, 0.08, Verdict.LIKELY),
        (0.001, 0.03, Verdict.STRONG),
    ],
)
def test_a_verdict_needs_two_checkpoints_to_rise_above_a_hint(q, before, said):
    assert verdict(q, before) is said
