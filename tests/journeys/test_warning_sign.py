"""A warning sign: its card comes at once, above all else, and only the person clears it, with a note."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog, QLineEdit

from journal_app.store.journal_store import JournalStore
from journal_app.ui.warning_questions import WarningQuestions
from tests.ui.hands import click, in_dialog, press, says, texts

CLOT = "Signs of a clot in the leg"
ASKED = (
    "In ONE leg: is there new swelling, warm or darker skin, a hard sore vein, or a steady ache that "
    "stretching does not end?"
)
CLEAR = "Clear this, with a note …"


@pytest.fixture
def answers(journal_path):
    """Return the answers on the disk now."""

    def read():
        with JournalStore.open(journal_path, read_only=True) as store:
            return {answer.warning: answer for answer in store.warning_answers()}

    return read


def say_yes(questions):
    turn_to_clot(questions)
    click(questions, f"{ASKED}: yes")
    assert CLOT in texts(questions)
    click(questions, "Finish later")


def turn_to_clot(questions):
    while ASKED not in texts(questions):
        click(questions, "Next")


def ask(window, act):
    with in_dialog(act, WarningQuestions):
        press(window, Qt.Key.Key_F8)


def test_a_sign_is_ticked_from_any_page_by_one_key(open_program, answers):
    ask(open_program(page="settings").window, say_yes)

    assert answers()["dvt"].standing


def test_a_card_tells_whom_to_call_in_the_persons_country(open_program):
    window = open_program(country="US").window

    def look(questions):
        turn_to_clot(questions)
        click(questions, f"{ASKED}: yes")
        assert says(questions, "call 911")
        click(questions, "Finish later")

    ask(window, look)


def test_a_cramp_over_ten_minutes_asks_the_questions(open_program, answers):
    window = open_program().window
    click(window, "I had a cramp")

    with in_dialog(say_yes, WarningQuestions):
        click(window, "How long, minutes: over 10 min")

    assert answers()["dvt"].yes


def test_a_card_stands_above_all_on_patterns(open_program):
    program = open_program(page="patterns")
    ask(program.window, say_yes)
    open_program.settle()

    shown = texts(program.window.stack.currentWidget())
    read = [text for text in shown if text]

    assert read.index(CLOT) < read.index("How things stand")


def test_a_card_is_not_cleared_without_a_note(open_program, answers):
    window = open_program().window
    ask(window, say_yes)

    ask(window, clear_with(""))

    assert answers()["dvt"].standing


def test_a_card_is_not_cleared_by_answering_no(open_program, answers):
    window = open_program().window
    ask(window, say_yes)

    def say_no(questions):
        turn_to_clot(questions)
        click(questions, f"{ASKED}: no")
        assert CLOT in texts(questions)
        click(questions, "Finish later")

    ask(window, say_no)

    assert answers()["dvt"].standing


def test_a_card_is_cleared_with_a_note_and_kept_in_the_record(open_program, answers):
    window = open_program().window
    ask(window, say_yes)

    ask(window, clear_with("seen by Dr Grey, no clot"))

    kept = answers()["dvt"]
    assert (kept.yes, kept.standing, kept.note) == (True, False, "seen by Dr Grey, no clot")


def test_no_to_all_promises_nothing(open_program):
    program = open_program(page="about")

    def say_no_to_all(questions):
        click(questions, "No to all above: Call now")
        click(questions, "Finish later")

    ask(program.window, say_no_to_all)

    assert says(program.window, "no warning sign ticked; this is not an all-clear.")


def clear_with(note):
    def write(field):
        QTest.keyClicks(field.findChild(QLineEdit), note)
        QTest.keyClick(field.findChild(QLineEdit), Qt.Key.Key_Return)

    def clear(questions):
        with in_dialog(write, QInputDialog):
            click(questions, CLEAR)
        assert (CLEAR in texts(questions)) == (not note)
        click(questions, "Finish later")

    return clear
