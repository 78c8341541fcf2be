"""Which charts there are and what they are called. Needs no drawing, so menus can ask early."""

from journal_app.journal.habit import Habit
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, later
from journal_app.review import Review

HABIT = "habit:"

TITLES = {
    "weeks": later("Cramps per week"),
    "strip": later("Night by night"),
    "pain": later("Pain"),
    "minutes": later("How long the cramps lasted"),
    "hours": later("Hour of the night"),
    "muscles": later("Where"),
    "season": later("Over the year"),
}


def chart_names() -> tuple[str, ...]:
    """Return the names of the charts every journal has, in the order they are shown."""
    return tuple(TITLES)


def habit_charts(review: Review, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the names of the charts of every habit that was answered in the period."""
    days = (day for day in review.records.days if day.on in review.period)
    answered = {entry.habit for day in days for entry in day.entries}
    known = [*knowledge.habits, *review.records.own_habits]
    return tuple(dict.fromkeys(HABIT + habit.id for habit in known if habit.id in answered))


def chart_title(name: str, review: Review, knowledge: Knowledge, language: Language) -> str:
    """Return what a chart is called."""
    if not name.startswith(HABIT):
        return language.tr(TITLES[name])
    habit = habit_of(name, review, knowledge)
    return language.tr("{habit} and the nights after", habit=language.tr(habit.label))


def habit_of(name: str, review: Review, knowledge: Knowledge) -> Habit:
    """Return the habit that a chart's name asks for."""
    wanted = name.removeprefix(HABIT)
    known = {habit.id: habit for habit in (*knowledge.habits, *review.records.own_habits)}
    return known[wanted]
