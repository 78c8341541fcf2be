"""Medicine and remedy bars under a chart, on its time axis."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.charts.evenings import Evenings, draw_evenings
from journal_app.charts.scene import Scene
from journal_app.charts.sheet import Box, Sheet
from journal_app.charts.time_axis import TimeAxis, runs_of
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.period import Period
from journal_app.journal.trial import TrialDesign
from journal_app.knowledge.entries import Kind
from journal_app.language import Language
from journal_app.wording.medicines import dose_label, medicine_title

MOST_LANES = 8
LANE, BAR = 1.5, 1.34  # heights in letters
FEWEST_EVENINGS = 5


@dataclass(frozen=True, slots=True)
class Stretch:
    """One bar: what was taken or done, from when to when within the period."""

    label: str
    first: date
    last: date
    remedy: bool


Lane = tuple[Stretch, ...] | Evenings


def lanes_of(scene: Scene) -> tuple[Lane, ...]:
    """Return a lane for each trial, each medicine and each remedy that was done on some evenings.

    Those that change within the period come first: they are what one looks for under a trend.
    """
    lanes = [*_trial_lanes(scene), *_medicine_lanes(scene), *_remedy_lanes(scene)]
    return tuple(sorted(lanes, key=lambda lane: _unchanged(lane, scene.review.period)))


def lane_height(sheet: Sheet) -> float:
    """Return the height of one lane with the gap above it."""
    return LANE * sheet.em


def lanes_height(sheet: Sheet, lanes: Sequence[Lane], room: float) -> float:
    """Return the height of as many lanes as `room` allows."""
    return _shown(sheet, lanes, room) * lane_height(sheet)


def draw_lanes(
    sheet: Sheet, axis: TimeAxis, lanes: Sequence[Lane], top: float, room: float, language: Language
) -> None:
    """Draw the lanes one under the other; where there is no room for all, the last line counts the rest."""
    shown = _shown(sheet, lanes, room)
    whole = shown if shown == len(lanes) else max(0, shown - 1)
    for k, lane in enumerate(lanes[:whole]):
        lane_top = top + k * lane_height(sheet)
        if isinstance(lane, Evenings):
            draw_evenings(sheet, axis, lane, lane_top)
        else:
            _draw_stretches(sheet, axis, lane, lane_top)
    if whole < shown:
        y, words = top + whole * lane_height(sheet), _rest(len(lanes) - whole, whole, language)
        sheet.words(axis.left, y, sheet.fitting(words, axis.right - axis.left), colour=sheet.palette.muted)


def _rest(left_out: int, drawn: int, language: Language) -> str:
    if drawn:
        return language.trn(
            "and {n} more medicine or remedy", "and {n} more medicines and remedies", left_out
        )
    return language.trn("{n} medicine or remedy", "{n} medicines and remedies", left_out)


def _shown(sheet: Sheet, lanes: Sequence[Lane], room: float) -> int:
    return max(0, min(len(lanes), MOST_LANES, int(room / lane_height(sheet))))


def _unchanged(lane: Lane, period: Period) -> bool:
    if isinstance(lane, Evenings):
        return False
    return len(lane) == 1 and lane[0].first <= period.first and lane[0].last >= period.last


def _draw_stretches(sheet: Sheet, axis: TimeAxis, lane: Sequence[Stretch], top: float) -> None:
    boxes = [_box(sheet, axis, lane, k, top) for k in range(len(lane))]
    for stretch, box in zip(lane, boxes, strict=True):
        _draw_bar(sheet, stretch, box)
    free_from = axis.left
    for k in _labelled(lane):
        free_to = boxes[k + 1].left if k + 1 < len(boxes) else axis.right
        free_from = _write_label(
            sheet, lane[k].label, boxes[k], max(free_from, _end_before(boxes, k)), free_to
        )


def _box(sheet: Sheet, axis: TimeAxis, lane: Sequence[Stretch], k: int, top: float) -> Box:
    left, right = axis.edge(lane[k].first), axis.edge(lane[k].last + timedelta(days=1))
    gap = 0.03 if k + 1 < len(lane) else 0.0
    return Box(left, top, max(right - gap, left + 0.03), top + BAR * sheet.em)


def _end_before(boxes: Sequence[Box], k: int) -> float:
    return boxes[k - 1].right if k else 0.0


def _labelled(lane: Sequence[Stretch]) -> list[int]:
    """Return which bars bear a label: all with words of their own, of equal ones only the longest."""
    longest: dict[str, int] = {}
    for k, stretch in enumerate(lane):
        known = longest.get(stretch.label)
        if known is None or stretch.last - stretch.first > lane[known].last - lane[known].first:
            longest[stretch.label] = k
    return sorted(longest.values())


def _draw_bar(sheet: Sheet, stretch: Stretch, box: Box) -> None:
    palette = sheet.palette
    fill, edge, name = (
        (palette.quiet_soft, palette.quiet, "remedy")
        if stretch.remedy
        else (palette.medicine_soft, palette.medicine, "medicine")
    )
    sheet.pills([box], fill, edge=edge, name=name)
    sheet.spot(box, lambda: stretch.label)


def _write_label(sheet: Sheet, label: str, box: Box, free_from: float, free_to: float) -> float:
    """Write a label in its bar or, where that is too short, in the free room beside it; return its end."""
    pad, middle, full = 0.45 * sheet.em, (box.top + box.bottom) / 2, sheet.width_of(label)
    inside, after, before = box.width - 2 * pad, free_to - box.right - 2 * pad, box.left - free_from - 2 * pad
    if full <= inside or inside >= max(after, before):
        sheet.words(box.left + pad, middle, sheet.fitting(label, inside), middle=True, name="lane")
        return box.right
    if after >= min(full, before):
        sheet.words(box.right + pad, middle, sheet.fitting(label, after), middle=True, name="lane")
        return min(free_to, box.right + 2 * pad + full)
    told = sheet.fitting(label, before)
    sheet.words(box.left - pad, middle, told, middle=True, across="right", name="lane")
    return box.right


def _trial_lanes(scene: Scene) -> Iterator[Lane]:
    """Yield the time of each trial: nights by lot as one bar, else those with the remedy."""
    for tried in scene.review.tried:
        trial, by_lot = tried.trial, tried.trial.design is TrialDesign.PAIRS
        label = scene.language.tr("{name} (trial by lot)", name=trial.name) if by_lot else trial.name
        meant = (night.evening for night in trial.nights if by_lot or night.on)
        spells = list(runs_of(on for on in meant if on in scene.review.period))
        if spells and trial.design is not TrialDesign.FOLLOWED:
            yield tuple(Stretch(label, first, last, True) for first, last in spells)


def _medicine_lanes(scene: Scene) -> Iterator[Lane]:
    for medicine in scene.review.medicines:
        lane = tuple(_stretches(medicine, scene))
        if lane:
            yield lane


def _stretches(medicine: Medicine, scene: Scene) -> Iterator[Stretch]:
    period = scene.review.period
    inside = [part for part in medicine.periods if _meets(part, period)]
    for part in inside:
        label = dose_label(medicine, part, scene.language)
        if part is inside[0]:
            label = medicine_title(medicine, max(part.start or period.first, period.first))
        first, last = max(part.start or period.first, period.first), min(part.end or period.last, period.last)
        yield Stretch(label, first, last, medicine.supplement)


def _meets(part: DosePeriod, period: Period) -> bool:
    return (part.start is None or part.start <= period.last) and (
        part.end is None or part.end >= period.first
    )


def _remedy_lanes(scene: Scene) -> Iterator[Lane]:
    names = {habit.id: habit.label for habit in scene.knowledge.habits}
    for habit in _remedy_habits(scene):
        days = tuple(_evenings_of(scene, habit))
        if len(days) >= FEWEST_EVENINGS:
            name = scene.language.tr(names.get(habit, habit))
            yield Evenings(
                scene.language.trn("{habit}: {n} evening", "{habit}: {n} evenings", len(days), habit=name),
                days,
            )


def _remedy_habits(scene: Scene) -> list[str]:
    """Return the habits that are done or not done against cramps, and are not themselves suspected."""
    knowledge = scene.knowledge
    tested = {entry.factor for entry in knowledge.of_kind(Kind.REMEDY)}
    suspected = {entry.factor for entry in knowledge.of_kind(Kind.FACTOR)}
    done = (f.habit for f in knowledge.factors if f.binary and f.id in tested - suspected)
    return list(dict.fromkeys(done))


def _evenings_of(scene: Scene, habit: str) -> Iterator[date]:
    period = scene.review.period
    return (day.on for day in scene.review.records.days if day.on in period and day.amount(habit))
