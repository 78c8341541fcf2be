"""The nights of a period along a chart's width, with as many dates as there is room for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from journal_app.charts.sheet import Box, Sheet
from journal_app.journal.period import Period
from journal_app.language import Language
from journal_app.wording.dates import month_and_year, short_month

DAY_STEPS = (1, 7, 14, 28)
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60)
DAYS_FOR_MONTHS = 150
EDGE = 0.04

Tick = tuple[date, str]


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where each night of a period lies between `left` and `right`; `step` nights share one mark."""

    period: Period
    left: float
    right: float
    step: int = 1

    @property
    def night(self) -> float:
        """Return the width of one night."""
        return (self.right - self.left) / len(self.period)

    def edge(self, evening: date) -> float:
        """Return where a night begins, kept within the axis."""
        nights = min(max((evening - self.period.first).days, 0), len(self.period))
        return self.left + nights * self.night

    def middle(self, evening: date) -> float:
        """Return the middle of a night."""
        return self.edge(evening) + self.night / 2

    def span_middle(self, first: date, last: date) -> float:
        """Return the middle of a stretch of nights."""
        return (self.edge(first) + self.edge(last + timedelta(days=1))) / 2


def draw_dates(sheet: Sheet, axis: TimeAxis, top: float, language: Language) -> None:
    """Write the dates under a chart: the finest set whose labels do not touch."""
    for x, label in _roomy_ticks(sheet, axis, language):
        sheet.words(x, top, label, colour=sheet.palette.muted, across="center", name="date")


def draw_visits(
    sheet: Sheet, axis: TimeAxis, days: Iterable[date], plot: Box, head: Box, language: Language
) -> None:
    """Draw a thin line for each visit to the doctor; `head` is the free part of the line above the plot.

    A visit whose label has no room there keeps its line, and tells its day to the pointer.
    """
    inside = sorted({day for day in days if day in axis.period})
    runs = [[(axis.edge(day), head.bottom), (axis.edge(day), plot.bottom)] for day in inside]
    sheet.lines(runs, sheet.palette.muted, width=1.2, name="visit")
    free_from = head.left
    for day in inside:
        label = language.tr("visit {date}", date=language.day_and_month(day))
        half, x = sheet.width_of(label) / 2, axis.edge(day)
        left = min(max(x - half, free_from), head.right - 2 * half)
        if free_from <= left <= x + half:
            sheet.words(left, head.top, label, colour=sheet.palette.muted, name="visit")
            free_from = left + 2 * half + sheet.em


def draw_gaps(sheet: Sheet, axis: TimeAxis, evenings: Iterable[date], y: float) -> bool:
    """Draw a dashed line for every run of nights that were not recorded, and tell whether there was one."""
    runs = [
        [(axis.edge(first), y), (axis.edge(last + timedelta(days=1)), y)] for first, last in runs_of(evenings)
    ]
    sheet.lines(runs, sheet.palette.gap, width=3, dashed=True, name="gap")
    return bool(runs)


def runs_of(evenings: Iterable[date]) -> Iterator[tuple[date, date]]:
    """Yield first and last of each run of consecutive evenings, given in order."""
    first = last = None
    for evening in evenings:
        if first is None or last is None:
            first = last = evening
        elif evening - last == timedelta(days=1):
            last = evening
        else:
            yield first, last
            first = last = evening
    if first and last:
        yield first, last


def night_box(axis: TimeAxis, evening: date, plot: Box) -> Box:
    """Return the column of one night, for the pointer; never thinner than can be hit."""
    middle, half = axis.middle(evening), max(axis.night, 0.04) / 2
    return Box(middle - half, plot.top, middle + half, plot.bottom)


def _roomy_ticks(sheet: Sheet, axis: TimeAxis, language: Language) -> list[tuple[float, str]]:
    for ticks in _candidates(axis, language):
        placed = [_placed(sheet, axis, tick) for tick in ticks]
        if len(placed) > 1 and _apart(sheet, placed):
            return placed
    days = list(axis.period.evenings())[:: axis.step]
    ends = [(day, language.day_and_month(day)) for day in dict.fromkeys((days[0], days[-1]))]
    placed = [_placed(sheet, axis, tick) for tick in ends]
    return placed if _apart(sheet, placed) else placed[:1]


def _candidates(axis: TimeAxis, language: Language) -> Iterator[list[Tick]]:
    period = axis.period
    if len(period) <= DAYS_FOR_MONTHS:
        for step in DAY_STEPS:
            days = list(period.evenings())[:: max(step, axis.step)]
            yield [(day, language.day_and_month(day)) for day in days]
    for step in MONTH_STEPS:
        yield [(day, _month_label(day, step, language)) for day in _month_starts(period, step)]


def _month_starts(period: Period, step: int) -> list[date]:
    months = range(period.first.year * 12 + period.first.month - 1, period.last.year * 12 + period.last.month)
    starts = [date(month // 12, month % 12 + 1, 1) for month in months if month % step == 0]
    return [day for day in starts if day in period]


def _month_label(day: date, step: int, language: Language) -> str:
    if step >= 12 or (step < 12 and day.month == 1):
        return str(day.year)
    return short_month(day, language) if step <= 3 else month_and_year(day, language)


def _placed(sheet: Sheet, axis: TimeAxis, tick: Tick) -> tuple[float, str]:
    day, label = tick
    half = sheet.width_of(label) / 2 + EDGE
    middle = axis.edge(day) + axis.step * axis.night / 2
    return min(max(middle, half), sheet.width - half), label


def _apart(sheet: Sheet, placed: list[tuple[float, str]]) -> bool:
    """Tell whether labels keep a gap of more than one letter."""
    halves = [(x, sheet.width_of(label) / 2) for x, label in placed]
    return all(
        right - half_right - left - half_left >= sheet.em
        for (left, half_left), (right, half_right) in pairwise(halves)
    )
