"""One's own journal as the window has it: its place, its backups, and the key while it is unlocked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import WrongPassword, key_for, new_key
from journal_app.store.opening import open_own
from journal_app.store.password import change_password, needs_password, unlocked


class Vault:
    """Holds the key in memory, never the password; `lock` forgets it."""

    def __init__(self, journal: Path) -> None:
        self._folders = BackupFolders(journal)
        self.told: JournalError | None = None  # of the journal as it was opened last

    def folders(self, second: str) -> BackupFolders:
        """Return where the backups are, with the key that opens them; an empty name is no second folder."""
        self._folders = replace(self._folders, second=Path(second) if second else None)
        return self._folders

    @property
    def protected(self) -> bool:
        """Whether the journal has a password, and is unlocked."""
        return self._folders.key is not None

    @property
    def wants_password(self) -> bool:
        """Whether a password has to be given before anything can be read."""
        return needs_password(self._folders)

    def open(self, now: datetime) -> JournalStore:
        """Open the journal, made if it is not there.

        Raises:
            JournalError: it cannot be opened, or wants its password.

        """
        opened = open_own(self._folders, now)
        self.told = opened.told
        return opened

    def unlock(self, password: str) -> None:
        """Make the key of a password.

        Raises:
            WrongPassword: it is another one.

        """
        self._folders = unlocked(self._folders, password)

    def refuse_other(self, password: str) -> None:
        """Refuse a password that is not the present one."""
        if key_for(self._folders.journal, password) != self._folders.key:
            raise WrongPassword(self._folders.journal.name)

    def lock(self) -> None:
        """Forget the key."""
        self._folders = replace(self._folders, key=None)

    def change(self, password: str, now: datetime, tell: Callable[[int, int], None]) -> tuple[Path, ...]:
        """Give the closed journal and its copies another password, or none; return what did not follow.

        Raises:
            JournalError: nothing was changed.

        """
        outcome = change_password(self._folders, new_key(password) if password else None, now, tell)
        self._folders = outcome.folders
        return outcome.left
