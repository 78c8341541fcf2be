"""Everything that can be wrong with a knowledge base, all at once, for `cramp-journal check-knowledge`."""

import re
from collections.abc import Iterator
from pathlib import Path

from journal_app.knowledge.entries import (
    Comparison,
    Entry,
    FactValue,
    Grade,
    Kind,
    Knowledge,
    Level,
    Testable,
)
from journal_app.knowledge.facts import fact_is_known
from journal_app.knowledge.loader import read_knowledge
from journal_app.knowledge.references import file_of
from journal_app.knowledge.reviewed import changed_since_review
from journal_app.knowledge.rules import matches
from journal_app.knowledge.tables import Fault
from journal_app.knowledge.texts import ADVICE, texts_of
from journal_app.knowledge.translation_checks import faults_of_translations

FORBIDDEN = re.compile(
    r"\b(causes|safe|safely|normal|normally)\b|no need to see|percent chance|% chance"
    r"|you (?:have|probably have|may have) (?:a |an )?(?:clot|disease|illness|syndrome|cancer)",
    re.IGNORECASE,
)
DOSE = re.compile(
    r"\b\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|ug|micrograms?|grams?|g|mmol|iu|units?|tablets?|capsules?|pills?)\b",
    re.IGNORECASE,
)
STOP_MEDICINE = re.compile(
    r"(?<!not )(?<!never )(?<!n't )\bstop (?:taking|your|the|this|quinine)", re.IGNORECASE
)
PLACEHOLDER = re.compile(r"\{(\w*)\}")
NUMBERS_TO_CALL = {"emergency", "urgent"}
# What is told of, and never offered to try.
NEVER_TO_TRY = frozenset(
    {
        "diphenhydramine",
        "ghb",
        "meprobamate",
        "potassium-supplement",
        "quinine",
        "sodium-supplement",
        "tonic-water",
        "verapamil",
    }
)


def check_knowledge(folder: Path) -> list[str]:
    """Return every fault of a knowledge base as a sentence that names file, key and reason."""
    knowledge, broken = read_knowledge(folder)
    faults = [*broken, *faults_of_meaning(knowledge)]
    if folder.is_dir():
        faults.extend(changed_since_review(folder))
    if not broken:  # half an entry has half a translation
        faults.extend(faults_of_translations(knowledge))
    return [str(fault) for fault in faults]


def faults_of_meaning(knowledge: Knowledge) -> Iterator[Fault]:
    """Yield what is wrong with the meaning of entries that are well formed."""
    for entry in knowledge.entries.values():
        file = file_of(entry.kind, entry.id)
        for key, reason in _faults_of(entry, knowledge):
            yield Fault(file, key, reason)
    yield from _unused_sources(knowledge)


def advice_of(entry: Entry) -> tuple[tuple[str, str], ...]:
    """Return the texts that tell the person what to do, each with its key."""
    return tuple((key, text) for key, text in texts_of(entry) if key in ADVICE)


