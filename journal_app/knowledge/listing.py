"""All entries as one Markdown text, for a clinician to read and sign.

`python -m journal_app.knowledge.listing FOLDER` prints it, with `de` after it the German texts.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from journal_app.knowledge.entries import Comparison, Effect, Entry, Kind, Knowledge, Source
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.references import CIRCUMSTANCES, FOLDERS
from journal_app.knowledge.translated import spoken
from journal_app.language import language_for

HEADINGS = {
    "factors": "Triggers, risk factors and mechanisms",
    "remedies": "Remedies and supplements",
    "medicines": "Medicines",
    "conditions": "Illnesses and states of the body",
    "warnings": "Warning signs",
    "look_alikes": "What is taken for a night cramp",
}
SIGN_OFF = "Reviewed by ____________________   on ____________   [ ] as it stands   [ ] with changes"


def listing(knowledge: Knowledge) -> str:
    """Return every entry with its evidence, advice, rule and sources, and a line to sign."""
    return "\n".join(_lines(knowledge)) + "\n"


def reference(source: Source) -> str:
    """Return a source as a reference list has it; what is not known is left out."""
    where = ", ".join(filter(None, (source.journal, str(source.year or ""))))
    parts = (source.authors, source.title, where, _identifier(source))
    return ". ".join(part.rstrip(".") for part in parts if part) + "."


def _lines(knowledge: Knowledge) -> Iterator[str]:
    yield f"# The knowledge base, rules {knowledge.version}: {len(knowledge.entries)} entries"
    yield ""
    yield "For a clinician's sign-off. It tells no one what illness they have and names no dose to take."
    for folder, kind in FOLDERS.items():
        yield from ("", f"## {HEADINGS[folder]}")
        for entry in knowledge.of_kind(kind):
            yield from _entry(entry, knowledge)
    yield from ("", "## Sources", "")
    for source in sorted(knowledge.sources.values(), key=lambda source: source.id):
        yield f"- `{source.id}` {reference(source)} ({source.type})"


def _entry(entry: Entry, knowledge: Knowledge) -> Iterator[str]:
    yield from ("", f"### {entry.title} (`{entry.id}`)", "", entry.summary, "")
    yield from _judgement(entry, knowledge)
    yield from _told("Old page", entry.correction)
    yield from _told("Disagreement", entry.conflicts)
    yield from (
        f"- Figure ({effect.confidence}, `{effect.source}`): {_figure(effect)}" for effect in entry.effects
    )
    yield from _told("Boxes in About me", ", ".join(entry.ticks.values()))
    yield from _told("Tick box", entry.question)
    yield from _told("Card", entry.card)
    yield from (
        f"- Question (`{q.field}`, speaks against a night cramp: {q.answer}): {q.ask}"
        for q in entry.questions
    )
    for label, texts in (("To do", entry.do), ("To ask", entry.ask), ("Not for", entry.not_for)):
        yield from (f"- {label}: {text}" for text in texts)
    yield from _told("Can a journal test it", f"{entry.testable}. {entry.test_note}".strip())
    yield from (f"- Shown when: {_rule(together)}" for together in entry.when)
    unless = "Not asked when" if entry.kind is Kind.WARNING else "Not offered when"
    yield from (f"- {unless}: {_rule(together)}" for together in entry.unless)
    yield from _told("Asked after a yes to", knowledge.words[CIRCUMSTANCES].get(entry.applies, ""))
    yield from (f"- Known to apply when: {_rule(together)}" for together in entry.applies_when)
    yield from _told("Asked after a long cramp", "yes" if entry.long_cramp else "")
    yield from (f"- Questions offered after a night when: {_rule(together)}" for together in entry.asked_when)
    yield f"- Sources: {', '.join(f'`{source}`' for source in entry.sources)}; rows: {', '.join(entry.rows)}"
    yield f"- Written {entry.reviewed.isoformat()}. {SIGN_OFF}"


def _judgement(entry: Entry, knowledge: Knowledge) -> Iterator[str]:
    words = knowledge.words
    yield f"- Evidence: **{words['grade'][entry.grade]}**. {entry.grade_reason}"
    yield f"- Read: {words['confidence'][entry.confidence]}"
    if entry.level:
        yield f"- Level: **{words['level'][entry.level]}**"
    if entry.page_grade:
        yield f"- Grade of the old page: {words['page_grade'][entry.page_grade]}"
    if entry.fit_to_try:
        yield "- Offered to try"


def _told(label: str, text: str) -> Iterator[str]:
    if text:
        yield f"- {label}: {text}"


def _figure(effect: Effect) -> str:
    interval = (
        f"{effect.low:g} to {effect.high:g}" if effect.low is not None and effect.high is not None else ""
    )
    value = f"{effect.value:g}" if effect.value is not None else ""
    people = f"{effect.n} people" if effect.n else ""
    measure = effect.measure.replace("_", " ")
    numbers = ", ".join(filter(None, (measure, value, interval, people, effect.design)))
    return f"{effect.text} [{numbers}]" if numbers else effect.text


def _rule(together: tuple[Comparison, ...]) -> str:
    return " and ".join(_comparison(one) for one in together)


def _comparison(one: Comparison) -> str:
    if one.one_of:
        return f"{one.fact} is {' or '.join(one.one_of)}"
    if one.at_least is not None:
        return f"{one.fact} is at least {one.at_least:g}"
    if one.at_most is not None:
        return f"{one.fact} is at most {one.at_most:g}"
    return f"{one.fact} is {str(one.equals).lower()}"


def _identifier(source: Source) -> str:
    if source.doi:
        return f"doi {source.doi}"
    return f"PMID {source.pmid}" if source.pmid else source.url


if __name__ == "__main__":
    language = language_for(sys.argv[2] if len(sys.argv) > 2 else "en")
    sys.stdout.write(listing(spoken(load_knowledge(Path(sys.argv[1])), language)))
