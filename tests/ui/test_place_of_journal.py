"""Where the journal lies, and who else has it open, as the window tells it at the start."""

import json
import shutil

from journal_app.store.journal_store import JournalStore
from tests.builders import quiet_night
from tests.store.full_disk import disk_full_beyond
from tests.ui.hands import enabled, says


def test_a_journal_open_on_another_computer_is_shown_to_read_only(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night())
    told = {"computer": "the-old-laptop", "since": "2026-11-03 21:10"}
    journal_path.with_name(".journal.db.open").write_text(json.dumps(told))
    program = open_program.on_nothing()
    program.begin()
    open_program.settle()

    assert says(program.window, "journal.db has been open on the-old-laptop since 2026-11-03 21:10")
    assert not enabled(program.window, "Quiet night")


def begun(open_program):
    program = open_program.on_nothing()
    program.begin()
    open_program.settle()
    return program


def test_a_write_protected_journal_is_shown_to_read_only_and_that_is_told(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night())
    journal_path.chmod(0o444)
    window = begun(open_program).window

    assert says(window, "journal.db is write-protected, so it is open to read only.")
    assert not enabled(window, "Quiet night")


def test_a_journal_that_cannot_be_written_now_is_shown_to_read_only(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night())
    program = open_program.on_nothing()
    with disk_full_beyond(0):
        program.journal.open()
    program.begin()
    open_program.settle()

    assert says(program.window, "journal.db cannot be written now, so it is open to read only.")
    assert not enabled(program.window, "Quiet night")


def test_a_log_that_was_taken_away_after_a_crash_is_told(open_program, journal_path, tmp_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night())
    begun(open_program)
    left = tmp_path / "left"  # by a crash: the files as they are while the journal is open
    left.mkdir()
    for name in ("journal.db", ".journal.db.open"):
        shutil.copy2(journal_path.with_name(name), left)
    program = open_program.on_nothing(left / "journal.db")
    program.begin()
    open_program.settle()

    assert says(program.window, "its log journal.db-wal is missing.")
    assert enabled(program.window, "Quiet night")


def test_a_synced_folder_is_told_once(open_program, journal_path, tmp_path):
    synced = tmp_path / "Dropbox" / "journal.db"
    program = open_program.on_nothing(synced)
    program.begin()
    assert says(program.window, "journal.db lies in a synced folder.")
    open_program.settle()
    program = open_program.on_nothing(synced)
    program.begin()
    open_program.settle()

    assert not says(program.window, "synced folder")


def test_a_journal_that_is_closed_leaves_no_mark(open_program, journal_path):
    open_program.on_nothing().begin()
    assert journal_path.with_name(".journal.db.open").exists()
    open_program.close()

    assert not journal_path.with_name(".journal.db.open").exists()
