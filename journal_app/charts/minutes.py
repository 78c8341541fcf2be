"""How long the cramps lasted: a disc for exact minutes, a bar over its band where only the band is known."""

from datetime import date

from journal_app.charts.dots import Dot, draw_nights
from journal_app.charts.frame import (
    MARGIN,
    KeyItem,
    disc_sample,
    draw_amounts,
    draw_key,
    key_height,
    rows_that_fit,
    state_key,
    widest,
)
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Sheet
from journal_app.charts.time_axis import TimeAxis, draw_dates
from journal_app.journal.night import LONG_CRAMP_MINUTES, MINUTE_BANDS, Episode
from journal_app.wording.nights import minutes_label
from journal_app.wording.segments import plain
from journal_app.wording.summaries import minutes_sentence

MARKS = (0, 1, 2, 5, 10, 20, 30, 60, 120, 240, 480, 1440)
FEW_MARKS = (0, 1, 5, 10, 30, 120, 480, 1440)
LEAST_TOP = 15
BAR = 0.09
HEADROOM = 1.15


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
    exact = [Dot(evening, cramp.minutes or 0, cramp.pain) for evening, cramp in cramps if cramp.minutes_exact]
    quiet = [evening for evening, night in scene.nights.items() if night.quiet]
    key = _key(scene, len(exact), len(cramps), bool(quiet))
    foot = sheet.height - key_height(sheet, key) - 0.2 * sheet.em
    plot_top = top + sheet.line + 0.6 * sheet.em
    marks = _marks(sheet, highest, foot - 1.9 * sheet.line - plot_top)
    labels = [language.number(mark) for mark in marks]
    plot = Box(widest(sheet, labels), plot_top, sheet.width - MARGIN, foot - 1.9 * sheet.line)
    axis = TimeAxis(scene.review.period, plot.left, plot.right)
    sheet.words(MARGIN, top, language.tr("minutes of the longest cramp"), colour=sheet.palette.muted)
    draw_amounts(sheet, plot, [_bend(m) for m in marks], labels, _bend(highest))
    _draw_long_rule(sheet, plot, highest)
    _draw_bands(sheet, axis, plot, [cramp for cramp in cramps if not cramp[1].minutes_exact], highest)
    draw_nights(sheet, axis, plot, exact, quiet, scene, lambda dot: _bend(dot.value) / _bend(highest))
    draw_dates(sheet, axis, foot - 1.2 * sheet.line, language)
    draw_key(sheet, key)


DRAWING = Drawing(sentence, lacking, paint)


def _longest(scene: Scene) -> list[tuple[date, Episode]]:
    """Return the longest cramp of each night that has one with its minutes."""
    found: list[tuple[date, Episode]] = []
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


def _draw_bands(
    sheet: Sheet, axis: TimeAxis, plot: Box, cramps: list[tuple[date, Episode]], highest: float
) -> None:
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


def _key(scene: Scene, exact: int, cramps: int, quiet: bool) -> list[KeyItem]:
    language = scene.language
    items = [KeyItem(disc_sample(5), language.tr("exact"))] if exact else []
    if exact < cramps:
        items.append(KeyItem(_band_sample, language.tr("somewhere between")))
    items.append(KeyItem(_long_sample, minutes_label(LONG_CRAMP_MINUTES, language)))
    return items + state_key(language, quiet, bool(scene.missing))


def _band_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.5 * sheet.em
    box = Box(x - BAR / 2, y - half, x + BAR / 2, y + half)
    sheet.pills([box], sheet.palette.cramp_middle, edge=sheet.palette.cramp_edge)


def _long_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.7 * sheet.em
    sheet.lines([[(x - half, y), (x + half, y)]], sheet.palette.muted, width=1)
