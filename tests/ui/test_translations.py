"""In a language nobody speaks, every text of the window is translated, and nothing is cut."""

import re
from dataclasses import fields, is_dataclass
from functools import cache

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QLabel, QWidget

from journal_app.knowledge.loader import load_knowledge
from journal_app.language import Language
from journal_app.paths import bundled
from tests.pseudo_language import pseudo_language
from tests.ui.hands import click, says
from tests.ui.places import PLACES, STRETCHING, open_place, write_journal
from tests.ui.test_layout import LARGEST, ROUNDS, WINDOW, is_cut, overlaps, scroll_areas, text_widgets

KNOWLEDGE = load_knowledge(bundled("knowledge_base"))
OF_THE_PERSON = (
    STRETCHING,  # a trial keeps the name under which it was begun
    "a long walk along the river, and a glass of wine with friends",
    "woken twice",
    "in the morning",
    "cramps without a found reason",
    "ferritin",
    "half the tablet",
    "]: no.",
    "This was read from “page.pdf”.",
)
NAMES = frozenset(("Bendroflumethiazide", "Python", "Deutsch", "English", "and"))  # and: of babel
LIBRARIES = re.compile(r"\b[\w-]+ \((zlib, BSD|BSD|PSF|MIT|LGPL|Apache 2.0)\)")
ARROWS_AND_ENDS = ("Home", "End", "Left", "Right", "Up", "Down", "PgUp", "PgDown")
KEYS = frozenset((*ARROWS_AND_ENDS, "Shift", "Del", "Backspace", "Space", "Return", "Enter"))  # named by Qt
NO_WORDS = re.compile(r"<[^>]*>|\S*/\S*")  # tags, paths of files
PLAIN_WORD = re.compile(r"[^\W\d_]*[aeiouAEIOU][^\W\d_]*")
each_place = pytest.mark.parametrize("name", PLACES)


@pytest.fixture(autouse=True)
def journal(journal_path):
    write_journal(journal_path)


@pytest.fixture
def pseudo(monkeypatch):
    monkeypatch.setattr("journal_app.app.language_for", lambda *_chosen: pseudo_language())


@pytest.fixture
def open_small(open_program):
    def small(name, **chosen):
        shown = open_place(open_program, name, **chosen)
        shown.window().resize(WINDOW)
        open_program.settle()
        for _ in range(ROUNDS):
            QApplication.processEvents()
        return shown

    return small


@each_place
@pytest.mark.usefixtures("pseudo")
def test_every_text_is_translated(open_program, name):
    shown = open_place(open_program, name)

    assert {text: left for text in all_texts(shown.window()) if (left := untranslated(text))} == {}


@each_place
@pytest.mark.usefixtures("pseudo")
def test_texts_that_are_40_percent_longer_are_not_cut(open_small, name):
    assert cut(open_small(name, text_scale=LARGEST)) == []


@each_place
def test_german_at_the_largest_text_is_not_cut(open_small, name):
    assert cut(open_small(name, text_scale=LARGEST, language="de")) == []


@pytest.mark.parametrize("entry", ["magnesium", "liver-kidney-thyroid", "conjugated-oestrogens"])
def test_long_german_words_in_the_reader_are_not_cut(open_program, entry):
    reader = open_place(open_program, "entry", text_scale=LARGEST, language="de")
    reader.show_entry(entry)
    open_program.settle()

    assert cut(reader) == []


def cut(shown):
    """Return what cannot be seen, or only by scrolling sideways."""
    sideways = [area for area in scroll_areas(shown) if area.horizontalScrollBar().maximum() > 0]
    told = [told for widget in text_widgets(shown) if (told := is_cut(widget))]
    return [*sideways, *told, *overlaps(shown)]


def all_texts(window):
    """Return what can be read, pointed at or heard of all that is visible."""
    shown = [window, *(widget for widget in window.findChildren(QWidget) if widget.isVisible())]
    told = {
        text for widget in shown for text in (widget.toolTip(), widget.accessibleName(), words_on(widget))
    }
    return sorted(told | {window.windowTitle()})


def words_on(widget):
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""


def untranslated(text):
    """Return the words with a plain vowel, but for those that are no text of ours."""
    for known in kept_as_they_are():
        text = text.replace(known, " ")
    words = PLAIN_WORD.findall(LIBRARIES.sub(" ", NO_WORDS.sub(" ", text)))
    return [word for word in words if word not in NAMES | KEYS | date_words() | source_words()]


@cache
def kept_as_they_are():
    """Return the sources and the texts of the person, the longest first."""
    said = {text for source in KNOWLEDGE.sources.values() for text in texts_in(source)}
    known = {text for text in said if " " in text}
    return sorted(known.union(OF_THE_PERSON), key=len, reverse=True)


def texts_in(value):
    """Yield every text in a record, however deep."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
    elif isinstance(value, tuple | list):
        for each in value:
            yield from texts_in(each)


@cache
def source_words():
    """Return the names of authors and journals that are one word: UHB."""
    every = {text for source in KNOWLEDGE.sources.values() for text in texts_in(source)}
    return frozenset(text for text in every if " " not in text)


@cache
def date_words():
    """Return the names of days and months, which come from babel."""
    locale = Language().locale
    every = [
        names["format"][width] for names in (locale.days, locale.months) for width in ("wide", "abbreviated")
    ]
    return frozenset(word for words in every for word in words.values())


# --- choosing a language


def test_qts_own_buttons_speak_german_while_the_window_does(open_program, qtbot):
    open_program(language="de")
    assert cancel_words(qtbot) == "Abbrechen"

    open_program(language="en")
    assert cancel_words(qtbot) == "Cancel"


def test_german_is_chosen_in_the_settings(open_program, qtbot):
    program = open_program(page="settings")
    click(program.window, "Language: Deutsch")

    qtbot.waitUntil(lambda: says(program.window, "Wie es aussieht"))
    assert program.preferences.language == "de"


@pytest.mark.parametrize("name", ["patterns", "remedy", "warning questions", "entry"])
def test_what_is_in_english_only_is_marked_so(open_program, name):
    assert says(open_place(open_program, name, language="fr"), "in English only so far.")


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_language_that_says_all_marks_nothing(open_program, language):
    shown = open_place(open_program, "patterns", language=language)

    assert not says(shown, "in English only")
    assert not says(shown, "nur auf Englisch")


def cancel_words(qtbot):
    cancel = QDialogButtonBox.StandardButton.Cancel
    box = QDialogButtonBox(cancel)
    qtbot.addWidget(box)
    return box.button(cancel).text().replace("&", "")
