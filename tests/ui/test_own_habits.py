"""The list of habits in Settings: renamed, moved, put on and taken off the form, and never an answer lost."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from journal_app.journal.habit import Habit, HabitKind, habits_offered
from journal_app.store.journal_store import JournalStore
from journal_app.ui.habit_line import HabitLine
from tests.builders import day, evening, quiet_night
from tests.ui.hands import click, enabled, in_dialog, named, press, says, texts, type_into

CTRL = Qt.KeyboardModifier.ControlModifier
SAUNA = Habit("own_sauna", "Sauna", HabitKind.YES_NO, own=True)


@pytest.fixture
def program(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.replace_habits((SAUNA,))
        for back in range(3):
            store.save_night(quiet_night(evening(back)))
        store.save_day(day(own_sauna=1, water=500))
    return open_program(page="settings")


def asked(program):
    """Return the names of the habits the form asks about, in its order."""
    return [line.name for line in program.window.findChildren(HabitLine) if shown_on_form(line)]


def shown_on_form(line):
    return line.isVisible() and not line.habit.hidden


def rename(window, habit, name):
    click(window, f"Rename {habit}")
    press(window, Qt.Key.Key_Delete)
    type_into(window, f"New name of {habit}", name)
    click(window, "Keep the new name")


def test_a_renamed_habit_has_its_new_name_on_the_form_with_the_answer_given(program):
    rename(program.window, "Sauna", "Banya <b>")

    click(program.window, "Last night")

    assert named(program.window, "Banya <b>: yes").isChecked()


def test_a_name_is_kept_with_enter_and_left_with_escape(program):
    click(program.window, "Rename Sauna")
    press(program.window, Qt.Key.Key_X)
    press(program.window, Qt.Key.Key_Escape)
    assert "Sauna" in texts(program.window)

    press(program.window, Qt.Key.Key_Space)
    press(program.window, Qt.Key.Key_X)
    press(program.window, Qt.Key.Key_Return)

    assert ("x" in texts(program.window), "Sauna" in texts(program.window)) == (True, False)


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("", "Please type a name"),
        ("   ", "Please type a name"),
        ("alcohol", "“alcohol” is on your list already"),
        ("Cold feet in bed", "“Cold feet in bed” is on your list already"),
        ("y" * 61, "has 61 letters; please use at most"),
    ],
)
def test_a_name_that_cannot_be_is_refused_beside_the_field_and_can_be_mended(program, name, why):
    rename(program.window, "Sauna", name)
    field = named(program.window, "New name of Sauna", QLineEdit)

    assert says(program.window, why)
    assert field.text() == name
    assert why in field.accessibleDescription()
    assert not program.journal.undo_stack.canUndo()


def test_a_name_that_is_taken_is_not_added_again(program):
    type_into(program.window, "Name of a habit of my own", "sauna ")
    click(program.window, "Add this habit")

    assert says(program.window, "“sauna” is on your list already; please choose another name.")


def test_the_same_name_in_other_letters_is_a_name_too(program):
    rename(program.window, "Sauna", "SAUNA")

    assert "SAUNA" in texts(program.window)


def test_a_habit_is_moved_by_its_button_and_stands_there_on_the_form(program):
    before = asked(program)
    click(program.window, f"Move {before[1]} up")

    assert asked(program) == [before[1], before[0], *before[2:]]
    assert [habit.id for habit in program.journal.habits()][1] == "own_sauna"


def test_the_keyboard_stays_on_the_button_that_moves(program):
    press_on(program, f"Move {asked(program)[0]} down")
    for _ in range(3):
        press(program.window, Qt.Key.Key_Space)

    assert asked(program)[3] == "Sauna"


def test_at_the_end_the_keyboard_is_on_the_way_back(program):
    last = asked(program)[-2]
    press_on(program, f"Move {last} down")
    press(program.window, Qt.Key.Key_Space)

    assert not enabled(program.window, f"Move {last} down")
    assert program.window.focusWidget() is named(program.window, f"Move {last} up")


def press_on(program, name):
    named(program.window, name).setFocus()


def test_each_change_is_undone_and_told_in_words(program):
    rename(program.window, "Sauna", "Banya")
    click(program.window, "Move Banya down")
    click(program.window, "Banya")
    told = []

    def read(dialog):
        told.extend(dialog.list.model().index(row, 0).data() for row in range(3))
        click(dialog, "Close")

    with in_dialog(read):
        press(program.window, Qt.Key.Key_H, CTRL)
    for _ in range(3):
        press(program.window, Qt.Key.Key_Z, CTRL)

    assert [line[7:] for line in told] == [
        "Banya taken off the form",
        "Banya moved down",
        "Sauna renamed to Banya",
    ]
    assert asked(program)[0] == "Sauna"


def test_names_and_order_are_there_after_reopening(program, open_program):
    rename(program.window, "Sauna", "Banya")
    click(program.window, "Move Banya down")
    expected = asked(program)

    again = open_program.again()

    assert asked(again) == expected
    assert expected[1] == "Banya"


def test_a_habit_taken_off_the_form_keeps_its_answers(program):
    click(program.window, "Sauna")
    click(program.window, "Sauna")

    click(program.window, "Last night")

    assert named(program.window, "Sauna: yes").isChecked()


def test_a_change_that_cannot_be_saved_is_not_shown(open_program, journal_path, program):
    program = open_program(page="settings", read_only=True)
    before = asked(program)

    click(program.window, "Move Sauna down")

    assert asked(program) == before
    assert says(program.window, "open to read only")


def test_the_form_offers_the_list_in_its_order(program):
    offered = habits_offered(program.window.stack.currentWidget().surroundings.knowledge.habits, (SAUNA,))

    assert asked(program) == [habit.label for habit in offered if not habit.hidden]