def _faults_of(entry: Entry, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    yield from _of_name(entry)
    yield from _of_figures(entry)
    yield from _of_testing(entry)
    yield from _of_rule(entry, knowledge)
    yield from _of_examples(entry, knowledge)
    yield from _of_words(entry)
    yield from _of_trying(entry)
    yield from _of_asking(entry)


def _of_name(entry: Entry) -> Iterator[tuple[str, str]]:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", entry.id):
        yield "", "the file's name must be small letters, digits and hyphens"


def _of_figures(entry: Entry) -> Iterator[tuple[str, str]]:
    for effect in entry.effects:
        if effect.source not in entry.sources:
            yield "effect", f"its source {effect.source} is not among the entry's sources"
        yield from _of_interval(effect.low, effect.value, effect.high)


def _of_interval(low: float | None, value: float | None, high: float | None) -> Iterator[tuple[str, str]]:
    if low is not None and high is not None and low > high:
        yield "effect", f"low ({low:g}) is above high ({high:g})"
    elif value is not None and low is not None and high is not None and not low <= value <= high:
        yield "effect", f"value ({value:g}) is outside low ({low:g}) to high ({high:g})"


def _of_testing(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.testable is Testable.NIGHTLY and not entry.factor:
        yield "factor", "what the journal can test night by night needs a factor"
    if entry.kind is not Kind.WARNING and not entry.test_note:
        yield "test_note", "is missing; say how the journal can test it, or why it cannot"


def _of_rule(entry: Entry, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for together in entry.when:
        if not together:
            yield "when", "an alternative needs at least one comparison in all"
    for together in (*entry.when, *entry.unless, *entry.applies_when, *entry.asked_when):
        for one in together:
            if one.fact and not fact_is_known(one.fact, knowledge):
                yield "when", f"{one.fact} is not a fact that docs/knowledge-format.md lists"
    if not entry.when and not entry.names:
        yield "when", "an entry without a rule needs names, else nobody ever finds it"


def _of_examples(entry: Entry, knowledge: Knowledge) -> Iterator[tuple[str, str]]:
    for number, example in enumerate(entry.examples, start=1):
        for fact in example.facts:
            if not fact_is_known(fact, knowledge):
                yield f"example {number}", f"{fact} is not a fact that docs/knowledge-format.md lists"
        if matches(entry, example.facts) is not example.matches:
            wanted = "matches" if example.matches else "does not match"
            yield f"example {number}", f"it says that the entry {wanted}; it is the other way round"
    if entry.when:
        for wanted in (True, False):
            if wanted not in {example.matches for example in entry.examples}:
                yield "example", f"there is none with matches = {str(wanted).lower()}"
        yield from _alternatives_never_met(entry)


def _alternatives_never_met(entry: Entry) -> Iterator[tuple[str, str]]:
    for number, together in enumerate(entry.when, start=1):
        if not _can_hold(together):
            yield f"when {number}", "its comparisons contradict each other, so it never matches"


def _can_hold(together: tuple[Comparison, ...]) -> bool:
    """Tell whether comparisons of one fact leave it any value."""
    by_fact: dict[str, list[Comparison]] = {}
    for one in together:
        by_fact.setdefault(one.fact, []).append(one)
    return all(_leaves_a_value(comparisons) for comparisons in by_fact.values())


def _leaves_a_value(comparisons: list[Comparison]) -> bool:
    low = max((one.at_least for one in comparisons if one.at_least is not None), default=float("-inf"))
    high = min((one.at_most for one in comparisons if one.at_most is not None), default=float("inf"))
    wanted: set[FactValue] = {one.equals for one in comparisons if one.equals is not None}
    return low <= high and len(wanted) <= 1


def _of_words(entry: Entry) -> Iterator[tuple[str, str]]:
    for key, text in texts_of(entry):
        found = FORBIDDEN.search(text)
        if found:
            yield key, f'"{found[0]}" must not be said to a person'
        if not set(PLACEHOLDER.findall(text)) <= NUMBERS_TO_CALL:
            yield key, "only {emergency} and {urgent} can be filled in"
    for key, text in advice_of(entry):
        dose = DOSE.search(text)
        if dose:
            yield key, f'"{dose[0]}" reads like a dose; advice names none'
        if STOP_MEDICINE.search(text) and entry.kind is not Kind.WARNING:
            yield key, "reads like advice to stop a medicine"


def _of_trying(entry: Entry) -> Iterator[tuple[str, str]]:
    barred = entry.id in NEVER_TO_TRY or entry.kind is not Kind.REMEDY
    if entry.fit_to_try and (barred or entry.grade is Grade.UNSAFE):
        yield "fit_to_try", "only a remedy without serious harm can be offered to try"
    if entry.fit_to_try and not entry.do:
        yield "do", "what one may try needs to be told how"


def _of_asking(entry: Entry) -> Iterator[tuple[str, str]]:
    if entry.level is Level.EMERGENCY and (entry.applies or entry.unless):
        yield "applies" if entry.applies else "unless", "an emergency is asked of everyone"
    if entry.applies_when and not entry.applies:
        yield "applies_when", "says when something applies; applies must say what"


def _unused_sources(knowledge: Knowledge) -> Iterator[Fault]:
    used = {source for entry in knowledge.entries.values() for source in entry.sources}
    for source in knowledge.sources:
        if source not in used:
            yield Fault("sources.toml", source, "no entry uses this source")
