"""The ways the window is photographed in, and how it is opened for that on a morning that stands still."""

import json
import os
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import count
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from journal_app.app import FIRST_PAGE, Program
from journal_app.exchange.example import SOURCE, example_records
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.language import language_for
from journal_app.paths import journal_home
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.ui.away_watch import AwayWatch
from journal_app.ui.preferences import PreferenceFile, Preferences
from journal_app.ui.theme import load_fonts

MORNING = datetime(2026, 11, 4, 7, 41, tzinfo=ZoneInfo("Europe/London"))
AN_HOUR_AGO = MORNING - timedelta(hours=1)
EVENING = MORNING.date() - timedelta(days=1)
CRAMP = Episode(
    Leg.LEFT, "calf", 6, time(3), minutes=3, woke=True, relief=("stretched", "walked"), helped=Helped.MUCH
)
LAST_NIGHT = Night(EVENING, (CRAMP,), logged_at=MORNING)
SCREEN = {"name": "laptop", "x": 0, "y": 0, "width": 1440, "height": 900, "dpr": 1} | dict.fromkeys(
    ("logicalDpi", "logicalBaseDpi"), 96
)
SETTLE_SECONDS = 0.5
USUAL, SMALLEST, WIDE = QSize(1280, 860), QSize(1024, 640), QSize(1440, 900)
_numbers = count()


@dataclass(frozen=True)
class Look:
    """How the window looks and speaks; `mirrored` reads it from right to left."""

    name: str
    size: QSize
    theme: str = "light"
    scale: int = 100
    language: str = "en"
    more_contrast: bool = False
    mirrored: bool = False


LIGHT = Look("light-100", USUAL)
DARK_LARGE = Look("dark-200", WIDE, "dark", 200)
GERMAN = Look("german-100", USUAL, language="de")
LOOKS = (
    LIGHT,
    Look("dark-100", USUAL, "dark"),
    Look("light-200", SMALLEST, scale=200),
    DARK_LARGE,
    Look("smallest", SMALLEST),
    Look("contrast", USUAL, more_contrast=True),
    GERMAN,
    Look("german-200", SMALLEST, scale=200, language="de"),
    Look("mirrored", USUAL, mirrored=True),
)
LOOKS_OF_PLACES = (LIGHT, DARK_LARGE, GERMAN)


@dataclass(frozen=True)
class Start:
    """What the program is started on."""

    journal: Path
    welcomed: bool = True
    example: bool = False


def new_application() -> QApplication:
    """Begin Qt without a display, on a screen of a usual size, with our own letters."""
    screens = journal_home() / "screen.json"
    screens.write_text(json.dumps({"screens": [SCREEN]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={screens}"
    application = QApplication(["screenshots"])
    load_fonts()
    return application


def new_journal(tag: str = "en", *, filled: bool = True) -> Path:
    """Make a journal: empty, or the example in a language with a cramp in the last night."""
    journal = journal_home() / str(next(_numbers)) / "journal.db"
    journal.parent.mkdir(parents=True)
    with JournalStore.create(journal) as store:
        if filled:
            store.apply(example_records(EVENING, language_for(tag)), SOURCE)
            store.save_night(LAST_NIGHT)
    if filled:
        backups = BackupFolders(journal)
        backups.make([backups.folder], AN_HOUR_AGO)
    return journal


@contextmanager
def opened(application: QApplication, look: Look, start: Start) -> Generator[Program]:
    """Open the program in a look, and close it again."""
    choices = PreferenceFile(journal_home() / f"{next(_numbers)}.ini")
    choices.save(
        Preferences(
            theme=look.theme,
            text_scale=look.scale,
            language=look.language,
            more_contrast=look.more_contrast,
            welcomed=start.welcomed,
            place_told=True,
        )
    )
    program = Program(
        application, None, choices, start.example, clock=lambda: MORNING, journal_file=start.journal
    )
    window = program.open_window(FIRST_PAGE, fill=False)
    if look.mirrored:
        application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    program.begins()
    window.resize(look.size)
    yield program
    window.close()
    program.close()
    let_go(window)


def let_go(shown: QWidget) -> None:
    """Let Qt delete a window now, as its event loop does."""
    shown.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def settle(application: QApplication, program: Program) -> None:
    """Wait until the work in the background is done and drawn."""
    quiet_since = monotonic()
    while monotonic() - quiet_since < SETTLE_SECONDS:
        application.processEvents()
        timers = [*program.findChildren(QTimer), *program.window.findChildren(QTimer)]
        waiting = any(t.isActive() and not isinstance(t.parent(), AwayWatch) for t in timers)
        if program.background.busy or waiting:
            quiet_since = monotonic()
