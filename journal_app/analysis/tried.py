"""What was tried, as a review tells it: each ended trial with its answer, nothing of those that run."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.analysis.day_table import day_table
from journal_app.analysis.trial_plan import TrialPlan, plans_for
from journal_app.analysis.trial_verdict import TrialVerdict, verdict
from journal_app.journal.followed import followed
from journal_app.journal.period import Period
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial, TrialDesign, TrialStatus


@dataclass(frozen=True, slots=True)
class Tried:
    """A trial and what it answers, together with earlier runs of it; `None` before its end."""

    trial: RemedyTrial
    verdict: TrialVerdict | None


def what_was_tried(records: Records, today: date) -> tuple[Tried, ...]:
    """Return the trials of a journal, and then the medicines that are followed from their dates.

    Parameters
    ----------
    records : Records
        All nights, trials and medicines.
    today : date
        Trials whose last night is over have ended.

    Returns
    -------
    tuple of Tried
        In the order they were planned. A trial that was called off without a night has no verdict.

    """
    trials = tuple(trial.up_to(today) for trial in records.trials)
    began = records.period.first if records.period else date.max
    medicines = tuple(filter(None, (followed(m, today, began) for m in records.medicines)))
    return tuple(
        Tried(trial, verdict(trial, records, earlier_runs(trial, trials)) if trial.nights else None)
        for trial in (*trials, *medicines)
    )


def earlier_runs(trial: RemedyTrial, others: Sequence[RemedyTrial]) -> tuple[RemedyTrial, ...]:
    """Return the ended runs that a trial repeats and is judged with: those of one design.

    Parameters
    ----------
    trial : RemedyTrial
        The later run.
    others : sequence of RemedyTrial
        All trials of the journal.

    Returns
    -------
    tuple of RemedyTrial
        The newest first; empty unless the trial was begun as a second run.

    """
    former = next((each for each in others if trial.repeats and each.id == trial.repeats), None)
    if former is None or (former.remedy, former.design) != (trial.remedy, trial.design):
        return ()
    ended = former.status is TrialStatus.ENDED and former.design is TrialDesign.PAIRS
    return (former, *earlier_runs(former, others)) if ended else ()


def under_trial(records: Records, today: date) -> frozenset[str]:
    """Return the remedies whose trial has not ended: nothing about them is worked out meanwhile.

    Parameters
    ----------
    records : Records
        With the trials.
    today : date
        As in `what_was_tried`.

    Returns
    -------
    frozenset of str
        Ids of entries of the knowledge base.

    """
    trials = (trial.up_to(today) for trial in records.trials)
    return frozenset(trial.remedy for trial in trials if trial.status is not TrialStatus.ENDED)


def plans_of_journal(records: Records, act_same_night: bool, today: date, seed: int) -> tuple[TrialPlan, ...]:
    """Return what each design can show, from all nights up to the last one; see `plans_for`.

    Parameters
    ----------
    records : Records
        All nights.
    act_same_night : bool
        Whether the remedy works on the night it is used, and on no later one.
    today : date
        The night of yesterday is the last that is looked at.
    seed : int
        For the made-up nights.

    Returns
    -------
    tuple of TrialPlan

    """
    last = today - timedelta(days=1)
    first = min(records.period.first, last) if records.period else last
    return plans_for(day_table(records, (), Period(first, last)), act_same_night, seed)
