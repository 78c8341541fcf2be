"""The knowledge base in another language: every text, every name, and the same answers."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from gettext import NullTranslations

import pytest

from journal_app.journal.profile import WarningAnswer
from journal_app.knowledge.references import COUNTRIES
from journal_app.knowledge.texts import all_texts, texts_of
from journal_app.knowledge.translated import own_names, spoken, translated
from journal_app.knowledge.warnings import standing_cards
from journal_app.knowledge.words import names_of, speaks_of
from journal_app.language import Language, known_texts, language_for
from tests.builders import TODAY, records_of
from tests.knowledge.cases import OFTEN, takes, tell
from tests.report.journals import three_months

# What the program reads and no person does: ids, letters, the names of facts and of measures.
FOR_THE_PROGRAM = {
    "id",
    "confidence",
    "factor",
    "sources",
    "rows",
    "applies",
    "effects.source",
    "effects.confidence",
    "effects.measure",
    "questions.answer",
    "questions.field",
    "questions.sign_of",
}
RULES = ("when", "unless", "examples", "applies_when", "asked_when")


class Marked(NullTranslations):
    """Says every text with a mark before it, but for those it lacks."""

    def __init__(self, lacking=(), names=""):
        super().__init__()
        self._lacking, self._names = set(lacking), names

    def gettext(self, message):
        return "" if message in self._lacking else f"«{message}"

    def pgettext(self, context, message):  # noqa: ARG002
        return self._names


@pytest.fixture(scope="module")
def german(knowledge):
    return spoken(knowledge, language_for("de"))


def strings(value, path=()):
    """Yield each text in a record with the names of the fields that lead to it."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield ".".join(path), value
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in RULES:
                yield from strings(getattr(value, field.name), (*path, field.name))
    elif isinstance(value, tuple):
        for each in value:
            yield from strings(each, path)


# --- texts


def test_every_text_of_every_entry_is_translated_and_nothing_else(knowledge):
    marked = translated(knowledge, Marked())
    left = {
        path
        for entry in marked.entries.values()
        for path, text in strings(entry)
        if text and path != "names" and not text.startswith("«")
    }

    assert left <= FOR_THE_PROGRAM
    assert not any(
        text.startswith("«")
        for entry in marked.entries.values()
        for path, text in strings(entry)
        if path in FOR_THE_PROGRAM
    )


def test_whom_to_call_is_translated_and_a_bare_number_stays(knowledge):
    words = translated(knowledge, Marked()).words

    assert words["emergency"]["UK"] == "999"
    assert words["urgent"]["UK"] == "«111 or your GP"
    assert all(words[name] == knowledge.words[name] for name in words if name not in COUNTRIES)


def test_a_text_without_a_translation_stays_english_and_is_known(knowledge):
    summary = knowledge.entries["quinine"].summary
    marked = translated(knowledge, Marked(lacking=[summary]))

    assert marked.entries["quinine"].summary == summary
    assert marked.untranslated == {summary}


def test_all_texts_are_collected_with_their_file_and_key(knowledge):
    collected = set(all_texts(knowledge))

    assert ("warnings/dvt.toml", "card", knowledge.entries["dvt"].card) in collected
    assert ("judgement.toml", "urgent > UK", "111 or your GP") in collected
    assert len({text for *_, text in collected}) > 1_400


def test_rules_and_figures_are_the_same(knowledge, german):
    for entry in knowledge.entries.values():
        spoken_of = german.entries[entry.id]
        assert [getattr(spoken_of, name) for name in RULES[:3]] == [
            getattr(entry, name) for name in RULES[:3]
        ]
        assert [effect.value for effect in spoken_of.effects] == [effect.value for effect in entry.effects]


def test_english_is_read_as_it_was_written(knowledge):
    assert spoken(knowledge, Language()) is knowledge


def test_a_language_without_texts_is_read_in_english_and_known_to_be(knowledge):
    unspoken = spoken(knowledge, language_for("fy"))

    assert unspoken.entries["dvt"].card == knowledge.entries["dvt"].card
    assert unspoken.entries["dvt"].card in unspoken.untranslated


def test_german_lacks_no_text(german):
    assert german.untranslated == frozenset()


def test_a_german_card_names_whom_to_call(german):
    (card,) = standing_cards((WarningAnswer("dvt", True, TODAY),), german, "EU")

    assert "{" not in card.text
    assert "rufen Sie 112 an" in card.text
    assert "ärztlichen Bereitschaftsdienst" in card.text


# --- names


def test_the_names_of_the_language_stand_beside_the_english_ones(knowledge):
    entry = knowledge.entries["quinine"]
    names = translated(knowledge, Marked(names="Chinin; Limptar N;; ")).entries["quinine"].names

    assert names == (entry.title, *entry.names, "Chinin", "Limptar N")


@pytest.mark.parametrize(
    ("written", "entry"),
    [
        ("Hydrochlorothiazid 25 mg", "diuretic-thiazide"),
        ("HCT 12,5", "diuretic-thiazide"),
        ("Furosemid 40 mg", "diuretic-loop"),
        ("Wassertabletten", "diuretic-any"),
        ("Limptar N", "quinine-safety"),
        ("Atorvastatin-ratiopharm 20", "statin"),
        ("Salbutamol Tabletten", "oral-beta-agonist"),
        ("bendroflumethiazide", "diuretic-thiazide"),  # a packet from abroad
    ],
)
def test_a_medicine_is_recognised_by_its_german_name(german, written, entry):
    assert speaks_of(written, names_of(german.entries[entry]))
    assert entry in tell(german, records_of(OFTEN, medicines=(takes(written),))).ids


@pytest.mark.parametrize("written", ["Losartan-Kalium 50 mg", "Levothyroxin-Natrium", "Diclofenac Natrium"])
def test_a_salt_is_no_supplement(german, written):
    supplements = (german.entries[name] for name in ("potassium-supplement", "sodium-supplement"))

    assert not any(speaks_of(written, names_of(entry)) for entry in supplements)


def test_every_german_name_can_be_told_from_the_next(knowledge):
    catalog = known_texts("de")
    listed = {entry.id: own_names(entry, catalog) for entry in knowledge.entries.values()}

    assert [entry for entry, names in listed.items() if len(names) != len(set(names))] == []
    assert [name for names in listed.values() for name in names if len(name) < 2 or "," in name] == []


# --- the same answers


@pytest.mark.parametrize("nights", [30, 90, 180])
def test_what_fits_a_journal_is_the_same_in_every_language(knowledge, german, nights):
    ours, theirs = (
        tell(base, three_months(), nights=nights, last=date(2026, 11, 1)) for base in (knowledge, german)
    )

    assert [(f.group, f.entry and f.entry.id, f.rank) for f in theirs.findings] == [
        (f.group, f.entry and f.entry.id, f.rank) for f in ours.findings
    ]
    assert [(s.do, s.entry and s.entry.id) for s in theirs.top.steps] == [
        (s.do, s.entry and s.entry.id) for s in ours.top.steps
    ]


def test_texts_of_an_entry_are_all_in_german(knowledge, german):
    entry, same = german.entries["tetanus"], {text for _, text in texts_of(knowledge.entries["tetanus"])}

    assert [text for key, text in texts_of(entry) if text in same and key != "title"] == []
