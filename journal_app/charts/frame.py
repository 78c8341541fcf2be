"""The parts that several charts share: amount axis, key, heading, and the page that has nothing to show."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import floor

from journal_app.charts import type as typeface
from journal_app.charts.sheet import Box, Sheet
from journal_app.language import Language

MARGIN = 0.06
ABOVE = 0.1
LARGER = typeface.TITLE_PT / typeface.TEXT_PT
TENS = tuple(10**k for k in range(9))
Draw = Callable[[Sheet, float, float], None]


@dataclass(frozen=True, slots=True)
class KeyItem:
    """One line of a key: what draws its sample around a point, and its words."""

    sample: Draw
    words: str


@dataclass(frozen=True, slots=True)
class Heading:
    """Title and sentence on top of a picture that is kept alone."""

    title: str
    sentence: str

    def titles(self, width: float, size: float) -> list[str]:
        """Return the lines of the title on a sheet of this width."""
        return typeface.wrapped(
            typeface.showable(self.title), width - 2 * MARGIN, LARGER * size, typeface.BOLD
        )

    def sentences(self, width: float, size: float) -> list[str]:
        """Return the lines of the sentence on a sheet of this width."""
        return typeface.wrapped(typeface.showable(self.sentence), width - 2 * MARGIN, size)

    def height(self, width: float, text_scale: float) -> float:
        """Return how much of a sheet it takes."""
        size = typeface.TEXT_PT * text_scale
        lines = LARGER * len(self.titles(width, size)) + len(self.sentences(width, size))
        return 2 * ABOVE + lines * typeface.LINE * size / typeface.POINTS_PER_INCH


def draw_heading(sheet: Sheet, heading: Heading) -> float:
    """Write title and sentence; return where they end."""
    top = ABOVE
    for line in heading.titles(sheet.width, sheet.size):
        sheet.words(MARGIN, top, line, weight=typeface.BOLD, grow=LARGER, name="title")
        top += LARGER * sheet.line
    for line in heading.sentences(sheet.width, sheet.size):
        sheet.words(MARGIN, top, line, colour=sheet.palette.muted, name="sentence")
        top += sheet.line
    return top + ABOVE


def draw_unit(sheet: Sheet, top: float, words: str) -> Box:
    """Write above a chart what it counts; return what is left of that line."""
    told = sheet.fitting(words, sheet.width - 2 * MARGIN)
    sheet.words(MARGIN, top, told, colour=sheet.palette.muted, name="unit")
    left, right = MARGIN + sheet.width_of(told) + sheet.em, sheet.width - MARGIN
    return Box(left, top, max(left, right), top + sheet.line)


def draw_nothing(sheet: Sheet, top: float, words: str) -> None:
    """Say, in the middle of an empty chart, what to do so that it fills."""
    room = sheet.width - 4 * MARGIN
    lines = typeface.wrapped(typeface.showable(words), min(room, 36 * sheet.em), sheet.size)
    start = max(top, (top + sheet.height - len(lines) * sheet.line) / 2)
    for k, line in enumerate(lines):
        y = start + k * sheet.line
        sheet.words(sheet.width / 2, y, line, colour=sheet.palette.muted, across="center", name="empty")


def whole_steps(highest: float, rows: int) -> list[int]:
    """Return whole numbers from 0 up to `highest`, in at most `rows` even steps above it."""
    top = max(int(highest), 1)
    step = next(unit * k for unit in TENS for k in (1, 2, 5) if top // (unit * k) <= max(rows, 1))
    return list(range(0, top + 1, step))


def rows_that_fit(sheet: Sheet, height: float) -> int:
    """Return how many steps of an amount axis leave room for their labels."""
    return max(1, min(5, floor(height / (1.3 * sheet.line))))


def draw_amounts(
    sheet: Sheet, plot: Box, steps: Sequence[float], labels: Sequence[str], highest: float
) -> None:
    """Draw the rules of an amount axis from the bottom up, with their labels on the left."""
    for step, label in zip(steps, labels, strict=True):
        y = plot.bottom - plot.height * step / highest
        sheet.lines([[(plot.left, y), (plot.right, y)]], sheet.palette.line, width=0.8, name="rule")
        x = plot.left - 0.5 * sheet.em
        sheet.words(x, y, label, colour=sheet.palette.muted, across="right", middle=True, name="amount")


def widest(sheet: Sheet, labels: Sequence[str]) -> float:
    """Return the room that the labels of an amount axis need."""
    return max((sheet.width_of(label) for label in labels), default=0.0) + 0.5 * sheet.em + MARGIN


def key_height(sheet: Sheet, items: Sequence[KeyItem]) -> float:
    """Return the height of a key."""
    return len(_rows(sheet, items)) * sheet.line


def draw_key(sheet: Sheet, items: Sequence[KeyItem]) -> None:
    """Draw the key along the foot of the sheet."""
    rows = _rows(sheet, items)
    top = sheet.height - len(rows) * sheet.line
    for k, row in enumerate(rows):
        x, y = MARGIN, top + (k + 0.5) * sheet.line
        for item in row:
            item.sample(sheet, x + 0.75 * sheet.em, y)
            words = sheet.fitting(item.words, sheet.width - x - 1.8 * sheet.em)
            sheet.words(x + 1.8 * sheet.em, y, words, colour=sheet.palette.muted, middle=True, name="key")
            x += _item_width(sheet, item)


def ring_sample(sheet: Sheet, x: float, y: float) -> None:
    """Draw the mark of a quiet night."""
    sheet.discs([(x, y)], 0.28 * sheet.em, "none", edge=sheet.palette.quiet, edge_width=1.6)


def gap_sample(sheet: Sheet, x: float, y: float) -> None:
    """Draw the mark of nights that were not recorded."""
    half = 0.7 * sheet.em
    sheet.lines([[(x - half, y), (x + half, y)]], sheet.palette.gap, width=3, dashed=True)


def disc_sample(pain: int | None) -> Draw:
    """Return what draws the mark of a cramp with this pain."""

    def draw(sheet: Sheet, x: float, y: float) -> None:
        palette = sheet.palette
        radius = (0.25 + 0.025 * (5 if pain is None else pain)) * sheet.em
        sheet.discs([(x, y)], radius, palette.cramp(pain), edge=palette.cramp_edge)

    return draw


def state_key(language: Language, quiet: bool, gaps: bool) -> list[KeyItem]:
    """Return the key of the states without a cramp that a chart shows."""
    items = [KeyItem(ring_sample, language.tr("quiet night"))] if quiet else []
    return [*items, KeyItem(gap_sample, language.tr("not recorded"))] if gaps else items


def _rows(sheet: Sheet, items: Sequence[KeyItem]) -> list[list[KeyItem]]:
    rows: list[list[KeyItem]] = []
    used = 0.0
    for item in items:
        width = _item_width(sheet, item)
        if not rows or used + width > sheet.width - MARGIN:
            rows.append([])
            used = MARGIN
        rows[-1].append(item)
        used += width
    return rows


def _item_width(sheet: Sheet, item: KeyItem) -> float:
    return 3.2 * sheet.em + sheet.width_of(item.words)
