"""What the person tells once: birth year, conditions, and the answers to warning questions."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_app.journal.checks import plain_text, within
from journal_app.journal.errors import BadEntry
from journal_app.language import later

MOST_SUSPECTS = 5


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


@dataclass(frozen=True, slots=True)
class WarningAnswer:
    """An answer to one warning question. Only the person clears a yes, with a note."""

    warning: str  # id of the entry in the knowledge base
    yes: bool
    asked_on: date
    rules_version: str = ""
    cleared_on: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        plain_text("note", self.note)

    @property
    def standing(self) -> bool:
        """Whether it is a yes that was not cleared."""
        return self.yes and self.cleared_on is None
