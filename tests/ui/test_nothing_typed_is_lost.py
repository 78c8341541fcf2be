"""What is typed stays typed, whatever is clicked next; what nobody answered is shown as unanswered."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit, QSpinBox, QTimeEdit

from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening
from tests.ui.hands import click, click_at, named, press, reveal, step_up, type_into


@pytest.fixture
def program(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(cramp_night(evening(), minutes=None))
    program = open_program()
    program.window.show_page("night").show_night(evening())
    click(program.window, "More about the night")
    return program


def write(program, name, text):
    """Type into a note and stay there."""
    field = named(program.window, name, QPlainTextEdit)
    reveal(field)
    QTest.mouseClick(field.viewport(), Qt.MouseButton.LeftButton)
    QTest.keyClicks(field, text)


def night(program):
    return program.journal.night(evening())


def test_a_note_is_kept_when_a_bar_is_clicked_at_once(program):
    write(program, "Note on this night", "typed in a hurry")
    click_at(program.window, "Sore muscles the next day, 0 to 10", 0.5)

    assert night(program).note == "typed in a hurry"
    assert night(program).soreness is not None


def test_a_note_on_a_cramp_is_kept_when_its_pain_is_clicked_at_once(program):
    click(program.window, "More about this cramp")
    write(program, "Note on this cramp", "both calves at once")
    click_at(program.window, "How strong was the pain, 0 to 10", 0.8)

    assert night(program).episodes[0].note == "both calves at once"
    assert night(program).episodes[0].pain > 5


def test_a_note_goes_on_being_typed_while_something_else_is_saved(program):
    write(program, "Note on this night", "first")
    program.journal.save_night(night(program), "nothing")
    step = program.journal.day(evening())
    program.journal.save_day(step.without("water"), "nothing")
    QTest.keyClicks(named(program.window, "Note on this night"), " and second")
    program.window.stack.currentWidget().finish()

    assert night(program).note == "first and second"


def test_an_amount_is_not_put_back_by_a_note_that_is_saved_meanwhile(program):
    step_up(program.window, "Water", times=2)
    write(program, "Note on this night", "and this")
    step_up(program.window, "Coffee and tea")
    program.window.stack.currentWidget().finish()

    day = program.journal.day(evening())
    assert (day.amount("water"), day.amount("caffeine")) == (500, 1)
    assert night(program).note == "and this"


def test_an_amount_being_typed_is_not_written_over(program):
    box = named(program.window, "Water")
    reveal(box)
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    QTest.keyClick(box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(box, "750")
    program.journal.save_night(cramp_night(evening(), pain=9), "elsewhere")
    press(program.window, Qt.Key.Key_Tab)
    program.window.stack.currentWidget().finish()

    assert program.journal.day(evening()).amount("water") == 750


def test_the_second_cramp_begins_with_nothing_answered(program):
    click(program.window, "More about this cramp")
    type_into(program.window, "Exact minutes", "7")
    type_into(program.window, "Exact time it began", "0230")
    assert (night(program).episodes[0].minutes, night(program).episodes[0].minutes_exact) == (7, True)

    click(program.window, "+ another cramp")
    click(program.window, "More about this cramp")
    assert named(program.window, "Exact minutes", QSpinBox).text() == "not answered"
    for name in ("Exact minutes", "Exact time it began"):
        field = named(program.window, name)
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Tab)

    assert (night(program).episodes[1].minutes, night(program).episodes[1].began) == (None, None)


def test_what_was_chosen_as_a_band_is_not_shown_as_exact(program):
    click(program.window, "How long, minutes: 1–5 min")
    click(program.window, "More about this cramp")

    assert night(program).episodes[0].minutes == 3
    assert named(program.window, "Exact minutes", QSpinBox).text() == "not answered"
    assert named(program.window, "Exact time it began", QTimeEdit).time().hour() == 0


def test_exact_minutes_can_be_taken_back(program):
    click(program.window, "More about this cramp")
    type_into(program.window, "Exact minutes", "6")
    type_into(program.window, "Exact minutes", "0")

    assert (night(program).episodes[0].minutes, night(program).episodes[0].minutes_exact) == (None, False)


def test_a_tab_clicked_while_a_note_waits_turns_to_that_cramp(program):
    click(program.window, "+ another cramp")
    click(program.window, "More about this cramp")
    write(program, "Note on this cramp", "the second")
    click(program.window, "Cramp 1")

    assert [each.note for each in night(program).episodes] == ["", "the second"]
    assert named(program.window, "Note on this cramp").toPlainText() == ""


def test_another_cramp_shows_the_legs(program):
    click(program.window, "More about this cramp")
    program.window.resize(1024, 640)
    click(program.window, "+ another cramp")
    page = program.window.stack.currentWidget()
    legs = page._night_form.episode_form.legs
    top = legs.mapTo(page.viewport(), legs.rect().topLeft()).y()

    assert 0 <= top < page.viewport().height() // 2
