"""Nights with a remedy against nights without, as arrays: the lot's own test, and the model's interval.

`verdict` uses it on a journal, `plans_for` on thousands of journals that it makes up.
"""

from dataclasses import dataclass, replace
from enum import StrEnum
from math import erfc, sqrt

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.background import Background, fit_background, risk
from journal_app.analysis.candidates import Tested, put_to_test
from journal_app.analysis.standardised import standardise
from journal_app.analysis.trial_lot import lot_limits, share_of_lots, sums_by_pair
from journal_app.journal.trial import FEWEST_PAIRS

Array = NDArray[np.float64]
Whole = NDArray[np.intp]

NO_PAIR = -1
FEWEST_OF_EACH = 8  # cramp nights, and quiet nights, among those compared
FEWEST_IN_ARM = 14  # recorded nights with, and without
CLEAR_P = 0.05
CLEAR_P_AGAIN = 0.01  # for two runs together: the first run was a look already
LEANING_P = 0.10
STEP_P = 0.05
HALF, TWICE = 0.5, 2.0
DRIFT_SD_STEP = 0.3


class Answer(StrEnum):
    """What a trial answers. A comparison that no lot drew never gets above `leaning`, a hint."""

    CLEAR = "clear"
    LEANING = "leaning"
    NO_DIFFERENCE = "no_difference"
    CANNOT_TELL = "cannot_tell"


class Shortfall(StrEnum):
    """Why a trial cannot tell."""

    NIGHTS = "nights"  # too few recorded nights with, or without
    CRAMPS = "cramps"  # too few cramp nights, or too few quiet ones
    PAIRS = "pairs"  # too few pairs were done for the lot to tell
    WORST_SPELL = "worst_spell"  # the nights without were the worst spell
    WIDE = "wide"  # half as many and just as many would both fit


@dataclass(frozen=True, slots=True)
class ComparedNights:
    """The nights of one comparison and those around it, in order of time without gaps.

    Attributes:
        evenings: (n,) datetime64[D].
        cramp: (n,) 1, 0, NaN = not recorded.
        on: (n,) 1 with, 0 without, NaN = not compared.
        pair: (n,) number of the pair drawn by lot, -1 = none.

    """

    evenings: NDArray[np.datetime64]
    cramp: Array
    on: Array
    pair: Whole

    @property
    def compared(self) -> NDArray[np.bool_]:
        """Return which nights count, (n,)."""
        return np.isfinite(self.on) & np.isfinite(self.cramp)

    def from_first_compared(self) -> "ComparedNights":
        """Return them without the nights before the first that counts, and after the last."""
        rows = np.flatnonzero(self.compared)
        own = slice(rows[0], rows[-1] + 1) if len(rows) else slice(0)
        return ComparedNights(self.evenings[own], self.cramp[own], self.on[own], self.pair[own])


@dataclass(frozen=True, slots=True)
class Comparison:
    """The answer with its numbers; without enough to go on, the reason and nothing else."""

    answer: Answer
    shortfall: Shortfall | None = None
    p: float | None = None
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    chance_fewer: float | None = None


def compare_pairs(nights: ComparedNights, flips: Array, clear_p: float = CLEAR_P) -> Comparison:
    """Compare nights whose arms were drawn by lot within pairs.

    The background is fitted without the arms. If the remedy did nothing, its residuals r would be
    what they are however the lot had fallen, so T = Σ over compared nights of (±1) r, +1 with and
    -1 without, is put beside the T of other lots: p is the share of lots whose |T| is as large.
    That holds whatever drift, season or runs of bad nights there are. The ratio comes from the model
    (`put_to_test`); its interval holds every effect that the same test does not reject.

    Parameters
    ----------
    nights : ComparedNights
        The trial's nights and those around it.
    flips : ndarray of shape (m, pairs)
        The other lots: +1 keeps a pair as it was drawn, -1 swaps it. See `other_lots`.
    clear_p : float, optional
        p up to which the answer is clear.

    Returns
    -------
    Comparison

    References
    ----------
    Gail, Tan & Piantadosi 1988, doi:10.1093/biomet/75.1.57; Edgington & Onghena 2007,
    Randomization Tests, 4th ed., doi:10.1201/9781420011814.

    """
    lacks = _lacking(nights) or _lacking_pairs(nights)
    if lacks:
        return Comparison(Answer.CANNOT_TELL, lacks)
    background = _background(nights)
    p = share_of_lots(pair_sums(nights, background), flips)
    tested = _tested(nights, background)
    return _answered(_with_lot_limits(_read(tested), tested, nights, flips), p, clear_p)


def clearly_fewer(nights: ComparedNights, flips: Array) -> bool:
    """Tell whether `compare_pairs` would answer "clear" and fewer; quick, for many made-up trials.

    Parameters
    ----------
    nights : ComparedNights
        The trial's nights and those around it.
    flips : ndarray of shape (m, pairs)
        See `other_lots`.

    Returns
    -------
    bool

    """
    if _lacking(nights) or _lacking_pairs(nights):
        return False
    sums = pair_sums(nights, _background(nights))
    return bool(sums.sum() < 0 and share_of_lots(sums, flips) <= CLEAR_P)


