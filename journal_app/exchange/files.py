"""Writing a file that others will read: whole or not at all, and for its owner only."""

import os
from pathlib import Path

from journal_app.journal.errors import JournalError
from journal_app.language import later


def write_text(path: Path, text: str) -> None:
    """Write a text file; one that was there stays as it was until the new one is complete."""
    unfinished = path.with_name(f".{path.name}.new")
    try:
        handle = os.open(unfinished, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        unfinished.replace(path)
    except OSError as fault:
        template = later("{file} cannot be written: {why}.")
        raise JournalError(template, file=path, why=fault.strerror) from fault
    finally:
        unfinished.unlink(missing_ok=True)
