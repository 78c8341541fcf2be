"""Hour of the night: how many cramps began in each hour, from evening to morning."""

from functools import partial

from journal_app.charts.frame import MARGIN, draw_amounts, draw_unit, rows_that_fit, whole_steps, widest
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Sheet
from journal_app.language import Language
from journal_app.wording.dates import hour_label, hour_span
from journal_app.wording.segments import plain
from journal_app.wording.summaries import hours_sentence

NOON = 12
USUAL_NIGHT = (22, 30)  # from 22:00 to 06:00, counted on past midnight
WIDEST_BAR = 0.6


def sentence(scene: Scene) -> str:
    """Say in which hours most cramps began."""
    return plain(hours_sentence(scene.review.summary, scene.language))


def lacking(scene: Scene) -> str:
    """Say what to do where no cramp has its time."""
    if not scene.nights:
        return no_night(scene)
    if sum(scene.review.summary.hours):
        return ""
    return scene.language.tr(
        "No cramp with its time in this period. Add the hour to a cramp, and it shows here."
    )


def paint(scene: Scene, sheet: Sheet, top: float) -> None:
    """Draw the chart below `top`."""
    counts, language = _night_hours(scene.review.summary.hours), scene.language
    highest = max(count for _, count in counts)
    plot_top = top + 2.2 * sheet.line
    foot = sheet.height - 1.5 * sheet.line
    steps = whole_steps(highest, rows_that_fit(sheet, foot - plot_top))
    labels = [language.number(step) for step in steps]
    plot = Box(widest(sheet, labels), plot_top, sheet.width - MARGIN, foot)
    draw_unit(sheet, top, language.tr("cramps that began in this hour"))
    draw_amounts(sheet, plot, steps, labels, highest)
    _draw_bars(sheet, plot, counts, highest, language)
    _draw_hours(sheet, plot, [hour for hour, _ in counts], language)


DRAWING = Drawing(sentence, lacking, paint)


def _night_hours(hours: tuple[int, ...]) -> list[tuple[int, int]]:
    """Return hour and count from evening to morning, trimmed to the usual night and what lies outside it."""
    counted = [hour for hour in range(NOON, NOON + 24) if hours[hour % 24]]
    first, last = min(USUAL_NIGHT[0], *counted, 99), max(USUAL_NIGHT[1] - 1, *counted, 0)
    return [(hour, hours[hour % 24]) for hour in range(first, last + 1)]


def _columns(plot: Box, count: int) -> list[Box]:
    width = plot.width / count
    return [
        Box(plot.left + k * width, plot.top, plot.left + (k + 1) * width, plot.bottom) for k in range(count)
    ]


def _draw_bars(
    sheet: Sheet, plot: Box, counts: list[tuple[int, int]], highest: float, language: Language
) -> None:
    columns = _columns(plot, len(counts))
    boxes: list[Box] = []
    for column, (hour, count) in zip(columns, counts, strict=True):
        sheet.spot(column, partial(_told, hour, count, language))
        middle, half = (column.left + column.right) / 2, min(0.38 * column.width, WIDEST_BAR / 2)
        if count:
            top = plot.bottom - plot.height * count / highest
            boxes.append(Box(middle - half, top, middle + half, plot.bottom))
    sheet.bars(boxes, sheet.palette.cramp_middle, name="hours")
    widest_count = max(sheet.width_of(language.number(count)) for _, count in counts)
    if widest_count > columns[0].width - 0.3 * sheet.em:
        return
    for box, count in zip(boxes, [count for _, count in counts if count], strict=True):
        x = (box.left + box.right) / 2
        sheet.words(
            x, box.top - 0.6 * sheet.em, language.number(count), across="center", middle=True, name="count"
        )


def _draw_hours(sheet: Sheet, plot: Box, hours: list[int], language: Language) -> None:
    columns, labels = _columns(plot, len(hours)), [hour_label(hour, language) for hour in hours]
    room = columns[0].width
    widest_label = max(sheet.width_of(label) for label in labels) + 0.6 * sheet.em
    every = next(n for n in (1, 2, 3, 4, 6, 12, 24) if n * room >= widest_label or n == 24)
    for column, hour, label in zip(columns, hours, labels, strict=True):
        if hour % every == 0:
            x, half = (column.left + column.right) / 2, sheet.width_of(label) / 2
            x = min(max(x, half), sheet.width - half)
            sheet.words(
                x,
                plot.bottom + 0.25 * sheet.em,
                label,
                colour=sheet.palette.muted,
                across="center",
                name="hour",
            )


def _told(hour: int, count: int, language: Language) -> str:
    cramps = language.trn("{n} cramp", "{n} cramps", count)
    return language.tr("{hours}: {cramps}", hours=hour_span(hour, hour + 1, language), cramps=cramps)
