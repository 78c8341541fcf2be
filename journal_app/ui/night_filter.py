"""Which nights of the table are shown: a rule over a night, its day and what was taken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_app.journal.day import Day
from journal_app.journal.medicine import Medicine
from journal_app.journal.night import Night


class Amount(StrEnum):
    """How a habit was answered on a day."""

    ANSWERED = "answered"
    SOME = "some"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class NightFilter:
    """What a night must have to be shown; what is `None` or empty asks for nothing."""

    words: tuple[str, ...] = ()
    state: str | None = None  # cramps, quiet, missing
    muscle: str | None = None
    least_pain: int | None = None
    medicine: Medicine | None = None
    habit: str | None = None
    amount: Amount = Amount.ANSWERED

    @property
    def count(self) -> int:
        """Return how many of the choices beside text and state are made."""
        return sum(chosen is not None for chosen in (self.muscle, self.least_pain, self.medicine, self.habit))

    def keeps(self, evening: date, night: Night | None, day: Day | None, text: Callable[[], str]) -> bool:
        """Tell whether a night is shown; `text` is asked for only where words are searched."""
        return (
            self.state in (None, state_of(night))
            and (self.muscle is None or _has_muscle(night, self.muscle))
            and (self.least_pain is None or _worst_pain(night) >= self.least_pain)
            and (self.medicine is None or self.medicine.taken_on(evening))
            and (self.habit is None or _fits(day.amount(self.habit) if day else None, self.amount))
            and (not self.words or _has_words(text(), self.words))
        )


def state_of(night: Night | None) -> str:
    """Return `missing`, `quiet` or `cramps`."""
    return "missing" if night is None else "quiet" if night.quiet else "cramps"


def _has_muscle(night: Night | None, muscle: str) -> bool:
    return night is not None and any(episode.muscle == muscle for episode in night.episodes)


def _worst_pain(night: Night | None) -> int:
    return -1 if night is None or night.worst_pain is None else night.worst_pain


def _fits(amount: float | None, wanted: Amount) -> bool:
    if amount is None:
        return False
    return wanted is Amount.ANSWERED or (amount > 0) is (wanted is Amount.SOME)


def _has_words(text: str, words: tuple[str, ...]) -> bool:
    return all(word in text for word in words)
