"""What a trial could show this person, before it is begun: by trying each design on made-up nights."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.day_table import DayTable
from journal_app.analysis.trial_baseline import worst_spell
from journal_app.analysis.trial_comparison import (
    HALF,
    NO_PAIR,
    Answer,
    ComparedNights,
    clearly_fewer,
    compare_steps,
)
from journal_app.analysis.trial_lot import other_lots
from journal_app.analysis.trial_nights import likely_nights
from journal_app.analysis.trial_verdict import cramp_nights
from journal_app.journal.trial import Block, TrialDesign

Array = NDArray[np.float64]

FEWEST_NIGHTS = 21
NIGHTS_LOOKED_AT = 120
SIMULATIONS = 160
LOTS = 999
ENOUGH_CHANCE = 0.5


class Refusal(StrEnum):
    """Why a design is not offered."""

    FEW_NIGHTS = "few_nights"  # too few recorded nights to tell beforehand
    WORST_SPELL = "worst_spell"  # the baseline would be the worst spell only


@dataclass(frozen=True, slots=True)
class TrialPlan:
    """One design and what it can show: `chance` to notice if cramp nights were halved."""

    design: TrialDesign
    block_nights: int
    pairs: int  # of one block with and one without; 1 for before and after
    washout: int = 0  # first nights of each block that are not compared
    chance: float | None = None
    refusal: Refusal | None = None

    @property
    def nights(self) -> int:
        """Return how many nights it takes."""
        return 2 * self.pairs * self.block_nights

    @property
    def can_answer(self) -> bool:
        """Whether it would notice a halving at least every other time."""
        return self.refusal is None and self.chance is not None and self.chance >= ENOUGH_CHANCE


BEFORE_AFTER = (
    TrialPlan(TrialDesign.BEFORE_AFTER, 28, 1),
    TrialPlan(TrialDesign.BEFORE_AFTER, 56, 1),
)
NIGHTLY = (
    TrialPlan(TrialDesign.PAIRS, 1, 42),
    TrialPlan(TrialDesign.PAIRS, 1, 56),
    TrialPlan(TrialDesign.PAIRS, 1, 84),
)
BLOCKS = (
    TrialPlan(TrialDesign.PAIRS, 4, 11, washout=1),
    TrialPlan(TrialDesign.PAIRS, 4, 14, washout=1),
    TrialPlan(TrialDesign.PAIRS, 4, 21, washout=1),
    TrialPlan(TrialDesign.PAIRS, 7, 12, washout=2),
)


def plans_for(
    table: DayTable, act_same_night: bool, seed: int, simulations: int = SIMULATIONS
) -> tuple[TrialPlan, ...]:
    """Return each feasible design with its chance to notice a halving of this person's cramp nights.

    Nights to come are made up from the journal (`likely_nights`), half of the cramp nights are taken
    from those with the remedy, and the very comparison that judges a real trial is made. `chance` is
    the share of such trials that end clear (pairs) or as a hint (before and after), in the right
    direction; its standard error is at most 4 points. Before and after is refused where the last
    28 nights were only the worst spell.

    Parameters
    ----------
    table : DayTable
        Of the journal so far; the last 120 nights are used.
    act_same_night : bool
        Whether the remedy works on the night it is used, and on no later one.
    seed : int
        For the made-up nights.
    simulations : int, optional
        How many trials are made up for each design.

    Returns
    -------
    tuple of TrialPlan
        In order of length within kind. Without 21 recorded nights, each has a refusal instead.

    """
    designs = (*BEFORE_AFTER, *(NIGHTLY if act_same_night else ()), *BLOCKS)
    cramp = cramp_nights(table)
    if np.isfinite(cramp[-NIGHTS_LOOKED_AT:]).sum() < FEWEST_NIGHTS:
        return tuple(replace(plan, refusal=Refusal.FEW_NIGHTS) for plan in designs)
    spoilt = worst_spell(cramp)
    return tuple(
        replace(plan, refusal=Refusal.WORST_SPELL)
        if spoilt and plan.design is TrialDesign.BEFORE_AFTER
        else replace(plan, chance=chance_to_notice(plan, table, seed, simulations))
        for plan in designs
    )


def chance_to_notice(plan: TrialPlan, table: DayTable, seed: int, simulations: int = SIMULATIONS) -> float:
    """Return the chance that one design would notice a halving; see `plans_for`.

    Parameters
    ----------
    plan : TrialPlan
        The design.
    table : DayTable
        Of the journal so far, with at least one recorded night in the last 120.
    seed : int
        For the made-up nights.
    simulations : int, optional
        How many trials are made up.

    Returns
    -------
    float

    """
    evenings, cramp = table.evenings[-NIGHTS_LOOKED_AT:], cramp_nights(table)[-NIGHTS_LOOKED_AT:]
    rng = np.random.default_rng([seed, plan.nights, plan.block_nights])
    arms, pair = _arms(plan, rng, simulations)
    made_up = likely_nights(evenings, cramp, arms, HALF, rng)
    flips = other_lots(plan.pairs, LOTS, rng)
    trials = zip(made_up, arms, strict=True)
    return float(np.mean([_noticed(plan, evenings, cramp, trial, pair, flips) for trial in trials]))


def nothing_can_answer(plans: Sequence[TrialPlan]) -> bool:
    """Tell whether no design would notice a halving at least every other time."""
    return not any(plan.can_answer for plan in plans)


def best_plan(plans: Sequence[TrialPlan]) -> TrialPlan | None:
    """Return the shortest design drawn by lot that can answer, `None` where none can."""
    fit = [plan for plan in plans if plan.can_answer and plan.design is TrialDesign.PAIRS]
    return min(fit, key=lambda plan: (plan.nights, -(plan.chance or 0)), default=None)


def usual_plan(plans: Sequence[TrialPlan]) -> TrialPlan:
    """Return the design to propose: the shortest that can answer, else the first drawn by lot (12 weeks)."""
    by_lot = (plan for plan in plans if plan.design is TrialDesign.PAIRS)
    return best_plan(plans) or next(by_lot)


def draw_schedule(plan: TrialPlan, first_evening: date, seed: int) -> tuple[Block, ...]:
    """Return the blocks of a trial: each pair's order by the toss of a coin, from a seed.

    Parameters
    ----------
    plan : TrialPlan
        The design. Before and after begins with the nights without.
    first_evening : date
        The evening of the first night.
    seed : int
        Kept with the trial, so that anyone can draw the same schedule again.

    Returns
    -------
    tuple of Block
        Without gaps, two for each pair.

    """
    by_lot = plan.design is TrialDesign.PAIRS
    on_first = np.random.default_rng(seed).random(plan.pairs) < 0.5 if by_lot else [False]
    arms = [on for first in on_first for on in (bool(first), not first)]
    return tuple(
        Block(
            first_evening + timedelta(days=k * plan.block_nights), plan.block_nights, on, k // 2, plan.washout
        )
        for k, on in enumerate(arms)
    )


def _arms(plan: TrialPlan, rng: np.random.Generator, simulations: int) -> tuple[Array, NDArray[np.intp]]:
    """Return the arm (simulations, nights) and the pair (nights,) of every night of a design."""
    by_lot = plan.design is TrialDesign.PAIRS
    first = rng.random((simulations, plan.pairs)) < 0.5 if by_lot else np.zeros((simulations, 1), bool)
    blocks = np.stack([first, ~first], axis=2).reshape(simulations, -1)
    pair = np.repeat(np.arange(plan.pairs), 2 * plan.block_nights)
    return np.repeat(blocks, plan.block_nights, axis=1).astype(float), pair


def _noticed(
    plan: TrialPlan,
    evenings: NDArray[np.datetime64],
    cramp: Array,
    trial: tuple[Array, Array],
    pair: NDArray[np.intp],
    flips: Array,
) -> bool:
    to_come, on = trial
    washout = np.arange(len(on)) % plan.block_nights < plan.washout
    before = np.full(len(cramp), np.nan)
    nights = ComparedNights(
        evenings[0] + np.arange(len(cramp) + len(on)),
        np.concatenate([cramp, to_come]),
        np.concatenate([before, np.where(washout, np.nan, on)]),
        np.concatenate([np.full(len(cramp), NO_PAIR), np.where(washout, NO_PAIR, pair)]),
    )
    if plan.design is TrialDesign.PAIRS:
        return clearly_fewer(nights, flips)
    if worst_spell(nights.cramp[: len(cramp) + plan.block_nights]):
        return False
    found = compare_steps(nights.from_first_compared())
    return found.answer is Answer.LEANING and found.ratio is not None and found.ratio < 1
