"""How long the cramps lasted: a disc for exact minutes, a bar over its band where only the band is known."""

from collections.abc import Sequence
from datetime import date

from journal_app.charts.crowds import crowded, draw_bubbles, group_words
from journal_app.charts.dots import Dot, draw_nights
from journal_app.charts.frame import (
    MARGIN,
    KeyItem,
    disc_sample,
    draw_amounts,
    draw_key,
    draw_unit,
    key_height,
    rows_that_fit,
    state_key,
    widest,
)
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Sheet
from journal_app.charts.time_axis import TimeAxis, draw_dates, draw_visits
from journal_app.journal.night import LONG_CRAMP_MINUTES, MINUTE_BANDS, Episode
from journal_app.language import Language
from journal_app.wording.nights import minutes_label
from journal_app.wording.segments import plain
from journal_app.wording.summaries import minutes_sentence

MARKS = (0, 1, 2, 5, 10, 20, 30, 60, 120, 240, 480, 1440)
FEW_MARKS = (0, 1, 5, 10, 30, 120, 480, 1440)
LEAST_TOP = 15
BAR = 0.09
HEADROOM = 1.15

Timed = tuple[date, Episode]


def sentence(scene: Scene) -> str:
    """Say how long the middle and the longest cramp lasted."""
    return plain(minutes_sentence(scene.review.summary, scene.language))


def lacking(scene: Scene) -> str:
    """Say what to do where no cramp has its minutes."""
    if not scene.nights:
        return no_night(scene)
    if _longest(scene):
        return ""
    return scene.language.tr(
        "No cramp with its minutes in this period. Add them to a cramp, and they show here."
    )


def paint(scene: Scene, sheet: Sheet, top: float) -> None:
    """Draw the chart below `top`."""
    language, cramps = scene.language, _longest(scene)
    highest = max(LEAST_TOP, *(HEADROOM * (cramp.minutes or 0) for _, cramp in cramps))
    axis = TimeAxis(
        scene.review.period, widest(sheet, ["1,440" if highest > 999 else "888"]), sheet.width - MARGIN
    )
    key = _key(scene, axis, cramps)
    foot = sheet.height - key_height(sheet, key) - 0.2 * sheet.em
    plot = Box(axis.left, top + sheet.line + 0.6 * sheet.em, axis.right, foot - 1.9 * sheet.line)
    marks = _marks(sheet, highest, plot.height)
    labels = [language.number(mark) for mark in marks]
    head = draw_unit(sheet, top, _unit(axis, language))
    draw_amounts(sheet, plot, [_bend(m) for m in marks], labels, _bend(highest))
    _draw_long_rule(sheet, plot, highest)
    if crowded(axis):
        _draw_crowd(sheet, axis, plot, cramps, highest)
        draw_nights(sheet, axis, plot, [], [], scene, _bend)
    else:
        _draw_singles(sheet, axis, plot, cramps, highest, scene)
    draw_visits(sheet, axis, scene.visits, plot, head, language)
    draw_dates(sheet, axis, foot - 1.2 * sheet.line, language)
    draw_key(sheet, key)


DRAWING = Drawing(sentence, lacking, paint)


def _longest(scene: Scene) -> list[Timed]:
    """Return the longest cramp of each night that has one with its minutes."""
    found: list[Timed] = []
    for evening, night in scene.nights.items():
        timed = [episode for episode in night.episodes if episode.minutes is not None]
        if timed:
            found.append((evening, max(timed, key=lambda episode: episode.minutes or 0)))
    return found


def _band(cramp: Episode) -> tuple[float, float]:
    return next((low, high) for low, high, _ in MINUTE_BANDS if low <= (cramp.minutes or 0) <= high)


def _bend(minutes: float) -> float:
    """Return the height of a number of minutes: short cramps get more room than long ones."""
    return minutes**0.5


def _marks(sheet: Sheet, highest: float, height: float) -> list[float]:
    wanted = MARKS if rows_that_fit(sheet, height) >= 5 else FEW_MARKS
    marks: list[float] = [highest + 1]
    for mark in reversed([mark for mark in wanted if mark <= highest]):
        apart = height * (_bend(marks[-1]) - _bend(mark)) / _bend(highest)
        if len(marks) == 1 or apart >= 1.1 * sheet.line:
            marks.append(mark)
    return marks[:0:-1]


