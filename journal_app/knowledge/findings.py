"""What a finding is: one card, in one of six groups, with the reasons why it is shown."""

from dataclasses import dataclass
from enum import StrEnum

from journal_app.analysis.results import Association
from journal_app.knowledge.entries import Entry, FactValue, Level


class Group(StrEnum):
    """The groups in which findings are shown, in this order."""

    WARNING = "warning"
    SEEN_AND_KNOWN = "seen_and_known"
    SEEN_NOT_KNOWN = "seen_not_known"
    KNOWN_NOT_SEEN = "known_not_seen"
    NOTHING_FOUND = "nothing_found"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that made an entry match; `about` names the medicines it rests on."""

    fact: str
    value: FactValue
    about: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One card: what is known, what was seen, or both.

    `entry` is `None` for a factor that the knowledge base says nothing about. `also` are further
    entries about the same factor. Findings are sorted; `rank` is the place of consequence.
    """

    group: Group
    entry: Entry | None = None
    factor: str = ""
    association: Association | None = None
    reasons: tuple[Reason, ...] = ()
    also: tuple[str, ...] = ()
    rank: int = 0

    @property
    def level(self) -> Level | None:
        """Return how soon a warning wants a doctor, `None` for all else."""
        return self.entry.level if self.entry else None
