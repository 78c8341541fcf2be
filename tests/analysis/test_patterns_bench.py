"""A short run of the bench: few journals of each kind, the gates that few journals can hold."""

import subprocess
import sys
import time

import numpy as np
import pytest

from benchmarks import bench
from benchmarks.naive import fisher, three_days
from benchmarks.patterns_adapter import analyse

SEED = 4711


@pytest.fixture(scope="module")
def scores():
    """Score the program's own function on a few journals of up to a year."""
    return bench.score(analyse, bench.OPEN, reps=0.1, seed=SEED, verbose=False, nmax=365)


def pooled(scores, kind, key):
    return np.nanmean([score[key] for score in scores if score["kind"] == kind])


def found(scores, ratio):
    powers = [score["power"] for score in scores if score["kind"] == "effect" and score["n"] >= 300]
    return np.mean([power[ratio]["likely"] for power in powers if ratio in power])


def test_where_nothing_is_p_is_small_no_more_often_than_it_says(scores):
    assert pooled(scores, "null", "fpr05") <= 0.06


def test_where_nothing_is_nothing_likely_is_said(scores):
    assert pooled(scores, "null", "fwer_likely") <= 0.08
    assert pooled(scores, "null", "fwer_strong") <= 0.03


def test_of_what_is_called_likely_little_is_false(scores):
    assert pooled(scores, "effect", "fdr_likely") <= 0.08


def test_intervals_hold_the_truth(scores):
    assert pooled(scores, "effect", "cover_cause") >= 0.88
    assert pooled(scores, "null", "cover_null") >= 0.92


def test_what_is_there_is_found_within_a_year(scores):
    assert found(scores, "3.0") >= 0.75
    assert found(scores, "2.0") >= 0.45


def test_no_verdict_contradicts_its_interval(scores):
    assert sum(score["incoherent"] for score in scores) == 0


def test_degenerate_tables_are_answered_sensibly():
    assert bench.edge_cases(analyse) == []


@pytest.mark.parametrize("method", [three_days, fisher])
def test_naive_methods_see_things_where_nothing_is(method):
    scores = bench.score(method, bench.OPEN, reps=0.1, seed=SEED, only="N3", verbose=False, nmax=365)

    assert pooled(scores, "null", "fwer_likely") >= 0.4


def test_ten_years_with_thirty_factors_take_less_than_a_second():
    table, _ = bench.simulate(bench.OPEN[11], 3650, 1, SEED)[0]
    began = time.process_time()
    analyse(table)

    assert time.process_time() - began < 1.0


def test_the_analysis_needs_numpy_alone():
    code = "import sys, journal_app.analysis.association, journal_app.analysis.trend; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert {"numpy"} == {"numpy", "scipy", "statsmodels", "pandas", "matplotlib"} & set(loaded.split())
