import shutil
import sqlite3
import stat

import pytest

from journal_app.journal.errors import JournalError
from journal_app.store.journal_store import JournalStore
from journal_app.store.schema import VERSION
from tests.builders import quiet_night


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "kept" / "journal.db"
    with JournalStore.create(path) as store:
        store.save_night(quiet_night())
    return path


def another_program(path):
    with sqlite3.connect(path) as conn:
        conn.execute("CREATE TABLE night (evening TEXT)")
    conn.close()


def newer(path):
    JournalStore.create(path).close()
    conn = sqlite3.connect(path)
    conn.execute(f"PRAGMA user_version = {VERSION + 1}")
    conn.close()


def zeroed_page(path):
    with JournalStore.create(path) as store:
        store.save_night(quiet_night())
    content = bytearray(path.read_bytes())
    content[4096:8192] = bytes(4096)
    path.write_bytes(content)


def truncated(path):
    JournalStore.create(path).close()
    path.write_bytes(path.read_bytes()[:9000])


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (lambda path: path.write_bytes(b""), "is empty"),
        (lambda path: path.write_text("Dear diary, " * 40), "is not a journal"),
        (lambda path: path.write_bytes(b"SQLite format 3\0"), "is damaged"),
        (another_program, "belongs to another program"),
        (newer, "newer version"),
        (zeroed_page, "is damaged"),
        (truncated, "is damaged"),
    ],
)
@pytest.mark.parametrize("read_only", [False, True])
def test_a_file_that_cannot_be_used_is_refused_and_left_untouched(tmp_path, make, sentence, read_only):
    path = tmp_path / "journal.db"
    make(path)
    content = path.read_bytes()

    with pytest.raises(JournalError, match=sentence):
        JournalStore.open(path, read_only)
    assert path.read_bytes() == content
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == ["journal.db"]


def test_a_missing_journal_is_named_with_its_place(tmp_path):
    with pytest.raises(JournalError, match=r"no journal at .*nowhere\.db"):
        JournalStore.open(tmp_path / "nowhere.db")


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(JournalError, match="is a folder"):
        JournalStore.open(tmp_path)


def test_a_write_protected_journal_is_refused_but_can_be_read(journal):
    journal.chmod(0o400)

    with pytest.raises(JournalError, match="write-protected"):
        JournalStore.open(journal)
    with JournalStore.open(journal, read_only=True) as store:
        assert store.nights() == (quiet_night(),)


def test_reading_only_changes_nothing_on_disk(journal):
    content = journal.read_bytes()
    with JournalStore.open(journal, read_only=True) as store, pytest.raises(JournalError, match="read only"):
        store.save_night(quiet_night(note="changed"))

    assert journal.read_bytes() == content
    assert [each.name for each in journal.parent.iterdir()] == ["journal.db"]


def test_only_the_owner_can_read_the_journal(journal):
    with JournalStore.open(journal) as store:
        store.save_night(quiet_night(note="private"))
        modes = {stat.S_IMODE(each.stat().st_mode) for each in journal.parent.iterdir()}

    assert modes == {0o600}
    assert stat.S_IMODE(journal.parent.stat().st_mode) == 0o700


def test_making_a_journal_never_replaces_a_file(journal):
    with pytest.raises(JournalError, match="is there already"):
        JournalStore.create(journal)


def test_open_or_create_opens_what_is_there(journal):
    with JournalStore.open_or_create(journal) as store:
        assert store.nights() == (quiet_night(),)


def test_the_journal_keeps_its_promises_on_durability(journal):
    with JournalStore.open(journal) as store:
        settings = {name: store.setting(name) for name in ("journal_mode", "synchronous", "foreign_keys")}

    assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


@pytest.mark.parametrize("loss", ["moved", "replaced"])
def test_a_journal_lost_while_open_is_told_instead_of_written_into_nowhere(journal, loss):
    with JournalStore.open(journal) as store:
        elsewhere = journal.with_name("elsewhere.db")
        journal.rename(elsewhere)
        if loss == "replaced":
            shutil.copy(elsewhere, journal)

        with pytest.raises(JournalError, match="moved, deleted or replaced"):
            store.save_night(quiet_night(note="lost?"))


def test_a_journal_locked_by_another_program_is_told(journal):
    other = sqlite3.connect(journal, isolation_level=None)
    with JournalStore.open(journal) as store:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(JournalError, match="in use by another program"):
            store.save_night(quiet_night())
    other.close()


def test_every_table_of_ours_is_strict(journal):
    conn = sqlite3.connect(journal)
    loose = conn.execute(
        "SELECT name FROM pragma_table_list WHERE NOT strict AND schema = 'main' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    conn.close()

    assert loose == []
