"""A password: nothing of the journal can be read without it, anywhere, and nothing is lost on the way."""

import os
import sqlite3
import subprocess
import sys
from datetime import datetime

import pytest

from journal_app.journal.errors import JournalError
from journal_app.journal.medicine import Medicine
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import Protected, WrongPassword, key_for, new_key
from journal_app.store.opening import open_own
from journal_app.store.password import change_password, needs_password, unlocked
from journal_app.store.rescue import look_for_rescue
from tests.builders import day, evening, quiet_night, records_of
from tests.store.full_disk import disk_full_beyond

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock
LATER = datetime(2026, 11, 5, 7, 30)  # noqa: DTZ001
SECRET = "geheim Pflaumenkuchen"
PASSWORD, OTHER = "rhubarb 1951", "gooseberry 1952"


@pytest.fixture
def folders(tmp_path):
    (tmp_path / "stick").mkdir()
    return BackupFolders(tmp_path / "home" / "journal.db", tmp_path / "stick")


@pytest.fixture
def plain(folders):
    """Keep a journal with planted words, backups in both folders, and one that a restore put aside."""
    with JournalStore.create(folders.journal) as store:
        store.save_night(quiet_night(note=SECRET))
        store.save_medicine(Medicine("m", SECRET))
        folders.make(folders.folders, NOW)
        store.apply(records_of("#o" * 20, days=(day(water=1500),)), "test")
        store.save_night(quiet_night(note=SECRET))
    folders.restore(folders.found()[0].path, LATER)
    with JournalStore.open(folders.journal) as store:
        store.apply(records_of("#o" * 20), "test")
    return folders


@pytest.fixture
def protected(plain):
    return change_password(plain, new_key(PASSWORD), LATER).folders


def files_with(words, *roots):
    every = (each for root in roots for each in root.rglob("*") if each.is_file())
    return [each for each in every if words.encode() in each.read_bytes()]


def nights_in(folders):
    with JournalStore.open(folders.journal, read_only=True, key=folders.key) as store:
        assert store.faults() == ()
        return store.nights()


def leftovers(folders):
    return [each.name for root in (folders.journal.parent, folders.second) for each in root.rglob(".*")]


def test_a_protected_journal_opens_with_its_password_and_with_no_other(protected):
    with pytest.raises(Protected, match="protected by a password"):
        JournalStore.open(protected.journal)
    with pytest.raises(WrongPassword, match="does not open"):
        unlocked(BackupFolders(protected.journal), OTHER)

    assert len(nights_in(unlocked(BackupFolders(protected.journal), PASSWORD))) == 40


def test_setting_a_password_leaves_the_planted_words_nowhere(plain, tmp_path):
    assert files_with(SECRET, tmp_path) != []
    nights = nights_in(plain)

    changed = change_password(plain, new_key(PASSWORD), LATER)

    assert files_with(SECRET, tmp_path) == []
    assert changed.left == ()
    assert nights_in(changed.folders) == nights
    assert leftovers(changed.folders) == []


def test_what_is_written_afterwards_cannot_be_read_either(protected, tmp_path):
    with open_own(protected, NOW) as store:
        store.save_night(quiet_night(note="again " + SECRET))
        protected.make(protected.folders, datetime(2026, 11, 6, 7, 0))  # noqa: DTZ001
        assert files_with(SECRET, tmp_path) == []
        assert protected.journal.with_name("journal.db-wal").stat().st_size > 0
    assert files_with(SECRET, tmp_path) == []


def test_every_copy_follows_a_new_password_and_the_removal(protected, tmp_path):
    copies = len(protected.held())
    nights = nights_in(protected)
    changed = change_password(protected, new_key(OTHER), LATER).folders
    assert {each.fault for each in changed.held()} == {None}
    assert len(changed.held()) == copies + 1
    with pytest.raises(WrongPassword):
        unlocked(protected, PASSWORD)

    removed = change_password(changed, None, LATER).folders

    assert {each.fault for each in removed.held()} == {None}
    assert nights_in(removed) == nights
    assert files_with(SECRET, tmp_path) != []


