"""The first run: one page, through it in one click; and what the next starts open on."""

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtWidgets import QApplication

from journal_app.store.journal_store import JournalStore
from tests.builders import evening, quiet_night
from tests.ui.conftest import delete_what_is_due
from tests.ui.hands import click, named, press, says, step_up, texts
from tests.ui.test_accessible import controls, reached_by_tab, spoken_name
from tests.ui.test_layout import ROUNDS, WINDOW, is_cut, overlaps, text_widgets

WELCOME = "Welcome to Night Cramp Journal"
LAST_NIGHT = "Night of Tuesday 3 to Wednesday 4 November"


@pytest.fixture
def first(open_program):
    return open_program(welcomed=False)


def test_one_key_leads_on_to_last_night_and_is_remembered(first, open_program):
    assert says(first.window, WELCOME)

    press(first.window, Qt.Key.Key_Space)

    assert says(first.window, LAST_NIGHT)
    assert not says(open_program.again().window, WELCOME)


def test_it_can_be_skipped(first, open_program):
    click(first.window, "Skip")

    assert says(first.window, LAST_NIGHT)
    assert open_program.again().preferences.welcomed


def test_what_is_unticked_is_not_asked(first):
    click(first.window, "Alcohol")
    click(first.window, "Save and begin")
    delete_what_is_due()

    assert "Water" in texts(first.window)
    assert "Alcohol" not in texts(first.window)


def test_what_was_ticked_is_left_out_of_the_journal_if_nothing_was_changed(first, journal_path):
    click(first.window, "Begin with last night")

    with JournalStore.open(journal_path, read_only=True) as store:
        assert store.habits() == ()


def test_the_reminder_is_off_unless_wanted(first):
    click(first.window, "Begin with last night")

    assert not first.preferences.reminder


def test_the_reminder_can_be_chosen_with_its_time(first):
    click(first.window, "Remind me at")
    step_up(first.window, "Time of the reminder")
    click(first.window, "Begin with last night")

    assert (first.preferences.reminder, first.preferences.reminder_time) == (True, "09:00")


def test_the_example_can_be_looked_at_without_leaving(first, monkeypatch):
    started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *asked: (started.append(asked) is None, 1))

    click(first.window, "Look at an example journal")

    assert "--example" in started[0][1]
    assert says(first.window, "The example is opening …")
    assert says(first.window, WELCOME)


def test_an_example_that_does_not_start_is_told(first, monkeypatch):
    monkeypatch.setattr(QProcess, "startDetached", lambda *_asked: (False, 0))

    click(first.window, "Look at an example journal")

    assert says(first.window, "The example could not be opened")


def test_another_page_can_be_turned_to_at_once(first):
    press(first.window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)

    assert says(first.window, "Trends")
    assert named(first.window, "Settings").isVisible()


def test_whoever_has_nights_is_not_welcomed(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night(evening()))

    assert not says(open_program(welcomed=False).window, WELCOME)


@pytest.mark.parametrize(("recorded", "page"), [(False, "night"), (True, "trends")])
def test_a_start_opens_on_last_night_until_it_is_recorded(open_program, journal_path, recorded, page):
    with JournalStore.create(journal_path) as store:
        if recorded:
            store.save_night(quiet_night(evening()))
    program = open_program(page="trends")

    program.begin()

    assert program.window.page_id == page


def test_strong_contrast_is_chosen_in_settings(open_program, qtbot):
    program = open_program(page="settings")
    before = program.window

    click(before, "Lines and text: strong contrast")
    qtbot.waitUntil(lambda: program.window is not before and program.window.isActiveWindow())

    assert named(program.window, "Lines and text: strong contrast").isChecked()
    assert open_program.again().preferences.more_contrast


def test_the_largest_text_fits_the_smallest_window(open_program):
    window = open_program(welcomed=False, text_scale=200).window
    window.resize(WINDOW)
    for _ in range(ROUNDS):
        QApplication.processEvents()
    page = window.stack.currentWidget()

    assert page.horizontalScrollBar().maximum() == 0
    assert [told for widget in text_widgets(page) if (told := is_cut(widget))] == []
    assert overlaps(page) == []


def test_every_control_has_a_name_and_is_reached_by_the_tab_key(first):
    page = first.window.stack.currentWidget()

    assert [control for control in controls(page) if not spoken_name(control)] == []
    assert {control for control in controls(page) if control.isEnabled()} - reached_by_tab(page) == set()
