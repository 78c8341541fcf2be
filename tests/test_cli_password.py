"""Commands on a journal with a password: asked for once, on the terminal or through a pipe."""

import io
import os
import sys
from datetime import datetime

import pytest

from journal_app.cli import main
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import is_protected, key_for, new_key
from journal_app.store.password import change_password
from tests.builders import evening, quiet_night, records_of

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock
PASSWORD = "rhubarb 1951"


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "journal.db"
    with JournalStore.create(path, key=new_key(PASSWORD)) as store:
        store.apply(records_of("#o" * 20), "test")
    return path


@pytest.fixture
def run(monkeypatch, capsys, journal):
    """Run a command with what is typed; return its exit code and what it said."""

    def run_with(*arguments, typed=PASSWORD):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed + "\n"))
        code = main([str(each) for each in (*arguments, "--journal", journal)])
        said = capsys.readouterr()
        return code, said.out + said.err

    return run_with


@pytest.mark.parametrize(
    "command", [("check",), ("backup",), ("export", "all.json"), ("report", "-o", "r.pdf")]
)
def test_each_command_works_with_the_password(run, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)

    assert run(*command)[0] == 0


def test_a_wrong_password_is_told_and_nothing_is_written(run, tmp_path):
    code, said = run("export", tmp_path / "all.json", typed="another one")

    assert (code, said) == (2, "cramp-journal: This password does not open journal.db.\n")
    assert not (tmp_path / "all.json").exists()


def test_an_export_says_that_it_has_no_password(run, tmp_path):
    assert "It is not protected by a password." in run("export", tmp_path / "all.json")[1]


def test_a_backup_has_the_password_and_an_import_keeps_it(run, journal, tmp_path):
    run("backup")
    (tmp_path / "new.csv").write_text(f"night,cramps\n{evening(100)},2\n")
    assert run("import", tmp_path / "new.csv")[0] == 0

    assert is_protected(journal)
    assert all(is_protected(each.path) for each in BackupFolders(journal).found())
    assert "41 nights" in run("check")[1]


def test_a_backup_under_a_former_password_asks_for_that_one(run, journal, tmp_path):
    run("backup", "--to", tmp_path / "stick")
    backup = next((tmp_path / "stick").glob("*.db"))
    folders = BackupFolders(journal, key=key_for(journal, PASSWORD))
    with JournalStore.open(journal, key=folders.key) as store:
        store.save_night(quiet_night(evening(90)))
    change_password(folders, new_key("gooseberry 1952"), NOW)
    code, said = run("restore", backup, typed=f"gooseberry 1952\n{PASSWORD}")

    assert (code, "40 nights again" in said) == (0, True)
    assert "40 nights" in run("check", typed="gooseberry 1952")[1]


def test_a_damaged_protected_journal_is_told_and_restored(run, journal):
    run("backup")
    content = bytearray(journal.read_bytes())
    content[16:4000] = os.urandom(3984)
    journal.write_bytes(content)
    code, said = run("check")
    assert (code, "is damaged" in said, "The newest sound backup holds 40 nights" in said) == (1, True, True)

    backup = BackupFolders(journal).found()[0].path
    assert run("restore", backup)[0] == 0
    assert run("check")[0] == 0
    assert is_protected(journal)
