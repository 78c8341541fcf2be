"""Over the year: cramp nights of recorded nights in each calendar month."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from journal_app.charts.frame import (
    MARGIN,
    KeyItem,
    draw_amounts,
    draw_key,
    draw_unit,
    gap_sample,
    key_height,
    rows_that_fit,
    whole_steps,
    widest,
)
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Sheet
from journal_app.language import Language
from journal_app.wording.dates import month, short_month
from journal_app.wording.over_time import season_sentence

WIDEST_BAR = 0.7


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month over all years of the period."""

    number: int
    recorded: int
    cramp_nights: int


def months_of(scene: Scene) -> list[Month]:
    """Return the twelve months with their counts."""
    recorded, cramps = [0] * 13, [0] * 13
    for evening, night in scene.nights.items():
        recorded[evening.month] += 1
        cramps[evening.month] += not night.quiet
    return [Month(m, recorded[m], cramps[m]) for m in range(1, 13)]


def sentence(scene: Scene) -> str:
    """Say which month had most cramp nights, or how long it still takes."""
    counts = {m.number: (m.cramp_nights, m.recorded) for m in months_of(scene)}
    return season_sentence(counts, scene.language)


def paint(scene: Scene, sheet: Sheet, top: float) -> None:
    """Draw the chart below `top`."""
    months, language = months_of(scene), scene.language
    highest = max(month.recorded for month in months)
    key = _key(months, language)
    foot = sheet.height - key_height(sheet, key) - 0.2 * sheet.em
    plot_top, bottom = top + 2.2 * sheet.line, foot - 1.4 * sheet.line
    steps = whole_steps(highest, rows_that_fit(sheet, bottom - plot_top))
    labels = [language.number(step) for step in steps]
    plot = Box(widest(sheet, labels), plot_top, sheet.width - MARGIN, bottom)
    draw_unit(sheet, top, language.tr("nights"))
    draw_amounts(sheet, plot, steps, labels, highest)
    _draw_months(sheet, plot, months, highest, language)
    _draw_names(sheet, plot, language)
    draw_key(sheet, key)


DRAWING = Drawing(sentence, no_night, paint)


def _columns(plot: Box) -> list[Box]:
    width = plot.width / 12
    return [Box(plot.left + k * width, plot.top, plot.left + (k + 1) * width, plot.bottom) for k in range(12)]


def _bar(plot: Box, column: Box, count: int, highest: int) -> Box:
    middle, half = (column.left + column.right) / 2, min(0.36 * column.width, WIDEST_BAR / 2)
    return Box(middle - half, plot.bottom - plot.height * count / highest, middle + half, plot.bottom)


def _draw_months(sheet: Sheet, plot: Box, months: Sequence[Month], highest: int, language: Language) -> None:
    palette, columns = sheet.palette, _columns(plot)
    pairs = list(zip(columns, months, strict=True))
    recorded = [_bar(plot, column, m.recorded, highest) for column, m in pairs if m.recorded]
    cramps = [_bar(plot, column, m.cramp_nights, highest) for column, m in pairs if m.cramp_nights]
    sheet.bars(recorded, palette.quiet_soft, edge=palette.quiet, name="recorded")
    sheet.bars(cramps, palette.cramp_middle, name="cramp nights")
    gaps = [
        [
            (_bar(plot, column, 0, 1).left, plot.bottom + 0.035),
            (_bar(plot, column, 0, 1).right, plot.bottom + 0.035),
        ]
        for column, m in pairs
        if not m.recorded
    ]
    sheet.lines(gaps, palette.gap, width=3, dashed=True, name="gap")
    for column, m in pairs:
        sheet.spot(column, partial(_told, m, language))
    _draw_shares(sheet, plot, pairs, highest, language)


def _draw_shares(
    sheet: Sheet, plot: Box, pairs: Sequence[tuple[Box, Month]], highest: int, language: Language
) -> None:
    """Write "6/28" above each month, or only the cramp nights where there is no room."""
    full = {m.number: f"{language.number(m.cramp_nights)}/{language.number(m.recorded)}" for _, m in pairs}
    short = {m.number: language.number(m.cramp_nights) for _, m in pairs}
    room = plot.width / 12 - 0.3 * sheet.em
    told = full if max(map(sheet.width_of, full.values())) <= room else short
    for column, m in pairs:
        if m.recorded and sheet.width_of(told[m.number]) <= room:
            bar = _bar(plot, column, m.recorded, highest)
            x = (bar.left + bar.right) / 2
            sheet.words(
                x, bar.top - 0.6 * sheet.em, told[m.number], across="center", middle=True, name="count"
            )


def _draw_names(sheet: Sheet, plot: Box, language: Language) -> None:
    names = [short_month(date(2026, k, 1), language) for k in range(1, 13)]
    room = plot.width / 12
    if max(map(sheet.width_of, names)) + 0.4 * sheet.em > room:
        names = [name[:1] for name in names]
    for column, name in zip(_columns(plot), names, strict=True):
        x = (column.left + column.right) / 2
        sheet.words(
            x, plot.bottom + 0.3 * sheet.em, name, colour=sheet.palette.muted, across="center", name="month"
        )


def _told(counted: Month, language: Language) -> str:
    name = month(date(2026, counted.number, 1), language)
    if not counted.recorded:
        return language.tr("{month}: no night recorded", month=name)
    return language.tr(
        "{month}: cramps on {k} of {n} recorded nights",
        month=name,
        k=counted.cramp_nights,
        n=counted.recorded,
    )


def _key(months: Sequence[Month], language: Language) -> list[KeyItem]:
    items = [
        KeyItem(_cramp_sample, language.tr("cramp nights")),
        KeyItem(_recorded_sample, language.tr("recorded nights")),
    ]
    gaps = any(not m.recorded for m in months)
    return [*items, KeyItem(gap_sample, language.tr("none recorded"))] if gaps else items


def _cramp_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.4 * sheet.em
    sheet.bars([Box(x - half, y - half, x + half, y + half)], sheet.palette.cramp_middle)


def _recorded_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.4 * sheet.em
    box = Box(x - half, y - half, x + half, y + half)
    sheet.bars([box], sheet.palette.quiet_soft, edge=sheet.palette.quiet)
