"""A day that is typed and left is that day; one that cannot be read is told, and the former one holds."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from journal_app.store.journal_store import JournalStore
from journal_app.ui.day_field import DayField
from journal_app.ui.medicine_dialog import MedicineDialog
from tests.ui.hands import click, in_dialog, named, says, type_into

TODAY = date(2026, 11, 4)
CTRL = Qt.KeyboardModifier.ControlModifier

# of the platform without a screen: the sentence and the calendar are windows of their own
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def window(open_program):
    return lambda **chosen: open_program(page="report", **chosen).window


@pytest.fixture
def appointment(window):
    def opened(**chosen):
        shown = window(**chosen)
        boxes = [box for box in shown.findChildren(QCheckBox) if box.isVisible()]
        words = "Ich habe einen Termin am" if chosen.get("language") == "de" else "I have an appointment on"
        box = next(each for each in boxes if each.text() == words)
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        return next(each for each in shown.findChildren(DayField) if each.isVisible() and each.isEnabled())

    return opened


def tab_in_and_type(field, text):
    field.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    ("language", "typed", "day"),
    [
        ("en_GB", "01/03/2020", date(2020, 3, 1)),
        ("en_GB", "15 Oct 2026", date(2026, 10, 15)),
        ("en_GB", "1 Sep 2026", date(2026, 9, 1)),
        ("en_US", "01/03/2027", date(2027, 1, 3)),
        ("de", "1.3.2027", date(2027, 3, 1)),
    ],
)
def test_a_day_typed_and_left_by_tab_is_that_day(appointment, language, typed, day):
    field = appointment(language=language)

    tab_in_and_type(field, typed)

    assert (field.day, field.fault) == (day, "")


def test_a_day_typed_over_all_that_was_there_is_kept_in_the_journal(appointment, open_program, journal_path):
    field = appointment()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, CTRL)
    QTest.keyClicks(field, "1 Mar 2027")
    QTest.keyClick(field, Qt.Key.Key_Tab)

    assert field.text() == "1 Mar 2027"
    open_program.close()
    with JournalStore.open(journal_path, read_only=True) as store:
        assert store.appointment().day == date(2027, 3, 1)


def test_what_cannot_be_read_stays_and_is_told_and_the_former_day_holds(appointment):
    field = appointment()
    former = field.day

    tab_in_and_type(field, "1 Mrch 2027")

    assert (field.text(), field.day) == ("1 Mrch 2027", former)
    assert "cannot be read as a day" in field.accessibleDescription()


def test_what_is_mended_is_told_no_more(appointment):
    field = appointment()
    tab_in_and_type(field, "1 Mrch 2027")

    tab_in_and_type(field, "1 March 2027")

    assert (field.day, field.accessibleDescription(), field.toolTip()) == (date(2027, 3, 1), "", "")


def test_the_arrow_keys_step_by_a_day_and_the_page_keys_by_a_month(appointment):
    field = appointment()
    tab_in_and_type(field, "31 Jan 2027")

    QTest.keyClick(field, Qt.Key.Key_PageUp)
    assert field.day == date(2027, 2, 28)
    QTest.keyClick(field, Qt.Key.Key_Up)

    assert field.text() == "1 Mar 2027"


def test_the_calendar_opens_by_the_keyboard(appointment):
    field = appointment()
    tab_in_and_type(field, "15 Mar 2027")

    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    days = QApplication.activePopupWidget()
    QTest.keyClick(QApplication.focusWidget() or days, Qt.Key.Key_Escape)

    assert days is not None
    assert field.day == date(2027, 3, 15)


def test_a_medicine_with_a_day_that_cannot_be_read_is_not_kept(open_program, journal_path):
    def enter(dialog):
        type_into(dialog, "Name", "Tablet")
        box = next(each for each in dialog.findChildren(QCheckBox) if each.text() == "since")
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Space)
        since = named(dialog, "since", DayField)
        tab_in_and_type(since, "5/11/2026")
        click(dialog, "Keep")
        assert says(dialog, "The latest day here is 4 November 2026.")
        tab_in_and_type(since, "3/11/2026")
        click(dialog, "Keep")

    with in_dialog(enter, MedicineDialog):
        click(open_program(page="about").window, "Add a medicine or supplement")

    with JournalStore.open(journal_path, read_only=True) as store:
        assert store.medicines()[0].periods[0].start == TODAY - timedelta(days=1)
