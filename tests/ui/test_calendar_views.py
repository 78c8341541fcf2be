"""The year at a glance and the month: reaching each night by mouse, keyboard and screen reader."""

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolTip

from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening, quiet_night
from tests.ui.hands import click, enabled, named, press, says, texts

LAST_NIGHT = evening()  # Tuesday 3 November 2026
NIGHTS = (
    cramp_night(date(2024, 12, 30), pain=9),
    cramp_night(date(2026, 10, 31), pain=8),
    quiet_night(date(2026, 11, 1)),
    cramp_night(LAST_NIGHT, pain=4),
)
offscreen_warns = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # of popups
THE_YEAR, THE_MONTH = "The nights of 2026", "The nights of November 2026"


@pytest.fixture
def window(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(Records(NIGHTS), "some nights")
    return open_program(page="calendar").window


@pytest.fixture
def year(window):
    return named(window, THE_YEAR)


@pytest.fixture
def month(window):
    click(window, "Show as: Month")
    return named(window, THE_MONTH)


def middle(nights, on):
    return nights.places[on].center().toPoint()


def click_night(nights, on):
    QTest.mouseClick(nights, Qt.MouseButton.LeftButton, pos=middle(nights, on))


def keys(nights, *pressed):
    nights.setFocus()
    for key in pressed:
        QTest.keyClick(nights, key)
    return nights.chosen


def spoken(widget, kind=QAccessible.Text.Description):
    return QAccessible.queryAccessibleInterface(widget).text(kind)


def test_the_calendar_opens_with_this_year_at_last_night(window, year):
    assert year.chosen == LAST_NIGHT
    assert says(window, "Night of Tuesday 3 to Wednesday 4 November: 1 cramp, pain 4, left calf")


def test_the_year_counts_its_nights_up_to_last_night(window, year):
    assert {"2 nights with a cramp", "1 quiet night", "304 not recorded"} <= set(texts(window))


def test_every_night_up_to_last_night_has_a_place_of_its_own(year):
    places = list(year.places.values())

    assert len(places) == 307
    assert max(year.places) == LAST_NIGHT
    assert len({place.topLeft().toTuple() for place in places}) == len(places)


def test_a_click_on_a_night_opens_it(window, year):
    click_night(year, date(2026, 10, 31))

    assert says(window, "Night of Saturday 31 October to Sunday 1 November")


def test_a_night_still_to_come_cannot_be_opened(window, year):
    QTest.mouseClick(year, Qt.MouseButton.LeftButton, pos=year.rect().bottomRight() - QPoint(4, 4))

    assert window.page_id == "calendar"


@pytest.mark.parametrize(
    ("key", "reached"),
    [
        (Qt.Key.Key_Left, date(2026, 11, 2)),
        (Qt.Key.Key_Right, LAST_NIGHT),
        (Qt.Key.Key_Up, date(2026, 10, 3)),
        (Qt.Key.Key_Home, date(2026, 11, 1)),
        (Qt.Key.Key_End, LAST_NIGHT),
        (Qt.Key.Key_PageUp, date(2025, 11, 3)),
    ],
)
def test_keys_move_over_the_year(year, key, reached):
    assert keys(year, key) == reached


def test_in_a_shorter_month_the_last_night_is_reached(year):
    assert keys(year, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Up) == date(2026, 9, 30)


def test_enter_opens_the_night_of_the_keyboard(window, year):
    keys(year, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Return)

    assert says(window, "Night of Sunday 1 to Monday 2 November")


def test_a_screen_reader_is_told_the_night_of_the_keyboard(year):
    keys(year, Qt.Key.Key_Left)

    assert spoken(year) == "Night of Monday 2 to Tuesday 3 November: Not recorded"
    assert spoken(year, QAccessible.Text.Name) == THE_YEAR


@offscreen_warns
def test_a_hint_tells_the_night_beneath_the_mouse(year):
    place = middle(year, date(2026, 10, 31))

    QApplication.sendEvent(year, QHelpEvent(QHelpEvent.Type.ToolTip, place, year.mapToGlobal(place)))

    assert QToolTip.text() == "Night of Saturday 31 October to Sunday 1 November: 1 cramp, pain 8, left calf"
    QToolTip.hideText()


def test_the_arrows_lead_to_other_years_as_far_as_there_is_something_to_fill_in(window, year):
    for _ in range(3):
        click(window, "The year before")

    assert year.period.first == date(2023, 1, 1)
    assert not enabled(window, "The year before")


def test_today_leads_back_to_last_night(window, year):
    click(window, "The year before")
    assert "2025" in texts(window)

    click(window, "Go to last night")

    assert year.chosen == LAST_NIGHT
    assert not enabled(window, "The year after")


def test_from_right_to_left_the_left_key_leads_on(year):
    year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert keys(year, Qt.Key.Key_Right) == date(2026, 11, 2)


def test_from_right_to_left_the_first_night_of_a_month_lies_on_the_right(year):
    year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    assert year.places[date(2026, 10, 1)].x() > year.places[date(2026, 10, 31)].x() >= 0


def test_weeks_begin_as_the_language_has_it(open_program, journal_path, month):
    monday_first = month.places[date(2026, 11, 1)].x()
    window = open_program(page="calendar", language="en_US").window
    click(window, "Show as: Month")

    assert monday_first > 0
    assert named(window, THE_MONTH).places[date(2026, 11, 1)].x() == 0


def test_the_month_shows_the_night_chosen_in_the_year(window, year):
    keys(year, Qt.Key.Key_Up)

    click(window, "Show as: Month")

    assert named(window, "The nights of October 2026").chosen == date(2026, 10, 3)


@pytest.mark.parametrize(
    ("key", "reached"),
    [
        (Qt.Key.Key_Up, date(2026, 10, 27)),
        (Qt.Key.Key_Home, date(2026, 11, 2)),
        (Qt.Key.Key_PageUp, date(2026, 10, 3)),
    ],
)
def test_keys_move_over_the_month(month, key, reached):
    assert keys(month, key) == reached


def test_the_month_turns_with_the_keyboard(window, month):
    keys(month, Qt.Key.Key_PageUp)

    assert "October 2026" in texts(window)


def test_a_click_on_a_day_of_the_month_opens_its_night(window, month):
    click_night(month, date(2026, 11, 1))

    assert says(window, "Night of Sunday 1 to Monday 2 November")


def test_the_chosen_way_stays_while_other_pages_are_shown(window, month):
    window.show_page("about")
    window.show_page("calendar")

    assert named(window, THE_MONTH).isVisible()


def test_a_chosen_way_cannot_be_taken_back(window, month):
    click(window, "Show as: Month")

    assert named(window, THE_MONTH).isVisible()


def test_the_delete_key_deletes_the_night_of_the_keyboard(window, year):
    keys(year, Qt.Key.Key_Delete)

    assert says(window, "Night of 3 November 2026 deleted.")
    assert "305 not recorded" in texts(window)


def test_undo_brings_it_back_to_the_year(window, year):
    keys(year, Qt.Key.Key_Delete)

    press(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert "304 not recorded" in texts(window)


@offscreen_warns
def test_the_menu_of_a_night_opens_it(window, year):
    ask_menu(year, date(2026, 11, 1))

    menu = window.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()

    assert says(window, "Night of Sunday 1 to Monday 2 November")


def ask_menu(nights, on):
    place = middle(nights, on)
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(nights, QContextMenuEvent(reason, place, nights.mapToGlobal(place)))


def test_an_empty_calendar_leads_to_last_night(open_program):
    window = open_program(page="calendar").window

    click(window, "Record last night")

    assert window.page_id == "night"
