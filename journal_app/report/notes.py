"""The person's own notes. Private: printed only where they were asked for."""

from collections.abc import Iterable

from journal_app.journal.night import Night
from journal_app.report.items import Paragraph, Part, Section
from journal_app.report.subject import Subject
from journal_app.wording.nights import night_title
from journal_app.wording.segments import unmarked

_MOST_LINES = 100_000


def notes(subject: Subject, title: str) -> Part:
    """Return every note of the period, under the night or the thing it belongs to."""
    about_me = subject.review.profile.note.strip()
    sections = [_section(subject.language.tr("About me"), [about_me])] if about_me else []
    sections += [
        _section(medicine.name, [medicine.note])
        for medicine in subject.review.medicines
        if medicine.note.strip()
    ]
    for night in subject.nights:
        texts = list(_of_night(night))
        if texts:
            sections.append(_section(night_title(night.evening, subject.language, subject.printed_on), texts))
    return Part(title, "", tuple(sections), own_page=True)


def _of_night(night: Night) -> Iterable[str]:
    yield from (text for text in (night.note, *(cramp.note for cramp in night.episodes)) if text.strip())


def _section(heading: str, texts: list[str]) -> Section:
    return Section(heading, tuple(Paragraph(unmarked(text), _MOST_LINES) for text in texts))
