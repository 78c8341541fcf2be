"""An answer about the day that could not be saved stays, is told as not saved, and is tried again."""

import os

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from tests.builders import evening
from tests.ui.hands import click, named, press, says, step_up, texts

NOT_SAVED = "Not saved yet."


@pytest.fixture
def program(open_program):
    return open_program()


@pytest.fixture
def lost(program, journal_path):
    """Type an answer while the journal is away; return the way to bring the journal back."""
    away = journal_path.with_suffix(".gone")
    program.journal.open()
    os.replace(journal_path, away)
    step_up(program.window, "Water", times=2)
    press(program.window, Qt.Key.Key_Tab)
    return lambda: os.replace(away, journal_path)


def notes(window):
    """Return how often an answer is told as not saved."""
    return [text for text in texts(window) if text.startswith(NOT_SAVED)]


def water(program):
    return program.journal.day(evening()).amount("water")


@pytest.mark.usefixtures("lost")
def test_what_was_typed_stays_with_the_words_that_it_is_not_saved(program):
    box = named(program.window, "Water")

    assert box.text() == "500 ml"
    assert len(notes(program.window)) == 1
    assert box.accessibleDescription().startswith(NOT_SAVED)


@pytest.mark.usefixtures("lost")
def test_the_words_stand_beside_the_answer_they_are_about(program):
    note = next(label for label in program.window.findChildren(QLabel) if label.text().startswith(NOT_SAVED))

    assert named(program.window, "Water") in note.parent().findChildren(type(named(program.window, "Water")))


def test_it_is_saved_with_the_next_answer(program, lost):
    lost()

    step_up(program.window, "Alcohol")
    press(program.window, Qt.Key.Key_Tab)

    assert notes(program.window) == []
    assert water(program) == 500


def test_it_is_saved_with_the_next_change_of_any_kind(program, lost):
    lost()

    click(program.window, "Quiet night")

    assert notes(program.window) == []
    assert water(program) == 500


@pytest.mark.usefixtures("lost")
def test_a_second_answer_that_is_refused_is_told_too(program):
    step_up(program.window, "Alcohol")
    press(program.window, Qt.Key.Key_Tab)

    assert len(notes(program.window)) == 2
    assert (named(program.window, "Water").text(), water(program)) == ("500 ml", None)


@pytest.mark.usefixtures("lost")
def test_escape_puts_back_what_was_saved(program):
    named(program.window, "Water").setFocus()
    press(program.window, Qt.Key.Key_Escape)

    assert named(program.window, "Water").text() == "not answered"
    assert notes(program.window) == []


@pytest.mark.usefixtures("lost")
def test_what_was_put_back_is_not_tried_again(program, lost):
    named(program.window, "Water").setFocus()
    press(program.window, Qt.Key.Key_Escape)
    lost()

    click(program.window, "Quiet night")

    assert water(program) is None


@pytest.mark.usefixtures("lost")
def test_it_waits_while_another_night_is_shown(program):
    click(program.window, "The night before")
    assert notes(program.window) == []

    click(program.window, "The night after")

    assert named(program.window, "Water").text() == "500 ml"
    assert len(notes(program.window)) == 1


def test_it_is_saved_when_the_window_is_closed(program, lost, open_program):
    lost()
    program.window.close()

    assert not says(open_program.again().window, NOT_SAVED)
    assert named(open_program.again().window, "Water").text() == "500 ml"
