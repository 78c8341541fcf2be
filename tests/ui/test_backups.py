"""Backups at the window: made by themselves, told, made on demand, and restored in three clicks."""

import shutil
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening, quiet_night
from tests.ui.conftest import MORNING
from tests.ui.hands import click, enabled, in_dialog, named, reveal, says, texts

LIST = "Backups, the newest first"
AN_HOUR_AGO = (MORNING - timedelta(hours=1)).replace(tzinfo=None)


@pytest.fixture
def folders(journal_path):
    return BackupFolders(journal_path)


@pytest.fixture
def backed_up(journal_path, folders):
    """Keep a journal of two nights with a backup of the first alone, an hour old."""
    with JournalStore.create(journal_path) as store:
        store.save_night(cramp_night(evening(3)))
        folders.make(folders.folders, AN_HOUR_AGO)
        store.save_night(quiet_night(evening(2)))


def open_settings(open_program, **chosen):
    program = open_program(page="settings", **chosen)
    open_program.settle()
    return program


def choose_line(window, row=0):
    listed = named(window, LIST)
    reveal(listed)
    place = listed.visualRect(listed.model().index(row, 0)).center()
    QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)


def lines(window):
    model = named(window, LIST).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_first_change_of_a_day_is_backed_up_and_that_is_told(open_program, folders):
    window = open_program().window
    assert "No backup yet" in texts(window)

    click(window, "Quiet night")
    open_program.settle()

    assert "Backed up just now" in texts(window)
    assert [each.nights.count for each in folders.held()] == [1]


def test_a_second_change_of_the_day_makes_no_second_backup(open_program, folders):
    window = open_program().window
    click(window, "Quiet night")
    open_program.settle()

    click(window, "Magnesium: yes")
    open_program.settle()

    assert len(folders.found()) == 1


def test_a_change_right_before_closing_is_backed_up_all_the_same(open_program, folders):
    click(open_program().window, "Quiet night")
    open_program.close()

    assert [each.nights.count for each in folders.held()] == [1]


def test_the_age_of_the_newest_backup_is_always_told(backed_up, open_program):
    window = open_settings(open_program).window

    assert "Backed up 1 hour ago" in texts(window)


def test_each_backup_tells_its_moment_its_nights_and_its_size(backed_up, open_program):
    window = open_settings(open_program).window

    assert lines(window)[0].startswith("4 Nov 2026 06:41 · 1 night, 31 October 2026 · ")


def test_a_failed_backup_is_told_and_stays_told(open_program, folders):
    folders.folder.write_text("a file where the folder should be")
    window = open_program().window

    click(window, "Quiet night")
    open_program.settle()

    assert says(window, "backups cannot be written")
    assert "The last backup failed. No backup yet" in texts(window)


def test_a_backup_is_made_on_demand(backed_up, open_program):
    window = open_settings(open_program).window

    click(window, "Back up now")
    open_program.settle()

    assert [line.split(" · ")[1] for line in lines(window)] == [
        "2 nights, the last 1 November 2026",
        "1 night, 31 October 2026",
    ]


def test_a_backup_is_restored_in_three_clicks_after_a_look_at_it(backed_up, open_program, journal_path):
    program = open_settings(open_program)
    choose_line(program.window)

    def look_and_restore(dialog):
        assert says(dialog, "1 night, 31 October 2026")
        assert says(dialog, "That is 1 night fewer than now.")
        click(dialog, "Restore")

    with in_dialog(look_and_restore):
        click(program.window, "Restore …")

    assert says(program.window, "The backup is your journal now.")
    assert program.journal.records().nights == (cramp_night(evening(3)),)


def test_the_state_before_a_restore_can_be_restored_too(backed_up, open_program):
    program = open_settings(open_program)
    choose_line(program.window)
    with in_dialog(lambda dialog: click(dialog, "Restore")):
        click(program.window, "Restore …")
    click(program.window, "Settings")
    open_program.settle()

    assert "4 Nov 2026 07:41, before a restore · 2 nights" in lines(program.window)[0]
    choose_line(program.window)
    with in_dialog(lambda dialog: click(dialog, "Restore")):
        click(program.window, "Restore …")

    assert len(program.journal.records().nights) == 2


def test_nothing_is_restored_when_the_look_is_enough(backed_up, open_program):
    program = open_settings(open_program)
    choose_line(program.window)

    with in_dialog(lambda dialog: click(dialog, "Leave it as it is")):
        click(program.window, "Restore …")

    assert len(program.journal.records().nights) == 2


def test_a_spoiled_backup_is_told_and_cannot_be_restored(backed_up, open_program, folders):
    folders.found()[0].path.write_text("spoiled")
    window = open_settings(open_program).window
    choose_line(window)

    assert "cannot be used" in lines(window)[0]
    assert not enabled(window, "Restore …")


def test_a_second_folder_gets_a_backup_at_once_and_is_remembered(
    backed_up, open_program, tmp_path, monkeypatch
):
    stick = tmp_path / "stick"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    program = open_settings(open_program)

    click(program.window, "Choose a second folder …")
    open_program.settle()

    assert len(list(stick.iterdir())) == 1
    assert named(program.window, "The second folder of the backups").text() == str(stick)
    assert program.preferences.second_backup_folder == str(stick)


def test_a_stick_that_was_pulled_out_is_told(backed_up, open_program, tmp_path):
    stick = tmp_path / "stick"
    stick.mkdir()
    program = open_settings(open_program, second_backup_folder=str(stick))
    shutil.rmtree(stick)

    click(program.window, "Back up now")
    open_program.settle()

    assert says(program.window, "is not there now")
    assert says(program.window, "The last backup failed. Backed up just now")


def test_the_second_folder_can_be_left_out_again(backed_up, open_program, tmp_path):
    program = open_settings(open_program, second_backup_folder=str(tmp_path / "stick"))

    click(program.window, "Only one folder")

    assert program.preferences.second_backup_folder == ""
    assert says(program.window, "A second folder, on a stick or another disk")
