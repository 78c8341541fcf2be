"""What is known, in the German window: the warning card, the reader, and a medicine by its German name."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.texts import texts_of
from journal_app.paths import bundled
from journal_app.store.journal_store import JournalStore
from journal_app.ui.entry_reader import EntryReader
from journal_app.ui.warning_questions import WarningQuestions
from tests.builders import records_of
from tests.knowledge.cases import OFTEN, takes
from tests.ui.hands import click, in_dialog, named, press, says, texts

KNOWLEDGE = load_knowledge(bundled("knowledge_base"))
BREATH = (
    "Haben Sie plötzlich Atemnot, haben Sie beim Einatmen stärkere Schmerzen in der Brust, haben Sie Blut "
    "gehustet, oder sind Sie zusammengebrochen?"
)
SEARCH = "Alles Bekannte durchsuchen"


@pytest.fixture(autouse=True)
def journal(journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(records_of(OFTEN, medicines=(takes("Furosemid 40 mg", date(2026, 9, 1)),)), "a test")


@pytest.fixture
def window(open_program):
    window = open_program(page="patterns", language="de", country="EU").window
    open_program.settle()
    return window


def english_on(root):
    """Return the sentences of the knowledge base that are shown in English."""
    read = " ".join(texts(root))
    said = {text for entry in KNOWLEDGE.entries.values() for _, text in texts_of(entry)}
    return sorted(text for text in said if text.count(" ") > 2 and text in read)


def test_a_warning_sign_is_asked_and_answered_in_german(window):
    def answer(questions):
        assert english_on(questions) == []
        click(questions, f"{BREATH}: ja")
        assert says(questions, "Rufen Sie sofort 112 an.")
        press(questions, Qt.Key.Key_Escape)

    with in_dialog(answer, WarningQuestions):
        press(window, Qt.Key.Key_F8)


def test_patterns_speaks_german_of_a_medicine_with_a_german_name(window):
    patterns = window.stack.currentWidget()

    assert says(patterns, "Furosemid 40 mg")
    assert says(patterns, "Schleifendiuretika")
    assert english_on(patterns) == []


@pytest.mark.parametrize("word", ["Limptar", "Wadendehnung", "quinine"])
def test_what_is_known_is_found_by_german_and_by_english_words(window, word):
    def look(reader):
        listed = named(reader, "Einträge", QListView).model()
        named(reader, SEARCH).setFocus()
        QTest.keyClicks(named(reader, SEARCH), word)
        assert 0 < listed.rowCount() < 15
        press(reader, Qt.Key.Key_Escape)

    with in_dialog(look, EntryReader):
        click(window.stack.currentWidget(), "Alles lesen, was bekannt ist …")


def test_what_is_known_follows_the_language_that_is_chosen(open_program, qtbot):
    program = open_program(page="settings")
    open_program.settle()
    click(program.window, "Language: Deutsch")
    qtbot.waitUntil(lambda: says(program.window, "Wie es aussieht"))
    press(program.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: says(program.window, "Schleifendiuretika"))
    assert english_on(program.window) == []
