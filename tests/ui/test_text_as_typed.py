"""What a person typed is text everywhere: it is never read as markup."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QLabel, QTableView, QToolTip, QWidget

from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment, Visit
from journal_app.store.journal_store import JournalStore
from journal_app.ui.night_field import NightField
from tests.builders import cramp_night, day, evening
from tests.ui.hands import click, texts
from tests.ui.places import PAGES

MARKED = "<h1>x</h1><img src=file:///etc/hostname>"


@pytest.fixture
def journal(journal_path):
    night = cramp_night(evening(), note=MARKED)
    night = replace(night, episodes=(replace(night.episodes[0], note=MARKED, muscle=MARKED),))
    records = Records(
        (cramp_night(evening(1), note=MARKED), night),
        (day(evening(), own_1=2), day(evening(1), own_1=0)),
        (Medicine("m", MARKED, (DosePeriod(None, None, MARKED),)),),
        Profile(MARKED, other_conditions=MARKED),
        own_habits=(Habit("own_1", MARKED, HabitKind.AMOUNT, own=True, high=10),),
        visits=(Visit("v", evening(3), MARKED, MARKED, MARKED, (MARKED,), MARKED, note=MARKED),),
        appointment=Appointment(evening(-9), (MARKED,)),
    )
    with JournalStore.create(journal_path) as store:
        store.apply(records, "marked")
        store.save_profile(records.profile)
        store.replace_habits(records.own_habits)


@pytest.mark.parametrize("page", PAGES)
def test_no_label_takes_markup_from_the_journal(open_program, journal, page):
    window = open_program(page=page).window
    open_program.settle()

    rich = [label.text() for label in window.findChildren(QLabel) if label.textFormat().name != "PlainText"]

    assert [text for text in rich if "<h1>" in text or "<img" in text] == []


@pytest.mark.parametrize("page", ["night", "about"])
def test_markup_can_be_read_as_it_was_typed(open_program, journal, page):
    window = open_program(page=page).window

    assert any(MARKED in text for text in texts(window))


@pytest.mark.parametrize("page", PAGES)
def test_no_tool_tip_takes_markup_from_the_journal(open_program, journal, page):
    window = open_program(page=page).window
    open_program.settle()

    tips = [each.toolTip() for each in window.findChildren(QWidget)] + list(tips_of_tables(window))

    assert [tip for tip in tips if "<h1>" in tip or "<img" in tip] == []


def test_a_note_can_be_read_as_it_was_typed_in_the_tip_of_the_table(open_program, journal):
    window = open_program(page="calendar").window
    open_program.settle()
    click(window, "Show as: Table")

    document = QTextDocument()
    document.setHtml(next(tip for tip in tips_of_tables(window) if "h1" in tip))
    assert MARKED in document.toPlainText()


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_night_under_the_mouse_is_told_in_the_words_that_were_typed(open_program, journal):
    window = open_program(page="calendar").window
    open_program.settle()
    field = next(each for each in window.findChildren(NightField) if evening() in each.places)
    place = field.places[evening()].center().toPoint()

    QApplication.sendEvent(field, QHelpEvent(QEvent.Type.ToolTip, place, field.mapToGlobal(place)))

    assert "&lt;h1&gt;" in QToolTip.text()
    QToolTip.hideText()


def tips_of_tables(window):
    """Yield the tool tip of each cell of each table."""
    for view in window.findChildren(QTableView):
        model = view.model()
        for row in range(model.rowCount()):
            for column in range(model.columnCount()):
                yield model.index(row, column).data(Qt.ItemDataRole.ToolTipRole) or ""


def test_undo_of_a_change_with_markup_in_its_name_is_harmless(open_program, journal):
    program = open_program(page="settings")

    click(program.window, MARKED)

    assert program.journal.undo_stack.undoText()
