"""Narrowing the table of nights by muscle, pain, medicine and habit."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QTableView

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, day, evening, quiet_night
from tests.ui.hands import click, named, says, type_into

NIGHTS = (
    cramp_night(evening(3), muscle="shin", pain=8),
    quiet_night(evening(2)),
    cramp_night(evening(1), muscle="calf", pain=3),
    cramp_night(evening(), muscle="calf", pain=6),
)
DAYS = (day(evening(3), alcohol=2), day(evening(2), alcohol=0), day(evening(1), alcohol=1))
TABLET = Medicine("m", "Ramipril", (DosePeriod(evening(1), None),))


@pytest.fixture
def window(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(Records(NIGHTS, DAYS, (TABLET,)), "four nights")
    window = open_program(page="calendar").window
    click(window, "Show as: Table")
    click(window, "Filters …")
    return window


def choose(window, name, words):
    """Choose from a list with the arrow keys."""
    choice = named(window, name, QComboBox)
    choice.setFocus()
    for _ in range(choice.findText(words)):
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == words


def states(window):
    model = named(window, "Nights", QTableView).model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_a_muscle_keeps_its_nights(window):
    choose(window, "Muscle", "calf")

    assert states(window) == ["1 cramp, pain 6", "1 cramp, pain 3"]


def test_only_muscles_that_occur_are_offered(window):
    choice = named(window, "Muscle", QComboBox)

    assert [choice.itemText(place) for place in range(choice.count())] == ["any", "calf", "shin"]


def test_a_least_pain_keeps_what_hurt_as_much(window):
    choose(window, "Worst pain", "6 or more")

    assert states(window) == ["1 cramp, pain 6", "1 cramp, pain 8"]


def test_a_medicine_keeps_the_nights_it_was_taken(window):
    choose(window, "Taken that day", "Ramipril")

    assert len(states(window)) == 2


def test_a_habit_keeps_the_days_it_was_answered_and_then_how(window):
    choose(window, "Habit that day", "Alcohol")
    assert len(states(window)) == 3

    choose(window, "How much of it", "no, or none")

    assert states(window) == ["Quiet night"]


def test_choices_and_words_hold_together(window):
    choose(window, "Muscle", "calf")
    type_into(window, "Search the nights", "monday")

    assert states(window) == ["1 cramp, pain 3"]


def test_the_button_tells_how_many_choices_are_made(window):
    choose(window, "Muscle", "calf")

    assert says(window, "Filters (1) …")


def test_all_is_shown_again_with_one_click(window):
    choose(window, "Muscle", "calf")

    click(window, "Take back all filters")

    assert len(states(window)) == 4
    assert says(window, "4 nights shown")


def test_it_is_said_when_nothing_fits(window):
    type_into(window, "Search the nights", "no such word")

    assert says(window, "No night fits what you are looking for.")


def test_a_night_deleted_meanwhile_fits_no_more(window):
    choose(window, "Muscle", "shin")

    QTest.keyClick(named(window, "Nights", QTableView), Qt.Key.Key_Down)
    click(window, "Delete the chosen night")

    assert states(window) == []
