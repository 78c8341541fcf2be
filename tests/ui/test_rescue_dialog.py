"""A journal that cannot be opened, as the person meets it at the start."""

import shutil

import pytest
from PySide6.QtWidgets import QMessageBox

from journal_app.journal.errors import JournalError
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.vault import Vault
from tests.builders import records_of
from tests.ui.conftest import MORNING
from tests.ui.hands import click, in_dialog, says
from tests.ui.test_backups import AN_HOUR_AGO


@pytest.fixture
def damaged(journal_path):
    """Keep a damaged journal of 200 nights, and a backup of them all."""
    with JournalStore.create(journal_path) as store:
        store.apply(records_of("#o" * 100), "test")
        BackupFolders(journal_path).make([journal_path.parent / "backups"], AN_HOUR_AGO)
    content = bytearray(journal_path.read_bytes())
    middle = len(content) // 2 // 4096 * 4096
    content[middle : middle + 4096] = bytes(4096)
    journal_path.write_bytes(content)
    return journal_path


def meet(open_program, path, act):
    """Start on a journal that cannot be opened, and do something in the dialog that tells so."""
    program = open_program.on_nothing()
    with pytest.raises(JournalError) as told:
        Vault(path).open(MORNING)
    with in_dialog(act):
        return program.rescues(told.value)


def nights_in(path):
    with JournalStore.open(path, read_only=True) as store:
        return len(store.nights())


def test_the_backup_of_a_damaged_journal_is_offered_with_its_nights(damaged, open_program):
    def look_and_use(dialog):
        assert says(dialog, "journal.db is damaged.")
        assert says(dialog, "In the backup of 4 Nov 2026 06:41: 200 nights, the last 3 November 2026.")
        click(dialog, "Use the backup")

    assert meet(open_program, damaged, look_and_use)
    assert nights_in(damaged) == 200
    assert (damaged.parent / f"journal-damaged-{MORNING:%Y-%m-%d-%H%M%S}.db").exists()


def test_what_could_be_read_is_offered_with_the_difference(damaged, open_program):
    def look_and_use(dialog):
        assert says(dialog, "Could be read: ")
        assert says(dialog, "Both hold as many nights.")
        click(dialog, "Use what could be read")

    assert meet(open_program, damaged, look_and_use)
    assert 0 < nights_in(damaged) <= 200


def test_a_damaged_journal_can_be_left_as_it_is(damaged, open_program):
    before = damaged.read_bytes()

    assert not meet(open_program, damaged, lambda dialog: click(dialog, "Leave it as it is"))
    assert damaged.read_bytes() == before


def test_a_journal_that_is_gone_is_not_silently_begun_anew(damaged, open_program):
    damaged.unlink()

    def look_and_use(dialog):
        assert says(dialog, "journal.db is not there any more, but backups of it are.")
        click(dialog, "Use the backup")

    assert meet(open_program, damaged, look_and_use)
    assert nights_in(damaged) == 200


def test_the_stick_is_searched_where_journal_and_first_folder_are_gone(damaged, open_program, tmp_path):
    shutil.move(damaged.parent / "backups", tmp_path / "stick")
    damaged.unlink()
    open_program(second_backup_folder=str(tmp_path / "stick"))
    open_program.close()
    damaged.unlink()  # the empty one
    program = open_program.on_nothing()

    def look_and_use(dialog):
        assert says(dialog, "In the backup of 4 Nov 2026 06:41: 200 nights, the last 3 November 2026.")
        click(dialog, "Use the backup")

    with in_dialog(look_and_use):
        assert program.begins()
    assert len(program.journal.records().nights) == 200


def test_an_empty_journal_can_be_begun_where_one_is_missed(damaged, open_program):
    damaged.unlink()

    assert meet(open_program, damaged, lambda dialog: click(dialog, "Begin an empty journal"))
    assert nights_in(damaged) == 0


def test_a_letter_in_the_place_of_a_journal_without_backups_is_told_and_left(
    journal_path, open_program, monkeypatch
):
    journal_path.write_text("Dear diary")
    told = []
    monkeypatch.setattr(QMessageBox, "critical", lambda _window, _title, sentence: told.append(sentence))
    program = open_program.on_nothing()
    with pytest.raises(JournalError) as error:
        Vault(journal_path).open(MORNING)

    assert not program.rescues(error.value)
    assert told == ["journal.db is not a journal. It was left as it is."]
    assert journal_path.read_text() == "Dear diary"
