"""A journal whose pages are sound and whose values are not: told as damage, and read out all the same."""

import sqlite3
from pathlib import Path
from shutil import copyfile

import pytest

from journal_app.journal.errors import JournalError
from journal_app.journal.profile import Profile
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.journal_store import JournalStore
from journal_app.store.rescue import look_for_rescue
from tests.builders import cramp_night, evening, records_of

OLD = Path(__file__).parent.parent / "old_journals" / "version-1.db"


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "journal.db"
    with JournalStore.create(path) as store:
        store.apply(records_of("#o#", profile=Profile("Ann")), "test")
    return path


@pytest.fixture
def old_journal(tmp_path):
    return copyfile(OLD, tmp_path / "version-1.db")


def spoil(path, *steps):
    db = sqlite3.connect(path, isolation_level=None)
    for step in ("PRAGMA writable_schema = ON", *steps):
        db.execute(step)
    db.close()


def read(path):
    with JournalStore.open(path, read_only=True) as store:
        return store.records()


@pytest.mark.parametrize(
    "step",
    [
        "UPDATE night SET logged_at = 'the morning after'",
        "UPDATE night SET logged_at = '1926-11-03T07:00:00+00:00'",
        "UPDATE episode SET relief = '" + "[" * 2000 + "'",
        "UPDATE night SET evening = 'x' || evening",
        "UPDATE _sqlite_migrations SET name = 'first_verse' WHERE name = 'first_version'",
        "UPDATE _sqlite_migrations SET applied_at = CAST(x'ff' AS TEXT)",
        "UPDATE sqlite_schema SET sql = replace(sql, 'other_conditions', 'other_condition_')",
        "UPDATE sqlite_schema SET sql = replace(sql, 'migration_set', 'migration_see')",
    ],
)
def test_a_spoiled_value_is_told_as_damage_and_nothing_is_changed(journal, step):
    spoil(journal, step)
    spoiled = journal.read_bytes()

    with pytest.raises(DamagedJournal, match=r"journal\.db is damaged"):
        read(journal)
    assert journal.read_bytes() == spoiled


def test_a_journal_whose_steps_are_spoiled_is_refused_before_it_is_written_to(journal):
    spoil(journal, "UPDATE _sqlite_migrations SET applied_at = CAST(x'ff' AS TEXT)")
    spoiled = journal.read_bytes()

    with pytest.raises(DamagedJournal):
        JournalStore.open(journal)
    assert journal.read_bytes() == spoiled


def test_an_old_journal_that_is_damaged_is_told_by_its_own_name(tmp_path, old_journal):
    spoil(
        old_journal, "UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE', '      ') WHERE name = 'medicine'"
    )

    with pytest.raises(DamagedJournal, match=r"^version-1\.db is damaged"):
        JournalStore.open(old_journal)


def test_times_and_lists_that_are_spoiled_cost_no_night(journal):
    spoil(journal, "UPDATE night SET logged_at = 'x'", "UPDATE episode SET relief = '{', began = '99:99'")
    rescue = look_for_rescue(BackupFolders(journal))

    assert rescue.salvaged.count == 3
    saved = read(rescue.read_out).nights[-1]
    assert (saved.evening, saved.logged_at) == (evening(), None)
    assert saved.worst_pain == cramp_night().worst_pain


def test_a_length_beyond_reason_is_told_as_damage(journal):
    spoil(journal, "PRAGMA journal_mode = DELETE")
    content = bytearray(journal.read_bytes())
    at = content.index(b"CREATE TABLE night ") - 30
    content[at : at + 8] = b"\xff" * 8
    journal.write_bytes(content)

    with pytest.raises(JournalError, match=r"journal\.db is damaged"):
        JournalStore.open(journal)
