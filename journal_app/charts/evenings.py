"""A remedy that is done on some evenings and not on others: a mark for each evening under its name."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.charts.crowds import crowded, groups_of
from journal_app.charts.sheet import Box, Sheet
from journal_app.charts.time_axis import TimeAxis, runs_of

NAME_MIDDLE, MARKS_TOP, MARKS_BOTTOM = 0.46, 1.04, 1.36  # in letters, from the top of the lane
BETWEEN = 0.008  # inches left free at the end of a run, so that one evening's pause is seen


@dataclass(frozen=True, slots=True)
class Evenings:
    """One lane: what was done, and on which evenings of the period, in order."""

    label: str
    days: tuple[date, ...]


def draw_evenings(sheet: Sheet, axis: TimeAxis, lane: Evenings, top: float) -> None:
    """Draw the name and, beneath it, the evenings; over years how many of each group of months."""
    strip = Box(axis.left, top + MARKS_TOP * sheet.em, axis.right, top + MARKS_BOTTOM * sheet.em)
    boxes = _shares(axis, lane, strip) if crowded(axis) else _runs(axis, lane, strip)
    sheet.areas([_corners(box) for box in boxes], sheet.palette.quiet, name="evenings")
    told = sheet.fitting(lane.label, axis.right - axis.left)
    left = max(axis.left, min(axis.edge(lane.days[0]), axis.right - sheet.width_of(told)))
    sheet.words(left, top + NAME_MIDDLE * sheet.em, told, middle=True, name="lane")
    sheet.spot(Box(axis.left, top, axis.right, strip.bottom), lambda: lane.label)


def _runs(axis: TimeAxis, lane: Evenings, strip: Box) -> Iterator[Box]:
    for first, last in runs_of(lane.days):
        left, right = axis.edge(first), axis.edge(last + timedelta(days=1))
        yield Box(left, strip.top, right - min(BETWEEN, (right - left) / 3), strip.bottom)


def _shares(axis: TimeAxis, lane: Evenings, strip: Box) -> Iterator[Box]:
    done = Counter(lane.days)
    for group in groups_of(axis):
        nights = (group.last - group.first).days + 1
        count = sum(done[group.first + timedelta(days=k)] for k in range(nights))
        if count:
            left, right = axis.edge(group.first), axis.edge(group.last + timedelta(days=1))
            yield Box(left, strip.bottom - strip.height * count / nights, right - BETWEEN, strip.bottom)


def _corners(box: Box) -> list[tuple[float, float]]:
    return [(box.left, box.top), (box.right, box.top), (box.right, box.bottom), (box.left, box.bottom)]
