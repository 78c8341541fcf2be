"""What a report is about, handed to every part of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from journal_app.journal.night import Episode, Night
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.report.choices import AnnexPart, ReportChoices
from journal_app.report.items import Listing, Pair, Paragraph, Series
from journal_app.review import Review
from journal_app.wording.segments import Sentence


@dataclass(frozen=True, slots=True)
class Subject:
    """A review, what is known, the language, what the person chose, and the day of printing."""

    review: Review
    knowledge: Knowledge
    language: Language
    choices: ReportChoices
    printed_on: date

    @property
    def nights(self) -> tuple[Night, ...]:
        """Return the recorded nights of the period."""
        return tuple(night for night in self.review.records.nights if night.evening in self.review.period)

    @property
    def episodes(self) -> tuple[Episode, ...]:
        """Return the cramps of the period."""
        return tuple(episode for night in self.nights for episode in night.episodes)

    def listing(
        self, rows: Sequence[Paragraph | Pair], part: AnnexPart | None = None, least: int = 1
    ) -> Listing:
        """Return rows that may be cut short on page one, `part` being where the others stand."""
        more = tuple(more_of(count, self, part) for count in range(1, len(rows) + 1))
        return Listing(tuple(rows), more, least)


def series(
    lead: Sentence,
    parts: Sequence[str],
    subject: Subject,
    part: AnnexPart | None = None,
    *,
    least: int = 1,
) -> Series:
    """Return short things in one paragraph, which may be cut short on page one."""
    more = tuple(more_of(count, subject, part) for count in range(1, len(parts) + 1))
    return Series(lead, tuple(parts), more, min(least, len(parts)))


def more_of(count: int, subject: Subject, part: AnnexPart | None) -> str:
    """Say how many are left out, and where they stand."""
    if part in subject.choices.annex:
        return subject.language.trn("and {n} more, see the annex", "and {n} more, see the annex", count)
    return subject.language.trn("and {n} more, in the journal", "and {n} more, in the journal", count)


def clipped(text: str, most: int = 300) -> str:
    """Return a text that may be very long, ended with an ellipsis where page one has no room for it."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
