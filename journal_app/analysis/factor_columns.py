"""Habits as columns: the value of each factor for the day of each evening, NaN where not known."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from math import ceil

import numpy as np
from numpy.typing import NDArray

from journal_app.journal.day import Day
from journal_app.journal.factor import Factor, Take
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.period import Period
from journal_app.journal.records import Records

Column = NDArray[np.float64]
LONGEST_WINDOW = 14
ENOUGH_OF_WINDOW = 2 / 3


def factors_of(records: Records, factors: Iterable[Factor]) -> tuple[Factor, ...]:
    """Return the factors of one person: the known ones and one for each own habit.

    Parameters
    ----------
    records : Records
        The journal; each habit the person added gives a factor with the habit's id. A habit of the
        catalog that was only moved or hidden gives none: it is compared by its own factor, or not.
    factors : iterable of Factor
        The factors of the knowledge base. One with the id of an own habit takes its place.

    Returns
    -------
    tuple of Factor
        The list that `day_table`, `associate` and the words about them share.

    Examples
    --------
    >>> factors_of(Records(), ())
    ()

    """
    known = tuple(factors)
    ids = {factor.id for factor in known}
    own = (habit for habit in records.own_habits if habit.own and habit.id not in ids)
    return (*known, *map(_own_factor, own))


def _own_factor(habit: Habit) -> Factor:
    cut = 0.0 if habit.kind is HabitKind.YES_NO else None
    return Factor(
        habit.id, habit.label, habit.id, habit.unit, cut=cut, with_words=habit.yes, without_words=habit.no
    )


def factor_columns(
    days: Sequence[Day], factors: Iterable[Factor], period: Period
) -> tuple[dict[str, Column], frozenset[str]]:
    """Return the column of every factor whose habit was answered, and the names of the yes/no ones.

    A window of several days counts when at least two thirds of its days were answered; a sum is
    then the mean of the answered days times the days of the window. A yes ("any") is known as soon
    as one answered day says so. Days before the period are used for windows where they are there.

    Parameters
    ----------
    days : sequence of Day
        In order of time; days not recorded are not there.
    factors : iterable of Factor
        As `factors_of` returns them.
    period : Period
        The evenings of the columns, n of them.

    Returns
    -------
    columns : dict of str to ndarray of shape (n,)
        In the unit of the factor; 0 or 1 for a yes/no factor; NaN where not known.
    binary : frozenset of str
        The ids of the factors that are 0, 1 or NaN.

    """
    factors = tuple(factors)
    answers = _answers(days, {factor.habit for factor in factors}, period)
    answered = [f for f in factors if np.isfinite(answers[f.habit][LONGEST_WINDOW - 1 :]).any()]
    columns = {f.id: _column(answers[f.habit], f) for f in answered}
    return columns, frozenset(f.id for f in answered if _yes_or_no(f))


def _answers(days: Sequence[Day], habits: set[str], period: Period) -> dict[str, Column]:
    """Return each habit's amounts from 13 days before the period on."""
    first = period.first - timedelta(days=LONGEST_WINDOW - 1)
    amounts = {habit: np.full(len(period) + LONGEST_WINDOW - 1, np.nan) for habit in habits}
    for day in days:
        if not first <= day.on <= period.last:
            continue
        for habit in {entry.habit for entry in day.entries} & habits:
            amounts[habit][(day.on - first).days] = day.amount(habit)
    return amounts


def _yes_or_no(factor: Factor) -> bool:
    return factor.binary or factor.take is Take.ANY


def _column(answers: Column, factor: Factor) -> Column:
    windows = np.lib.stride_tricks.sliding_window_view(answers, factor.within)[-_rows(answers) :]
    known = np.isfinite(windows)
    enough = known.sum(axis=1) >= ceil(ENOUGH_OF_WINDOW * factor.within)
    if factor.take is Take.ANY:
        some = (windows > (factor.cut or 0.0)).any(axis=1)  # NaN compares as False
        return np.where(some, 1.0, np.where(enough, 0.0, np.nan))
    value = np.full(len(windows), np.nan)
    taken = np.where(known, windows, 0.0)[enough]
    share = known[enough].mean(axis=1)
    value[enough] = taken.max(axis=1) if factor.take is Take.MOST else taken.sum(axis=1) / share
    return value if factor.cut is None else np.where(enough, value > factor.cut, np.nan)


def _rows(answers: Column) -> int:
    return len(answers) - LONGEST_WINDOW + 1
