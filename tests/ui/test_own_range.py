"""A range of one's own: two days chosen by hand, which every page then looks at."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QTableView

from journal_app.store.journal_store import JournalStore
from journal_app.ui.day_field import DayField
from journal_app.ui.range_chips import RangeChips
from tests.builders import evening, records_of
from tests.ui.hands import click, named, press, reveal, says, texts
from tests.ui.test_layout import ROUNDS, is_cut, overlaps, text_widgets

OWN = "Range: From … to …"


@pytest.fixture
def program(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(records_of("oo#" * 20), "sixty nights")
    opened = open_program(page="trends")
    open_program.settle()
    return opened


@pytest.fixture
def trends(program, open_program):
    page = program.window.stack.currentWidget()
    click(page, OWN)
    open_program.settle()
    return page


def field(page, name):
    return named(page, f"Range: {name}")


def shown(page):
    return tuple(field(page, name).day for name in ("from", "to"))


def type_day(page, name, text):
    """Come into a field by the Tab key, which marks its day, and type over it."""
    edit = field(page, name)
    reveal(edit)
    edit.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(edit, text.replace(" ", ""))  # each part, once complete, leads on to the next
    QTest.keyClick(edit, Qt.Key.Key_Return)


def test_it_begins_with_the_recorded_nights_that_are_shown(trends):
    assert shown(trends) == (evening(59), evening())


def test_a_day_without_nights_becomes_the_first_or_the_last_night(trends):
    type_day(trends, "from", "01 Jan 2026")
    type_day(trends, "to", "24 Dec 2026")

    assert shown(trends) == (evening(59), evening())


def test_the_days_are_there_only_while_they_are_chosen(trends, open_program):
    click(trends, "Range: 30 nights")
    open_program.settle()

    assert not [edit for edit in trends.findChildren(DayField) if edit.isVisible()]
    assert says(trends, "30 of 30 nights recorded")


def test_every_chart_tells_of_the_days_that_were_typed(trends, open_program):
    type_day(trends, "from", "01 Oct 2026")
    type_day(trends, "to", "20 Oct 2026")
    open_program.settle()

    assert says(trends, "20 of 20 nights recorded")
    assert says(trends, "Cramps on 7 of 20 recorded nights")


def test_an_end_before_the_beginning_takes_it_along(trends, open_program):
    type_day(trends, "from", "20 Oct 2026")
    type_day(trends, "to", "05 Oct 2026")
    open_program.settle()

    assert shown(trends) == (date(2026, 10, 5), date(2026, 10, 5))
    assert says(trends, "Cramps on")


def test_a_beginning_after_the_end_takes_it_along(trends):
    type_day(trends, "to", "05 Oct 2026")
    type_day(trends, "from", "20 Oct 2026")

    assert shown(trends) == (date(2026, 10, 20), date(2026, 10, 20))


def test_the_keyboard_is_enough(program, open_program):
    page = program.window.stack.currentWidget()
    named(page, OWN).setFocus()
    press(program.window, Qt.Key.Key_Space)
    press(program.window, Qt.Key.Key_Tab)
    assert program.window.focusWidget() is field(page, "from")

    press(program.window, Qt.Key.Key_Up)
    open_program.settle()
    assert shown(page) == (date(2026, 9, 6), evening())
    assert says(page, "59 of 59 nights recorded")


@pytest.mark.qt_log_ignore("This plugin does not support")  # of the platform without a screen
def test_a_day_can_be_picked_from_a_calendar(trends, open_program):
    edit = field(trends, "to")
    reveal(edit)
    click(trends, "Calendar: Range: to")
    days = edit.findChild(QCalendarWidget).findChild(QTableView)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(days, key)
    open_program.settle()

    assert shown(trends) == (evening(59), date(2026, 10, 20))


def test_scrolling_the_page_over_a_day_leaves_it_as_it_is(trends):
    edit = field(trends, "from")
    middle = QPointF(edit.rect().center())
    turned = QWheelEvent(
        middle,
        edit.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(edit, turned)

    assert shown(trends) == (evening(59), evening())


def test_it_stays_when_the_page_is_changed_and_holds_there(trends, program, open_program):
    type_day(trends, "from", "01 Oct 2026")
    open_program.settle()
    for number in (4, 6, 3):
        press(program.window, Qt.Key(ord(str(number))), Qt.KeyboardModifier.ControlModifier)
        open_program.settle()
        page = program.window.stack.currentWidget()

        assert named(page, OWN).isChecked()
        assert shown(page) == (date(2026, 10, 1), evening())


def test_it_stays_when_the_text_grows(trends, program, open_program, qtbot):
    type_day(trends, "from", "01 Oct 2026")
    former = program.window
    program.choose(replace(program.preferences, text_scale=150, page="trends"))
    qtbot.waitUntil(lambda: program.window is not former)
    open_program.settle()

    page = program.window.stack.currentWidget()
    assert shown(page) == (date(2026, 10, 1), evening())


def test_a_range_with_few_nights_says_so_and_not_that_the_journal_is_young(trends, open_program):
    type_day(trends, "from", "30 Oct 2026")
    open_program.settle()

    assert says(trends, "Only 5 nights are recorded in this range.")
    assert not [text for text in texts(trends) if text.startswith("After 14 recorded nights")]


def test_before_the_first_night_there_are_days_to_choose_too(open_program):
    page = open_program(page="trends").window.stack.currentWidget()
    open_program.settle()
    click(page, OWN)
    open_program.settle()

    assert shown(page) == (evening(89), evening())
    assert says(page, "After 14 recorded nights")


@pytest.mark.parametrize("page", ["trends", "patterns", "report"])
@pytest.mark.parametrize(("scale", "chosen"), [(100, "en"), (100, "de"), (200, "en"), (200, "de")])
def test_in_the_smallest_window_nothing_of_it_is_cut(page, scale, chosen, open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(records_of("oo#" * 20), "sixty nights")
    program = open_program(page=page, text_scale=scale, language=chosen)
    program.window.resize(1024, 640)
    shown_page = program.window.stack.currentWidget()
    program.desk.choose_range(program.desk.own_range())
    open_program.settle()
    for _ in range(ROUNDS):
        QApplication.processEvents()

    (ranges,) = shown_page.findChildren(RangeChips)
    assert [told for widget in text_widgets(ranges) if (told := is_cut(widget))] == []
    assert overlaps(ranges) == []
    assert shown_page.horizontalScrollBar().maximum() == 0
    assert all(edit.width() >= edit.sizeHint().width() for edit in ranges.findChildren(DayField))
