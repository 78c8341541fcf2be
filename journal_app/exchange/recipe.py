"""The recipe of the example journal, read from `resources/example/recipe.toml`."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from journal_app.exchange.faults import Located
from journal_app.exchange.plain import from_plain
from journal_app.journal.errors import JournalError
from journal_app.language import Language, later

LONGEST_LINE = 5_000  # a key of thousands of parts would take minutes


@dataclass(frozen=True, slots=True)
class WordShare:
    """A word and how often it is drawn."""

    value: str
    share: float


@dataclass(frozen=True, slots=True)
class NumberShare:
    """A number and how often it is drawn."""

    value: float
    share: float


@dataclass(frozen=True, slots=True)
class Cramps:
    """How likely cramps are, and what they are like."""

    base: float
    after_cramp: float
    drift: float
    swing_nights: float
    tablet: float
    second: float
    muscles: tuple[WordShare, ...]
    hours: tuple[NumberShare, ...]
    minutes: tuple[NumberShare, ...]
    reliefs: tuple[WordShare, ...]
    helped: tuple[WordShare, ...]
    left: float
    pain: float
    pain_spread: float


@dataclass(frozen=True, slots=True)
class PlantedHabit:
    """A habit of some days; `ratio` is how many times as often cramps follow it."""

    id: str
    amounts: tuple[NumberShare, ...]
    share: float = 0.0
    together_with: str = ""
    with_drift: float = 0.0
    ratio: float = 1.0


@dataclass(frozen=True, slots=True)
class Measure:
    """A habit of every day, around a mean; nothing to do with cramps."""

    id: str
    mean: float
    spread: float
    step: float
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Whose journal it is."""

    name: str
    age: int
    posture: str
    conditions: tuple[str, ...]
    cramps_for_years: int


@dataclass(frozen=True, slots=True)
class Taken:
    """A medicine, with the nights of the journal on which it was started and ended."""

    id: str
    name: str
    dose: str
    supplement: bool = False
    started_night: int | None = None
    ended_night: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What was noted about a night."""

    night: int
    text: str


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything the example journal is made from."""

    seed: int
    nights: int
    not_recorded: float
    answer_left_out: float
    asked: tuple[str, ...]
    cramps: Cramps
    habits: tuple[PlantedHabit, ...]
    measures: tuple[Measure, ...]
    person: Person
    medicines: tuple[Taken, ...]
    notes: tuple[Note, ...]


def read_recipe(path: Path) -> Recipe:
    """Read the recipe; a fault in it names the file and the place."""
    try:
        text = path.read_text("utf-8")
        if max(map(len, text.splitlines()), default=0) > LONGEST_LINE:
            raise ValueError("a line is too long")
        recipe = from_plain(Recipe, tomllib.loads(text), "recipe")
    except JournalError as why:
        raise Located(later("{file}: {why}"), why, file=path.name) from why
    except (OSError, ValueError, RecursionError) as fault:
        raise JournalError(later("{file} cannot be read as TOML."), file=path.name) from fault
    if not isinstance(recipe, Recipe):
        raise TypeError(type(recipe))
    return recipe


def recipe_texts(recipe: Recipe) -> Iterator[str]:
    """Yield what a person reads in the example journal as if somebody had typed it."""
    yield recipe.person.name
    for taken in recipe.medicines:
        yield from (taken.name, taken.dose)
    yield from (note.text for note in recipe.notes)


def told_in(recipe: Recipe, language: Language) -> Recipe:
    """Return the recipe as somebody who speaks a language would have typed it."""
    tr = language.tr
    return replace(
        recipe,
        person=replace(recipe.person, name=tr(recipe.person.name)),
        medicines=tuple(replace(each, name=tr(each.name), dose=tr(each.dose)) for each in recipe.medicines),
        notes=tuple(replace(note, text=tr(note.text)) for note in recipe.notes),
    )
