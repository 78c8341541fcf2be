"""Years of nights: where one mark a night would be a blur, months are drawn together."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.charts.dots import Dot
from journal_app.charts.sheet import Box, Sheet
from journal_app.charts.time_axis import TimeAxis
from journal_app.language import Language

THINNEST_NIGHT = 0.012  # inches; below that single nights cannot be told apart
NARROWEST_GROUP = 0.2
MONTHS_TOGETHER = (1, 2, 3, 6, 12)


@dataclass(frozen=True, slots=True)
class Group:
    """Some months in a row, as far as they lie in the period."""

    first: date
    last: date


def crowded(axis: TimeAxis) -> bool:
    """Tell whether single nights are too thin to be told apart."""
    return axis.night < THINNEST_NIGHT


def months_together(axis: TimeAxis) -> int:
    """Return how many months make a group that is wide enough to see."""
    month = 30.4 * axis.night
    return next(
        (months for months in MONTHS_TOGETHER if months * month >= NARROWEST_GROUP), MONTHS_TOGETHER[-1]
    )


def groups_of(axis: TimeAxis) -> list[Group]:
    """Return the groups of months of a crowded axis, in order."""
    period, months = axis.period, months_together(axis)
    start = _index(period.first) // months * months
    firsts = [_first_of(index) for index in range(start, _index(period.last) + 1, months)]
    ends = [day - timedelta(days=1) for day in firsts[1:]] + [period.last]
    return [Group(max(first, period.first), last) for first, last in zip(firsts, ends, strict=True)]


def group_words(axis: TimeAxis, language: Language) -> str:
    """Say how many months are drawn together."""
    return language.trn("{n} month together", "{n} months together", months_together(axis))


def draw_bubbles(
    sheet: Sheet, axis: TimeAxis, plot: Box, dots: Sequence[Dot], share: Callable[[float], float], row: float
) -> None:
    """Draw a disc for each group and value, its area the number of nights; `row` parts the values."""
    groups, palette = groups_of(axis), sheet.palette
    counts = _counts(groups, dots)
    most = max(count for count, _ in counts.values())
    width = min(axis.edge(group.last) - axis.edge(group.first) for group in groups[1:-1] or groups)
    largest = min(0.48 * max(width, THINNEST_NIGHT), 0.48 * row)
    for colour in sorted({palette.cramp(pain) for _, pain in counts.values()}):
        alike = [(place, count) for place, (count, pain) in counts.items() if palette.cramp(pain) == colour]
        centres = [
            (axis.span_middle(groups[k].first, groups[k].last), plot.bottom - plot.height * share(value))
            for (k, value), _ in alike
        ]
        radii = [largest * (count / most) ** 0.5 for _, count in alike]
        sheet.discs(centres, radii, colour, edge=palette.cramp_edge, edge_width=0.5, name="bubbles")


def _counts(groups: Sequence[Group], dots: Sequence[Dot]) -> dict[tuple[int, float], tuple[int, int | None]]:
    """Return the nights of each group and value, with their commonest pain."""
    starts = [group.first for group in groups]
    pains: dict[tuple[int, float], Counter[int | None]] = {}
    for dot in dots:
        place = (bisect_right(starts, dot.evening) - 1, dot.value)
        pains.setdefault(place, Counter())[dot.pain] += 1
    return {place: (found.total(), found.most_common(1)[0][0]) for place, found in pains.items()}


def _index(day: date) -> int:
    return day.year * 12 + day.month - 1


def _first_of(index: int) -> date:
    return date(index // 12, index % 12 + 1, 1)
