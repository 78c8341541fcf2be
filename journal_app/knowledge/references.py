"""What the files of the knowledge base say of each other: nothing may point to what is not there."""

from collections.abc import Iterator, Mapping
from enum import StrEnum

from journal_app.knowledge.entries import Grade, Kind, Knowledge, Level, PageGrade, Testable
from journal_app.knowledge.entry_table import CONFIDENCE
from journal_app.knowledge.findings import Group
from journal_app.knowledge.tables import Fault

FOLDERS: dict[str, Kind] = {
    "factors": Kind.FACTOR,
    "remedies": Kind.REMEDY,
    "medicines": Kind.MEDICINE,
    "conditions": Kind.CONDITION,
    "warnings": Kind.WARNING,
    "look_alikes": Kind.LOOK_ALIKE,
}
JUDGEMENT = "judgement.toml"
WORDS: Mapping[str, type[StrEnum]] = {
    "grade": Grade,
    "page_grade": PageGrade,
    "level": Level,
    "group": Group,
    "testable": Testable,
}
COUNTRIES = ("emergency", "urgent")
CIRCUMSTANCES = "applies"  # what warning questions ask about first, in the words of the person
OTHER_COUNTRY = "other"


def file_of(kind: Kind, entry_id: str) -> str:
    """Return an entry's file, within the knowledge base."""
    folder = next(name for name, held in FOLDERS.items() if held is kind)
    return f"{folder}/{entry_id}.toml"


def broken_references(knowledge: Knowledge) -> Iterator[Fault]:
    """Yield a fault for each source, factor, habit, entry or word that is named and not there."""
    yield from _of_entries(knowledge)
    yield from _of_factors(knowledge)
    yield from _of_lists(knowledge)
    yield from _of_words(knowledge)


def _of_entries(knowledge: Knowledge) -> Iterator[Fault]:
    factors = {factor.id for factor in knowledge.factors}
    for entry in knowledge.entries.values():
        file = file_of(entry.kind, entry.id)
        for source in (*entry.sources, *(effect.source for effect in entry.effects)):
            if source and source not in knowledge.sources:
                yield Fault(file, "sources", f"{source} is not in sources.toml")
        if entry.factor and entry.factor not in factors:
            yield Fault(file, "factor", f"{entry.factor} is not in factors.toml")
        if entry.applies and entry.applies not in knowledge.words.get(CIRCUMSTANCES, {}):
            yield Fault(file, "applies", f"{entry.applies} is not in {JUDGEMENT}")
        for sign_of in (question.sign_of for question in entry.questions if question.sign_of):
            if sign_of not in {warning.id for warning in knowledge.of_kind(Kind.WARNING)}:
                yield Fault(file, "sign_of", f"there is no warning {sign_of}")


def _of_factors(knowledge: Knowledge) -> Iterator[Fault]:
    habits = {habit.id for habit in knowledge.habits}
    for factor in knowledge.factors:
        if factor.habit not in habits:
            yield Fault("factors.toml", f"{factor.id} > habit", f"{factor.habit} is not in habits.toml")


def _of_lists(knowledge: Knowledge) -> Iterator[Fault]:
    lists = {
        "happening": knowledge.happening,
        "to_try": knowledge.to_try,
        "asked": knowledge.asked,
        "likened": knowledge.likened,
    }
    for key, listed in lists.items():
        for entry_id in listed:
            if entry_id not in knowledge.entries:
                yield Fault(JUDGEMENT, key, f"there is no entry {entry_id}")
    for kind, key in ((Kind.WARNING, "asked"), (Kind.LOOK_ALIKE, "likened")):
        for entry in knowledge.of_kind(kind):
            if entry.id not in lists[key]:
                yield Fault(JUDGEMENT, key, f"{entry.id} is missing, so it has no place among the questions")


def _of_words(knowledge: Knowledge) -> Iterator[Fault]:
    needed = {table: tuple(map(str, words)) for table, words in WORDS.items()}
    needed |= {"confidence": tuple(CONFIDENCE), "no_warning": ("text",)}
    needed |= dict.fromkeys(COUNTRIES, (OTHER_COUNTRY,))
    for table, words in needed.items():
        for word in words:
            if word not in knowledge.words.get(table, {}):
                yield Fault(JUDGEMENT, f"{table} > {word}", "is missing")
