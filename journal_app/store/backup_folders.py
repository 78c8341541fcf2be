"""The backups of one journal: beside it and, if chosen, in a second folder. Made, listed, tidied."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.backup import backup, restore
from journal_app.store.backup_rota import worth_keeping
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import Key, Protected, WrongPassword, key_for
from journal_app.store.nights import NightsHeld

FOLDER = "backups"
_MOMENT = re.compile(r"-(\d{4}-\d\d-\d\d-\d{6})(?:-\d+)?")


@dataclass(frozen=True, slots=True)
class FoundBackup:
    """A backup by its name: where it is, and when it was made by the clock on the wall."""

    path: Path
    made: datetime
    size: int
    before_restore: bool = False  # it is the journal that a restore put aside


@dataclass(frozen=True, slots=True)
class HeldBackup:
    """A backup that was looked into; `fault` tells why it cannot be used."""

    found: FoundBackup
    nights: NightsHeld
    fault: JournalError | None = None

    @property
    def wants_password(self) -> bool:
        """Whether it is under another password than the journal, which may be a former one."""
        return isinstance(self.fault, Protected | WrongPassword)


@dataclass(frozen=True, slots=True)
class BackupOutcome:
    """What became of making backups: the files made, and what went wrong."""

    made: tuple[Path, ...]
    faults: tuple[JournalError, ...]


@dataclass(frozen=True, slots=True)
class BackupFolders:
    """Where the backups of a journal are. Every method may be called from any thread."""

    journal: Path
    second: Path | None = None
    key: Key | None = field(default=None, repr=False)  # of the journal, if it is protected

    @property
    def folder(self) -> Path:
        """Return the folder beside the journal."""
        return self.journal.parent / FOLDER

    @property
    def folders(self) -> tuple[Path, ...]:
        """Return the folder beside the journal, then the second one."""
        return (self.folder,) if self.second is None else (self.folder, self.second)

    def lacking(self, on: date) -> tuple[Path, ...]:
        """Return the folders without a backup of a day."""
        return tuple(
            folder
            for folder in self.folders
            if all(each.made.date() != on for each in backups_in(folder, self.journal))
        )

    def make(self, folders: Sequence[Path], now: datetime) -> BackupOutcome:
        """Back up into folders, each by itself, and remove the backups that are not kept any longer."""
        made: list[Path] = []
        faults: list[JournalError] = []
        for folder in folders:
            try:
                self._refuse_missing(folder)
                with JournalStore.open(self.journal, read_only=True, key=self.key) as store:
                    made.append(backup(store, folder, now))
                tidy(folder, self.journal)
            except JournalError as fault:
                faults.append(fault)
        return BackupOutcome(tuple(made), tuple(faults))

    def make_lacking(self, now: datetime) -> BackupOutcome:
        """Back up into the folders that have no backup of this day yet."""
        return self.make(self.lacking(now.date()), now)

    def newest(self) -> datetime | None:
        """Return when the newest backup was made."""
        return max((each.made for each in self.found()), default=None)

    def found(self) -> tuple[FoundBackup, ...]:
        """Return the backups by their names, the newest first."""
        every = [each for folder in self.folders for each in backups_in(folder, self.journal)]
        return tuple(sorted(every, key=lambda each: each.made, reverse=True))

    def held(self) -> tuple[HeldBackup, ...]:
        """Look into every backup and every journal a restore put aside, the newest first."""
        every = (*self.found(), *_put_aside(self.journal))
        newest_first = sorted(every, key=lambda each: each.made, reverse=True)
        return tuple(look_into(each, self.key) for each in newest_first)

    def restore(self, backed_up: Path, now: datetime, password: str = "") -> Path | None:
        """Put a backup in the place of the journal; return where the former one is kept now.

        A backup made under a former password needs that one; the journal stays under its present one.
        """
        key = key_for(backed_up, password) if password else self.key
        return restore(backed_up, self.journal, now, key=key, to=self.key)

    def _refuse_missing(self, folder: Path) -> None:
        # A stick that was pulled out: a folder made in its place would be on the wrong disk.
        if folder == self.second and not folder.is_dir():
            raise JournalError(
                later("The second folder for backups is not there now. Is its disk plugged in?")
            )


def backups_in(folder: Path, journal: Path) -> tuple[FoundBackup, ...]:
    """Return the backups of a journal in a folder by their names; none where there is no such folder."""
    return tuple(_named(folder, journal.stem, journal.suffix))


def look_into(found: FoundBackup, key: Key | None = None) -> HeldBackup:
    """Open a backup to read only and say what it holds."""
    try:
        with JournalStore.open(found.path, read_only=True, key=key) as store:
            return HeldBackup(found, store.nights_held())
    except JournalError as fault:
        return HeldBackup(found, NightsHeld(), fault)


def tidy(folder: Path, journal: Path) -> None:
    """Remove the backups of a journal that are not kept any longer; other files stay."""
    found = backups_in(folder, journal)
    kept = worth_keeping(each.made for each in found)
    for each in found:
        if each.made not in kept:
            _remove(each.path)


def _remove(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError as fault:
        template = later("The old backup {file} could not be removed: {why}.")
        raise JournalError(template, file=path.name, why=fault.strerror) from fault


def _put_aside(journal: Path) -> Iterator[FoundBackup]:
    for each in _named(journal.parent, f"{journal.stem}-before-restore", journal.suffix):
        yield replace(each, before_restore=True)


def _named(folder: Path, start: str, suffix: str) -> Iterator[FoundBackup]:
    try:
        every = [(each, each.stat().st_size) for each in folder.iterdir() if each.suffix == suffix]
    except OSError:
        return
    for path, size in every:
        made = _made(path.stem.removeprefix(start)) if path.stem.startswith(start) else None
        if made is not None:
            yield FoundBackup(path, made, size)


def _made(ending: str) -> datetime | None:
    told = _MOMENT.fullmatch(ending)
    try:
        return datetime.strptime(told[1], "%Y-%m-%d-%H%M%S") if told else None  # noqa: DTZ007 wall clock
    except ValueError:
        return None
