"""What can be wrong with the knowledge base in another language: lost figures, words not to be said."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from journal_app.knowledge.entries import Kind, Knowledge
from journal_app.knowledge.references import FOLDERS
from journal_app.knowledge.reviewed import changed_translations
from journal_app.knowledge.tables import Fault
from journal_app.knowledge.texts import ADVICE, all_texts
from journal_app.language import available_languages, known_texts

FIGURES = re.compile(r"\d+")
PLACEHOLDER = re.compile(r"\{\w*\}")
# Read in a hurry, and by people who may be ill: none of these stands in a foreign language.
NEEDED = tuple(f"{name}/" for name, kind in FOLDERS.items() if kind in (Kind.WARNING, Kind.LOOK_ALIKE))


@dataclass(frozen=True, slots=True)
class NotToSay:
    """What is not to be said in a language, as `checks.py` has it for English."""

    forbidden: re.Pattern[str]
    dose: re.Pattern[str]
    stop_medicine: re.Pattern[str]


NOT_TO_SAY = {
    "de": NotToSay(
        forbidden=re.compile(
            r"\b(?:verursach\w*|unbedenklich\w*|ungefährlich\w*|gefahrlos\w*|normal\w*)\b"
            r"|\b(?:ist|sind|gilt als|gelten als) (?:völlig |ganz |absolut )?sicher\b"
            r"|\b(?:ist|sind|bleibt|bleiben) (?:\w+ )?harmlos\b|\bsichere[rsn]? Mittel\b"
            r"|(?:kein\w*|nicht) (?:zu[mr]? (?:\w+er )?)?(?:Arzt\w*|Ärzt\w*) (?:nötig|gehen)"
            r"|(?:Prozent|%) Wahrscheinlichkeit|\bWahrscheinlichkeit von \d+ ?(?:Prozent|%)"
            r"|\bSie haben (?:wahrscheinlich |vielleicht |wohl )?(?:eine?n? )?"
            r"(?:Thrombose|\w*gerinnsel|\w*krankheit|\w*erkrankung|\w*syndrom|Krebs)\b",
            re.IGNORECASE,
        ),
        dose=re.compile(
            r"\b\d+(?:[.,]\d+)?\s*(?:mg|mcg|µg|ug|g|mmol|IE|I\.E\.|(?:Mikro|Milli)?gramm"
            r"|Einheit(?:en)?|Tabletten?|Kapseln?|Pillen?|Tropfen)\b",
            re.IGNORECASE,
        ),
        stop_medicine=re.compile(
            r"\bsetzen Sie (?:(?!\b(?:nicht|nichts|nie|kein\w*|ohne)\b)[^.?!])*\bab\b"
            r"|\bhören Sie auf,? (?:(?!\b(?:nicht|rauchen)\b)[^.?!])*einzunehmen"
            r"|\bnehmen Sie (?:(?!\b(?:bis|bevor|ohne)\b)[^.?!])*\bnicht mehr\b",
            re.IGNORECASE,
        ),
    )
}


def faults_of_translations(knowledge: Knowledge) -> Iterator[Fault]:
    """Yield what is wrong with the knowledge base in each language the program offers, but English."""
    for code in available_languages()[1:]:
        catalog = known_texts(code)
        yield from faults_in(code, knowledge, catalog)
        yield from changed_translations(code, knowledge, catalog)


def faults_in(code: str, knowledge: Knowledge, catalog: NullTranslations) -> Iterator[Fault]:
    """Yield what is wrong with the texts of one language."""
    for file, key, text in all_texts(knowledge):
        said = catalog.gettext(text)
        if said:
            reasons = (*_not_the_same(text, said), *_not_to_say(code, file, key, said))
        else:
            reasons = ("is not translated; the program offers this language",) * file.startswith(NEEDED)
        yield from (Fault(f"{code}: {file}", key, reason) for reason in reasons)


def _not_the_same(text: str, said: str) -> Iterator[str]:
    for marks, name in ((FIGURES, "figures"), (PLACEHOLDER, "placeholders")):
        ours, theirs = (sorted(marks.findall(each)) for each in (text, said))
        if ours != theirs:
            yield f'has other {name} than the English, {_listed(theirs)} instead of {_listed(ours)}: "{said}"'


def _not_to_say(code: str, file: str, key: str, said: str) -> Iterator[str]:
    words = NOT_TO_SAY.get(code)
    if words is None:
        return
    if found := words.forbidden.search(said):
        yield f'"{found[0]}" must not be said to a person'
    if key in ADVICE and (dose := words.dose.search(said)):
        yield f'"{dose[0]}" reads like a dose; advice names none'
    if key in ADVICE and not file.startswith("warnings/") and words.stop_medicine.search(said):
        yield "reads like advice to stop a medicine"


def _listed(marks: list[str]) -> str:
    return ", ".join(marks) or "none"
