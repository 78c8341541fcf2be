"""What can be done about a journal that cannot be opened. Whatever is chosen, the former file is kept."""

from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.backup import put_in_place, restore
from journal_app.store.backup_folders import BackupFolders, HeldBackup
from journal_app.store.faults import DamagedJournal, NoJournal
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import Key
from journal_app.store.nights import NightsHeld
from journal_app.store.salvage import salvage


class MissingJournal(JournalError):
    """There is no journal where one was, for its backups are there."""

    def __init__(self, file: str) -> None:
        super().__init__(later("{file} is not there any more, but backups of it are."), file=file)


@dataclass(frozen=True, slots=True)
class Rescue:
    """What is left of a journal: what was read out of the file, and the newest backup that is sound."""

    journal: Path
    salvaged: NightsHeld | None
    backup: HeldBackup | None
    key: Key | None = field(default=None, repr=False)

    @property
    def missing(self) -> bool:
        """Whether there is no file at all."""
        return not self.journal.exists()

    @property
    def read_out(self) -> Path:
        """Return the file of what was read out, until it is used or left."""
        return self.journal.with_name(f".{self.journal.name}.salvaged")

    def use_salvaged(self, now: datetime) -> Path | None:
        """Go on with what could be read; return where the damaged journal is kept."""
        try:
            return put_in_place(self.read_out, self.journal, "damaged", now)
        except OSError as fault:
            template = later("{file} could not be set aside: {why}. Nothing was changed.")
            raise JournalError(template, file=self.journal.name, why=fault.strerror) from fault

    def use_backup(self, now: datetime) -> Path | None:
        """Go on with the newest sound backup; return where the damaged journal is kept."""
        if self.backup is None:
            raise JournalError(later("There is no sound backup of {file}."), file=self.journal.name)
        return restore(self.backup.found.path, self.journal, now, "damaged", self.key, self.key)

    def begin_empty(self) -> None:
        """Begin a new journal where the former one is missing; its backups stay."""
        JournalStore.create(self.journal, key=self.key).close()

    def leave(self) -> None:
        """Leave everything as it is."""
        self.read_out.unlink(missing_ok=True)


def can_be_rescued(error: JournalError) -> bool:
    """Tell whether a journal that cannot be opened is worth a look; a newer or locked one is left alone."""
    return isinstance(error, DamagedJournal | NoJournal | MissingJournal)


def look_for_rescue(folders: BackupFolders) -> Rescue:
    """Read out what can be read of a journal, and find its newest sound backup."""
    sound = next((each for each in folders.held() if each.fault is None), None)
    found = Rescue(folders.journal, None, sound, folders.key)
    if not folders.journal.is_file():
        return found
    salvaged = salvage(folders.journal, found.read_out, folders.key)
    if salvaged is None:
        found.leave()
    return replace(found, salvaged=salvaged)


def refuse_lost(folders: BackupFolders) -> None:
    """Refuse to begin an empty journal where one was: its backups tell."""
    if not folders.journal.exists() and folders.found():
        raise MissingJournal(folders.journal.name)
