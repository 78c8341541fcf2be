"""How the program starts itself: the example in a window of its own, and with the computer."""

import sys

from PySide6.QtCore import QProcess

EXAMPLE = "--example"
IN_TRAY = "--in-tray"


def own_command(*options: str) -> tuple[str, ...]:
    """Return what starts this very program, from a checkout, a wheel or a frozen bundle alike."""
    frozen = getattr(sys, "frozen", False)
    start = (sys.executable,) if frozen else (sys.executable, "-m", "journal_app")
    return (*start, *options)


def open_example() -> bool:
    """Open the example journal in a process of its own; tell whether it was started."""
    program, *options = own_command(EXAMPLE)
    started, _process = QProcess.startDetached(program, options)
    return started
