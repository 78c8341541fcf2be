"""Cramps per week: bars with their counts, the smoothed line with its band, medicines on the same axis."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from math import ceil

from journal_app.analysis.results import Week
from journal_app.charts.frame import (
    MARGIN,
    KeyItem,
    draw_amounts,
    draw_key,
    draw_unit,
    key_height,
    ring_sample,
    rows_that_fit,
    state_key,
    whole_steps,
    widest,
)
from journal_app.charts.lanes import draw_lanes, lanes_height, lanes_of
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Point, Sheet
from journal_app.charts.time_axis import TimeAxis, draw_dates, draw_gaps, draw_visits
from journal_app.journal.period import Period
from journal_app.language import Language
from journal_app.wording.segments import plain
from journal_app.wording.summaries import trend_sentence

THINNEST_BAR = 0.07
WIDEST_BAR = 0.7
LEAST_PLOT = 6  # least height of the bars, in letters
LANES_SHARE = 0.46  # of the height, at most, for medicines and remedies
BAND_ALPHA = 0.22


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: a week, or several where there is no room for each."""

    first: date
    last: date
    nights: int
    cramps: int
    weeks: int

    @property
    def height(self) -> float:
        """Return the cramps of the week, or the average week where it holds several.

        It is never averaged over less than a week of recorded nights: one night is no rate.
        """
        return self.cramps if self.weeks == 1 else 7 * self.cramps / max(self.nights, 7)


def sentence(scene: Scene) -> str:
    """Say from what to what the weekly cramps went."""
    return plain(trend_sentence(scene.review.trend, scene.review.summary, scene.language))


def paint(scene: Scene, sheet: Sheet, top: float) -> None:
    """Draw the chart below `top`."""
    weeks, language = scene.review.trend.weeks, scene.language
    lanes = lanes_of(scene)
    left = widest(sheet, ["88"])
    period = _whole_weeks(scene.review.period, weeks)
    axis = TimeAxis(period, left, sheet.width - MARGIN, step=min(7, len(period)))
    bars = _bars(weeks, _weeks_per_bar(axis, len(weeks)))
    highest = max(1.0, 1.02 * _highest(bars, weeks))
    key = _key(scene, bars)
    foot = sheet.height - key_height(sheet, key)
    room = _lanes_room(sheet, foot - top)
    lanes_top = foot - lanes_height(sheet, lanes, room) - 0.3 * sheet.em
    unit = top + sheet.line
    plot = Box(left, unit + 1.1 * sheet.line, axis.right, lanes_top - 1.65 * sheet.line)
    steps = whole_steps(highest, rows_that_fit(sheet, plot.height))
    head = draw_unit(sheet, top, _unit(bars, language))
    draw_amounts(sheet, plot, steps, [language.number(step) for step in steps], highest)
    _draw_bars(sheet, axis, plot, bars, highest, language)
    _draw_trend(sheet, axis, plot, weeks, highest)
    draw_visits(sheet, axis, scene.visits, plot, head, language)
    _draw_counts(sheet, axis, plot, bars, highest, language)
    draw_gaps(sheet, axis, scene.missing, plot.bottom + 0.035)
    draw_dates(sheet, axis, plot.bottom + 0.6 * sheet.em, language)
    draw_lanes(sheet, axis, lanes, lanes_top, room, language)
    draw_key(sheet, key)


DRAWING = Drawing(sentence, no_night, paint)


def _whole_weeks(period: Period, weeks: Sequence[Week]) -> Period:
    """Return the period with its first week made whole; weeks are counted back from the last night."""
    return Period(_start(weeks), period.last) if len(weeks) > 1 else period


def _start(weeks: Sequence[Week]) -> date:
    return weeks[1].first - timedelta(days=7) if len(weeks) > 1 else weeks[0].first


def _lanes_room(sheet: Sheet, height: float) -> float:
    """Return the height that medicines and remedies may take: less than half, and less where bars need it."""
    return max(0.0, min(LANES_SHARE * height, height - 5 * sheet.line - LEAST_PLOT * sheet.em))


def _weeks_per_bar(axis: TimeAxis, weeks: int) -> int:
    fitting = max(1, int((axis.right - axis.left) / THINNEST_BAR))
    return next(size for size in (1, 4, 13, 26, 52, 10_000) if ceil(weeks / size) <= fitting)


def _bars(weeks: Sequence[Week], size: int) -> list[Bar]:
    groups = [weeks[k : k + size] for k in range(0, len(weeks), size)]
    starts = [_start(weeks), *(group[0].first for group in groups[1:])]
    return [_bar(group, start) for group, start in zip(groups, starts, strict=True)]


def _bar(group: Sequence[Week], first: date) -> Bar:
    nights, cramps = sum(w.nights_recorded for w in group), sum(w.cramps for w in group)
    return Bar(first, first + timedelta(days=7 * len(group) - 1), nights, cramps, len(group))


def _unit(bars: Sequence[Bar], language: Language) -> str:
    if bars[0].weeks == 1:
        return language.tr("cramps a week")
    return language.trn(
        "cramps a week, average of {n} week", "cramps a week, average of {n} weeks", bars[0].weeks
    )


