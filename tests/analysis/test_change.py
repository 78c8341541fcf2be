from datetime import timedelta

import numpy as np
import pytest
from scipy import stats

from journal_app.analysis.change import change_after, change_point, kolmogorov
from tests.analysis.tables import FIRST, coin, table_of

STEP = FIRST + timedelta(days=100)


def nights_with_step(before=0.6, after=0.15, seed=1):
    return table_of(np.append(coin(100, before, seed), coin(100, after, seed + 50)))


def test_a_large_fall_after_a_known_day_is_seen():
    change = change_after(nights_with_step(0.7, 0.1), STEP, "Tablets")

    assert (change.what, change.nights_before, change.nights_after) == ("Tablets", 45, 45)
    assert change.before > change.after
    assert change.low < change.ratio < change.high < 1


def test_where_nothing_changed_no_change_is_seen():
    p = [change_after(table_of(coin(200, 0.4, seed)), STEP).p for seed in range(40)]

    assert np.mean(np.array(p) <= 0.05) <= 0.1


def test_a_slow_fall_is_not_taken_for_a_step():
    chance = np.linspace(0.7, 0.1, 200)
    nights = [np.random.default_rng(seed).random(200) < chance for seed in range(40)]
    p = [change_after(table_of(cramps), STEP).p for cramps in nights]

    assert np.mean(np.array(p) <= 0.05) <= 0.15


def test_too_few_nights_after_the_day_give_no_answer():
    assert change_after(table_of(coin(105)), STEP) is None


def test_a_journal_that_begins_after_the_day_gives_no_answer():
    assert change_after(table_of(coin(100)), FIRST - timedelta(days=5)) is None


def test_with_few_cramps_the_shares_stand_without_a_ratio():
    quiet = np.zeros(200)
    quiet[[10, 90, 150]] = 1
    change = change_after(table_of(quiet), STEP)

    assert (change.ratio, change.p) == (None, None)
    assert change.after == pytest.approx(0)


def test_an_unbidden_change_is_found_with_the_evenings_it_may_have_been():
    found = change_point(nights_with_step())

    assert found.earliest <= STEP <= found.latest
    assert found.before > found.after
    assert found.p < 0.01


def test_steady_nights_have_no_change_point():
    found = [change_point(table_of(coin(150, 0.4, seed))) is not None for seed in range(40)]

    assert np.mean(found) <= 0.1


@pytest.mark.parametrize("cramps", [np.zeros(100), np.ones(100), coin(40), np.full(100, np.nan), []])
def test_nights_that_can_tell_nothing_have_no_change_point(cramps):
    assert change_point(table_of(cramps)) is None


@pytest.mark.parametrize("distance", [0.1, 0.5, 0.8276, 1.0, 1.3581, 2.0])
def test_kolmogorov_agrees_with_scipy(distance):
    """The classical table: 1.3581 leaves 5 %, 0.8276 leaves half."""
    assert kolmogorov(distance) == pytest.approx(stats.kstwobign.sf(distance), abs=1e-9)
