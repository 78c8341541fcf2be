"""Dates along an axis from 0 (the first night) to 1 (after the last), and weeks put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.analysis.results import Week
from journal_app.journal.period import Period
from journal_app.language import Language
from journal_app.report.items import Tick
from journal_app.wording.dates import short_month

GROUP_SIZES = (1, 4, 13, 26, 52, 260)
MONTHS_UP_TO = 400  # nights; longer axes name years
DAYS_UP_TO = 45  # nights; longer axes name months


@dataclass(frozen=True, slots=True)
class WeekGroup:
    """Some weeks in a row as one: where they stand on the axis, and what was recorded in them."""

    at: float
    nights_possible: int
    nights_recorded: int
    cramp_nights: int
    cramps: int

    @property
    def cramps_per_week(self) -> float | None:
        """Return cramps per seven recorded nights."""
        return 7 * self.cramps / self.nights_recorded if self.nights_recorded else None

    @property
    def share(self) -> float | None:
        """Return the share of recorded nights with a cramp."""
        return self.cramp_nights / self.nights_recorded if self.nights_recorded else None


def place(day: date, period: Period) -> float:
    """Return where a day begins on the axis of a period, kept within it."""
    return min(max((day - period.first).days / len(period), 0.0), 1.0)


def ticks(period: Period, language: Language) -> tuple[Tick, ...]:
    """Return the marks of a time axis: weeks, months or years, whichever can be read."""
    days = list(period.evenings())
    if len(days) <= DAYS_UP_TO:
        weekly = days[:: 7 if len(days) > 10 else 2]
        return tuple(Tick(place(day, period), language.day_and_month(day)) for day in weekly)
    firsts = [day for day in days[1:] if day.day == 1]
    if len(days) > MONTHS_UP_TO:
        return tuple(Tick(place(day, period), str(day.year)) for day in firsts if day.month == 1)
    start = Tick(0.0, language.day_and_month(period.first))
    return (start, *(Tick(place(day, period), short_month(day, language)) for day in firsts))


def group_size(weeks: int, most: int) -> int:
    """Return how many weeks are put together so that at most `most` groups come out."""
    return next(size for size in GROUP_SIZES if weeks <= size * most)


def week_groups(weeks: Sequence[Week], size: int, period: Period) -> Iterator[WeekGroup]:
    """Yield the weeks put together, counted back from the last as the weeks are."""
    starts = range(len(weeks), 0, -size)
    for end in reversed(starts):
        yield _group(weeks[max(0, end - size) : end], period)


def _group(weeks: Sequence[Week], period: Period) -> WeekGroup:
    end = min(weeks[-1].first + timedelta(days=7), period.last + timedelta(days=1))
    if len(weeks) == 1 and weeks[0].first == period.first and len(period) % 7:
        end = min(end, period.first + timedelta(days=len(period) % 7))
    return WeekGroup(
        at=(place(weeks[0].first, period) + place(end, period)) / 2,
        nights_possible=(end - weeks[0].first).days,
        nights_recorded=sum(week.nights_recorded for week in weeks),
        cramp_nights=sum(week.cramp_nights for week in weeks),
        cramps=sum(week.cramps for week in weeks),
    )
