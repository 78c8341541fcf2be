"""The calendar: finding a night, opening it, deleting it and bringing it back."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableView

from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening, quiet_night
from tests.ui.hands import click, enabled, named, press, says, texts, type_into

NOTE = "<b>bold</b> & <img src=x>"
NIGHTS = (
    cramp_night(evening(5), muscle="shin", pain=8),
    quiet_night(evening(3)),
    cramp_night(evening(), note=NOTE),
)


@pytest.fixture
def window(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(Records(NIGHTS), "three nights")
    return open_program(page="calendar").window


@pytest.fixture
def table(window):
    click(window, "Show as: Table")
    return named(window, "Nights", QTableView)


@pytest.fixture
def kept(journal_path):
    def read(on):
        with JournalStore.open(journal_path, read_only=True) as store:
            return store.night(on)

    return read


def column(table, number):
    return [table.model().index(row, number).data() for row in range(table.model().rowCount())]


def choose(table, row):
    place = table.visualRect(table.model().index(row, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click_heading(table, number):
    heading = table.horizontalHeader()
    place = QPoint(heading.sectionViewportPosition(number) + 20, heading.height() // 2)
    QTest.mouseClick(heading.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_gaps_are_rows_too_and_are_counted(window, table):
    assert column(table, 1).count("Not recorded") == 3
    assert "6 nights shown" in texts(window)


def test_typing_finds_at_once(window, table):
    type_into(window, "Search the nights", "left shin")

    assert column(table, 1) == ["1 cramp, pain 8"]
    assert "1 night shown" in texts(window)


def test_a_word_of_a_note_is_found_as_it_was_typed(window, table):
    type_into(window, "Search the nights", "<b>bold</b>")

    assert column(table, 5) == [NOTE]


def test_one_state_can_be_shown_and_all_again(window, table):
    click(window, "Show only: quiet")
    assert column(table, 1) == ["Quiet night"]

    click(window, "Show only: quiet")

    assert len(column(table, 1)) == 6


def test_a_click_on_a_heading_sorts(table):
    click_heading(table, 2)
    click_heading(table, 2)

    assert [pain for pain in column(table, 2) if pain] in (["8", "5"], ["5", "8"])


def test_enter_opens_the_chosen_night(window, table):
    choose(table, 5)

    QTest.keyClick(table, Qt.Key.Key_Return)

    assert says(window, "Night of Thursday 29 to Friday 30 October")


def test_a_gap_is_opened_to_be_filled(window, table):
    choose(table, 1)

    click(window, "Open")

    assert says(window, "This night is not recorded yet")


def test_a_deleted_night_is_brought_back_by_undo(window, table, kept):
    choose(table, 0)
    click(window, "Delete the chosen night")
    assert kept(evening()) is None
    assert says(window, "It can be brought back for 30 days.")

    click(window, "Undo")

    assert kept(evening()) == NIGHTS[-1]
    assert "1 cramp, pain 5" in column(table, 1)


def test_a_night_is_deleted_by_key_and_brought_back_by_key(window, table, kept):
    choose(table, 0)

    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert kept(evening()) is None
    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert kept(evening()) == NIGHTS[-1]


def test_a_gap_cannot_be_deleted(window, table):
    choose(table, 1)

    assert not enabled(window, "Delete the chosen night")


def test_an_empty_calendar_says_how_to_begin(open_program):
    window = open_program(page="calendar").window

    assert says(window, "No night is recorded yet. Begin with last night: it takes one click.")


def test_control_f_leads_to_the_search(window, table):
    table.setFocus()

    press(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert window.focusWidget().accessibleName() == "Search the nights"
