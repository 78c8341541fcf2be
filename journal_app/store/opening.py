"""Opening one's own journal: one writer at a time, and a word about places that put it at risk."""

from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.faults import DamagedJournal, NoJournal, WriteProtected
from journal_app.store.journal_file import FILES_BESIDE, make_private_folder
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import WrongPassword
from journal_app.store.mark import Hold, mark_of, read_mark, written
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
    """The journal is open on another computer, or in another program of this one."""


class OwnJournal(JournalStore):
    """The person's journal as the window has it: marked as open until it is closed."""

    told: JournalError | None = None  # why it is open to read only, or what was lost
    hold: Hold | None = None

    def close(self) -> None:
        """Close the file, and let others have it."""
        super().close()
        if self.hold is not None:
            self.hold.end()
            self.hold = None


def open_own(folders: BackupFolders, now: datetime) -> OwnJournal:
    """Open the person's journal, made if it is new; to read only where that is all that can be done.

    Raises:
        JournalError: it can neither be written nor read.

    """
    refuse_lost(folders)
    try:
        elsewhere = open_elsewhere(folders.journal)
        return _to_write(folders, now) if elsewhere is None else _to_read(folders, elsewhere)
    except WrongPassword as fault:
        raise DamagedJournal(folders.journal.name) from fault  # the key was tried on the newest backup


def _to_write(folders: BackupFolders, now: datetime) -> OwnJournal:
    journal = folders.journal
    make_private_folder(journal.parent)
    hold = Hold.take(journal)
    if hold is None:
        return _to_read(folders, _open_here(journal))
    with ExitStack() as on_failure:
        on_failure.callback(hold.drop)
        told = lost_log(folders)
        try:
            store = OwnJournal.open_or_create(journal, key=folders.key)
        except (DamagedJournal, NoJournal, WrongPassword):
            raise
        except JournalError as fault:
            return _to_read(folders, _cannot_be_written(journal, fault), fault)
        on_failure.pop_all()
    _let_copies_follow(folders)
    hold.tell(now)
    store.hold, store.told = hold, told
    return store


def _to_read(folders: BackupFolders, told: JournalError, why: JournalError | None = None) -> OwnJournal:
    try:
        store = OwnJournal.open(folders.journal, read_only=True, key=folders.key)
    except JournalError as fault:
        raise why or fault from fault
    store.told = told
    return store


def _cannot_be_written(journal: Path, fault: JournalError) -> JournalError:
    if isinstance(fault, WriteProtected):
        template = later(
            "{file} is write-protected, so it is open to read only. Remove the protection and open it again"
            " to go on."
        )
    else:
        template = later(
            "{file} cannot be written now, so it is open to read only. See whether its disk is full or"
            " another program uses it, and open it again to go on."
        )
    return JournalError(template, file=journal.name)


def _let_copies_follow(folders: BackupFolders) -> None:
    """Finish a change of the password; what cannot be done now is tried again at the next opening."""
    with suppress(JournalError, OSError):
        finish_change(folders)
        protect_stragglers(folders)


def open_elsewhere(journal: Path) -> OpenElsewhere | None:
    """Tell which other computer has the journal open."""
    mark = read_mark(journal)
    if mark is None or mark.of_this_computer:
        return None
    return OpenElsewhere(
        later(
            "{file} has been open on {computer} since {since}, so it is open here to read only. If it is"
            " closed there, delete {mark} beside it and open it again."
        ),
        file=journal.name,
        computer=mark.computer,
        since=mark.since,
        mark=mark_of(journal).name,
    )


def _open_here(journal: Path) -> OpenElsewhere:
    mark = read_mark(journal)
    return OpenElsewhere(
        later(
            "{file} is open in another window on this computer (process {process}, since {since}), so it is"
            " open here to read only. Close it there and open it again."
        ),
        file=journal.name,
        process=mark.process if mark else "?",
        since=mark.since if mark else "?",
    )


def lost_log(folders: BackupFolders) -> JournalError | None:
    """Tell whether a crash left a journal whose log was taken away since: the last entries were in it."""
    journal, mark = folders.journal, read_mark(folders.journal)
    if mark is None or not mark.of_this_computer or mark.written != written(journal):
        return None  # closed, never opened here, or brought up to date by another program since
    if journal.with_name(journal.name + FILES_BESIDE[0]).exists():
        return None
    newest = folders.newest()
    return JournalError(
        later(
            "{file} was not closed properly on {since}, and its log {log} is missing. What was entered since"
            " then may be lost. The newest backup is of {backup}."
        )
        if newest
        else later(
            "{file} was not closed properly on {since}, and its log {log} is missing. What was entered since"
            " then may be lost. There is no backup."
        ),
        file=journal.name,
        since=mark.since,
        log=journal.name + FILES_BESIDE[0],
        backup=f"{newest:%Y-%m-%d %H:%M}" if newest else "",
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
