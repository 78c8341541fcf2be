"""Each basic statistic against a published worked example, and against scipy on many tables."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from journal_app.analysis.basic import (
    benjamini_hochberg,
    fisher_exact,
    mantel_haenszel,
    newcombe,
    risk_ratio,
    wilson,
)


@pytest.mark.parametrize(
    ("events", "of", "low", "high"),
    [(81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0.0, 0.1611), (1, 29, 0.0061, 0.1718)],
)
def test_wilson_as_in_newcombe_1998_table_i_method_3(events, of, low, high):
    found = wilson(events, of)

    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("counts", "low", "high"),
    [
        ((56, 70, 48, 80), 0.0524, 0.3339),
        ((9, 10, 3, 10), 0.1705, 0.8090),
        ((6, 7, 2, 7), 0.0582, 0.8062),
        ((5, 56, 0, 29), -0.0381, 0.1926),
        ((0, 10, 0, 20), -0.1611, 0.2775),
        ((10, 10, 0, 20), 0.6791, 1.0),
    ],
)
def test_difference_as_in_newcombe_1998_table_ii_method_10(counts, low, high):
    found = newcombe(*counts)

    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def test_risk_ratio_as_in_moore_mccabe_craig_example_8_18():
    """Introduction to the Practice of Statistics, 9th ed.: aspirin, 45 and 73 vascular events of 411."""
    found = risk_ratio(45, 411, 73, 411)

    assert (round(found.low, 4), round(found.high, 4)) == (0.4364, 0.8707)


def test_fisher_as_the_lady_who_tasted_tea():
    """Fisher 1935, The Design of Experiments; Agresti 2002, section 3.5.2: three of four right, p = 0.486."""
    assert round(fisher_exact(3, 4, 1, 4), 3) == 0.486


def test_fisher_as_the_convicted_twins():
    """Fisher 1962 in the R manual, fisher.test: 2 of 17 against 10 of 13, p = 0.0005367."""
    assert round(fisher_exact(2, 17, 10, 13), 7) == 0.0005367


def test_mantel_haenszel_as_the_berkeley_admissions():
    """Bickel et al. 1975 by department; R manual, mantelhaen.test: 0.9046968 (0.7719074 to 1.0603298).

    Without continuity correction chi-square = 1.5246, p = 0.2169 (Penn State STAT 504, lesson 5).
    """
    found = mantel_haenszel(*_admissions())

    assert (round(found.value, 6), round(found.low, 6), round(found.high, 6)) == (0.904697, 0.771907, 1.06033)
    assert round(found.p, 4) == 0.2169


def test_benjamini_hochberg_as_in_their_paper_of_1995():
    """Section 4.1, fifteen endpoints of a thrombolysis trial: the four smallest are kept at 0.05."""
    p = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719,
         0.6528, 0.7590, 1.0]  # fmt: skip

    assert (benjamini_hochberg(p) <= 0.05).tolist() == [True] * 4 + [False] * 11


counts = st.integers(1, 60).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@given(counts, counts)
def test_fisher_agrees_with_scipy(one, two):
    table = [[one[0], one[1] - one[0]], [two[0], two[1] - two[0]]]

    assert fisher_exact(*one, *two) == pytest.approx(stats.fisher_exact(table).pvalue, abs=1e-9)


@given(counts)
def test_wilson_agrees_with_scipy(one):
    theirs = stats.binomtest(*one).proportion_ci(method="wilson")

    assert (wilson(*one).low, wilson(*one).high) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_benjamini_hochberg_agrees_with_scipy(p):
    assert benjamini_hochberg(p) == pytest.approx(stats.false_discovery_control(p, method="bh"), abs=1e-12)


@given(counts, counts)
def test_an_exchange_of_the_groups_turns_the_difference_round(one, two):
    here, there = newcombe(*one, *two), newcombe(*two, *one)

    assert (here.low, here.high) == pytest.approx((-there.high, -there.low))


def test_nothing_counted_gives_no_estimate():
    assert wilson(0, 0).value is None
    assert newcombe(0, 0, 3, 5).value is None
    assert risk_ratio(0, 5, 3, 5).value is None
    assert mantel_haenszel([1, 1], [0, 1], [0, 0]).p is None


def test_groups_in_which_all_had_the_event_do_not_differ():
    assert risk_ratio(5, 5, 7, 7).p == 1.0


def _admissions():
    """Return sex, admission and department of every applicant."""
    men = [(512, 313), (353, 207), (120, 205), (138, 279), (53, 138), (22, 351)]
    women = [(89, 19), (17, 8), (202, 391), (131, 244), (94, 299), (24, 317)]
    rows = [
        (male, admitted, department)
        for department, pair in enumerate(zip(men, women, strict=True))
        for male, (yes, no) in zip((True, False), pair, strict=True)
        for admitted, times in ((True, yes), (False, no))
        for _ in range(times)
    ]
    return np.array(rows).T
