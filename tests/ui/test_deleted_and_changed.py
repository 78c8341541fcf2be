"""The deleted nights and the recent changes: bringing back what was deleted, going back to a state."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView

from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening, quiet_night
from tests.ui.conftest import MORNING
from tests.ui.hands import click, in_dialog, named, press, says

CRAMP = cramp_night(evening(), pain=6)
QUIET = quiet_night(evening(1))
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def journal_path(tmp_path):
    path = tmp_path / "journal.db"
    with JournalStore.create(path, clock=lambda: MORNING) as store:
        store.apply(Records((QUIET, CRAMP)), "two nights")
        store.delete_night(CRAMP.evening)
    return path


@pytest.fixture
def program(open_program, monkeypatch):
    monkeypatch.setattr("journal_app.store.journal_store.utc_now", lambda: MORNING)
    return open_program(page="calendar")


def lines(dialog):
    shown = dialog.findChild(QListView).model()
    return [shown.index(row, 0).data() for row in range(shown.rowCount())]


def restore_first(dialog):
    click(dialog, "Restore the chosen night")
    click(dialog, "Close")


def restore(program):
    with in_dialog(restore_first):
        click(program.window, "Deleted nights …")


def go_to(row):
    """Click on a line of the recent changes."""

    def act(dialog):
        shown = dialog.findChild(QListView)
        place = shown.visualRect(shown.model().index(row, 0)).center()
        QTest.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=place)
        click(dialog, "Close")

    return act


def seen_in(dialog_lines):
    def act(dialog):
        dialog_lines.extend(lines(dialog))
        click(dialog, "Close")

    return act


def test_a_deleted_night_is_listed_with_what_it_was_and_when_it_was_deleted(program):
    seen = []
    with in_dialog(seen_in(seen)):
        click(program.window, "Deleted nights …")

    assert len(seen) == 1
    assert seen[0].startswith("3 to 4 Nov 2026: 1 cramp, pain 6 (deleted 4 Nov 2026")


def test_a_restored_night_stands_again_and_leaves_the_list(program):
    restore(program)

    assert program.journal.night(CRAMP.evening) == CRAMP
    assert list(program.journal.deleted_nights()) == []


def test_undo_takes_a_restored_night_back(program):
    restore(program)

    press(program.window, Qt.Key.Key_Z, CONTROL)

    assert program.journal.night(CRAMP.evening) is None
    assert [each.night for each in program.journal.deleted_nights()] == [CRAMP]


def test_a_night_recorded_in_its_place_changes_places_with_it(program):
    other = quiet_night(CRAMP.evening)
    program.journal.save_night(other, "Quiet night")

    restore(program)

    assert program.journal.night(CRAMP.evening) == CRAMP
    assert [each.night for each in program.journal.deleted_nights()] == [other]


def test_undo_changes_them_back(program):
    other = quiet_night(CRAMP.evening)
    program.journal.save_night(other, "Quiet night")
    restore(program)

    press(program.window, Qt.Key.Key_Z, CONTROL)

    assert program.journal.night(CRAMP.evening) == other
    assert [each.night for each in program.journal.deleted_nights()] == [CRAMP]


def test_after_thirty_days_nothing_can_be_restored(open_program, journal_path):
    with JournalStore.open(journal_path, clock=lambda: MORNING + timedelta(days=31)) as store:
        assert store.deleted_nights() == ()


def test_without_deleted_nights_the_list_says_so(program):
    program.journal.restore_night(CRAMP, "Night restored")

    def look(dialog):
        assert says(dialog, "No night was deleted in the last 30 days.")
        click(dialog, "Close")

    with in_dialog(look):
        click(program.window, "Deleted nights …")


def test_changes_are_listed_with_their_time_the_newest_first(program):
    program.journal.delete_night(QUIET.evening, "Night deleted")
    program.journal.save_night(CRAMP, "A cramp")
    seen = []

    with in_dialog(seen_in(seen)):
        press(program.window, Qt.Key.Key_H, CONTROL)

    assert seen == [
        "07:41  A cramp, 3 to 4 Nov 2026",
        "07:41  Night deleted, 2 to 3 Nov 2026",
        "As it was when the program was opened",
    ]


def test_a_click_on_a_change_goes_back_to_it(program):
    program.journal.delete_night(QUIET.evening, "Night deleted")
    program.journal.save_night(CRAMP, "A cramp")

    with in_dialog(go_to(2)):
        click(program.window, "Recent changes …")

    assert program.journal.night(QUIET.evening) == QUIET
    assert program.journal.night(CRAMP.evening) is None


def test_what_was_undone_is_marked_and_can_be_gone_to_again(program):
    program.journal.save_night(CRAMP, "A cramp")
    program.journal.undo_stack.undo()
    seen = []
    with in_dialog(seen_in(seen)):
        press(program.window, Qt.Key.Key_H, CONTROL)

    with in_dialog(go_to(0)):
        press(program.window, Qt.Key.Key_H, CONTROL)

    assert seen[0] == "07:41  A cramp, 3 to 4 Nov 2026 (undone)"
    assert program.journal.night(CRAMP.evening) == CRAMP


def test_the_recent_changes_open_from_every_page(program):
    program.window.show_page("about")

    def look(dialog):
        assert says(dialog, "Nothing was changed since the program was opened.")
        click(dialog, "Close")

    with in_dialog(look):
        press(program.window, Qt.Key.Key_H, CONTROL)


def test_what_cannot_be_written_cannot_be_restored(open_program, journal_path):
    window = open_program(page="calendar", read_only=True).window

    def look(dialog):
        assert not named(dialog, "Restore the chosen night").isEnabled()
        click(dialog, "Close")

    with in_dialog(look):
        click(window, "Deleted nights …")
