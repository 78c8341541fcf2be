"""Dates, spans and clock times as a person says them."""

from collections.abc import Iterable
from datetime import date, datetime, time

from babel import dates as babel_dates
from babel.lists import format_list

from journal_app.journal.period import Period
from journal_app.language import Language

RECENT_DAYS = 120
LONG_AGO_DAYS = 3 * 365


def month_and_year(day: date, language: Language) -> str:
    """Name a month with its year: June 2026."""
    return babel_dates.format_skeleton("yMMMM", day, locale=language.locale)


def month(day: date, language: Language) -> str:
    """Name a month: June."""
    return babel_dates.format_date(day, "LLLL", locale=language.locale)


def short_month(day: date, language: Language) -> str:
    """Name a month shortly: Jun."""
    return babel_dates.format_date(day, "LLL", locale=language.locale)


def day_and_long_month(day: date, language: Language) -> str:
    """Write a date without its year, its month in full: 18 November."""
    return babel_dates.format_skeleton("MMMMd", day, locale=language.locale)


def rough_date(day: date, today: date, language: Language) -> str:
    """Write a date as exactly as it still matters: 21 September 2026, then June 2026, then 2019."""
    age = abs((today - day).days)
    if age <= RECENT_DAYS:
        return language.full_date(day)
    return month_and_year(day, language) if age <= LONG_AGO_DAYS else str(day.year)


def ago(moment: datetime, now: datetime, language: Language) -> str:
    """Say how long ago something was: just now, 2 hours ago, yesterday, 5 days ago, then the date."""
    minutes = max(0, int((now - moment).total_seconds() // 60))
    days = (now.date() - moment.date()).days
    if minutes < 1:
        return language.tr("just now")
    if minutes < 60:
        return language.trn("{n} minute ago", "{n} minutes ago", minutes)
    if minutes < 24 * 60:
        return language.trn("{n} hour ago", "{n} hours ago", minutes // 60)
    if days <= 1:
        return language.tr("yesterday")
    if days <= 30:
        return language.trn("{n} day ago", "{n} days ago", days)
    return language.tr("on {date}", date=language.full_date(moment.date()))


def period_title(period: Period, language: Language) -> str:
    """Name a period by its length and its end: 90 nights to 2 November 2026."""
    end = language.full_date(period.last)
    return language.trn("{n} night, {end}", "{n} nights to {end}", len(period), end=end)


def hour_span(first: int, last: int, language: Language) -> str:
    """Name the time from one hour to another: 02:00 to 05:00."""
    start, end = (language.clock(time(hour % 24)) for hour in (first, last))
    return language.tr("{start} to {end}", start=start, end=end)


def hour_label(hour: int, language: Language) -> str:
    """Name an hour for an axis: 22 or, with a 12-hour clock, 10 pm."""
    pattern = "H" if language.clock_24h else "h a"
    return babel_dates.format_time(time(hour % 24), pattern, locale=language.locale)


def listed(names: Iterable[str], language: Language) -> str:
    """Join names as a sentence does: water, sleep and alcohol."""
    return format_list(list(names), locale=language.locale)
