"""`cramp-journal`: opens the window."""
# ruff: noqa: PLC0415 - Qt, and what makes the example, are loaded for the window alone

import argparse

from journal_app.cli.opened import today
from journal_app.language import Language, language_for


def open_window(asked: argparse.Namespace, _language: Language) -> int:
    """Open the window on the journal asked for, on the example, or on the person's own."""
    from journal_app.window import choices_for, run_window

    if asked.example:
        from journal_app.cli.example_journal import example_journal

        spoken = language_for(choices_for(example=True).load().language)
        return run_window(example_journal(today(), spoken), example=True)
    return run_window(asked.journal, in_tray=asked.in_tray)
