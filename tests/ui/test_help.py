"""F1: every key in words, and about the program; nothing of it can fall behind the code."""

import ast
import importlib
import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QDesktopServices, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QWidget

import journal_app
from journal_app.language import Language
from journal_app.ui.about_program import LIBRARIES
from journal_app.ui.day_field import DayField
from journal_app.ui.help_dialog import HelpDialog
from journal_app.ui.shortcuts import key_sections, places_with_keys
from tests.ui.hands import click, in_dialog, named, press, says, texts
from tests.ui.places import open_place, write_journal

ROOT = Path(__file__).parent.parent.parent
PLACES = [kind for _where, kind in places_with_keys()]
ASKED_KEYS = (
    *(Qt.Key(Qt.Key.Key_A + letter) for letter in range(26)),
    *(Qt.Key(Qt.Key.Key_0 + digit) for digit in range(10)),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter),
    *(Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Space),
    *(Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Insert, Qt.Key.Key_F2, Qt.Key.Key_Escape),
)
QT_HANDLES = {
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
}
QT_HANDLES |= {Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}  # in everything that scrolls or slides


def kinds_that_handle_keys():
    """Name each class of the window that has a key handler of its own."""
    for module in (ROOT / "journal_app" / "ui").glob("*.py"):
        for node in ast.parse(module.read_text("utf-8")).body:
            methods = [each.name for each in getattr(node, "body", []) if isinstance(each, ast.FunctionDef)]
            if isinstance(node, ast.ClassDef) and "keyPressEvent" in methods:
                yield getattr(importlib.import_module(f"journal_app.ui.{module.stem}"), node.name)


def handled(widget, key, modifier=Qt.KeyboardModifier.NoModifier):
    """Tell whether a widget's key handler does something with a key."""
    letter = chr(key) if key < 128 and not modifier else ""
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifier, letter)
    type(widget).keyPressEvent(widget, event)
    return event.isAccepted()


def test_every_key_handler_is_in_the_overview():
    assert set(kinds_that_handle_keys()) == set(PLACES)


@pytest.mark.parametrize("kind", PLACES, ids=lambda kind: kind.__name__)
def test_no_key_is_told_twice_in_one_place(kind):
    keys = [(key, hint.control) for hint in kind.KEYS for key in hint.keys]

    assert len(keys) == len(set(keys))


def test_every_action_with_keys_is_in_the_overview(open_program):
    actions = open_program().window.actions()
    told = key_sections(actions, Language())[0].keys

    assert len(told) == len(actions)
    assert ("F1", "Keys and about") in told
    assert ("Ctrl+3", "Trends") in told


@pytest.mark.parametrize(
    ("language", "told"), [("en", ("Undo", "Redo")), ("de", ("Rückgängig", "Wiederholen"))]
)
def test_undo_is_told_as_such_also_after_a_change(open_program, language, told):
    window = open_program(language=language).window
    press(window, Qt.Key.Key_Q)
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    press(window, Qt.Key.Key_Q)
    actions = key_sections(window.actions(), Language())[0].keys

    assert [words for _keys, words in actions][:2] == list(told)


def test_no_two_actions_share_a_key(open_program):
    keys = [key.toString() for action in open_program().window.actions() for key in action.shortcuts()]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("page", "kind"),
    [("night", kind) for kind in PLACES[:3]] + [("calendar", kind) for kind in PLACES[3:5]],
    ids=lambda each: getattr(each, "__name__", each),
)
def test_each_place_handles_the_keys_it_tells_and_no_others(open_program, journal_path, page, kind):
    write_journal(journal_path)
    shown = open_place(open_program, page)
    widget = shown if isinstance(shown, kind) else first_shown(shown, kind)
    told = {key for hint in kind.KEYS for key in hint.keys if not hint.control}
    silent = {key for key in told if not handled(widget, key)}
    untold = {key for key in set(ASKED_KEYS) - told - QT_HANDLES if handled(widget, key)}

    assert (silent, untold) == (set(), set())


@pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing the keyboard")
@pytest.mark.parametrize("key", [key for hint in DayField.KEYS for key in hint.keys])
def test_a_field_for_a_day_handles_the_keys_it_tells(open_program, qtbot, key):
    field = DayField("A day", open_program().window.stack.currentWidget().surroundings)
    qtbot.addWidget(field)
    field.show()
    before, windows = field.day, len(field.findChildren(QCalendarWidget))

    QTest.keyClick(field, key)

    assert (field.day != before) or len(field.findChildren(QCalendarWidget)) > windows


def first_shown(root, kind):
    return next(each for each in root.findChildren(QWidget) if isinstance(each, kind) and each.isVisible())


def test_f1_shows_keys_and_about(open_program):
    window = open_program().window
    with in_dialog(lambda dialog: seen.extend(texts(dialog)) or click(dialog, "Close"), HelpDialog):
        seen = []
        press(window, Qt.Key.Key_F1)

    assert "Everything works by keyboard" in seen
    assert f"Version {journal_app.__version__}, knowledge base 2026.2" in seen
    assert QKeySequence("Ctrl+Z").toString() in seen


def test_settings_lead_there_too(open_program):
    window = open_program(page="settings").window

    with in_dialog(lambda dialog: click(dialog, "Close"), HelpDialog):
        click(window, "Keys and about (F1)")


def test_it_says_where_the_journal_lies_and_opens_the_folder(open_program, monkeypatch):
    opened, shown = [], []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window = open_program().window

    def look(dialog):
        shown.append(named(dialog, "The file of your journal").text())
        assert "SIL Open Font License" in named(dialog, "Licences of the typefaces").toPlainText()
        click(dialog, "Open folder")
        click(dialog, "Close")

    with in_dialog(look, HelpDialog):
        press(window, Qt.Key.Key_F1)

    assert Path(opened[0].toLocalFile()) == Path(shown[0]).parent
    assert not says(window, "Everything works by keyboard")


def test_every_library_is_named_with_its_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert {re.match(r"[\w-]+", each)[0] for each in project["dependencies"]} == set(LIBRARIES)
