"""What is known of the medicines, patterns and warnings on page one, with its sources."""

from collections.abc import Iterable

from journal_app.knowledge.entries import Entry, Source
from journal_app.knowledge.matcher import Group
from journal_app.language import Language
from journal_app.report.items import Paragraph, Part, Section, told
from journal_app.report.medicine_flags import flag_of
from journal_app.report.subject import Subject
from journal_app.wording.segments import paragraph, unmarked
from journal_app.wording.untranslated import english_page_note

_SHOWN = (Group.WARNING, Group.SEEN_AND_KNOWN, Group.SEEN_NOT_KNOWN)


def evidence(subject: Subject, title: str) -> Part:
    """Return a card for each entry that page one rests on."""
    language = subject.language
    lead = language.tr(
        "About groups of people, not about one person. Grades are ours; figures are the sources'."
    )
    entries = tuple(_entries(subject))
    note = english_page_note(subject.knowledge, language, *(entry.summary for entry in entries))
    return Part(title, f"{lead} {note}".strip(), tuple(_card(entry, subject) for entry in entries))


def _entries(subject: Subject) -> Iterable[Entry]:
    flags = (flag_of(medicine, subject.knowledge) for medicine in subject.review.medicines)
    found = [flag.entry for flag in flags if flag]
    found += [f.entry for f in subject.review.findings if f.entry and f.group in _SHOWN]
    return {entry.id: entry for entry in found}.values()


def _card(entry: Entry, subject: Subject) -> Section:
    language = subject.language
    grade = subject.knowledge.words.get("grade", {}).get(entry.grade.value, entry.grade.value)
    items = [Paragraph(told(entry.summary, entry.grade_reason))]
    items += [Paragraph(told(effect.text)) for effect in entry.effects]
    if entry.conflicts:
        items.append(_named(language.tr("Conflicts:"), entry.conflicts))
    if entry.ask:
        items.append(_named(language.tr("Worth asking:"), *entry.ask))
    sources = [
        subject.knowledge.sources[source] for source in entry.sources if source in subject.knowledge.sources
    ]
    if sources:
        items.append(_named(language.tr("Sources:"), *(_source(source, language) for source in sources)))
    return Section(entry.title, tuple(items), language.tr(grade))


def _named(name: str, *texts: str) -> Paragraph:
    return Paragraph(paragraph(((name, True),), *(unmarked(text) for text in texts)))


def _source(source: Source, language: Language) -> str:
    year = str(source.year) if source.year else language.tr("no year")
    parts = (
        source.authors,
        source.title,
        source.journal,
        year,
        f"doi:{source.doi}" if source.doi else source.url,
    )
    return ". ".join(part.rstrip(".") for part in parts if part) + "."
