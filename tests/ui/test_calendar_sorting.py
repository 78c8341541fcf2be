"""The table of nights is sorted without a mouse too, and always says how."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QTableView

from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from journal_app.ui.night_list import NightList
from tests.builders import cramp_night, evening
from tests.ui.hands import click, named, press
from tests.ui.test_calendar import click_heading, column

CTRL = Qt.KeyboardModifier.ControlModifier
NIGHTS = (
    cramp_night(evening(2), pain=8, minutes=2),
    cramp_night(evening(1), pain=2, minutes=9, muscle="shin"),
    cramp_night(evening(), pain=5, minutes=4, note="woken"),
)


@pytest.fixture
def window(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(Records(NIGHTS), "three nights")
    window = open_program(page="calendar").window
    click(window, "Show as: Table")
    return window


def order(window):
    return named(window, "Sort by", QComboBox)


def pains(window):
    return column(named(window, "Nights", QTableView), 2)


def test_a_key_leads_to_the_order_and_the_arrows_change_it(window):
    press(window, Qt.Key.Key_S, CTRL)
    assert window.focusWidget() is order(window)

    press(window, Qt.Key.Key_Down)

    assert order(window).currentText() == "Night, oldest first"
    assert pains(window) == ["8", "2", "5"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Worst pain, highest first", ["8", "5", "2"]),
        ("Worst pain, lowest first", ["2", "5", "8"]),
        ("Minutes, longest first", ["2", "5", "8"]),
        ("Night, newest first", ["5", "2", "8"]),
        ("Where, A to Z", ["5", "8", "2"]),
        ("Note, Z to A", ["5", "2", "8"]),
    ],
)
def test_each_order_is_told_in_words(window, words, expected):
    order(window).setCurrentText(words)

    assert pains(window) == expected


def test_a_click_on_a_heading_is_told_too(window):
    click_heading(named(window, "Nights", QTableView), 3)

    assert order(window).currentText().startswith("Minutes, ")


def test_the_current_night_stays_current(window):
    nights = window.findChild(NightList)
    nights.go_to(evening(1))

    order(window).setCurrentText("Worst pain, lowest first")

    assert nights.current == evening(1)


def test_the_key_leads_there_from_the_year_as_well(window):
    click(window, "Show as: Year")

    press(window, Qt.Key.Key_S, CTRL)

    assert window.focusWidget() is order(window)
