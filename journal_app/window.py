"""The window from its start to its end: one program a journal, shown at once and filled then."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication

from journal_app.app import FIRST_PAGE, Program
from journal_app.paths import cache_home, default_journal, journal_home
from journal_app.ui.fault_report import kept_log
from journal_app.ui.one_window import OneWindow
from journal_app.ui.preferences import PreferenceFile
from journal_app.ui.start import refuse_without_display, share_the_processor
from journal_app.ui.theme import load_fonts

SETTINGS_NAME = "settings.ini"
EXAMPLE_SETTINGS = "example-settings.ini"


def run_window(journal: Path | None = None, example: bool = False, in_tray: bool = False) -> int:
    """Open the window on a journal (the person's own if none is named) and return when it is closed."""
    return start(journal or default_journal(), example, in_tray=in_tray)


def start(
    journal: Path,
    example: bool = False,
    when_ready: Callable[[Program], None] | None = None,
    stay: bool = True,
    in_tray: bool = False,
) -> int:
    """Show the window at once, then open the journal and fill it; `when_ready` sees it in between."""
    refuse_without_display()
    os.umask(0o077)  # whatever is made here or by Qt is for its owner only
    share_the_processor()
    application = QApplication(sys.argv[:1])
    application.setApplicationName("night-cramp-journal")
    application.setDesktopFileName("night-cramp-journal")
    load_fonts()
    application.setQuitOnLastWindowClosed(False)
    with OneWindow(journal, journal_home() / "cache") as place:
        if not place.first:
            place.knock()
            return 0
        program = Program(application, None, choices_for(example), example, journal_file=journal)
        program.presence.quit_wanted.connect(application.quit)
        place.knocked.connect(program.presence.open_form)
        with kept_log(program.log_folder), program.faults:
            return _live(program, application, when_ready, stay, in_tray)


def choices_for(example: bool) -> PreferenceFile:
    """Return where the choices are kept; the example looks like one's own, and changes nothing of it."""
    own = PreferenceFile(journal_home() / SETTINGS_NAME)
    if not example:
        return own
    kept = PreferenceFile(cache_home() / EXAMPLE_SETTINGS)
    kept.save(replace(own.load(), page=FIRST_PAGE, welcomed=True, reminder=False))
    return kept


def _live(
    program: Program,
    application: QApplication,
    when_ready: Callable[[Program], None] | None,
    stay: bool,
    in_tray: bool,
) -> int:
    program.open_window(FIRST_PAGE, fill=False, hidden=in_tray)
    application.processEvents()
    if when_ready is not None:
        when_ready(program)
    if not program.begins():
        return 2
    code = application.exec() if stay else 0
    program.close()
    return code
