"""A password in the window: set, asked for, locked by itself, changed, removed."""

import gc
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLineEdit

from journal_app.journal.medicine import Medicine
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import Key, is_plain, is_protected, new_key, salt_of
from journal_app.ui.away_watch import AwayWatch
from journal_app.ui.backups_panel import BackupsPanel
from journal_app.ui.medicine_dialog import MedicineDialog
from tests.builders import TODAY, evening, records_of
from tests.ui.conftest import PATIENCE_MS, delete_what_is_due
from tests.ui.hands import click, in_dialog, named, press, reveal, says, texts, type_into

PASSWORD, OTHER = "rhubarb 1951", "gooseberry 1952"
SECRET = "geheim Pflaumenkuchen"
LOCKED = "Your journal is locked"


@pytest.fixture
def nights(journal_path):
    with JournalStore.create(journal_path) as store:
        store.apply(records_of("#oo" * 10, last=evening(1)), "test")
        store.save_medicine(Medicine("m", SECRET))
    return journal_path


@pytest.fixture
def protected(journal_path):
    key = new_key(PASSWORD)
    with JournalStore.create(journal_path, key=key) as store:
        store.apply(records_of("#oo" * 10, last=evening(1)), "test")
        store.save_medicine(Medicine("m", SECRET))
    return journal_path


def begun(open_program):
    """Start as the program itself does."""
    program = open_program.on_nothing()
    assert program.begins()
    QApplication.processEvents()
    return program


def is_open(program):
    return not program.locks.shut and not program.background.busy


def give(program, qtbot, password):
    type_into(program.window, "Password", password)
    with qtbot.waitSignals([program.background.became_idle], timeout=PATIENCE_MS):
        click(program.window, "Open")


def fill_in(dialog, **typed):
    for name, text in typed.items():
        type_into(dialog, name.replace("_", " ").capitalize(), text)


def set_password(dialog, password=PASSWORD, again=PASSWORD, known=True):
    fill_in(dialog, New_password=password, New_password_once_more=again)
    if known:
        click(dialog, "I have written it down, or know it by heart", QCheckBox)
    click(dialog, "Protect the journal")


def change(program, qtbot, button, act):
    """Open a dialog of Settings, do something in it, and wait until the journal is open again."""
    program.window.show_page("settings")
    with in_dialog(act):
        click(program.window, button)
    qtbot.waitUntil(lambda: is_open(program), timeout=PATIENCE_MS)


def test_a_password_is_set_in_settings_and_asked_for_at_the_next_start(open_program, qtbot, nights, tmp_path):
    program = begun(open_program)
    change(program, qtbot, "Set a password …", set_password)
    assert says(program.window, "open with the new password only")
    assert len(program.journal.records().nights) == 30
    open_program.close()
    words = SECRET.encode()
    assert [each.name for each in tmp_path.rglob("*") if each.is_file() and words in each.read_bytes()] == []

    program = begun(open_program)
    assert says(program.window, LOCKED)
    give(program, qtbot, PASSWORD)

    assert says(program.window, "Last night")
    assert len(program.journal.records().nights) == 30


def test_what_is_wrong_with_a_new_password_is_told_in_one_sentence_each(open_program, qtbot, nights):
    program = begun(open_program)

    def act(dialog):
        set_password(dialog, "short", "short")
        assert says(dialog, "The password needs at least 8 characters.")
        set_password(dialog, PASSWORD, OTHER, known=False)
        assert says(dialog, "The two new passwords differ. Please type them once more.")
        click(dialog, "I have written it down, or know it by heart", QCheckBox)
        set_password(dialog, known=False)
        assert says(dialog, "A forgotten password cannot be recovered.")
        click(dialog, "Cancel")

    change(program, qtbot, "Set a password …", act)

    assert is_plain(nights)


