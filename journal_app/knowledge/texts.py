"""Every text of the knowledge base that a person reads, in one list: for checks, search and translation."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from journal_app.knowledge.entries import Effect, Entry, Knowledge, Question
from journal_app.knowledge.references import COUNTRIES, JUDGEMENT, file_of

ADVICE = frozenset({"do", "ask", "card"})  # the keys of what tells the person what to do
Say = Callable[[str, str], str]  # what to say for a text, given its key


def with_texts(entry: Entry, say: Say) -> Entry:
    """Return an entry in which each text a person reads is what `say` makes of it."""

    def one(key: str, text: str) -> str:
        return say(key, text) if text else ""

    def each(key: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one(key, text) for text in texts)

    def figure(effect: Effect) -> Effect:
        return replace(effect, text=one("effect", effect.text), design=one("design", effect.design))

    def asked(question: Question) -> Question:
        return replace(question, ask=one("question", question.ask))

    return replace(
        entry,
        title=one("title", entry.title),
        summary=one("summary", entry.summary),
        grade_reason=one("grade_reason", entry.grade_reason),
        conflicts=one("conflicts", entry.conflicts),
        correction=one("correction", entry.correction),
        test_note=one("test_note", entry.test_note),
        question=one("question", entry.question),
        effects=tuple(map(figure, entry.effects)),
        questions=tuple(map(asked, entry.questions)),
        not_for=each("not_for", entry.not_for),
        do=each("do", entry.do),
        ask=each("ask", entry.ask),
        card=one("card", entry.card),
    )


def texts_of(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return every text of an entry that a person reads, each with its key."""
    found: list[tuple[str, str]] = []

    def note(key: str, text: str) -> str:
        found.append((key, text))
        return text

    with_texts(entry, note)
    return tuple(found)


def whom_to_call(knowledge: Knowledge, say: Say) -> dict[str, dict[str, str]]:
    """Return whom to call in each country as `say` makes it; a bare number stays as it is."""

    def one(key: str, text: str) -> str:
        return say(key, text) if any(map(str.isalpha, text)) else text

    return {
        kind: {country: one(f"{kind} > {country}", text) for country, text in knowledge.words[kind].items()}
        for kind in COUNTRIES
        if kind in knowledge.words
    }


def all_texts(knowledge: Knowledge) -> Iterator[tuple[str, str, str]]:
    """Yield every text that has a translation: the file it stands in, its key, and the text."""
    for entry in knowledge.entries.values():
        for key, text in texts_of(entry):
            yield file_of(entry.kind, entry.id), key, text
    called: list[tuple[str, str, str]] = []

    def note(key: str, text: str) -> str:
        called.append((JUDGEMENT, key, text))
        return text

    whom_to_call(knowledge, note)
    yield from called
