"""`check-knowledge` names what is wrong with a translation: language, file, key and reason."""

from gettext import NullTranslations

import pytest

from journal_app.knowledge.reviewed import REVIEWED, changed_translations, translated_hashes
from journal_app.knowledge.translation_checks import NOT_TO_SAY, faults_in
from journal_app.language import known_texts

DVT = "warnings/dvt.toml"
HEAT = "remedies/heating-pad.toml"
ADVICE = "Turn the pad off before you sleep."


class Changed(NullTranslations):
    """German, but for one text."""

    def __init__(self, text, said):
        super().__init__()
        self._german, self._text, self._said = known_texts("de"), text, said

    def gettext(self, message):
        return self._said if message == self._text else self._german.gettext(message)

    def pgettext(self, context, message):
        return self._german.pgettext(context, message)


@pytest.fixture
def faults(knowledge):
    """Return what is found where German says one text otherwise."""

    def found(text, said):
        return [str(fault) for fault in faults_in("de", knowledge, Changed(text, said))]

    return found


def test_german_has_no_fault(knowledge):
    assert list(faults_in("de", knowledge, known_texts("de"))) == []


@pytest.mark.parametrize("key", ["title", "summary", "question", "card"])
def test_a_warning_that_is_not_translated_is_named(faults, knowledge, key):
    missing = f"de: {DVT}: {key}: is not translated; the program offers this language"

    assert missing in faults(getattr(knowledge.entries["dvt"], key), "")


def test_a_remedy_that_is_not_translated_is_read_in_english(faults):
    assert faults(ADVICE, "") == []


def test_another_figure_is_named(faults, knowledge):
    (effect,) = knowledge.entries["diuretic-thiazide"].effects
    (fault,) = faults(effect.text, known_texts("de").gettext(effect.text).replace("1,48", "1,84"))

    assert fault.startswith("de: medicines/diuretic-thiazide.toml: effect: ")
    assert "has other figures than the English, 1, 84 instead of 1, 48: " in fault


def test_a_lost_number_to_call_is_named(faults, knowledge):
    card = knowledge.entries["dvt"].card
    (fault,) = faults(card, known_texts("de").gettext(card).replace("{emergency}", "den Notruf"))

    told = "has other placeholders than the English, {urgent} instead of {emergency}, {urgent}: "
    assert fault.startswith(f"de: {DVT}: card: {told}")


@pytest.mark.parametrize(
    ("said", "word"),
    [
        ("Wärme verursacht Krämpfe.", "verursacht"),
        ("Das ist unbedenklich.", "unbedenklich"),
        ("Das ist normal.", "normal"),
        ("Das ist ganz sicher.", "ist ganz sicher"),
        ("Sie müssen nicht zum Arzt gehen.", "nicht zum Arzt gehen"),
        ("Sie haben eine Thrombose.", "Sie haben eine Thrombose"),
    ],
)
def test_what_must_not_be_said_is_named(faults, said, word):
    assert faults(ADVICE, said) == [f'de: {HEAT}: do: "{word}" must not be said to a person']


@pytest.mark.parametrize("said", ["Es ist nicht sicher, ob Wärme hilft.", "Ein gewöhnlicher Krampf."])
def test_what_may_be_said_is_not(faults, said):
    assert faults(ADVICE, said) == []


@pytest.mark.parametrize("dose", ["200 mg", "2 Tabletten", "1,5 g", "20 Tropfen"])
def test_a_dose_in_advice_is_named(dose):
    assert NOT_TO_SAY["de"].dose.search(f"Nehmen Sie {dose} am Abend.")[0] == dose


@pytest.mark.parametrize(
    "said",
    ["Setzen Sie Ihr Statin ab.", "Nehmen Sie das Chinin nicht mehr.", "Bitte setzen Sie es sofort ab."],
)
def test_advice_to_stop_a_medicine_is_named(faults, said):
    assert faults(ADVICE, said) == [f"de: {HEAT}: do: reads like advice to stop a medicine"]


@pytest.mark.parametrize(
    "said", ["Setzen Sie es nicht von sich aus ab.", "Setzen Sie nichts ab, ohne zu fragen."]
)
def test_advice_not_to_stop_it_is_not(faults, said):
    assert faults(ADVICE, said) == []


def test_a_changed_translation_is_named_until_its_list_is_renewed(knowledge):
    changed = Changed(ADVICE, "Schalten Sie das Kissen später aus.")
    (fault,) = changed_translations("de", knowledge, changed)

    assert str(fault) == (
        f"de: {HEAT}: was changed since the review; renew de/{REVIEWED} when it was looked at again"
    )


def test_an_entry_that_is_english_in_part_is_looked_at_when_it_is_whole(knowledge):
    half = Changed(ADVICE, "")

    assert HEAT not in translated_hashes(knowledge, half)
    assert list(changed_translations("de", knowledge, half)) == []