def test_the_file_is_what_other_programs_that_know_sqlcipher_expect(protected):
    from sqlcipher3 import dbapi2  # noqa: PLC0415

    driver = dbapi2.connect(protected.journal)
    driver.execute(f"PRAGMA key = '{PASSWORD}'")
    assert driver.execute("SELECT count(*) FROM night").fetchone() == (40,)
    driver.close()


def test_an_accent_may_be_typed_as_one_character_or_as_two(plain):
    composed, decomposed = "caf\u00e9 au lait", "cafe\u0301 au lait"
    changed = change_password(plain, new_key(composed), LATER).folders

    assert unlocked(changed, decomposed).key == changed.key


@pytest.mark.parametrize("password", ["", "seven 7"])
def test_a_short_password_is_refused(password):
    with pytest.raises(JournalError, match="at least 8 characters"):
        new_key(password)


def test_a_key_is_not_told_by_its_text(protected):
    told = repr(protected) + repr(protected.key)
    assert protected.key.raw.hex() not in told
    assert protected.key.raw.hex()[:8] not in told


def test_a_damaged_journal_of_former_times_is_sealed_and_comes_back_as_it_was(plain, tmp_path):
    damaged = plain.journal.with_name("journal-damaged-2026-11-01-080000.db")
    damaged.write_bytes(content := b"SQLite format 3\0" + SECRET.encode() + os.urandom(9000))
    damaged.with_name(damaged.name + "-wal").write_text(SECRET)

    changed = change_password(plain, new_key(PASSWORD), LATER)
    assert (changed.left, files_with(SECRET, tmp_path)) == ((), [])
    other = change_password(changed.folders, new_key(OTHER), LATER)
    assert (other.left, files_with(SECRET, tmp_path)) == ((), [])

    change_password(other.folders, None, LATER)
    assert damaged.read_bytes() == content
    assert damaged.with_name(damaged.name + "-wal").read_text() == SECRET


def test_a_copy_under_a_former_password_is_left_and_told_and_its_password_restores_it(protected):
    backup = protected.found()[0].path
    kept = backup.read_bytes()
    changed = change_password(protected, new_key(OTHER), LATER).folders
    backup.write_bytes(kept)

    again = change_password(changed, new_key(PASSWORD), LATER)
    assert again.left == (backup,)

    with pytest.raises(WrongPassword):
        again.folders.restore(backup, LATER)
    again.folders.restore(backup, LATER, PASSWORD)
    assert len(nights_in(again.folders)) > 0


def test_a_stick_that_comes_back_with_readable_backups_is_seen_to(plain, tmp_path):
    away = tmp_path / "away"
    plain.second.rename(away)
    changed = change_password(plain, new_key(PASSWORD), LATER).folders
    away.rename(plain.second)
    assert files_with(SECRET, tmp_path) != []

    open_own(changed, LATER).close()

    assert files_with(SECRET, tmp_path) == []


def test_restoring_a_readable_backup_keeps_the_protection(protected, tmp_path):
    readable = tmp_path / "elsewhere.db"
    with JournalStore.create(readable) as store:
        store.save_night(quiet_night(note="from elsewhere " + SECRET))
    protected.restore(readable, LATER)
    readable.unlink()

    assert [night.note for night in nights_in(protected)] == ["from elsewhere " + SECRET]
    assert files_with(SECRET, tmp_path) == []


def test_a_protected_journal_lost_or_damaged_is_rescued_with_its_password(protected, tmp_path):
    whole = protected.journal.read_bytes()
    asked = BackupFolders(protected.journal, protected.second)
    for spoiled in (None, b"", os.urandom(4096) + whole[4096:], whole[:20_000], whole[:1000]):
        protected.journal.unlink(missing_ok=True)
        if spoiled is not None:
            protected.journal.write_bytes(spoiled)
        assert needs_password(asked)
        again = unlocked(asked, PASSWORD)
        with pytest.raises(JournalError):
            open_own(again, LATER)
        rescue = look_for_rescue(again)
        assert rescue.backup.nights.count == 40
        rescue.leave()
        assert files_with(SECRET, tmp_path) == []


