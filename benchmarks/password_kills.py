"""A change of the password killed at random moments: does one password open everything, is nothing lost?

Run `python -m benchmarks.password_kills`, or with a number of kills. The journal and its copies are taken
from no password to one, to another, and back, over and over. After each kill they are opened as the program
opens them; every night has to be there, every copy has to open, and while there is a password no file may
hold a word of the journal.
"""

import argparse
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.journal.night import Night
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import WrongPassword, new_key
from journal_app.store.opening import open_own
from journal_app.store.password import change_password, needs_password, unlocked

KILLS = 200
SEED = 20261123
PASSWORDS = ("", "rhubarb 1951", "gooseberry 1952")
PLANTED = "a word planted in every note"
NIGHTS = 60
FIRST = date(2026, 1, 1)
NOW = datetime(2026, 11, 4, 7, 30, tzinfo=UTC)
LIVES = (0.2, 1.2)  # of the time that a change takes
BACKUPS = 6
COPIES_TAKE = 0.03  # seconds in which the copies follow the journal


@dataclass(frozen=True)
class Tally:
    """What was counted; the last four have to be nothing."""

    kills: int = 0
    finished: int = 0
    had_changed: int = 0  # killed while the copies followed the journal
    lost: int = 0
    not_opened: int = 0
    copies_not_opened: int = 0
    readable: int = 0

    @property
    def broken(self) -> int:
        """Return how many promises were not kept."""
        return self.lost + self.not_opened + self.copies_not_opened + self.readable


def main() -> int:
    """Print the figures; exit 1 where a promise was broken."""
    if sys.argv[1:2] == ["--change"]:
        journal, former, new = sys.argv[2:]
        return _change(Path(journal), former, new)
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kills", type=int, nargs="?", default=KILLS)
    options.add_argument("--seed", type=int, default=SEED)
    asked = options.parse_args()
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(dir=".") as folder:
        tally = kills_of_changes(Path(folder), asked.kills, random.Random(asked.seed))
    print(f"{tally.kills} changes of the password killed in {time.perf_counter() - began:.0f} s,", end=" ")
    print(
        f"{tally.had_changed} of them after the journal had changed; {tally.finished} more were done by then"
    )
    print(f"nights lost {tally.lost}, journals that no password opened {tally.not_opened},", end=" ")
    print(f"copies not opened {tally.copies_not_opened}, files with a readable word {tally.readable}")
    return 1 if tally.broken else 0


def kills_of_changes(folder: Path, kills: int, rng: random.Random) -> Tally:
    """Kill so many changes, and look after each."""
    folders = _begun(folder / "journal.db")
    at, tally = 0, Tally()
    began = time.perf_counter()
    _killed_change(folders.journal, "", PASSWORDS[1], 120, None)
    whole, at = time.perf_counter() - began, 1
    while tally.kills < kills:
        to = (at + 1) % len(PASSWORDS)
        life = whole * rng.uniform(*LIVES)
        after = rng.uniform(0, COPIES_TAKE) if rng.random() < 1 / 2 else None
        killed = _killed_change(folders.journal, PASSWORDS[at], PASSWORDS[to], life, after)
        tally = replace(tally, kills=tally.kills + killed, finished=tally.finished + (not killed))
        found = _opened(folders, (PASSWORDS[at], PASSWORDS[to]))
        if found is None:
            return replace(tally, not_opened=tally.not_opened + 1)
        opened, now = found
        changed, at = now == PASSWORDS[to], PASSWORDS.index(now)
        tally = replace(tally, had_changed=tally.had_changed + (killed and changed))
        tally = _looked_at(opened, tally)
    return tally


def _begun(journal: Path) -> BackupFolders:
    folders = BackupFolders(journal)
    with JournalStore.create(journal) as store:
        for k in range(NIGHTS):
            store.save_night(Night(FIRST + timedelta(days=k), logged_at=NOW, note=PLANTED))
        for k in range(BACKUPS):
            folders.make(folders.folders, NOW - timedelta(days=k))
    return folders


def _killed_change(journal: Path, former: str, new: str, life: float, after_journal: float | None) -> bool:
    """Let a process change the password, and kill it after a while; tell whether it was still at it.

    `after_journal` waits until the journal has its new form, and so many seconds more.
    """
    command = [sys.executable, "-m", "benchmarks.password_kills", "--change", str(journal), former, new]
    before = journal.stat().st_ino
    process = subprocess.Popen(command)
    try:
        if after_journal is not None:
            while process.poll() is None and journal.stat().st_ino == before:
                time.sleep(0.0005)
            life = after_journal
        process.wait(life)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def _change(journal: Path, former: str, new: str) -> int:
    folders = BackupFolders(journal)
    folders = unlocked(folders, former) if former else folders
    change_password(folders, new_key(new) if new else None, NOW)
    return 0


def _opened(folders: BackupFolders, passwords: Sequence[str]) -> tuple[BackupFolders, str] | None:
    """Open the journal by one of two passwords, as the program does, which lets its copies follow."""
    for password in passwords:
        try:
            found = unlocked(folders, password) if needs_password(folders) else folders
            if bool(password) == (found.key is not None):
                open_own(found, NOW).close()
                return found, password
        except WrongPassword:
            continue
        except JournalError as fault:
            print(fault)
            return None
    return None


def _looked_at(folders: BackupFolders, tally: Tally) -> Tally:
    with JournalStore.open(folders.journal, read_only=True, key=folders.key) as store:
        sound = store.faults() == () and all(night.note == PLANTED for night in store.nights())
        lost = NIGHTS - len(store.nights()) if sound else NIGHTS
    unopened = sum(each.fault is not None for each in folders.held())
    files = [each for each in folders.journal.parent.rglob("*") if each.is_file()]
    readable = sum(PLANTED.encode() in each.read_bytes() for each in files) if folders.key else 0
    return replace(
        tally,
        lost=tally.lost + lost,
        copies_not_opened=tally.copies_not_opened + unopened,
        readable=tally.readable + readable,
    )


if __name__ == "__main__":
    sys.exit(main())
