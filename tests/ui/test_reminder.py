"""The morning reminder: once, only for a night not recorded, in the tray or in the window."""

from datetime import date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSystemTrayIcon

from journal_app.store.journal_store import JournalStore
from journal_app.ui.reminder import USUAL_TIME, reminder_due, time_of
from tests.builders import evening, quiet_night
from tests.ui.conftest import MORNING
from tests.ui.hands import click, named, says, step_up

# What Qt's platform without a display says of trays and windows in front.
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)
TODAY = date(2026, 11, 4)
EIGHT = time(8)
ASKED = "How was last night? It takes one click."


def at(clock):
    return datetime.combine(TODAY, clock)


@pytest.fixture
def in_tray(monkeypatch):
    """Pretend that there is a tray, and keep what is told in it."""
    told = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda *shown: told.append(shown[2]))
    return told


@pytest.fixture
def hour():
    """A clock that can be set on: an hour later unless told otherwise."""

    class Clock:
        now = MORNING

        def __call__(self):
            return self.now

        def go_on(self, **by):
            self.now += timedelta(**by)

    return Clock()


@pytest.mark.parametrize(
    ("now", "recorded", "told_on", "due"),
    [
        (time(7, 59), False, None, False),
        (time(8, 0), False, None, True),
        (time(8, 0), True, None, False),
        (time(23, 0), False, TODAY, False),
        (time(8, 0), False, TODAY - timedelta(days=1), True),
    ],
)
def test_it_is_due_once_a_day_for_a_night_not_recorded(now, recorded, told_on, due):
    assert reminder_due(at(now), EIGHT, recorded, told_on) is due


@pytest.mark.parametrize(
    ("written", "read"), [("06:30", time(6, 30)), ("", USUAL_TIME), ("late", USUAL_TIME)]
)
def test_a_time_that_cannot_be_read_is_the_usual_one(written, read):
    assert time_of(written) == read


def test_without_a_tray_it_is_told_in_the_window(open_program, hour):
    program = open_program(page="trends", clock=hour, reminder=True)
    program.presence.reminder.look()
    assert not says(program.window, ASKED)

    hour.go_on(hours=1)
    program.presence.reminder.look()

    assert says(program.window, ASKED)


def test_it_is_silent_where_last_night_is_recorded(open_program, hour, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night(evening()))
    program = open_program(clock=hour, reminder=True)

    hour.go_on(hours=1)
    program.presence.reminder.look()

    assert not says(program.window, ASKED)


def test_in_the_tray_it_is_a_notification_and_a_click_opens_the_form(open_program, hour, in_tray):
    program = open_program(page="trends", clock=hour, reminder=True, tray_told=True)
    program.window.close()
    hour.go_on(hours=1)

    program.presence.reminder.look()
    program.presence.reminder.look()
    assert in_tray == [ASKED]
    program.presence.tray.findChild(QSystemTrayIcon).messageClicked.emit()

    assert program.window.isVisible()
    assert says(program.window, "Night of Tuesday 3 to Wednesday 4 November")


def test_a_window_that_waits_in_the_tray_opens_on_the_newest_night(open_program, hour, in_tray):
    program = open_program(clock=hour, reminder=True)
    program.window.close()
    hour.go_on(days=2)

    program.presence.tray.findChild(QSystemTrayIcon).activated.emit(QSystemTrayIcon.ActivationReason.Trigger)

    assert says(program.window, "Night of Thursday 5 to Friday 6 November")


def test_that_it_stays_in_the_tray_is_told_once(open_program, in_tray):
    program = open_program(reminder=True)
    program.window.close()
    program.presence.open_form()
    program.window.close()

    assert [said for said in in_tray if "It stays here" in said] == in_tray
    assert len(in_tray) == 1


def test_the_menu_of_the_tray_ends_the_program(open_program, in_tray, qtbot):
    program = open_program(reminder=True)
    menu = program.presence.tray.findChild(QSystemTrayIcon).contextMenu()

    with qtbot.waitSignal(program.presence.quit_wanted):
        next(action for action in menu.actions() if action.text() == "Quit").trigger()


@pytest.mark.parametrize("reminder", [True, False])
def test_without_a_tray_closing_the_window_ends_the_program(open_program, qtbot, reminder):
    program = open_program(reminder=reminder)

    with qtbot.waitSignal(program.presence.quit_wanted):
        program.window.close()


def test_it_is_chosen_in_settings_and_remembered(open_program):
    window = open_program(page="settings").window
    click(window, "Remind me at")
    step_up(window, "Time of the reminder", 2)

    again = open_program.again()

    assert (again.preferences.reminder, again.preferences.reminder_time) == (True, "10:00")
    assert any(timer.isActive() for timer in again.presence.findChildren(QTimer))


def test_a_choice_made_after_it_keeps_it(open_program):
    window = open_program(page="settings").window
    click(window, "Remind me at")
    click(window, "Last night")

    assert open_program.again().preferences.reminder


def test_starting_with_the_computer_is_ticked_in_settings(open_program, own_home):
    window = open_program(page="settings").window
    click(window, "Start with the computer")
    assert list(own_home.rglob("night-cramp-journal.desktop"))

    click(window, "Start with the computer")

    assert not list(own_home.rglob("night-cramp-journal.desktop"))


def test_a_place_that_refuses_unticks_it_and_says_why(open_program, own_home):
    (own_home / ".config").write_text("a file where a folder should be")
    window = open_program(page="settings").window

    click(window, "Start with the computer")

    assert not named(window, "Start with the computer").isChecked()
    assert says(window, "Starting with the computer could not be changed")