def test_nothing_of_the_journal_is_shown_or_reached_while_it_is_locked(open_program, protected):
    program = begun(open_program)
    shown = texts(program.window)
    for key in range(Qt.Key.Key_1, Qt.Key.Key_9):
        press(program.window, key, Qt.KeyboardModifier.ControlModifier)
    press(program.window, Qt.Key.Key_F8)
    press(program.window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    program.window.show_last_night()

    assert texts(program.window) == shown
    assert LOCKED in shown
    assert not program.window.rail.isVisible()


def test_a_wrong_password_is_told_and_may_be_tried_again_at_once(open_program, qtbot, protected):
    program = begun(open_program)
    for _ in range(3):
        give(program, qtbot, "not this one")
        assert says(program.window, "This password does not open journal.db.")
        assert named(program.window, "Password", QLineEdit).text() == ""
    give(program, qtbot, PASSWORD)

    assert len(program.journal.records().nights) == 30


def test_ctrl_l_locks_and_a_dialog_that_was_open_goes(open_program, qtbot, protected):
    program = begun(open_program)
    give(program, qtbot, PASSWORD)
    dialog = MedicineDialog(
        Medicine("m", SECRET), False, TODAY, program.window.stack.currentWidget().surroundings, program.window
    )
    dialog.show()
    press(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    delete_what_is_due()
    assert [each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog)] == []
    assert says(program.window, LOCKED)
    assert not any(SECRET in field.text() for field in program.window.findChildren(QLineEdit))
    with pytest.raises(Exception, match="protected by a password"):
        program.journal.records()


def test_the_key_is_in_memory_no_longer_while_it_is_locked(open_program, qtbot, protected):
    program = begun(open_program)
    give(program, qtbot, PASSWORD)
    program.locks.lock()
    delete_what_is_due()
    gc.collect()

    salt = salt_of(protected)
    assert [each for each in gc.get_objects() if isinstance(each, Key) and each.salt == salt] == []


def test_ctrl_l_without_a_password_says_where_to_set_one(open_program, nights):
    program = begun(open_program)
    press(program.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert says(program.window, "There is no password to lock it with. You can set one in Settings.")


def test_what_was_typed_is_saved_before_it_locks(open_program, qtbot, protected):
    program = begun(open_program)
    give(program, qtbot, PASSWORD)
    click(program.window, "Quiet night")
    click(program.window, "More about the night")
    note = named(program.window, "Note on this night")
    reveal(note)
    QTest.mouseClick(note.viewport() if hasattr(note, "viewport") else note, Qt.MouseButton.LeftButton)
    QTest.keyClicks(note, "restless legs")
    program.locks.lock()
    give(program, qtbot, PASSWORD)

    assert program.journal.night(evening()).note == "restless legs"


def test_it_is_changed_and_removed_only_with_the_present_one(open_program, qtbot, protected):
    program = begun(open_program)
    give(program, qtbot, PASSWORD)

    def rightly(dialog):
        fill_in(dialog, Present_password=PASSWORD)
        set_password(dialog, OTHER, OTHER)

    change(program, qtbot, "Change the password …", rightly)
    program.locks.lock()
    give(program, qtbot, OTHER)
    assert is_protected(protected)

    def removing(dialog):
        fill_in(dialog, Present_password=PASSWORD)
        click(dialog, "Remove the password")
        assert says(dialog, "This password does not open journal.db.")
        fill_in(dialog, Present_password=OTHER)
        click(dialog, "Remove the password")

    change(program, qtbot, "Remove the password …", removing)
    assert is_plain(protected)
    assert says(program.window, "have no password any more")
    assert len(program.journal.records().nights) == 30


def test_saving_goes_on_as_before_after_it_was_set(open_program, qtbot, nights):
    program = begun(open_program)
    change(program, qtbot, "Set a password …", set_password)
    click(program.window, "Quiet night")
    program.backups.finish()

    assert program.journal.night(evening()).quiet
    assert {each.fault for each in program.backups.place.held()} == {None}


def test_a_reminder_of_a_locked_journal_goes_by_what_was_known(open_program, qtbot, protected):
    program = begun(open_program)
    give(program, qtbot, PASSWORD)
    click(program.window, "Quiet night")
    program.locks.lock()

    assert program.journal.is_recorded(evening())
    assert not program.journal.is_recorded(evening() + timedelta(days=1))


def test_a_backup_under_a_former_password_is_restored_with_it(open_program, qtbot, protected, journal_path):
    program = begun(open_program)
    give(program, qtbot, PASSWORD)
    program.backups.place.make(program.backups.place.folders, datetime(2026, 11, 1, 7, 0))  # noqa: DTZ001
    former = program.backups.place.held()[0].found.path
    kept = former.read_bytes()
    program.locks.change(OTHER)
    qtbot.waitUntil(lambda: is_open(program), timeout=PATIENCE_MS)
    former.write_bytes(kept)
    panel = program.window.show_page("settings").findChild(BackupsPanel)
    qtbot.waitUntil(lambda: panel.list.model().rowCount() == 2, timeout=PATIENCE_MS)
    line = next(k for k in range(2) if "under another password" in panel.list.model().index(k, 0).data())

    def act(dialog):
        assert says(dialog, "It was made under another password, perhaps a former one.")
        type_into(dialog, "Password of this backup", PASSWORD)
        click(dialog, "Restore")

    panel.list.setCurrentIndex(panel.list.model().index(line, 0))
    with in_dialog(act):
        click(program.window, "Restore …")

    assert says(program.window, "The backup is your journal now.")
    assert len(program.journal.records().nights) == 30


class Clock:
    def __init__(self):
        self.now = datetime(2026, 11, 4, 7, 30, tzinfo=UTC)

    def __call__(self):
        return self.now

    def pass_by(self, **time):
        self.now += timedelta(**time)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def watch(qapp, clock):
    made = AwayWatch(clock=clock)
    yield made
    made.stop()


def look_for(watch, clock, seconds, step=5):
    """Let time pass in small steps, as an awake computer does; tell how often the person was away."""
    times = []
    watch.away.connect(lambda: times.append(clock.now))
    for _ in range(0, seconds, step):
        clock.pass_by(seconds=step)
        watch.look()
    return len(times)


def test_ten_minutes_without_a_sign_of_life_are_being_away(watch, clock):
    watch.start(10)
    assert look_for(watch, clock, 595) == 0
    assert look_for(watch, clock, 10) > 0


@pytest.mark.usefixtures("nights")
def test_a_key_in_any_window_is_a_sign_of_life(watch, clock, open_program):
    window = begun(open_program).window
    watch.start(10)
    look_for(watch, clock, 590)
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window.windowHandle(), key)

    assert look_for(watch, clock, 500) == 0


def test_a_computer_that_slept_is_being_away_at_once_even_where_it_locks_never_by_itself(watch, clock):
    watch.start(0)
    assert look_for(watch, clock, 36_000, step=10) == 0
    assert look_for(watch, clock, 40, step=40) == 1


def test_it_locks_when_the_person_is_away(open_program, qtbot, protected):
    program = begun(open_program)
    give(program, qtbot, PASSWORD)
    program.locks.findChild(AwayWatch).away.emit()

    assert says(program.window, LOCKED)


def test_the_password_can_be_looked_at(open_program, protected):
    program = begun(open_program)
    field = type_into(program.window, "Password", PASSWORD)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    click(program.window, "Show Password")

    assert field.echoMode() is QLineEdit.EchoMode.Normal