def test_what_can_be_read_of_a_damaged_protected_journal_is_read(protected, tmp_path):
    with JournalStore.open(protected.journal, key=protected.key) as store:
        store.apply(records_of("#o" * 200, last=evening(100)), "test")
    content = bytearray(protected.journal.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 4096] = bytes(4096)
    protected.journal.write_bytes(content)
    with pytest.raises(DamagedJournal):
        open_own(protected, LATER)

    rescue = look_for_rescue(protected)
    assert 200 < rescue.salvaged.count <= 440
    rescue.use_salvaged(LATER)

    assert len(nights_in(protected)) == rescue.salvaged.count
    assert files_with(SECRET, tmp_path) == []


def test_a_truncated_protected_journal_is_read_as_far_as_it_goes(protected):
    with JournalStore.open(protected.journal, key=protected.key) as store:
        store.apply(records_of("#o" * 900, last=evening(100)), "test")
    whole = protected.journal.read_bytes()
    protected.journal.write_bytes(whole[: len(whole) * 3 // 4])

    assert look_for_rescue(protected).salvaged.count > 100


def test_a_text_file_is_not_asked_a_password_for(tmp_path):
    text = tmp_path / "journal.db"
    text.write_text("Dear diary, \u00e4\u00f6\u00fc\u00df \u2713\n" * 1000)
    assert not needs_password(BackupFolders(text))
    with pytest.raises(JournalError, match="is not a journal"):
        JournalStore.open(text)


@pytest.mark.parametrize("room", [0, 4096, 60_000])
@pytest.mark.parametrize("kind", ["set", "change", "remove"])
def test_a_full_disk_leaves_the_former_password_and_every_night(plain, tmp_path, kind, room):
    before = plain if kind == "set" else change_password(plain, new_key(PASSWORD), LATER).folders
    to = None if kind == "remove" else new_key(OTHER)
    nights = nights_in(before)
    with disk_full_beyond(room), pytest.raises(JournalError):
        change_password(before, to, LATER)

    assert nights_in(before) == nights
    assert {each.fault for each in before.held()} == {None}
    assert leftovers(before) == []
    if kind != "set":
        assert files_with(SECRET, tmp_path) == []


INTERRUPTED = """
import os, sys
from datetime import datetime
from pathlib import Path
import journal_app.store.password as password
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.key import new_key

journal, stick, now, to, at = sys.argv[1:]
folders = BackupFolders(Path(journal), Path(stick))
if now:
    folders = password.unlocked(folders, now)
settled, whole = [], password.settle

def settle_until(*paths):
    settled.append(paths)
    if len(settled) > int(at):
        os.kill(os.getpid(), 9)
    whole(*paths)

password.settle = settle_until
password.change_password(folders, new_key(to) if to else None, datetime(2026, 11, 6))
"""


@pytest.mark.parametrize("at", [0, 3, 6, 7, 9])
@pytest.mark.parametrize(("former", "new"), [("", PASSWORD), (PASSWORD, OTHER), (PASSWORD, "")])
def test_a_kill_at_any_step_leaves_one_password_that_opens_everything(plain, tmp_path, former, new, at):
    before = change_password(plain, new_key(former), LATER).folders if former else plain
    nights = nights_in(before)
    arguments = [str(before.journal), str(before.second), former, new, str(at)]
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, *arguments], check=False, capture_output=True, timeout=60
    )
    assert ended.returncode in (-9, 0), ended.stderr

    found = _opened_by_either(before, former, new)
    open_own(found, LATER).close()

    assert nights_in(found) == nights
    assert {each.fault for each in found.held()} == {None}
    assert [name for name in leftovers(found) if name != ".journal.db.open"] == []
    assert (found.key is None) or files_with(SECRET, tmp_path) == []


def _opened_by_either(before, former, new):
    asked = BackupFolders(before.journal, before.second)
    if not needs_password(asked):
        return asked
    try:
        return unlocked(asked, former)
    except WrongPassword:
        return unlocked(asked, new)


def test_a_journal_in_use_elsewhere_keeps_its_password(plain):
    with JournalStore.open(plain.journal) as other:
        other.save_night(quiet_night(evening(70)))
        with pytest.raises(JournalError, match="in use by another program"):
            change_password(plain, new_key(PASSWORD), LATER)
    assert not needs_password(plain)
    assert key_for(plain.journal, PASSWORD) is not None