def compare_steps(nights: ComparedNights) -> Comparison:
    """Compare weeks without and weeks with that nobody drew by lot.

    The arm is put to the test as a factor is, beside a random walk of 0.3 log-odds per √30 nights,
    weekday and earlier nights. A change that came with the remedy by chance looks just the same, so
    the answer is at most "leaning", at p <= 0.05.

    Parameters
    ----------
    nights : ComparedNights
        The trial's nights and those around it.

    Returns
    -------
    Comparison

    References
    ----------
    Wagner et al. 2002, doi:10.1046/j.1365-2710.2002.00430.x (segmented regression, whose false
    alarms under drift are why the walk is there).

    """
    lacks = _lacking(nights)
    if lacks:
        return Comparison(Answer.CANNOT_TELL, lacks)
    found = _read(_tested(nights, _background(nights, DRIFT_SD_STEP)))
    p = found.p if found.p is not None else 1.0
    return replace(found, answer=Answer.LEANING) if p <= STEP_P else _undecided(found)


def pair_sums(nights: ComparedNights, background: Background) -> Array:
    """Return for each pair Σ residual with minus Σ residual without, (pairs,)."""
    expected = risk(background.fitted(background.coefficients[:, None])[:, 0])
    residual = np.zeros(len(nights.cramp))
    residual[background.recorded] = background.cramp - expected
    counted = nights.compared & (nights.pair != NO_PAIR)
    signed = np.where(nights.on > 0, residual, -residual)[counted]
    return sums_by_pair(nights.pair[counted], signed)


def _background(nights: ComparedNights, drift_sd: float | None = None) -> Background:
    nothing = np.empty((len(nights.cramp), 0))
    if drift_sd is None:
        return fit_background(nights.evenings, nights.cramp, nothing)
    return fit_background(nights.evenings, nights.cramp, nothing, drift_sd)


def _tested(nights: ComparedNights, background: Background) -> Tested:
    """Return the arm as a candidate, on the compared nights only."""
    on = np.where(nights.compared, nights.on, np.nan)[background.recorded]
    return _only(put_to_test(background, on[:, None], [frozenset()]), np.isfinite(on))


def _read(tested: Tested) -> Comparison:
    effects = standardise(tested)
    ratio, low, high = (float(part[0]) for part in (effects.ratio, effects.low, effects.high))
    chance = 0.5 * erfc(float(tested.z[0]) / sqrt(2))
    return Comparison(Answer.CANNOT_TELL, None, float(tested.p[0]), ratio, low, high, chance)


def _with_lot_limits(found: Comparison, tested: Tested, nights: ComparedNights, flips: Array) -> Comparison:
    """Put the limits that the lot itself would not reject in the place of the model's."""
    counted = nights.compared
    limits = lot_limits(tested, nights.on[counted] > 0, nights.pair[counted], flips, CLEAR_P)
    return found if limits is None else replace(found, low=limits[0], high=limits[1])


def _only(tested: Tested, rows: NDArray[np.bool_]) -> Tested:
    """Keep the rows that are compared, so that ratios are those of the trial's own nights."""
    return replace(
        tested,
        cramp=tested.cramp[rows],
        offset=tested.offset[rows],
        expected=tested.expected[rows],
        rest=tested.rest[rows],
    )


def _answered(found: Comparison, p: float, clear_p: float) -> Comparison:
    drawn = replace(found, p=p)
    if p <= clear_p and not _fits(found, 1.0):
        return replace(drawn, answer=Answer.CLEAR)
    return replace(drawn, answer=Answer.LEANING) if p <= LEANING_P else _undecided(drawn)


def _undecided(found: Comparison) -> Comparison:
    if _fits(found, HALF) or _fits(found, TWICE):
        return replace(found, answer=Answer.CANNOT_TELL, shortfall=Shortfall.WIDE)
    return replace(found, answer=Answer.NO_DIFFERENCE)


def _fits(found: Comparison, ratio: float) -> bool:
    return found.low is not None and found.high is not None and found.low <= ratio <= found.high


def _lacking(nights: ComparedNights) -> Shortfall | None:
    counted = nights.compared
    cramps, with_ = int(nights.cramp[counted].sum()), int(nights.on[counted].sum())
    if min(with_, int(counted.sum()) - with_) < FEWEST_IN_ARM:
        return Shortfall.NIGHTS
    if min(cramps, int(counted.sum()) - cramps) < FEWEST_OF_EACH:
        return Shortfall.CRAMPS
    return None


def _lacking_pairs(nights: ComparedNights) -> Shortfall | None:
    arms = [set(nights.pair[nights.compared & (nights.on == arm)].tolist()) for arm in (0.0, 1.0)]
    return Shortfall.PAIRS if len((arms[0] & arms[1]) - {NO_PAIR}) < FEWEST_PAIRS else None
