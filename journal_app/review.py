"""The whole pipeline on one page: records and knowledge in, one `Review` out.

The window, the charts, the report and the command line all show this one result; none of them
computes a number of its own.
"""

from dataclasses import dataclass
from datetime import date

from journal_app.analysis.association import associate
from journal_app.analysis.day_table import DayTable, day_table
from journal_app.analysis.factor_columns import factors_of
from journal_app.analysis.results import Association, Missing, Summary, Trend
from journal_app.analysis.summary import missing_nights, summarise
from journal_app.analysis.trend import weekly_trend
from journal_app.analysis.tried import Tried, under_trial, what_was_tried
from journal_app.journal.factor import Factor
from journal_app.journal.medicine import Medicine
from journal_app.journal.period import Period
from journal_app.journal.profile import Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Knowledge
from journal_app.knowledge.matcher import Finding, match
from journal_app.knowledge.standing import Standing, not_to_try, standing


@dataclass(frozen=True, slots=True)
class Review:
    """What one journal says about one period, beside what is known."""

    period: Period
    records: Records
    factors: tuple[Factor, ...]
    table: DayTable
    summary: Summary
    before: Summary
    missing: Missing
    trend: Trend
    associations: tuple[Association, ...]
    findings: tuple[Finding, ...]
    standing: Standing
    tried: tuple[Tried, ...] = ()  # trials of remedies, then medicines that are followed
    not_to_try: frozenset[str] = frozenset()  # remedies against which speaks what the person told

    @property
    def profile(self) -> Profile:
        """Return what the person told about themselves."""
        return self.records.profile

    @property
    def medicines(self) -> tuple[Medicine, ...]:
        """Return the medicines taken at any time in the period."""
        return tuple(medicine for medicine in self.records.medicines if _taken_in(medicine, self.period))

    @property
    def warnings(self) -> tuple[WarningAnswer, ...]:
        """Return the warning answers that were given."""
        return tuple(answer for answer in self.records.warnings if not answer.of_night)


def review(
    records: Records, knowledge: Knowledge, period: Period, today: date, *, southern: bool = False
) -> Review:
    """Return what the records of a period say, beside what is known.

    The patterns and their season, drift and earlier nights are read from the period alone; the
    summary of the period before it is there for comparison. What a trial is about is not compared
    until it ends. `southern` tells that summer is in December.
    """
    factors = factors_of(records, knowledge.factors)
    table = day_table(records, factors, period)
    summary, before = summarise(records, period), summarise(records, period.before())
    trend = weekly_trend(records, period)
    began = records.period.first if records.period else None
    compared = _without_trials(factors, records, knowledge, today)
    suspects = tuple(set(records.profile.suspects) & {factor.id for factor in compared})
    associations = associate(table, compared, suspects, began)
    findings = match(records, knowledge, summary, associations, today, southern=southern)
    return Review(
        period,
        records,
        factors,
        table,
        summary,
        before,
        missing_nights(table),
        trend,
        associations,
        findings,
        standing(records, knowledge, (summary, before), trend.change, findings),
        what_was_tried(records, today),
        not_to_try(records, knowledge, summary),
    )


def _without_trials(
    factors: tuple[Factor, ...], records: Records, knowledge: Knowledge, today: date
) -> tuple[Factor, ...]:
    """Leave out what a trial is about: nothing of its outcome is told before it ends."""
    entries = (knowledge.entries.get(remedy) for remedy in under_trial(records, today))
    hidden = {entry.factor for entry in entries if entry and entry.factor}
    habits = {factor.habit for factor in knowledge.factors if factor.id in hidden and factor.habit}
    return tuple(factor for factor in factors if factor.id not in hidden and factor.habit not in habits)


def _taken_in(medicine: Medicine, period: Period) -> bool:
    return any(
        (dose.start is None or dose.start <= period.last) and (dose.end is None or dose.end >= period.first)
        for dose in medicine.periods
    )
