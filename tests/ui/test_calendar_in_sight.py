"""Where the year or the month is higher than the window, the chosen night is what one sees of it."""

from datetime import date

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication

from journal_app.ui.night_field import NightField
from tests.ui.hands import click, named, press
from tests.ui.places import write_journal
from tests.ui.test_layout import LARGEST, ROUNDS, WINDOW

ways = pytest.mark.parametrize("way", ["Year", "Month"])


@pytest.fixture
def window(open_program, journal_path):
    write_journal(journal_path)
    window = open_program(text_scale=LARGEST).window
    window.resize(WINDOW)
    click(window, "Calendar")
    settle(open_program)
    return window


def settle(open_program):
    open_program.settle()
    for _ in range(ROUNDS):
        QApplication.processEvents()


def field(window):
    page = window.stack.currentWidget()
    return next(each for each in page.findChildren(NightField) if each.isVisible())


def chosen_is_in_sight(window):
    nights = field(window)
    place = nights.places[nights.chosen].toAlignedRect()
    viewport = window.stack.currentWidget().viewport()
    seen = QRect(nights.mapTo(viewport, place.topLeft()), place.size())
    return viewport.rect().contains(seen)


def test_the_year_opens_on_last_night(window):
    assert field(window).chosen == date(2026, 11, 3)
    assert chosen_is_in_sight(window)


@ways
def test_another_way_of_showing_opens_on_the_chosen_night(window, open_program, way):
    click(window, "Show as: Table")
    click(window, f"Show as: {way}")
    settle(open_program)

    assert chosen_is_in_sight(window)


@ways
@pytest.mark.parametrize("key", [Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End])
def test_the_keyboard_keeps_its_night_in_sight(window, open_program, way, key):
    click(window, f"Show as: {way}")
    field(window).setFocus()
    for _ in range(8):
        press(window, key)
    settle(open_program)

    assert chosen_is_in_sight(window)


def test_it_is_in_sight_again_after_another_page(window, open_program):
    click(window, "About me")
    click(window, "Calendar")
    settle(open_program)

    assert chosen_is_in_sight(window)


def test_today_leads_to_last_night(window, open_program):
    click(window, "The year before")
    click(window, "Go to last night")
    settle(open_program)

    assert chosen_is_in_sight(window)


def test_in_a_window_with_room_the_page_stays_at_its_top(open_program, journal_path):
    write_journal(journal_path)
    window = open_program(page="calendar").window
    window.resize(1280, 1000)
    settle(open_program)

    assert window.stack.currentWidget().verticalScrollBar().value() == 0
    assert named(window, "The nights of 2026").isVisible()
