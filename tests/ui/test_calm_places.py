"""What has little to show takes little room, and says nothing that is not so yet."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QCheckBox, QFrame, QListView, QScrollArea

from journal_app.store.vault import Vault
from journal_app.ui.chart_view import ChartView
from journal_app.ui.medicine_dialog import MedicineDialog
from journal_app.ui.password_dialog import PasswordDialog
from tests.builders import TODAY
from tests.ui.conftest import MORNING
from tests.ui.hands import click, named, says, texts
from tests.ui.places import TABLET, write_journal
from tests.ui.test_layout import ROUNDS

NO_BACKUP = "No backup yet"


def test_before_the_first_night_no_chart_stands_empty(open_program):
    window = open_program(page="trends").window
    open_program.settle()

    assert says(window, "After 14 recorded nights these charts begin")
    assert window.findChildren(ChartView) == []


def test_with_the_first_night_every_chart_is_there(open_program):
    window = open_program().window
    click(window, "Quiet night")
    window.show_page("trends")
    open_program.settle()

    assert len([chart for chart in window.findChildren(ChartView) if chart.isVisible()]) > 5


def test_before_the_first_night_the_patterns_name_nothing_that_is_empty(open_program):
    shown = open_program(page="patterns").window
    open_program.settle()

    assert says(shown, "After 14 recorded nights this page begins")
    assert not says(shown, "What is happening in the body")
    assert not says(shown, "Looked at, nothing found")
    assert not says(shown, "are not recorded")
    assert "–" not in texts(shown)


def test_the_first_run_speaks_of_no_backup(open_program):
    program = open_program(welcomed=False)
    assert not says(program.window, NO_BACKUP)

    click(program.window, "Begin with last night")
    open_program.settle()
    assert says(program.window, NO_BACKUP)


def test_the_list_of_backups_is_as_high_as_its_lines(open_program, journal_path):
    write_journal(journal_path)
    window = open_program(page="settings").window
    click(window, "Back up now")
    open_program.settle()
    backups = named(window, "Backups, the newest first", QListView)

    assert backups.model().rowCount() == 1
    assert line_height(backups) <= backups.height() < 2 * line_height(backups)
    assert backups.verticalScrollBar().maximum() == 0


def line_height(lines):
    return lines.sizeHintForRow(0)


def test_the_lock_stands_in_the_middle(open_program, journal_path, qtbot):
    write_journal(journal_path)
    Vault(journal_path).change("rhubarb 1951", MORNING, lambda _done, _all: None)
    program = open_program.on_nothing()
    program.begins()
    QApplication.processEvents()
    page = program.window.stack.currentWidget()
    panel = page.findChild(QFrame, "panel")
    left = panel.mapTo(page, QPoint(0, 0)).x()

    assert left == pytest.approx(page.width() - left - panel.width(), abs=2)
    assert page.title.mapTo(page, QPoint(0, 0)).x() == left


@pytest.mark.parametrize("make", ["password", "medicine"])
def test_a_dialog_whose_words_fit_has_no_scroll_bar(open_program, make):
    window = open_program().window
    surroundings = window.stack.currentWidget().surroundings
    if make == "password":
        dialog = PasswordDialog(surroundings, parent=window)
    else:
        dialog = MedicineDialog(TABLET, False, TODAY, surroundings, window)
    dialog.show()
    QApplication.processEvents()

    assert [area.verticalScrollBar().maximum() for area in dialog.findChildren(QScrollArea)] == [0]


@pytest.mark.parametrize("name", ["night", "patterns", "remedy", "about", "settings"])
@pytest.mark.parametrize("text_scale", [100, 200])
def test_a_page_ends_where_its_last_words_end(open_program, journal_path, name, text_scale):
    write_journal(journal_path)
    page = open_program(page=name, text_scale=text_scale).window.stack.currentWidget()
    open_program.settle()
    for _ in range(ROUNDS):
        QApplication.processEvents()
    room, needed = page.viewport().height(), page.widget().layout().heightForWidth(page.viewport().width())

    assert page.widget().height() == max(room, needed)


def test_the_conditions_stand_in_columns(open_program):
    page = open_program(page="about").window.stack.currentWidget()
    boxes = [box for box in page.findChildren(QCheckBox) if box.isVisible()]

    assert len({box.x() for box in boxes}) == 3
    assert len({(box.x(), box.y()) for box in boxes}) == len(boxes)
