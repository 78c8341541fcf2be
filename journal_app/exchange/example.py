"""The example journal: 180 invented nights with planted patterns, the same on every computer.

Its figures are in `resources/example/recipe.toml`. Only `Random.random()` is drawn from, which
gives the same numbers in every version of Python.
"""

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time, timedelta
from math import cos, log, pi, sin, sqrt
from random import Random
from typing import TypeVar

from journal_app.exchange.recipe import (
    Measure,
    NumberShare,
    PlantedHabit,
    Recipe,
    Taken,
    WordShare,
    read_recipe,
    told_in,
)
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.journal.profile import Posture, Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.language import Language
from journal_app.paths import bundled

SOURCE = "example journal"
ENGLISH = Language()
Share = TypeVar("Share", WordShare, NumberShare)
TABLET = "example-thiazide"
HIGHEST_CHANCE = 0.85


def example_records(to: date, language: Language = ENGLISH) -> Records:
    """Return the example journal in a language, its last night being that of the evening `to`."""
    return records_of(told_in(example_recipe(), language), to)


def example_recipe() -> Recipe:
    """Return the figures and texts that come with the program."""
    return read_recipe(bundled("resources") / "example" / "recipe.toml")


def records_of(recipe: Recipe, to: date) -> Records:
    """Return the journal that a recipe gives."""
    first = to - timedelta(days=recipe.nights - 1)
    lived = list(_lived(recipe, first, Random(recipe.seed)))
    return Records(
        nights=tuple(night for night, _ in lived),
        days=tuple(day for _, day in lived),
        medicines=tuple(_medicine(each, first) for each in recipe.medicines),
        profile=_profile(recipe, first),
        warnings=tuple(WarningAnswer(each, yes=False, asked_on=first) for each in recipe.asked),
    )


def _lived(recipe: Recipe, first: date, rng: Random) -> Iterator[tuple[Night, Day]]:
    notes = {note.night: note.text for note in recipe.notes}
    cramped = False
    for k in range(recipe.nights):
        evening = first + timedelta(days=k)
        day = Day(evening, tuple(_answers(recipe, _swing(recipe, k), rng)))
        cramped = rng.random() < _chance(recipe, k, day, cramped)
        night = _night(recipe, evening, cramped, notes.get(k, ""), rng)
        left_out = [rng.random() < recipe.answer_left_out for _ in day.entries]
        kept = (entry for entry, out in zip(day.entries, left_out, strict=True) if not out)
        if rng.random() >= recipe.not_recorded:
            yield night, Day(evening, tuple(kept))


def _swing(recipe: Recipe, k: int) -> float:
    return sin(2 * pi * k / recipe.cramps.swing_nights)


def _chance(recipe: Recipe, k: int, day: Day, cramped: bool) -> float:
    chance = recipe.cramps.base * (1 + recipe.cramps.drift * _swing(recipe, k))
    chance *= recipe.cramps.after_cramp if cramped else 1
    for taken in recipe.medicines:
        if taken.id == TABLET and k >= (taken.started_night or 0):
            chance *= recipe.cramps.tablet
    for habit in recipe.habits:
        chance *= habit.ratio if day.amount(habit.id) else 1
    return min(chance, HIGHEST_CHANCE)


def _answers(recipe: Recipe, swing: float, rng: Random) -> Iterator[HabitEntry]:
    done: dict[str, bool] = {}
    for habit in recipe.habits:
        done[habit.id] = _is_done(habit, done, swing, rng)
        amount = float(_drawn(habit.amounts, rng).value)
        yield HabitEntry(habit.id, amount if done[habit.id] else 0)
    for measure in recipe.measures:
        yield HabitEntry(measure.id, _measured(measure, rng), kind=measure.kind)


def _is_done(habit: PlantedHabit, done: dict[str, bool], swing: float, rng: Random) -> bool:
    draw = rng.random()
    if habit.together_with:
        return done[habit.together_with]
    return draw < habit.share * (1 + habit.with_drift * swing)


def _measured(measure: Measure, rng: Random) -> float:
    steps = round((measure.mean + measure.spread * _bell(rng)) / measure.step)
    return max(steps, 0) * measure.step


def _night(recipe: Recipe, evening: date, cramped: bool, note: str, rng: Random) -> Night:
    episodes = tuple(_episodes(recipe, cramped, rng))
    worst = max((episode.pain or 0 for episode in episodes), default=0)
    late = rng.random() < 0.06
    logged = datetime.combine(evening + timedelta(days=2 if late else 1), time(7, 10), UTC)
    return Night(
        evening,
        episodes,
        sleep_disturbance=min(10, max(0, worst + round(_bell(rng)))) if episodes else None,
        slept_hours=round(2 * (7 - 0.12 * worst + 0.6 * _bell(rng))) / 2,
        soreness=max(0, worst - 3) if episodes else None,
        logged_at=logged + timedelta(minutes=int(rng.random() * 90)),
        note=note,
    )


def _episodes(recipe: Recipe, cramped: bool, rng: Random) -> Iterator[Episode]:
    first, second = _episode(recipe, rng), _episode(recipe, rng)
    if cramped:
        yield first
        if rng.random() < recipe.cramps.second:
            yield second


def _episode(recipe: Recipe, rng: Random) -> Episode:
    cramps = recipe.cramps
    return Episode(
        leg=Leg.LEFT if rng.random() < cramps.left else Leg.RIGHT,
        muscle=_drawn(cramps.muscles, rng).value,
        pain=min(10, max(1, round(cramps.pain + cramps.pain_spread * _bell(rng)))),
        began=time(int(_drawn(cramps.hours, rng).value), int(rng.random() * 12) * 5),
        minutes=_drawn(cramps.minutes, rng).value,
        woke=rng.random() < 0.9,
        relief=(_drawn(cramps.reliefs, rng).value,),
        helped=Helped(_drawn(cramps.helped, rng).value),
    )


def _drawn(shares: Sequence[Share], rng: Random) -> Share:
    draw = rng.random() * sum(each.share for each in shares)
    for each in shares:
        draw -= each.share
        if draw < 0:
            return each
    return shares[-1]


def _bell(rng: Random) -> float:
    """Return a number around 0 with spread 1 (Box and Muller 1958, doi 10.1214/aoms/1177706645)."""
    return sqrt(-2 * log(1 - rng.random())) * cos(2 * pi * rng.random())


def _medicine(taken: Taken, first: date) -> Medicine:
    start = None if taken.started_night is None else first + timedelta(days=taken.started_night)
    end = None if taken.ended_night is None else first + timedelta(days=taken.ended_night)
    return Medicine(taken.id, taken.name, (DosePeriod(start, end, taken.dose),), taken.supplement)


def _profile(recipe: Recipe, first: date) -> Profile:
    person = recipe.person
    return Profile(
        name=person.name,
        birth_year=first.year - person.age,
        conditions=person.conditions,
        posture=Posture(person.posture),
        cramps_since=date(first.year - person.cramps_for_years, 1, 1),
    )
