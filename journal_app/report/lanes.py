"""The bars under the strip: medicines and remedies over the nights."""

from collections.abc import Iterable
from datetime import date, timedelta

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.period import Period
from journal_app.report.items import Lane, Span
from journal_app.report.medicine_flags import flag_of
from journal_app.report.remedies import remedy_factors
from journal_app.report.subject import Subject, clipped
from journal_app.report.time_axis import place

MOST_LANES = 3
MOST_REMEDIES = 2
FEWEST_DAYS = 5


def lanes(subject: Subject) -> tuple[Lane, ...]:
    """Return up to three lanes: medicines that changed or are flagged, then remedies done often."""
    medicines = sorted(subject.review.medicines, key=lambda medicine: _weight(medicine, subject))
    remedies = list(_remedy_lanes(subject))[:MOST_REMEDIES]
    room = MOST_LANES - min(1, len(remedies))
    taken = [_medicine_lane(medicine, subject) for medicine in medicines[:room]]
    return (*taken, *remedies)[:MOST_LANES]


def _weight(medicine: Medicine, subject: Subject) -> tuple[bool, bool, int]:
    """Put what changed in the period first, then what is flagged, then the latest change."""
    changes = [day for day in medicine.changes if day <= subject.review.period.last]
    changed = any(day in subject.review.period for day in changes)
    latest = max((day.toordinal() for day in changes), default=0)
    return (not changed, flag_of(medicine, subject.knowledge) is None, -latest)


def _medicine_lane(medicine: Medicine, subject: Subject) -> Lane:
    period = subject.review.period
    taken = [dose for dose in medicine.periods if _overlaps(dose, period)]
    return Lane(
        clipped(medicine.name, 60), tuple(_dose_span(dose, dose is not taken[-1], period) for dose in taken)
    )


def _dose_span(dose: DosePeriod, earlier: bool, period: Period) -> Span:
    end = dose.end + timedelta(days=1) if dose.end else period.last + timedelta(days=1)
    first = 0.0 if dose.start is None else place(dose.start, period)
    return Span(first, place(end, period), clipped(dose.dose, 40), strong=earlier)


def _overlaps(dose: DosePeriod, period: Period) -> bool:
    begun = dose.start is None or dose.start <= period.last
    return begun and (dose.end is None or dose.end >= period.first)


def _remedy_lanes(subject: Subject) -> Iterable[Lane]:
    done = {habit: _days_done(habit, subject) for habit in _remedy_habits(subject)}
    labels = {habit.id: habit.label for habit in subject.knowledge.habits}
    for habit, days in sorted(done.items(), key=lambda item: (-len(item[1]), item[0])):
        if len(days) >= FEWEST_DAYS:
            label = subject.language.tr(labels.get(habit, habit))
            yield Lane(label, tuple(_runs(days, subject.review.period)))


def _remedy_habits(subject: Subject) -> set[str]:
    remedies = remedy_factors(subject.knowledge)
    return {f.habit for f in subject.knowledge.factors if f.id in remedies and f.binary}


def _days_done(habit: str, subject: Subject) -> list[date]:
    period = subject.review.period
    return [
        day.on for day in subject.review.records.days if day.on in period and (day.amount(habit) or 0) > 0
    ]


def _runs(days: list[date], period: Period) -> Iterable[Span]:
    start = last = days[0]
    for day in days[1:]:
        if (day - last).days > 1:
            yield _run(start, last, period)
            start = day
        last = day
    yield _run(start, last, period)


def _run(start: date, last: date, period: Period) -> Span:
    return Span(place(start, period), place(last + timedelta(days=1), period))
