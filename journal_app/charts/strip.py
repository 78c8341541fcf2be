"""Night by night: one mark for every night, in rows; a disc grows with the worst pain of the night."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from math import ceil

from journal_app.charts.frame import MARGIN, KeyItem, disc_sample, draw_key, key_height, state_key
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Point, Sheet
from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.wording.over_time import strip_sentence

LARGEST = 0.24
TALLER = 1.35  # height of a row in widths of a night, where there is room


@dataclass(frozen=True, slots=True)
class Grid:
    """Where each night of the strip stands."""

    first: date
    per_row: int
    left: float
    top: float
    cell: float
    row: float

    def middle(self, evening: date) -> Point:
        """Return the middle of a night's mark."""
        row, column = divmod((evening - self.first).days, self.per_row)
        return self.left + (column + 0.5) * self.cell, self.top + (row + 0.5) * self.row


def sentence(scene: Scene) -> str:
    """Say the cramp nights and the longest quiet run."""
    return strip_sentence(scene.review.summary, scene.language)


def paint(scene: Scene, sheet: Sheet, top: float) -> None:
    """Draw the chart below `top`."""
    key = _key(scene)
    plot = Box(
        MARGIN,
        top + 0.35 * sheet.line,
        sheet.width - MARGIN,
        sheet.height - key_height(sheet, key) - 0.3 * sheet.em,
    )
    grid = _grid(scene, sheet, plot)
    _draw_quiet(sheet, grid, [e for e, night in scene.nights.items() if night.quiet])
    _draw_cramps(sheet, grid, [(e, night) for e, night in scene.nights.items() if not night.quiet])
    _draw_missing(sheet, grid, scene.missing)
    _draw_dates(sheet, grid, scene)
    for evening in scene.review.period.evenings():
        x, y = grid.middle(evening)
        column = Box(x - grid.cell / 2, y - grid.row / 2, x + grid.cell / 2, y + grid.row / 2)
        sheet.spot(column, partial(scene.told, evening))
    draw_key(sheet, key)


DRAWING = Drawing(sentence, no_night, paint)


def _grid(scene: Scene, sheet: Sheet, plot: Box) -> Grid:
    """Return the grid with the largest marks there is room for: whole weeks in a row, dates on the left."""
    period = scene.review.period
    left = plot.left + max(map(sheet.width_of, _labels(scene, *_widest_days(period)))) + 0.8 * sheet.em
    nights, width = len(period), plot.right - left
    whole_weeks = range(7, 7 * ceil(nights / 7) + 1, 7)
    per_row = max(whole_weeks, key=lambda wide: (_cell(nights, wide, width, plot.height), wide))
    cell = min(LARGEST, width / per_row)
    row = min(plot.height / ceil(nights / per_row), max(2.2 * cell, 1.3 * sheet.line))
    return Grid(period.first, per_row, left, plot.top, cell, row)


def _cell(nights: int, per_row: int, width: float, height: float) -> float:
    """Return the size of a mark, to a hundredth of an inch, with so many nights in a row."""
    return round(min(LARGEST, width / per_row, height / ceil(nights / per_row) / TALLER), 2)


def _widest_days(period: Period) -> list[date]:
    """Return a day of two digits in every month, for the width of the longest date."""
    return [date(period.last.year, month, 28) for month in range(1, 13)]


def _labels(scene: Scene, *days: date) -> list[str]:
    language = scene.language
    if scene.review.period.first.year == scene.review.period.last.year:
        return [language.day_and_month(day) for day in days]
    return [language.short_date(day) for day in days]


def _draw_dates(sheet: Sheet, grid: Grid, scene: Scene) -> None:
    """Write the first evening of each row, of every few rows where they lie close."""
    period = scene.review.period
    rows = ceil(len(period) / grid.per_row)
    every = ceil(sheet.line / grid.row)
    for row in range(0, rows, every):
        day = period.first + timedelta(days=row * grid.per_row)
        y = grid.top + (row + 0.5) * grid.row
        label = _labels(scene, day)[0]
        sheet.words(MARGIN, y, label, colour=sheet.palette.muted, middle=True, name="date")


def _draw_quiet(sheet: Sheet, grid: Grid, evenings: list[date]) -> None:
    width = 1.6 if grid.cell > 0.14 else 0.8
    centres = [grid.middle(evening) for evening in evenings]
    sheet.discs(centres, 0.28 * grid.cell, "none", edge=sheet.palette.quiet, edge_width=width, name="quiet")


def _draw_cramps(sheet: Sheet, grid: Grid, nights: list[tuple[date, Night]]) -> None:
    palette = sheet.palette
    for pain in sorted({night.worst_pain for _, night in nights}, key=lambda pain: pain or 0):
        alike = [grid.middle(evening) for evening, night in nights if night.worst_pain == pain]
        radius = (0.25 + 0.02 * (5 if pain is None else pain)) * grid.cell
        edge = palette.cramp_edge if grid.cell > 0.1 else "none"
        sheet.discs(alike, radius, palette.cramp(pain), edge=edge, name=f"pain {pain}")


def _draw_missing(sheet: Sheet, grid: Grid, evenings: list[date]) -> None:
    half = 0.3 * grid.cell
    middles = [grid.middle(evening) for evening in evenings]
    lines = [[(x - half, y), (x + half, y)] for x, y in middles]
    sheet.lines(lines, sheet.palette.gap, width=min(3, 12 * grid.cell), dashed=True, name="gap")


def _key(scene: Scene) -> list[KeyItem]:
    language, nights = scene.language, scene.nights.values()
    cramps = [KeyItem(disc_sample(5), language.tr("cramp, larger with more pain"))]
    shown = cramps if any(not night.quiet for night in nights) else []
    return shown + state_key(language, any(night.quiet for night in nights), bool(scene.missing))
