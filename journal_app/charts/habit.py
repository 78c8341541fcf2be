"""A habit under the cramp strip: what was answered for a day, below the night that followed it."""

from datetime import date, timedelta
from functools import partial

from journal_app.analysis.results import Association
from journal_app.charts.crowds import crowded, group_words, groups_of
from journal_app.charts.frame import (
    MARGIN,
    KeyItem,
    disc_sample,
    draw_amounts,
    draw_key,
    draw_unit,
    gap_sample,
    key_height,
    rows_that_fit,
    state_key,
    widest,
)
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Sheet
from journal_app.charts.time_axis import TimeAxis, draw_dates, draw_gaps, draw_visits, night_box
from journal_app.journal.factor import Factor
from journal_app.journal.habit import Habit, HabitKind
from journal_app.wording.amounts import answer, shown_unit, shown_value
from journal_app.wording.over_time import habit_sentence

THIN = 0.03
LARGEST_DISC = 0.14
YES_NO_LINES = 4


def drawing_of(habit: Habit) -> Drawing:
    """Return the drawing of one habit."""
    return Drawing(partial(_sentence, habit), partial(_lacking, habit), partial(_paint, habit))


def _answers(habit: Habit, scene: Scene) -> dict[date, float]:
    days = (day for day in scene.review.records.days if day.on in scene.review.period)
    found = ((day.on, day.amount(habit.id)) for day in days)
    return {on: value for on, value in found if value is not None}


def _sentence(habit: Habit, scene: Scene) -> str:
    review = scene.review
    association, factor = _found(habit, scene)
    return habit_sentence(
        association, factor, len(_answers(habit, scene)), len(review.period), scene.language
    )


def _found(habit: Habit, scene: Scene) -> tuple[Association | None, Factor | None]:
    """Return what was found for the habit's own factor, the row that speaks for it."""
    factor = next((f for f in scene.review.factors if f.habit == habit.id and f.within == 1), None)
    rows = (a for a in scene.review.associations if factor and a.factor == factor.id and a.leading)
    return next(rows, None), factor


def _lacking(habit: Habit, scene: Scene) -> str:
    if not scene.nights:
        return no_night(scene)
    if _answers(habit, scene):
        return ""
    return scene.language.tr("No day of this period has an answer here. Answer it on the page Last night.")


def _paint(habit: Habit, scene: Scene, sheet: Sheet, top: float) -> None:
    language, answers = scene.language, _answers(habit, scene)
    key = _key(habit, scene, answers, rings=sheet.width / len(scene.review.period) >= THIN)
    foot = sheet.height - key_height(sheet, key) - 0.2 * sheet.em
    highest = 1.0 if habit.kind is HabitKind.YES_NO else max(*answers.values(), habit.step)
    start, bottom = _room(habit, sheet, top, foot)
    night_line, plot_top = start + 0.5 * sheet.line, start + 2.7 * sheet.line
    steps, labels = _steps(habit, scene, sheet, highest, bottom - plot_top)
    plot = Box(widest(sheet, labels), plot_top, sheet.width - MARGIN, bottom)
    axis = TimeAxis(scene.review.period, plot.left, plot.right)
    _draw_nights(sheet, axis, night_line, scene)
    head = draw_unit(sheet, plot_top - 1.65 * sheet.line, _unit(habit, axis, scene))
    draw_amounts(sheet, plot, steps, labels, highest)
    _draw_answers(sheet, axis, plot, answers, highest)
    unknown = [evening for evening in scene.review.period.evenings() if evening not in answers]
    draw_gaps(sheet, axis, unknown, plot.bottom + 0.4 * sheet.em)
    reach = Box(plot.left, top, plot.right, plot.bottom + 0.5 * sheet.em)
    for evening in scene.review.period.evenings():
        sheet.spot(
            night_box(axis, evening, reach), partial(_told, habit, evening, answers.get(evening), scene)
        )
    draw_visits(sheet, axis, scene.visits, plot, head, language)
    draw_dates(sheet, axis, bottom + 0.7 * sheet.line, language)
    draw_key(sheet, key)


def _room(habit: Habit, sheet: Sheet, top: float, foot: float) -> tuple[float, float]:
    """Return where strip and plot begin and end: a yes or no needs little height and stands in the middle."""
    bottom = foot - 1.9 * sheet.line
    spare = bottom - top - 2.7 * sheet.line - YES_NO_LINES * sheet.line
    if habit.kind is not HabitKind.YES_NO or spare <= 0:
        return top, bottom
    return top + spare / 2, bottom - spare / 2


def _unit(habit: Habit, axis: TimeAxis, scene: Scene) -> str:
    language = scene.language
    label, unit = language.tr(habit.label), shown_unit(habit.unit, scene.units)
    if habit.kind is HabitKind.AMOUNT and unit:
        label = language.tr("{habit}, {unit} a day", habit=label, unit=language.tr(unit))
    if not crowded(axis):
        return label
    return language.tr("{habit}; average, {together}", habit=label, together=group_words(axis, language))


