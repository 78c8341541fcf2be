"""What has to be seen to before the window is made."""

import os
import sys

from PySide6.QtCore import Qt

from journal_app.journal.errors import JournalError
from journal_app.language import Language, later


def refuse_without_display() -> None:
    """Say one sentence where Qt would abort the process: Linux without a display."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    if sys.platform.startswith("linux") and not named:
        raise JournalError(later("There is no display to open a window on."))


def share_the_processor() -> None:
    """Let the window's thread in while the worker computes: by default it waits 5 ms at each turn.

    One thread for linear algebra is enough, and leaves a core to the window.
    """
    sys.setswitchinterval(0.0005)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def reading_direction(language: Language) -> Qt.LayoutDirection:
    """Return the side from which a language is read."""
    right_to_left = language.locale.text_direction == "rtl"
    return Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
