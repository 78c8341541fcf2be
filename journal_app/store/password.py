"""Setting, changing and removing the password of a journal: of its file and of every copy of it.

Each file is first written anew beside itself, and verified. Then the journal takes its new form, and its
copies after it. Who is interrupted before that has everything under the former password; after it, the
next opening lets the copies follow.
"""

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from glob import escape
from hashlib import sha256
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.store.backup_folders import BackupFolders, backups_in
from journal_app.store.connection import connect, faults_told
from journal_app.store.copies import drop, settle
from journal_app.store.faults import DamagedJournal, NoJournal, UnsoundCopy
from journal_app.store.journal_file import FILES_BESIDE
from journal_app.store.journal_store import JournalStore
from journal_app.store.key import Key, Protected, WrongPassword, is_plain, is_protected, key_for, salt_of
from journal_app.store.leftovers import drop_readable, every_staged, final_place, staged_form
from journal_app.store.mark import Hold
from journal_app.store.rekeying import is_seal, opens, seal, unseal, write_under

EARLIER = ("before-restore", "before-update")
DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class PasswordOutcome:
    """The folders as they are to be used now, and the copies that could not follow."""

    folders: BackupFolders
    left: tuple[Path, ...]


def needs_password(folders: BackupFolders) -> bool:
    """Tell whether a password is needed to open a journal or, where that is lost, its backups."""
    if folders.key is not None or is_plain(folders.journal):
        return False
    return is_protected(folders.journal) or bool(_witnesses(folders))


def unlocked(folders: BackupFolders, password: str) -> BackupFolders:
    """Return the folders with the key that the password makes; this takes a moment by design.

    Raises:
        WrongPassword: it opens neither the journal nor its newest backup.
        DamagedJournal: it opens the newest backup, so it is the journal that is damaged.

    """
    for path in (folders.journal, *_witnesses(folders)[:1]):
        if is_protected(path):
            key = key_for(path, password)
            if opens(path, key):
                return replace(folders, key=key)
    raise WrongPassword(folders.journal.name)


def change_password(
    folders: BackupFolders, to: Key | None, now: datetime, tell: Callable[[int, int], None] | None = None
) -> PasswordOutcome:
    """Put a closed journal and every copy of it under another key, or under none.

    `tell` hears how many files are done, and of how many.

    Raises:
        JournalError: nothing was changed; the sentence says why.

    """
    changed = replace(folders, key=to)
    with _kept_from_other_windows(folders.journal):
        _back_up(folders, now)
        _bring_in_log(folders)
        left = _put_under(folders, to, tell or _tell_nobody)
        left += finish_change(changed)
        protect_stragglers(changed)
    return PasswordOutcome(changed, left)


def finish_change(folders: BackupFolders) -> tuple[Path, ...]:
    """Let the copies follow the journal; drop what was not to be. Return those that cannot follow now."""
    left: list[Path] = []
    for staged in every_staged(folders):
        try:
            follows = not is_protected(staged) if folders.key is None else opens(staged, folders.key)
            if follows and not staged.name.endswith(".new"):
                _settle(staged, folders)
            else:
                staged.unlink(missing_ok=True)
        except (JournalError, OSError):
            left.append(final_place(staged))
    return tuple(left)


def protect_stragglers(folders: BackupFolders) -> None:
    """Put the copies that anybody can read under the journal's key: a stick may not have been there."""
    if folders.key is None:
        return
    drop_readable(folders)
    for path in _copies(folders):
        with suppress(JournalError, OSError):  # one that cannot be written keeps no other readable
            if not is_protected(path) and _stage(path, folders, folders.key):
                _settle(staged_form(path), folders)


@contextmanager
def _kept_from_other_windows(journal: Path) -> Generator[None]:
    hold = Hold.take(journal)
    if hold is None:
        template = later("{file} is in use by another program. Close it there and try again.")
        raise JournalError(template, file=journal.name)
    try:
        yield
    finally:
        hold.drop()


