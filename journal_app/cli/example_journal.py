"""The example journal that the window opens: made anew each day in the program's own cache folder."""

from datetime import date, timedelta
from pathlib import Path

from journal_app.exchange.example import SOURCE, example_records
from journal_app.language import Language
from journal_app.paths import cache_home
from journal_app.store.journal_file import FILES_BESIDE, make_private_folder
from journal_app.store.journal_store import JournalStore

FOLDER = "example"


def example_journal(today: date, language: Language) -> Path:
    """Return today's example in a language, made if it is not there; nothing outside the cache is touched."""
    folder = cache_home() / FOLDER
    journal = folder / f"example-{language.locale.language}-{today}.db"
    if not journal.exists():
        make_private_folder(folder)
        _remove_former(folder, today)
        half_made = journal.with_suffix(".new")
        with JournalStore.create(half_made) as store:
            store.apply(example_records(today - timedelta(days=1), language), SOURCE)
        half_made.replace(journal)
    return journal


def _remove_former(folder: Path, today: date) -> None:
    """Remove the examples of other days; one that is still open somewhere stays until tomorrow."""
    found = [*folder.glob("example-*.db"), *folder.glob("example-*.new")]
    for former in (file for file in found if not file.stem.endswith(f"-{today}")):
        for ending in ("", *FILES_BESIDE):
            try:
                former.with_name(former.name + ending).unlink(missing_ok=True)
            except PermissionError:
                continue