def _steps(
    habit: Habit, scene: Scene, sheet: Sheet, highest: float, height: float
) -> tuple[list[float], list[str]]:
    """Return the marks of the amount axis in stored units, and their labels."""
    language = scene.language
    if habit.kind is not HabitKind.AMOUNT:
        ends = [0.0, highest]
        return ends, [answer(habit, end, language, scene.units) for end in ends]
    rows = min(rows_that_fit(sheet, height), 4)
    top = shown_value(highest, habit.unit, scene.units)
    step = next(s * 10.0**k for k in range(-1, 6) for s in (1, 2, 2.5, 5) if s * 10.0**k * rows >= top)
    marks = [step * k for k in range(int(top / step + 1e-9) + 1)]
    factor = highest / top
    return [mark * factor for mark in marks], [language.number(mark, 2) for mark in marks]


def _draw_nights(sheet: Sheet, axis: TimeAxis, y: float, scene: Scene) -> None:
    """Draw the strip: marks where there is room for them, otherwise strokes as high as the pain."""
    palette, cramps = sheet.palette, [(e, n) for e, n in scene.nights.items() if not n.quiet]
    quiet = [e for e, n in scene.nights.items() if n.quiet]
    draw_gaps(sheet, axis, scene.missing, y)
    if axis.night < THIN:
        half = 0.45 * sheet.em
        for pain in {n.worst_pain for _, n in cramps}:
            high = half * (0.3 + 0.07 * (5 if pain is None else pain))
            at = [axis.middle(e) for e, n in cramps if n.worst_pain == pain]
            strokes = [[(x, y - high), (x, y + high)] for x in at]
            sheet.lines(strokes, palette.cramp(pain), width=max(0.4, 50 * axis.night), name=f"pain {pain}")
        return
    size = min(LARGEST_DISC, 0.95 * axis.night)
    rings = [(axis.middle(e), y) for e in quiet]
    sheet.discs(rings, 0.3 * size, "none", edge=palette.quiet, edge_width=1.2, name="quiet")
    for pain in sorted({n.worst_pain for _, n in cramps}, key=lambda pain: pain or 0):
        at = [(axis.middle(e), y) for e, n in cramps if n.worst_pain == pain]
        radius = (0.3 + 0.025 * (5 if pain is None else pain)) * size
        sheet.discs(at, radius, palette.cramp(pain), edge=palette.cramp_edge, name=f"pain {pain}")


def _draw_answers(
    sheet: Sheet, axis: TimeAxis, plot: Box, answers: dict[date, float], highest: float
) -> None:
    if crowded(axis):
        _draw_averages(sheet, axis, plot, answers, highest)
        return
    given = [(axis.middle(on), value / highest) for on, value in answers.items() if value > 0]
    if axis.night < THIN:
        strokes = [[(x, plot.bottom), (x, plot.bottom - plot.height * share)] for x, share in given]
        sheet.lines(strokes, sheet.palette.accent, width=max(0.4, 50 * axis.night), name="answers")
    else:
        half = min(0.36 * axis.night, 0.2)
        boxes = [
            Box(x - half, plot.bottom - plot.height * share, x + half, plot.bottom) for x, share in given
        ]
        sheet.bars(boxes, sheet.palette.accent, name="answers")
    if axis.night >= THIN:
        zeros = [(axis.middle(on), plot.bottom) for on, value in answers.items() if not value]
        half = min(0.3 * axis.night, 0.15)
        marks = [[(x - half, y), (x + half, y)] for x, y in zeros]
        sheet.lines(marks, sheet.palette.accent, width=2.2, name="none")


def _draw_averages(
    sheet: Sheet, axis: TimeAxis, plot: Box, answers: dict[date, float], highest: float
) -> None:
    """Draw years of answers as the average answered day of some months."""
    boxes: list[Box] = []
    for group in groups_of(axis):
        given = [value for on, value in answers.items() if group.first <= on <= group.last]
        if given:
            left, right = axis.edge(group.first), axis.edge(group.last + timedelta(days=1))
            gap, share = 0.14 * (right - left), sum(given) / len(given) / highest
            boxes.append(Box(left + gap, plot.bottom - plot.height * share, right - gap, plot.bottom))
    sheet.bars(boxes, sheet.palette.accent, name="averages")


def _told(habit: Habit, evening: date, value: float | None, scene: Scene) -> str:
    told = answer(habit, value, scene.language, scene.units)
    label = scene.language.tr(habit.label)
    return scene.language.tr(
        "{night}. {habit}: {answer}", night=scene.told(evening), habit=label, answer=told
    )


def _key(habit: Habit, scene: Scene, answers: dict[date, float], rings: bool) -> list[KeyItem]:
    language, nights = scene.language, scene.nights.values()
    items = [KeyItem(disc_sample(5), language.tr("cramp"))] if any(not n.quiet for n in nights) else []
    items += state_key(language, rings and any(n.quiet for n in nights), gaps=False)
    items.append(KeyItem(_answer_sample, language.tr(habit.label)))
    unknown = bool(scene.missing) or len(answers) < len(scene.review.period)
    return [*items, KeyItem(gap_sample, language.tr("not recorded, not answered"))] if unknown else items


def _answer_sample(sheet: Sheet, x: float, y: float) -> None:
    half = 0.3 * sheet.em
    sheet.bars([Box(x - half, y - half, x + half, y + half)], sheet.palette.accent)