def _draw_long_rule(sheet: Sheet, plot: Box, highest: float) -> None:
    y = plot.bottom - plot.height * _bend(LONG_CRAMP_MINUTES) / _bend(highest)
    sheet.lines([[(plot.left, y), (plot.right, y)]], sheet.palette.muted, width=1, name="long")


def _unit(axis: TimeAxis, language: Language) -> str:
    unit = language.tr("minutes of the longest cramp")
    if not crowded(axis):
        return unit
    return language.tr(
        "{unit}; larger is more nights, {together}", unit=unit, together=group_words(axis, language)
    )


def _draw_crowd(sheet: Sheet, axis: TimeAxis, plot: Box, cramps: Sequence[Timed], highest: float) -> None:
    """Draw years of nights by band: a disc in the middle of each band."""
    top = _bend(highest)
    ends = {low: (_bend(low) / top, min(_bend(high) / top, 1.0)) for low, high, _ in MINUTE_BANDS}
    row = plot.height * min(high - low for low, high in ends.values())
    dots = [Dot(evening, _band(cramp)[0], cramp.pain) for evening, cramp in cramps]
    draw_bubbles(sheet, axis, plot, dots, lambda low: sum(ends[low]) / 2, row)


def _draw_singles(
    sheet: Sheet, axis: TimeAxis, plot: Box, cramps: Sequence[Timed], highest: float, scene: Scene
) -> None:
    exact = [Dot(evening, cramp.minutes or 0, cramp.pain) for evening, cramp in cramps if cramp.minutes_exact]
    quiet = [evening for evening, night in scene.nights.items() if night.quiet]
    _draw_bands(sheet, axis, plot, [timed for timed in cramps if not timed[1].minutes_exact], highest)
    draw_nights(sheet, axis, plot, exact, quiet, scene, lambda minutes: _bend(minutes) / _bend(highest))


def _draw_bands(sheet: Sheet, axis: TimeAxis, plot: Box, cramps: Sequence[Timed], highest: float) -> None:
    width = min(BAR, max(0.02, 0.7 * axis.night))
    for pain in (2, 5, 8):
        colour = sheet.palette.cramp(pain)
        boxes = [
            _band_box(axis.middle(evening), width, plot, _band(cramp), highest)
            for evening, cramp in cramps
            if sheet.palette.cramp(cramp.pain) == colour
        ]
        edge = sheet.palette.cramp_edge if axis.night > 0.03 else "none"
        sheet.pills(boxes, colour, edge=edge, name="band")


def _band_box(x: float, width: float, plot: Box, band: tuple[float, float], highest: float) -> Box:
    low, high = (min(_bend(end) / _bend(highest), 1) for end in band)
    return Box(
        x - width / 2, plot.bottom - plot.height * high, x + width / 2, plot.bottom - plot.height * low
    )


def _key(scene: Scene, axis: TimeAxis, cramps: Sequence[Timed]) -> list[KeyItem]:
    language, single = scene.language, not crowded(axis)
    exact = any(cramp.minutes_exact for _, cramp in cramps)
    items = [KeyItem(disc_sample(5), language.tr("exact"))] if exact and single else []
    if single and any(not cramp.minutes_exact for _, cramp in cramps):
        items.append(KeyItem(_band_sample, language.tr("somewhere between")))
    items.append(KeyItem(_long_sample, minutes_label(LONG_CRAMP_MINUTES, language)))
    quiet = single and any(night.quiet for night in scene.nights.values())
    return items + state_key(language, quiet, bool(scene.missing))


def _band_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.5 * sheet.em
    box = Box(x - BAR / 2, y - half, x + BAR / 2, y + half)
    sheet.pills([box], sheet.palette.cramp_middle, edge=sheet.palette.cramp_edge)


def _long_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.7 * sheet.em
    sheet.lines([[(x - half, y), (x + half, y)]], sheet.palette.muted, width=1)
