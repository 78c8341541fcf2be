"""Journeys use the whole window, by gestures only."""

from tests.ui.conftest import journal_path, nothing_left_behind, open_program

__all__ = ["journal_path", "nothing_left_behind", "open_program"]
