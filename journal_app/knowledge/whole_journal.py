"""Facts about the person and about the nights as a whole, read off the records."""

from datetime import date, timedelta

from journal_app.analysis.results import Summary
from journal_app.journal.records import Records
from journal_app.knowledge.entries import FactValue
from journal_app.knowledge.onset import began_on, woken
from journal_app.knowledge.onset import doubled as has_doubled

WEEK = 7
WOKEN_WINDOW = 28  # "woken at least 2 nights a week for 4 weeks"
FREQUENT_WINDOW = 42  # "at least 3 nights a week for 6 weeks"
SEASONS = {1: "winter", 2: "spring", 3: "summer", 4: "autumn"}


def about_person(records: Records, last: date) -> dict[str, FactValue]:
    """Return what the person told about themselves."""
    profile = records.profile
    return known(
        age=profile.age_on(last),
        pregnant=profile.has("pregnancy"),
        dialysis=profile.has("dialysis"),
        posture=profile.posture.value if profile.posture else None,
    )


def about_nights(records: Records, summary: Summary, southern: bool) -> dict[str, FactValue]:
    """Return the measures of the period, and those of the last weeks whatever the period is."""
    last = summary.period.last
    nights = [night for night in records.nights if night.evening in summary.period]
    recorded = summary.nights_recorded
    return known(
        nights_recorded=recorded,
        cramp_nights=summary.cramp_nights,
        cramp_nights_per_week=WEEK * summary.cramp_nights / recorded if recorded else None,
        cramps_per_week=summary.cramps_per_week,
        worst_pain=summary.pain_worst,
        longest_minutes=summary.minutes_longest,
        woken_nights_per_week=WEEK * sum(map(woken, nights)) / recorded if recorded else None,
        weeks_recorded=recorded / WEEK,
        doubled=has_doubled(records, last),
        season=_season(last, southern),
        recent_woken_nights_per_week=_recent(records, last, WOKEN_WINDOW, woken_only=True),
        recent_cramp_nights_per_week=_recent(records, last, FREQUENT_WINDOW),
        recent_longest_minutes=_recent_longest(records, last),
        weeks_with_cramps=_weeks_with_cramps(records, last),
        began_weeks_ago=_weeks_since(began_on(records), last),
    )


def averages(records: Records, summary: Summary) -> dict[str, FactValue]:
    """Return the mean of each habit over the days on which it was answered."""
    amounts: dict[str, list[float]] = {}
    for day in records.days:
        if day.on not in summary.period:
            continue
        for habit in {entry.habit for entry in day.entries}:
            amount = day.amount(habit)
            if amount is not None:
                amounts.setdefault(habit, []).append(amount)
    return {f"average.{habit}": sum(values) / len(values) for habit, values in amounts.items()}


def known(**facts: FactValue | None) -> dict[str, FactValue]:
    """Return the facts that are known."""
    return {name: value for name, value in facts.items() if value is not None}


def _recent(records: Records, last: date, window: int, woken_only: bool = False) -> float | None:
    first = last - timedelta(days=window - 1)
    nights = [night for night in records.nights if first <= night.evening <= last]
    if len(nights) < window // 2:
        return None
    counted = sum(woken(night) if woken_only else not night.quiet for night in nights)
    return WEEK * counted / len(nights)


def _recent_longest(records: Records, last: date) -> float | None:
    first = last - timedelta(days=WOKEN_WINDOW - 1)
    minutes = [night.cramp_minutes for night in records.nights if first <= night.evening <= last]
    return max((m for m in minutes if m is not None), default=None)


def _weeks_with_cramps(records: Records, last: date) -> float | None:
    since = records.profile.cramps_since
    first = min((night.evening for night in records.nights if not night.quiet), default=None)
    return _weeks_since(min(filter(None, (since, first)), default=None), last)


def _weeks_since(began: date | None, last: date) -> float | None:
    return None if began is None or began > last else (last - began).days / WEEK


def _season(day: date, southern: bool) -> str:
    quarter = (day.month % 12) // 3 + 1
    return SEASONS[(quarter + 1) % 4 + 1 if southern else quarter]
