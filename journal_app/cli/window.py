"""`cramp-journal`: opens the window."""

import argparse

from journal_app.language import Language


def open_window(asked: argparse.Namespace, _language: Language) -> int:
    """Open the window on the journal asked for, or on the person's own."""
    from journal_app.app import run_window  # noqa: PLC0415 - Qt is loaded for the window alone

    return run_window(asked.journal)
