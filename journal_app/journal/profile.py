"""What the person tells once: birth year, conditions, and the answers to warning questions."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from journal_app.journal.checks import plain_text, within
from journal_app.journal.errors import BadEntry
from journal_app.language import later

MOST_SUSPECTS = 5
OF_NIGHT = "night."  # begins the id of an answer about one night, see night_answer.py
# Conditions with a question of their own, and its field. Earlier they had a tick box as well.
OWN_QUESTION = {"pregnancy": "pregnant", "dialysis": "dialysis"}


class Posture(StrEnum):
    """How most of the working day is spent."""

    SITTING = "sitting"
    STANDING = "standing"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True)
class Profile:
    """One person. All optional; `None` and empty mean not told."""

    name: str = ""
    birth_year: int | None = None
    conditions: tuple[str, ...] = ()  # ids of entries in the knowledge base
    other_conditions: str = ""
    pregnant: bool | None = None
    due: date | None = None
    dialysis: bool | None = None
    posture: Posture | None = None
    cramps_since: date | None = None
    note: str = ""
    suspects: tuple[str, ...] = ()  # ids of factors suspected before looking

    def __post_init__(self) -> None:
        if len(self.suspects) > MOST_SUSPECTS:
            template = later("{field}: at most {most} can be suspected at a time.")
            raise BadEntry("suspects", template, most=MOST_SUSPECTS)
        plain_text("name", self.name)
        plain_text("other_conditions", self.other_conditions)
        plain_text("note", self.note)
        within("birth_year", self.birth_year, 1900, 2100)

    def age_on(self, on: date) -> int | None:
        """Return the age reached in the year of a day; the birthday is not asked."""
        return None if self.birth_year is None else on.year - self.birth_year

    def has(self, condition: str) -> bool | None:
        """Tell whether a condition was told, by its tick or its own question; `None` where neither was."""
        told = getattr(self, OWN_QUESTION[condition]) if condition in OWN_QUESTION else None
        return True if condition in self.conditions else told

    def answered(self, condition: str, yes: bool | None) -> "Profile":
        """Return the profile with an answer to a condition's own question, in the place of a former tick."""
        kept = tuple(other for other in self.conditions if other != condition)
        return replace(self, conditions=kept, **{OWN_QUESTION[condition]: yes})


@dataclass(frozen=True, slots=True)
class WarningAnswer:
    """An answer to one warning question. Only the person clears a yes, with a note."""

    warning: str  # id of the entry in the knowledge base, or of a question about a night
    yes: bool
    asked_on: date
    rules_version: str = ""
    cleared_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        plain_text("note", self.note)

    @property
    def standing(self) -> bool:
        """Whether it is a yes to a warning question that was not cleared."""
        return self.yes and self.cleared_on is None and not self.of_night

    @property
    def of_night(self) -> bool:
        """Whether it tells one night's cramp from what resembles it, and is no warning."""
        return self.warning.startswith(OF_NIGHT)