def test_a_copy_that_cannot_be_replaced_is_told_and_the_new_password_holds(plain):
    backup = plain.found()[-1].path

    def put_in_the_way(done, of):
        if done == of - 1:  # every other file has its new form beside it by then
            backup.unlink()
            (backup / "in the way").mkdir(parents=True)

    outcome = change_password(plain, new_key(PASSWORD), LATER, put_in_the_way)

    assert outcome.left == (backup,)
    assert len(nights_in(outcome.folders)) == 40


def test_a_night_saved_by_another_program_meanwhile_is_kept_and_the_password_is_as_it_was(plain):
    def save_elsewhere(done, _of):
        if done == 2:
            with JournalStore.open(plain.journal) as other:
                other.save_night(quiet_night(evening(70)))

    with pytest.raises(JournalError, match="was changed by another program meanwhile"):
        change_password(plain, new_key(PASSWORD), LATER, save_elsewhere)

    assert len(nights_in(plain)) == 41
    assert leftovers(plain) == []


def test_no_other_window_opens_it_to_write_while_it_is_changed(plain):
    opened = []

    def open_elsewhere(done, _of):
        if done == 1:
            with open_own(plain, LATER) as other:
                opened.append(other.read_only)

    change_password(plain, new_key(PASSWORD), LATER, open_elsewhere)

    assert opened == [True]


@pytest.mark.parametrize("name", ["damaged leg.db", "leg-damaged-2026-11-01-080000.db"])
def test_a_journal_that_is_called_damaged_is_a_journal(tmp_path, name):
    folders = BackupFolders(tmp_path / name)
    with JournalStore.create(folders.journal) as store:
        store.save_night(quiet_night(note=SECRET))
    changed = change_password(folders, new_key(PASSWORD), LATER).folders

    assert len(nights_in(changed)) == 1


LEFT_BY_A_KILL = (
    "home/.journal.db.new",
    "home/.journal.db.salvaged",
    "home/.journal.db.salvage-x7/copy.db",
    "home/.journal-before-update-3.db.new",
    "home/backups/.journal-2026-11-01-080000.db.new",
    "stick/.journal-2026-11-01-080000.db.new-journal",
)


def test_what_a_kill_left_half_written_before_there_was_a_password_goes_with_it(plain, tmp_path):
    for name in LEFT_BY_A_KILL:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(SECRET)
    other = tmp_path / "home" / ".journal-anna.db.new"
    other.write_text("of another journal")

    changed = change_password(plain, new_key(PASSWORD), LATER).folders

    assert files_with(SECRET, tmp_path) == []
    assert leftovers(changed) == [other.name]


def test_opening_a_journal_leaves_the_interrupted_change_of_another_beside_it_alone(plain):
    other = BackupFolders(plain.journal.with_name("journal-anna.db"))
    JournalStore.create(other.journal).close()
    other = change_password(other, new_key(PASSWORD), LATER).folders
    staged = other.journal.with_name(".journal-anna.db.under-new-password")
    staged.write_bytes(plain.journal.read_bytes())

    open_own(plain, LATER).close()

    assert nights_in(other) == ()
    assert staged.exists()


def test_a_copy_that_cannot_be_written_keeps_no_other_one_readable(plain, tmp_path):
    changed = change_password(plain, new_key(PASSWORD), LATER).folders
    for path in (changed.found()[-1].path, aside := next(plain.journal.parent.glob("*-before-restore-*"))):
        path.write_bytes(b"SQLite format 3\0" + SECRET.encode())
    in_the_way = changed.found()[-1].path
    in_the_way.with_name(f".{in_the_way.name}.under-new-password").mkdir()
    assert aside in files_with(SECRET, tmp_path)

    open_own(changed, LATER).close()

    assert files_with(SECRET, tmp_path) == [in_the_way]


def test_a_copy_that_was_unsound_already_keeps_nobody_from_a_password(plain, tmp_path):
    unsound, no_journal = plain.found()[0].path, plain.found()[1].path
    driver = sqlite3.connect(unsound)
    driver.execute("UPDATE night SET batch = 999")
    driver.commit()
    driver.close()
    no_journal.write_bytes(content := b"SQLite format 3\0" + SECRET.encode())

    changed = change_password(plain, new_key(PASSWORD), LATER)
    assert (changed.left, files_with(SECRET, tmp_path)) == ((), [])

    change_password(changed.folders, None, LATER)
    assert no_journal.read_bytes() == content
