"""Opening one's own journal: one writer at a time, and a word about places that put it at risk."""

import json
import platform
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import WrongPassword
from journal_app.store.password import finish_change, protect_stragglers
from journal_app.store.rescue import refuse_lost

SYNCED = (
    "dropbox",
    "onedrive",
    "icloud",
    "google drive",
    "googledrive",
    "nextcloud",
    "owncloud",
    "syncthing",
    "com~apple~clouddocs",
)
NETWORK = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "davfs", "afs")
MOUNTS = Path("/proc/mounts")


class OpenElsewhere(JournalError):
    """The journal is open on another computer."""


def open_own(folders: BackupFolders, now: datetime) -> JournalStore:
    """Open the person's journal, made if it is new; to read only while another computer has it open."""
    journal = folders.journal
    refuse_lost(folders)
    try:
        if open_elsewhere(journal) is not None:
            return JournalStore.open(journal, read_only=True, key=folders.key)
        store = JournalStore.open_or_create(journal, key=folders.key)
    except WrongPassword as fault:
        raise DamagedJournal(journal.name) from fault  # the key was tried on the newest backup
    _let_copies_follow(folders)
    _mark_of(journal).write_text(
        json.dumps({"computer": _computer(), "since": f"{now:%Y-%m-%d %H:%M}"}), "utf-8"
    )
    _mark_of(journal).chmod(0o600)
    return store


def _let_copies_follow(folders: BackupFolders) -> None:
    """Finish a change of the password; what cannot be done now is tried again at the next opening."""
    with suppress(JournalError, OSError):
        finish_change(folders)
        protect_stragglers(folders)


def leave_own(journal: Path) -> None:
    """Tell other computers that the journal is closed here."""
    if open_elsewhere(journal) is None:
        _mark_of(journal).unlink(missing_ok=True)


def open_elsewhere(journal: Path) -> OpenElsewhere | None:
    """Tell which other computer has the journal open; a mark of this one was left by a crash."""
    try:
        told = json.loads(_mark_of(journal).read_text("utf-8"))
        computer, since = str(told["computer"]), str(told["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if computer == _computer():
        return None
    return OpenElsewhere(
        later(
            "{file} has been open on {computer} since {since}, so it is open here to read only. If it is"
            " closed there, delete {mark} beside it and open it again."
        ),
        file=journal.name,
        computer=computer,
        since=since,
        mark=_mark_of(journal).name,
    )


def risk_of_place(journal: Path, mounts: Path = MOUNTS) -> JournalError | None:
    """Tell whether a journal lies where copies may mix: in a synced folder or on another computer's disk."""
    folders = [part.lower() for part in journal.resolve().parent.parts]
    synced = any(part.startswith(SYNCED) for part in folders)
    if synced:
        return JournalError(
            later(
                "{file} lies in a synced folder. Open it on one computer at a time, and wait until it is"
                " synced. A second folder for backups is under Settings."
            ),
            file=journal.name,
        )
    if _on_network(journal, mounts):
        return JournalError(
            later(
                "{file} lies on another computer's disk. If the network fails while it is written, it can be"
                " damaged. Keep it on this computer, and backups there."
            ),
            file=journal.name,
        )
    return None


def _on_network(journal: Path, mounts: Path) -> bool:
    place = journal.resolve()
    if str(place).startswith("\\\\"):
        return True
    try:
        lines = [line.split() for line in mounts.read_text("utf-8").splitlines()]
    except OSError:
        return False
    above = [(len(on), kind) for _, on, kind, *_ in lines if place.is_relative_to(on)]
    return bool(above) and max(above)[1] in NETWORK


def _mark_of(journal: Path) -> Path:
    return journal.with_name(f".{journal.name}.open")


def _computer() -> str:
    return platform.node()
