"""What stands in a field can be read whole, in every language there is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QStyle,
    QStyleOptionComboBox,
    QTableView,
)

from journal_app.journal.night import Episode, Leg, Night
from journal_app.language import available_languages
from journal_app.store.journal_store import JournalStore
from tests.builders import evening
from tests.ui.hands import click
from tests.ui.places import PAGES, open_place, write_journal

each_language = pytest.mark.parametrize("language", available_languages())


@pytest.fixture
def page(open_program, journal_path, qtbot):
    def opened(name, filled=True, **chosen):
        if filled:
            write_journal(journal_path)
        if not filled:
            return open_program(page=name, **chosen).window
        return open_place(open_program, name, **chosen).window()

    return opened


@each_language
@pytest.mark.parametrize("name", [name for name in PAGES if name != "calendar"])
def test_what_stands_in_a_field_is_not_cut(page, name, language):
    window = page(name, language=language)

    assert [told for field in fields(window) if (told := cut(field))] == []


@each_language
def test_the_order_of_the_table_is_not_cut(page, open_program, language):
    window = page("calendar", language=language)
    surroundings = window.stack.currentWidget().surroundings
    click(window, f"{surroundings.tr('Show as')}: {surroundings.tr('Table')}")
    open_program.settle()

    assert [told for field in fields(window) if (told := cut(field))] == []


@each_language
def test_that_a_question_is_not_answered_is_not_cut(page, language):
    window = page("night", filled=False, language=language)
    QApplication.processEvents()

    assert len(fields(window)) > 5
    assert [told for field in fields(window) if (told := cut(field))] == []


def fields(window):
    found = window.findChildren(QAbstractSpinBox) + window.findChildren(QComboBox)
    return [field for field in found if field.isVisible()]


def cut(field):
    """Tell what does not fit, nothing if all does."""
    text, room = (field.currentText(), edit_room(field)) if isinstance(field, QComboBox) else shown(field)
    needed = field.fontMetrics().size(Qt.TextFlag.TextSingleLine, text).width()
    return "" if needed <= room else f"{text!r} needs {needed}, has {room}"


def shown(field):
    return field.text(), field.lineEdit().width()


def edit_room(field):
    option = QStyleOptionComboBox()
    field.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    return field.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, field).width()


@each_language
def test_two_cramps_in_both_legs_can_be_read_in_the_table(open_program, journal_path, language):
    cramps = tuple(Episode(leg, "calf", 6, minutes=3) for leg in (Leg.LEFT, Leg.RIGHT))
    with JournalStore.create(journal_path) as store:
        store.save_night(Night(evening(), cramps))
    window = open_program(page="calendar", language=language).window
    surroundings = window.stack.currentWidget().surroundings
    click(window, f"{surroundings.tr('Show as')}: {surroundings.tr('Table')}")
    open_program.settle()
    table = window.findChild(QTableView)
    cells = [table.model().index(0, column) for column in range(table.model().columnCount())]

    assert [c.data() for c in cells if table.sizeHintForIndex(c).width() > table.visualRect(c).width()] == []
