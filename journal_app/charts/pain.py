"""Pain over time: one disc a night that grows and darkens with its worst pain."""

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
from journal_app.language import Language, later
from journal_app.wording.nights import pain_words
from journal_app.wording.segments import plain
from journal_app.wording.summaries import pain_sentence

HIGHEST = 10
STEPS, FEW_STEPS = (0, 2, 4, 6, 8, 10), (0, 5, 10)
GRADES = ((2, later("1–3")), (5, later("4–6")), (8, later("7–10")))


def sentence(scene: Scene) -> str:
    """Say the middle and the worst pain."""
    return plain(pain_sentence(scene.review.summary, scene.language))


def lacking(scene: Scene) -> str:
    """Say what to do where no cramp has a pain number."""
    if not scene.nights:
        return no_night(scene)
    if any(night.worst_pain is not None for night in scene.nights.values()):
        return ""
    return scene.language.tr(
        "No cramp with a pain number in this period. Add one to a cramp, and it shows here."
    )


def paint(scene: Scene, sheet: Sheet, top: float) -> None:
    """Draw the chart below `top`."""
    language = scene.language
    dots = [Dot(e, n.worst_pain, n.worst_pain) for e, n in scene.nights.items() if n.worst_pain is not None]
    axis = TimeAxis(scene.review.period, widest(sheet, ["10"]), sheet.width - MARGIN)
    quiet = [e for e, night in scene.nights.items() if night.quiet and not crowded(axis)]
    key = _key(scene, sheet, bool(quiet))
    foot = sheet.height - key_height(sheet, key) - 0.2 * sheet.em
    plot = Box(axis.left, top + sheet.line + 0.6 * sheet.em, axis.right, foot - 1.9 * sheet.line)
    steps = STEPS if rows_that_fit(sheet, plot.height) >= len(STEPS) - 1 else FEW_STEPS
    head = draw_unit(sheet, top, _unit(axis, language))
    draw_amounts(sheet, plot, steps, [language.number(step) for step in steps], HIGHEST)
    if crowded(axis):
        draw_bubbles(sheet, axis, plot, dots, _share, plot.height / HIGHEST)
    draw_nights(sheet, axis, plot, [] if crowded(axis) else dots, quiet, scene, _share)
    draw_visits(sheet, axis, scene.visits, plot, head, language)
    draw_dates(sheet, axis, foot - 1.2 * sheet.line, language)
    draw_key(sheet, key)


DRAWING = Drawing(sentence, lacking, paint)


def _share(pain: float) -> float:
    return pain / HIGHEST


def _unit(axis: TimeAxis, language: Language) -> str:
    unit = language.tr("worst pain of the night, 0 to 10")
    if not crowded(axis):
        return unit
    return language.tr(
        "{unit}; larger is more nights, {together}", unit=unit, together=group_words(axis, language)
    )


def _key(scene: Scene, sheet: Sheet, quiet: bool) -> list[KeyItem]:
    language = scene.language
    states = state_key(language, quiet, bool(scene.missing))
    told = [KeyItem(disc_sample(pain), _told(label, pain, language)) for pain, label in GRADES]
    if key_height(sheet, [*told, *states]) <= 2 * sheet.line:
        return [*told, *states]
    return [*(KeyItem(disc_sample(pain), language.tr(label)) for pain, label in GRADES), *states]


def _told(label: str, pain: int, language: Language) -> str:
    return language.tr("{range} {words}", range=language.tr(label), words=pain_words(pain, language))
