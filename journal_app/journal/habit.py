"""Habits: the things the day form offers, from the knowledge base or the person's own."""

from dataclasses import dataclass, replace
from enum import StrEnum

from journal_app.journal.checks import not_empty, within
from journal_app.journal.day import HabitEntry


class HabitKind(StrEnum):
    """How a habit is answered."""

    AMOUNT = "amount"  # a number in `unit`, in steps
    YES_NO = "yes_no"  # 1 or 0
    SCALE = "scale"  # a whole number from low to high, such as 0-3


@dataclass(frozen=True, slots=True)
class Habit:
    """A thing one can answer about a day: its words, its unit and what is plausible."""

    id: str
    label: str
    kind: HabitKind
    unit: str = ""  # ml, min, h, drinks, cups, mg ... as stored
    step: float = 1.0
    low: float = 0.0
    high: float = 1.0
    yes: str = ""  # words for 1 and 0 where they are not yes and no: loose, tucked in
    no: str = ""
    kinds: tuple[str, ...] = ()  # what it may have been: walk, cycling, swimming
    preset: bool = False  # offered to everyone at the start
    own: bool = False  # added by the person
    hidden: bool = False

    def __post_init__(self) -> None:
        not_empty("id", self.id)
        not_empty("label", self.label)
        within("step", self.step, 1e-6, 1e6)
        within("low", self.low, 0, self.high)

    def check(self, entry: HabitEntry) -> None:
        """Refuse an entry that cannot be: outside low..high, with a sentence naming the habit."""
        within(self.label, entry.amount, self.low, self.high)


def habits_offered(catalog: tuple[Habit, ...], own: tuple[Habit, ...]) -> tuple[Habit, ...]:
    """Return every habit the day form can offer, in order: the person's list first, then the rest.

    `own` holds the person's own habits and their changes to the catalog's (order, name, hidden);
    a habit of the catalog that they did not touch is shown if it is part of the preset.
    """
    touched = {habit.id for habit in own}
    rest = (
        habit if habit.preset else replace(habit, hidden=True) for habit in catalog if habit.id not in touched
    )
    return (*own, *rest)