def _highest(bars: Sequence[Bar], weeks: Sequence[Week]) -> float:
    drawn = [week for run in _smooth_runs(weeks) for week in run]
    return max([bar.height for bar in bars] + [week.high or week.smooth or 0 for week in drawn])


def _box(axis: TimeAxis, plot: Box, bar: Bar, top: float) -> Box:
    left, right = axis.edge(bar.first), axis.edge(bar.last + timedelta(days=1))
    middle, half = (left + right) / 2, min(0.34 * (right - left), WIDEST_BAR / 2)
    return Box(middle - half, plot.bottom - plot.height * bar.height / top, middle + half, plot.bottom)


def _draw_bars(
    sheet: Sheet, axis: TimeAxis, plot: Box, bars: Sequence[Bar], top: float, language: Language
) -> None:
    boxes = [_box(axis, plot, bar, top) for bar in bars]
    sheet.bars([box for box, bar in zip(boxes, bars, strict=True) if bar.cramps], sheet.palette.cramp_middle)
    for box, bar in zip(boxes, bars, strict=True):
        column = Box(box.left, plot.top, box.right, plot.bottom)
        sheet.spot(column, partial(_bar_told, bar, language))
    quiet = [
        ((box.left + box.right) / 2, plot.bottom - 0.1)
        for box, bar in zip(boxes, bars, strict=True)
        if bar.nights and not bar.cramps
    ]
    sheet.discs(
        quiet, min(0.055, boxes[0].width / 2), "none", edge=sheet.palette.quiet, edge_width=1.6, name="quiet"
    )


def _draw_trend(sheet: Sheet, axis: TimeAxis, plot: Box, weeks: Sequence[Week], top: float) -> None:
    for run in _smooth_runs(weeks):
        xs = [(axis.edge(week.first) + axis.edge(week.first + timedelta(days=7))) / 2 for week in run]
        line, low, high = (
            [
                (x, plot.bottom - plot.height * min(value, top) / top)
                for x, value in zip(xs, values, strict=True)
            ]
            for values in (
                [week.smooth or 0.0 for week in run],
                [week.low or 0.0 for week in run],
                [week.high or week.smooth or 0.0 for week in run],
            )
        )
        _draw_band(sheet, low, high)
        sheet.lines([line], sheet.palette.accent, width=2.6, halo=True, name="trend")


def _draw_band(sheet: Sheet, low: list[Point], high: list[Point]) -> None:
    sheet.areas([[*high, *reversed(low)]], sheet.palette.accent, alpha=BAND_ALPHA, name="band")


def _smooth_runs(weeks: Sequence[Week]) -> list[list[Week]]:
    """Return the stretches of weeks that have a smoothed rate; a line needs two."""
    runs: list[list[Week]] = [[]]
    for week in weeks:
        if week.smooth is None:
            runs.append([])
        else:
            runs[-1].append(week)
    return [run for run in runs if len(run) > 1]


def _draw_counts(
    sheet: Sheet, axis: TimeAxis, plot: Box, bars: Sequence[Bar], top: float, language: Language
) -> None:
    counted = [(_box(axis, plot, bar, top), language.number(bar.height)) for bar in bars if bar.cramps]
    room = axis.night * 7 * bars[0].weeks - 0.6 * sheet.em
    if any(sheet.width_of(count) > room for _, count in counted):
        return
    for box, count in counted:
        x, y = (box.left + box.right) / 2, box.top - 0.6 * sheet.em
        sheet.words(x, y, count, across="center", middle=True, halo=True, name="count")


def _bar_told(bar: Bar, language: Language) -> str:
    dates = language.tr(
        "{start} to {end}", start=language.day_and_month(bar.first), end=language.short_date(bar.last)
    )
    nights = language.trn("{n} night recorded", "{n} nights recorded", bar.nights)
    if not bar.nights:
        return language.tr("{dates}: not recorded", dates=dates)
    cramps = language.trn("{n} cramp", "{n} cramps", bar.cramps)
    return language.tr("{dates}: {cramps}, {nights}", dates=dates, cramps=cramps, nights=nights)


def _key(scene: Scene, bars: Sequence[Bar]) -> list[KeyItem]:
    language = scene.language
    items: list[KeyItem] = []
    if _smooth_runs(scene.review.trend.weeks):
        items.append(KeyItem(_trend_sample, language.tr("smoothed, with its 95 % range")))
    if any(bar.nights and not bar.cramps for bar in bars):
        words = language.tr("quiet week") if bars[0].weeks == 1 else language.tr("quiet weeks")
        items.append(KeyItem(ring_sample, words))
    return items + state_key(language, quiet=False, gaps=bool(scene.missing))


def _trend_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.7 * sheet.em
    band = [(x - half, y - 0.4 * sheet.em), (x + half, y - 0.4 * sheet.em), (x + half, y + 0.4 * sheet.em)]
    sheet.areas([[*band, (x - half, y + 0.4 * sheet.em)]], sheet.palette.accent, alpha=BAND_ALPHA)
    sheet.lines([[(x - half, y), (x + half, y)]], sheet.palette.accent, width=2.6)
