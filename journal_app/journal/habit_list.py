"""The person's list of habits: their names, their order, which are on the form. A change gives a new list.

An answer belongs to a habit's id, so no change here touches what was answered.
"""

from collections.abc import Iterable
from dataclasses import replace

from journal_app.journal.checks import plain_text
from journal_app.journal.errors import BadEntry
from journal_app.journal.habit import Habit
from journal_app.language import later

LONGEST_NAME = 60

Habits = tuple[Habit, ...]


def on_form(habits: Habits) -> Habits:
    """Return the habits the form asks about, in its order."""
    return tuple(habit for habit in habits if not habit.hidden)


def off_form(habits: Habits) -> Habits:
    """Return the habits the form does not ask about."""
    return tuple(habit for habit in habits if habit.hidden)


def renamed(habits: Habits, habit_id: str, name: str) -> Habits:
    """Give a habit another name."""
    return tuple(replace(each, label=name) if each.id == habit_id else each for each in habits)


def shown_or_not(habits: Habits, habit_id: str, shown: bool) -> Habits:
    """Put a habit on the form, or take it off."""
    return tuple(replace(each, hidden=not shown) if each.id == habit_id else each for each in habits)


def moved(habits: Habits, habit_id: str, steps: int) -> Habits:
    """Move a habit up (-1) or down (1) among those on the form; at either end it stays where it is."""
    order = [habit.id for habit in on_form(habits)]
    place = order.index(habit_id)
    target = min(max(place + steps, 0), len(order) - 1)
    order.insert(target, order.pop(place))
    return _in_order(habits, order)


def name_given(typed: str, taken: Iterable[str]) -> str:
    """Return a name as it is kept.

    Raises:
        BadEntry: it is empty, too long or taken.

    """
    name = " ".join(typed.split())
    plain_text("name", name)
    if not name:
        raise BadEntry("name", later("Please type a name, for example: sauna."))
    if len(name) > LONGEST_NAME:
        template = later("This name has {length} letters; please use at most {most}.")
        raise BadEntry("name", template, length=len(name), most=LONGEST_NAME)
    if name.casefold() in {each.casefold() for each in taken}:
        template = later("“{name}” is on your list already; please choose another name.")
        raise BadEntry("name", template, name=name)
    return name


def _in_order(habits: Habits, order: list[str]) -> Habits:
    """Set the habits on the form in an order; those off the form keep their places."""
    known, waiting = {habit.id: habit for habit in habits}, iter(order)
    return tuple(each if each.hidden else known[next(waiting)] for each in habits)
