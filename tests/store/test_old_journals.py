"""Every journal that a version of the program wrote opens in this one, with nothing lost."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from sqlite_utils import Database

from journal_app.journal.errors import JournalError
from journal_app.journal.night import Episode, Helped, Leg
from journal_app.store.journal_store import JournalStore
from journal_app.store.schema import VERSION

OLD = Path(__file__).parent.parent / "old_journals"
VERSIONS = range(1, VERSION + 1)


@pytest.fixture(params=VERSIONS)
def version(request):
    return request.param


@pytest.fixture
def old(version, tmp_path):
    return Path(shutil.copy(OLD / f"version-{version}.db", tmp_path / "journal.db"))


def rows_of(path):
    """Return every row of the tables of a journal, each by its columns."""
    db = Database(path)
    tables = [name for name in db.table_names() if not name.startswith(("_", "sqlite_"))]
    found = {name: list(db[name].rows) for name in tables}
    db.close()
    return found


def test_an_old_journal_opens_with_every_row_as_it_was(old):
    before = rows_of(old)
    JournalStore.open(old).close()
    after = rows_of(old)

    for table, rows in before.items():
        columns = rows[0] if rows else ()
        assert [{name: row[name] for name in columns} for row in after[table]] == rows


def test_an_old_journal_reads_as_the_records_it_was_made_of(old, version):
    with JournalStore.open(old) as store:
        records = store.records()

    cramp = Episode(
        Leg.LEFT,
        "calf",
        7,
        records.nights[0].episodes[0].began,
        True,
        3.0,
        True,
        True,
        True,
        ("stretched",),
        Helped.MUCH,
        "hard as wood",
    )
    assert records.nights[0].episodes == (cramp,)
    assert [night.evening for night in records.nights] == [date(2026, 3, 1), date(2026, 3, 2)]
    assert len(records.trials) == (version >= 2)
    assert len(records.visits) == (version >= 3)


def test_an_old_journal_is_kept_beside_the_new_one(old, version):
    before = rows_of(old)
    JournalStore.open(old).close()
    kept = sorted(old.parent.glob("journal-before-update-*.db"))

    assert [rows_of(each) for each in kept] == ([before] if version < VERSION else [])


def test_an_old_journal_can_be_written_to(old):
    with JournalStore.open(old) as store:
        store.save_night(store.nights()[1])

        assert store.faults() == ()


def test_a_newer_journal_is_refused_and_not_touched(tmp_path):
    newer = Path(shutil.copy(OLD / f"version-{VERSION}.db", tmp_path / "journal.db"))
    db = Database(newer)
    db.execute(f"PRAGMA user_version = {VERSION + 1}")
    db.close()
    content = newer.read_bytes()

    with pytest.raises(JournalError, match="newer version"):
        JournalStore.open(newer)
    assert newer.read_bytes() == content
    assert [each.name for each in tmp_path.glob("*.db*")] == ["journal.db"]


def test_a_journal_of_every_version_is_kept_here():
    assert sorted(each.name for each in OLD.glob("*.db")) == [f"version-{n}.db" for n in VERSIONS]
