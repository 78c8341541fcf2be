"""Answers about days that could not be saved: they stay to be tried again, or to be put back."""

from datetime import date

from journal_app.journal.day import Day, HabitEntry


class UnsavedAnswers:
    """Keeps what was answered but not saved, by day and habit; no entry is an answer taken back."""

    def __init__(self) -> None:
        self._answers: dict[date, dict[str, tuple[HabitEntry, ...]]] = {}

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days that have such answers."""
        return tuple(self._answers)

    def keep(self, stored: Day, wanted: Day) -> None:
        """Keep what is wanted of a day and is not stored."""
        habits = {entry.habit for entry in (*stored.entries, *wanted.entries)}
        answers = {habit: _entries(wanted, habit) for habit in habits}
        changed = {habit: kept for habit, kept in answers.items() if kept != _entries(stored, habit)}
        self._answers.pop(stored.on, None)
        if changed:
            self._answers[stored.on] = changed

    def habits(self, on: date) -> frozenset[str]:
        """Return the habits of a day whose answer is not saved."""
        return frozenset(self._answers.get(on, ()))

    def over(self, stored: Day) -> Day:
        """Return a day as it is wanted: what is stored, and what could not be saved in its place."""
        wanted = stored
        for habit, kept in self._answers.get(stored.on, {}).items():
            wanted = Day(stored.on, (*wanted.without(habit).entries, *kept))
        return wanted

    def forget(self, on: date, habit: str) -> None:
        """Put back the answer that is stored."""
        left = {key: kept for key, kept in self._answers.pop(on, {}).items() if key != habit}
        if left:
            self._answers[on] = left


def _entries(day: Day, habit: str) -> tuple[HabitEntry, ...]:
    return tuple(entry for entry in day.entries if entry.habit == habit)
