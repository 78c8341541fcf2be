"""Is it getting better? Cramps week by week, and this period against the one before."""

from datetime import date, timedelta

from journal_app.analysis.results import Trend, Week
from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.journal.records import Records


def weekly_trend(records: Records, period: Period) -> Trend:
    """Return the weeks of a period, counted back from its last night, and the change in it."""
    nights = {night.evening: night for night in records.nights}
    return Trend(tuple(_week(nights, first, last) for first, last in _weeks(period)), None)


def _weeks(period: Period) -> list[tuple[date, date]]:
    lasts = [period.last - timedelta(days=7 * k) for k in range((len(period) + 6) // 7)]
    return [(max(period.first, last - timedelta(days=6)), last) for last in reversed(lasts)]


def _week(nights: dict[date, Night], first: date, last: date) -> Week:
    found = [nights[evening] for evening in Period(first, last).evenings() if evening in nights]
    return Week(first, len(found), sum(not n.quiet for n in found), sum(len(n.episodes) for n in found))
