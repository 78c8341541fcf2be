"""Hidden files beside a journal and its backups: new forms under another password, and half-written ones."""

import re
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from journal_app.store.backup_folders import BackupFolders
from journal_app.store.key import is_protected

ENDING = ".under-new-password"
UNFINISHED = (".new", ".salvage")
# A journal with a longer name beside this one is another's.
_OF_A_COPY = r"-(?:before-restore|before-update|damaged)-.+|-\d{4}-\d\d-\d\d-\d{6}(?:-\d+)?"


def staged_form(path: Path) -> Path:
    """Return where a file's new form waits until it takes the file's place."""
    return path.with_name(f".{path.name}{ENDING}")


def final_place(staged: Path) -> Path:
    """Return the file whose new form this is."""
    return staged.with_name(staged.name.removeprefix(".").removesuffix(ENDING))


def every_staged(folders: BackupFolders) -> Iterator[Path]:
    """Yield the new forms there are, of the journal and of each copy, and what is left of writing them."""
    return (each for each in _hidden(folders) if ENDING in each.name)


def drop_readable(folders: BackupFolders) -> None:
    """Remove what anybody can read of a backup, restore, update or rescue that was killed in the midst."""
    for each in list(_hidden(folders)):
        if any(part in each.name for part in UNFINISHED) and not is_protected(each):
            with suppress(OSError):
                shutil.rmtree(each) if each.is_dir() else each.unlink()


def _hidden(folders: BackupFolders) -> Iterator[Path]:
    stem, suffix = re.escape(folders.journal.stem), re.escape(folders.journal.suffix)
    own = re.compile(rf"\.{stem}(?:{_OF_A_COPY})?{suffix}.*")
    for folder in (folders.journal.parent, *folders.folders):
        with suppress(OSError):
            yield from (each for each in folder.iterdir() if own.fullmatch(each.name))
