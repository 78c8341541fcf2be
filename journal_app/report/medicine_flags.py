"""Which medicines may provoke cramps, with the grade of what is known. Nothing here says to stop one."""

from dataclasses import dataclass

from journal_app.journal.medicine import Medicine
from journal_app.knowledge.entries import Entry, Grade, Kind, Knowledge
from journal_app.knowledge.words import names_of, speaks_of
from journal_app.language import Language, later

_ORDER = (Grade.UNSAFE, Grade.STRONG, Grade.MODERATE, Grade.WEAK, Grade.DISPUTED)
_WORDS = {
    Grade.UNSAFE: later("Can do harm if taken against cramps"),
    Grade.STRONG: later("Linked with cramps"),
    Grade.MODERATE: later("Linked with cramps"),
    Grade.WEAK: later("Some reports of cramps"),
    Grade.DISPUTED: later("Reports of cramps conflict"),
}
_RATIOS = ("sequence_ratio", "risk_ratio", "odds_ratio", "hazard_ratio")


@dataclass(frozen=True, slots=True)
class Flag:
    """The entry that speaks most closely of a medicine."""

    entry: Entry

    @property
    def times(self) -> float | None:
        """Return how many times as often cramps were in those who take it, where a study says so."""
        found = (effect.value for effect in self.entry.effects if effect.measure in _RATIOS)
        return next(found, None) if self.entry.grade is not Grade.UNSAFE else None


def flag_of(medicine: Medicine, knowledge: Knowledge) -> Flag | None:
    """Return the flag of a medicine or supplement, `None` where nothing is known of it."""
    about = [
        entry
        for entry in knowledge.of_kind(Kind.MEDICINE)
        if _is_flagged(entry) and speaks_of(medicine.name, names_of(entry))
    ]
    closest = max(about, key=lambda entry: _closeness(entry, medicine), default=None)
    return Flag(closest) if closest else None


def flag_words(flag: Flag, language: Language) -> str:
    """Say the flag: Linked with cramps."""
    return language.tr(_WORDS[flag.entry.grade])


def _is_flagged(entry: Entry) -> bool:
    """Tell whether an entry speaks of a medicine that may provoke cramps, or that can do harm.

    The rules of medicines that may provoke cramps ask whether the start came before the cramps;
    those of medicines used against cramps do not.
    """
    asked = {one.fact for together in entry.when for one in together}
    provokes = "began_before_cramps_days" in asked and entry.grade in _ORDER
    return provokes or entry.grade is Grade.UNSAFE


def _closeness(entry: Entry, medicine: Medicine) -> tuple[int, int]:
    """Prefer the entry whose matching name is the longest, then the stronger grade."""
    matching = (len(name) for name in names_of(entry) if speaks_of(medicine.name, (name,)))
    return max(matching), -_ORDER.index(entry.grade)