def _put_under(folders: BackupFolders, to: Key | None, tell: Callable[[int, int], None]) -> tuple[Path, ...]:
    """Write every file's new form, and let the journal take its own; return the copies that have none."""
    journal, before = folders.journal, _content(folders.journal)
    every = (journal, *_copies(folders))
    left: list[Path] = []
    with ExitStack() as on_failure:
        on_failure.callback(_drop_staged, folders)
        for done, path in enumerate(every):
            tell(done, len(every))
            if not _stage(path, folders, to):
                left.append(path)
        if journal in left:
            raise DamagedJournal(journal.name)
        if _content(journal) != before:
            template = later("{file} was changed by another program meanwhile. The password is as it was.")
            raise JournalError(template, file=journal.name)
        _settle(staged_form(journal), folders)
        on_failure.pop_all()
    return tuple(left)


def _tell_nobody(_done: int, _of: int) -> None:
    """Nobody waits to see how far it is."""


def _content(journal: Path) -> tuple[bytes, ...]:
    files = (journal.with_name(journal.name + ending) for ending in ("", *FILES_BESIDE))
    return tuple(sha256(each.read_bytes()).digest() if each.exists() else b"" for each in files)


def _back_up(folders: BackupFolders, now: datetime) -> None:
    for fault in folders.make((folders.folder,), now).faults:
        raise fault


def _bring_in_log(folders: BackupFolders) -> None:
    """Bring the log into the file; whoever else has it open is told of."""
    JournalStore.open(folders.journal, key=folders.key).close()
    with faults_told(folders.journal), connect(folders.journal, key=folders.key) as db:
        db.disable_wal()


def _stage(path: Path, folders: BackupFolders, to: Key | None) -> bool:
    """Write a file's new form beside it; tell whether it can be had."""
    unfinished = staged_form(path).with_name(staged_form(path).name + ".new")
    try:
        if not _written(path, unfinished, folders, to):
            return False
        settle(unfinished, staged_form(path))
    except OSError as fault:
        template = later("{file} could not be written: {why}. The password is as it was.")
        raise JournalError(template, file=path.name, why=fault.strerror) from fault
    finally:
        drop(unfinished)
    return True


def _written(path: Path, unfinished: Path, folders: BackupFolders, to: Key | None) -> bool:
    key = folders.key
    if key is not None and to is None and is_seal(path, key):
        unseal(path, unfinished, key)
        return True
    if is_protected(path) or (is_plain(path) and not _set_aside(path, folders)):
        try:
            write_under(path, unfinished, path, key, to)
        except (DamagedJournal, NoJournal, UnsoundCopy, WrongPassword, Protected):
            pass
        else:
            return True
    if to is None or is_protected(path) or path == folders.journal:
        return False
    seal(path, unfinished, to)
    return True


def _settle(staged: Path, folders: BackupFolders) -> None:
    path = final_place(staged)
    try:
        settle(staged, path)
        for ending in () if _set_aside(path, folders) else FILES_BESIDE:
            # Its log is in it already; read again, it would spoil a file under another key.
            path.with_name(path.name + ending).unlink(missing_ok=True)
    except OSError as fault:
        template = later("{file} could not be replaced: {why}. Open the journal again to try once more.")
        raise JournalError(template, file=path.name, why=fault.strerror) from fault


def _drop_staged(folders: BackupFolders) -> None:
    for staged in every_staged(folders):
        drop(staged)


def _set_aside(path: Path, folders: BackupFolders) -> bool:
    """Tell whether it is a damaged journal that was set aside, or what lay beside it."""
    return path.name.startswith(f"{folders.journal.stem}-{DAMAGED}-") and path != folders.journal


def _copies(folders: BackupFolders) -> tuple[Path, ...]:
    """Return every file that holds nights of a journal beside itself."""
    journal = folders.journal
    stem, suffix = escape(journal.stem), escape(journal.suffix)
    backups = (each.path for folder in folders.folders for each in backups_in(folder, journal))
    earlier = (each for why in EARLIER for each in journal.parent.glob(f"{stem}-{why}-*{suffix}"))
    damaged = journal.parent.glob(f"{stem}-{DAMAGED}-*{suffix}*")
    return tuple(each for each in (*backups, *earlier, *sorted(damaged)) if each.is_file())


def _witnesses(folders: BackupFolders) -> list[Path]:
    """Return the copies that can tell whether a password is the journal's when the journal cannot.

    Those of its own salt were made under its password. Only where its salt is spoiled too, any may tell.
    """
    backups = [each.path for each in folders.found() if is_protected(each.path)]
    of_its_salt = [
        each for each in (*backups, *every_staged(folders)) if salt_of(each) == salt_of(folders.journal)
    ]
    return of_its_salt or backups
