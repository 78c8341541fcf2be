"""Is it getting better? Cramps week by week, against the period before, and after known days."""

from datetime import date, timedelta
from math import exp, log, sqrt

import numpy as np
from numpy.typing import NDArray

from journal_app.analysis.basic import Z95
from journal_app.analysis.change import change_after, change_point
from journal_app.analysis.day_table import day_table
from journal_app.analysis.results import Change, DatedChange, Trend, VisitChange, Week
from journal_app.analysis.weekly_rate import dispersion, smooth_rate
from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.journal.records import Records

FEWEST_NIGHTS = 14
NIGHTS_AROUND = 45
VISIT_MATTERS = 365  # days


def weekly_trend(records: Records, period: Period) -> Trend:
    """Return the weeks of a period with their smooth line, and what changed.

    Weeks are counted back from the last night, so the first may be short. The line is drawn from
    recorded nights of the period and up to 45 nights before it. Medicines begun or changed in the
    period give a dated change each.

    Parameters
    ----------
    records : Records
        All nights and medicines.
    period : Period
        The evenings of the weeks.

    Returns
    -------
    Trend

    """
    nights = {night.evening: night for night in records.nights}
    weeks = [_week(nights, first, last) for first, last in _weeks(period)]
    table = day_table(records, (), period)
    return Trend(
        _with_line(weeks, records, period),
        change_between(records, period.before(), period),
        _dated(records, period),
        change_point(table),
        since_visit(records, period),
    )


def change_between(records: Records, earlier: Period, later: Period) -> Change | None:
    """Return cramps per week in one period against another, with the interval of their ratio.

    Var(log ratio) = D (1/C₁ + 1/C₂), with C the cramps of each period and D how much more the
    person's weeks differ than independent cramps would (`dispersion`). A period without a cramp
    counts as half a cramp in the interval.

    Parameters
    ----------
    records : Records
        All nights.
    earlier, later : Period
        Two periods that do not overlap.

    Returns
    -------
    Change or None
        `None` with fewer than 14 recorded nights in either. `ratio` is `None` where the earlier
        period had no cramp, the interval where neither had.

    """
    (before, cramps_before), (now, cramps_now) = (_nights(records, period) for period in (earlier, later))
    if min(len(before), len(now)) < FEWEST_NIGHTS:
        return None
    rate_before, rate_now = 7 * cramps_before.mean(), 7 * cramps_now.mean()
    events = [max(float(cramps.sum()), 0.5) for cramps in (cramps_before, cramps_now)]
    if cramps_before.sum() + cramps_now.sum() == 0:
        return Change(0.0, 0.0, None, None, None)
    spread = dispersion(np.append(before, now), np.append(cramps_before, cramps_now))
    error = sqrt(spread * (1 / events[0] + 1 / events[1]))
    middle = log((events[1] / len(now)) / (events[0] / len(before)))
    return Change(
        float(rate_before),
        float(rate_now),
        float(rate_now / rate_before) if rate_before > 0 else None,
        exp(middle - Z95 * error),
        exp(middle + Z95 * error),
    )


def since_visit(records: Records, period: Period) -> VisitChange | None:
    """Return how cramps per week changed since the last visit to a doctor.

    The nights from the day of the visit to the end of the period are compared with as
    many nights before that day by `change_between`. What changed then cannot be told from what was
    begun at the same time.

    Parameters
    ----------
    records : Records
        All nights and visits.
    period : Period
        The visit is the last one before its last evening; its first evening does not matter.

    Returns
    -------
    VisitChange or None
        `None` without a visit, or where the last one is over a year before the end; `change` is
        `None` with fewer than 14 recorded nights on either side.

    """
    days = [visit.day for visit in records.visits if visit.day < period.last]
    if not days or (period.last - max(days)).days > VISIT_MATTERS:
        return None
    since = Period(max(days), period.last)
    before = since.before()
    recorded_before, recorded_since = (len(_nights(records, side)[0]) for side in (before, since))
    return VisitChange(since.first, recorded_before, recorded_since, change_between(records, before, since))


def _weeks(period: Period) -> list[tuple[date, date]]:
    lasts = [period.last - timedelta(days=7 * k) for k in range((len(period) + 6) // 7)]
    return [(max(period.first, last - timedelta(days=6)), last) for last in reversed(lasts)]


def _week(nights: dict[date, Night], first: date, last: date) -> Week:
    found = [nights[evening] for evening in Period(first, last).evenings() if evening in nights]
    return Week(first, len(found), sum(not n.quiet for n in found), sum(len(n.episodes) for n in found))


def _with_line(weeks: list[Week], records: Records, period: Period) -> tuple[Week, ...]:
    around = Period(period.first - timedelta(days=NIGHTS_AROUND), period.last)
    nights, cramps = _nights(records, around)
    middles = np.array([(week.first - period.first).days + 3.0 for week in weeks])
    line = smooth_rate(nights, cramps, middles + period.first.toordinal())
    return tuple(
        Week(w.first, w.nights_recorded, w.cramp_nights, w.cramps, *(_number(v) for v in point))
        for w, point in zip(weeks, zip(line.rate, line.low, line.high, strict=True), strict=True)
    )


def _nights(records: Records, period: Period) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return day number and cramps of the recorded nights of a period."""
    found = [night for night in records.nights if night.evening in period]
    days = np.array([night.evening.toordinal() for night in found], float)
    return days, np.array([len(night.episodes) for night in found], float)


def _dated(records: Records, period: Period) -> tuple[DatedChange, ...]:
    """Return the change after each start or new dose of a medicine in the period."""
    around = Period(period.first - timedelta(days=NIGHTS_AROUND), period.last)
    table = day_table(records, (), around)
    starts = [(on, m.name) for m in records.medicines for on in m.changes if on in period]
    found = (change_after(table, on, what) for on, what in sorted(starts))
    return tuple(change for change in found if change is not None)


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
