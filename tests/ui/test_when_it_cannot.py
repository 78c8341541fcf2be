"""What cannot be done is told in one sentence: read-only journals, lost files, faults of ours."""

import os
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal_app.store.journal_store import JournalStore
from journal_app.ui.background import Background
from tests.builders import cramp_night, evening
from tests.ui.hands import click, enabled, named, press, says, step_up, texts


@pytest.fixture
def read_only(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(cramp_night(evening()))
    return open_program(read_only=True).window


@pytest.fixture
def background(qapp):
    works = Background()
    yield works
    works.finish()


def test_a_read_only_journal_shows_its_nights(read_only):
    click(read_only, "Night of Tuesday 3 to Wednesday 4 November: 1 cramp, pain 5")

    assert "Cramp 1 · left calf" in texts(read_only)


def test_a_read_only_night_cannot_be_changed(read_only):
    assert not enabled(read_only, "Quiet night")
    assert not enabled(read_only, "I had a cramp")
    assert not named(read_only, "Water").isEnabled()


def test_a_change_to_a_read_only_journal_is_refused_in_words(read_only):
    click(read_only, "About me")

    click(read_only, "My day is mostly: sitting")

    assert says(read_only, "journal.db is open to read only, so nothing can be changed.")
    assert not named(read_only, "My day is mostly: sitting").isChecked()


def test_a_file_that_was_taken_away_is_told_and_nothing_is_claimed_saved(open_program, journal_path):
    window = open_program().window
    os.replace(journal_path, journal_path.with_suffix(".gone"))

    click(window, "Quiet night")

    assert says(window, "was moved, deleted or replaced while it was open")
    assert not says(window, "✓ Saved")
    assert not named(window, "Quiet night").isChecked()


def test_a_notice_stays_until_it_is_closed(open_program, journal_path):
    window = open_program().window
    os.replace(journal_path, journal_path.with_suffix(".gone"))
    click(window, "Quiet night")

    click(window, "Close")

    assert not says(window, "was moved, deleted")


def test_what_is_typed_stays_while_it_cannot_be_saved(open_program, journal_path):
    window = open_program().window
    os.replace(journal_path, journal_path.with_suffix(".gone"))

    step_up(window, "Water", times=2)
    press(window, Qt.Key.Key_Tab)

    assert named(window, "Water").text() == "500 ml"
    assert says(window, "was moved, deleted or replaced")


def test_a_saved_change_is_told_with_its_time(open_program):
    window = open_program().window

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Q)

    assert says(window, "✓ Saved 07:41")


def test_a_result_that_is_out_of_date_is_dropped(background, qtbot):
    shown, go_on = [], threading.Event()

    def slow(answer):
        go_on.wait(5)
        return answer

    background.run("review", slow, "old", then=shown.append)
    background.run("review", str, "new", then=shown.append)
    with qtbot.waitSignal(background.became_idle):
        go_on.set()

    assert shown == ["new"]


def test_pieces_of_work_with_different_names_are_both_shown(background, qtbot):
    shown = []

    with qtbot.waitSignal(background.became_idle):
        background.run("one", str, 1, then=shown.append)
        background.run("two", str, 2, then=shown.append)

    assert sorted(shown) == ["1", "2"]


def test_work_that_ends_after_the_program_shows_nothing(background, qtbot):
    shown = []
    background.run("late", str, 1, then=shown.append)

    background.finish()
    qtbot.wait_until(lambda: not background.busy)

    assert shown == []


def test_a_fault_in_the_background_is_told_and_logged(open_program, qtbot, caplog):
    program = open_program()

    with qtbot.waitSignal(program.background.failed):
        program.background.run("faulty", int, "no number", then=print)

    assert says(program.window, "Something went wrong in the program. Your journal is untouched.")
    assert "background work faulty failed" in caplog.text
    caplog.clear()
