"""What was drunk, done and taken on the day before a night. The day has the night's date."""

from dataclasses import dataclass
from datetime import date, time

from journal_app.journal.checks import not_empty, plain_text, within


@dataclass(frozen=True, slots=True)
class HabitEntry:
    """One answer for one habit, in the habit's unit; 0 is an answer, no entry is unknown."""

    habit: str
    amount: float
    at: time | None = None
    kind: str = ""
    effort: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        not_empty("habit", self.habit)
        within(self.habit, self.amount, 0, 1_000_000)
        within("effort", self.effort, 0, 10)
        plain_text("kind", self.kind)
        plain_text("note", self.note)


@dataclass(frozen=True, slots=True)
class Day:
    """One day's answers. A habit may have several entries (two walks); amounts are summed."""

    on: date
    entries: tuple[HabitEntry, ...] = ()

    def amount(self, habit: str) -> float | None:
        """Return the day's sum of a habit, `None` where it was not answered."""
        amounts = [entry.amount for entry in self.entries if entry.habit == habit]
        return sum(amounts) if amounts else None

    def without(self, habit: str) -> "Day":
        """Return the day with a habit unanswered again."""
        return Day(self.on, tuple(entry for entry in self.entries if entry.habit != habit))

    def answered(self, entry: HabitEntry) -> "Day":
        """Return the day with one answer put in the place of a habit's former ones."""
        return Day(self.on, (*self.without(entry.habit).entries, entry))
