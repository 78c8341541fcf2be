"""What the person chose to print."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_app.journal.checks import plain_text
from journal_app.journal.errors import BadEntry
from journal_app.journal.visit import MOST_QUESTIONS
from journal_app.language import Language, later

PAPERS = ("A4", "Letter")


class AnnexPart(StrEnum):
    """What may follow page one, in this order."""

    NIGHTS = "nights"
    CHARTS = "charts"
    PATTERNS = "patterns"
    MEDICINES = "medicines"
    WARNINGS = "warnings"
    EVIDENCE = "evidence"
    NOTES = "notes"
    GLOSSARY = "glossary"
    REVIEW = "review"


ALL_BUT_NOTES = frozenset(AnnexPart) - {AnnexPart.NOTES, AnnexPart.REVIEW}
PAGE_ONE_ONLY: frozenset[AnnexPart] = frozenset()

_TITLES = {
    AnnexPart.NIGHTS: later("Night by night"),
    AnnexPart.CHARTS: later("Charts"),
    AnnexPart.PATTERNS: later("All patterns looked at"),
    AnnexPart.MEDICINES: later("Medicines over time"),
    AnnexPart.WARNINGS: later("Warning questions and answers"),
    AnnexPart.EVIDENCE: later("What is known, with sources"),
    AnnexPart.NOTES: later("Private notes"),
    AnnexPart.GLOSSARY: later("What the words mean"),
    AnnexPart.REVIEW: later("Doctor’s review"),
}


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """The paper, the parts of the annex, and what the doctor is asked. Private notes are left out."""

    paper: str = "A4"
    show_name: bool = False
    annex: frozenset[AnnexPart] = ALL_BUT_NOTES
    questions: tuple[str, ...] = ()
    appointment: date | None = None

    def __post_init__(self) -> None:
        if self.paper not in PAPERS:
            raise BadEntry(
                "paper", later("{field}: {paper} is not known; use A4 or Letter."), paper=self.paper
            )
        if len(self.questions) > MOST_QUESTIONS:
            raise BadEntry("questions", later("{field}: at most {most} have room."), most=MOST_QUESTIONS)
        for question in self.questions:
            plain_text("questions", question)


def part_title(part: AnnexPart, language: Language) -> str:
    """Name a part of the annex, as its heading and beside its tick box."""
    return language.tr(_TITLES[part])
