"""Where things lie: the journal on this computer, and the files that come with the program."""

import os
import sys
from pathlib import Path

import platformdirs

APP_NAME = "night-cramp-journal"
JOURNAL_NAME = "journal.db"
HOME_VARIABLE = "CRAMP_JOURNAL_HOME"


def journal_home() -> Path:
    """Return the folder of the person's own files; `CRAMP_JOURNAL_HOME` moves it."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(APP_NAME, appauthor=False))


def default_journal() -> Path:
    """Return the journal that opens when none is named."""
    return journal_home() / JOURNAL_NAME


def cache_home() -> Path:
    """Return the folder of what can be made again: the example journal, and nothing of the person's."""
    chosen = os.environ.get(HOME_VARIABLE)
    return Path(chosen) / "cache" if chosen else Path(platformdirs.user_cache_dir(APP_NAME, appauthor=False))


def bundled(name: str) -> Path:
    """Return a folder that came with the program, from a checkout, a wheel or a frozen bundle alike."""
    here = Path(__file__).resolve().parent
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / name] if frozen else [here / "bundled" / name, here.parent / name]
    return next((place for place in places if place.is_dir()), places[-1])
