"""A second start on the same journal brings the first window to the front."""

import subprocess
import sys

import pytest

from journal_app.ui.one_window import OneWindow

DIES_WITHOUT_A_WORD = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from journal_app.ui.one_window import OneWindow
application = QCoreApplication([])
place = OneWindow(Path(sys.argv[1]), Path(sys.argv[2])).__enter__()
os._exit(0 if place.first else 1)
"""


@pytest.fixture
def place(journal_path, tmp_path, qapp):
    return lambda: OneWindow(journal_path, tmp_path / "home" / "cache")


def test_who_comes_second_knocks_and_the_first_hears_it(place, qtbot):
    with place() as first, place() as second:
        assert (first.first, second.first) == (True, False)

        with qtbot.waitSignal(first.knocked):
            second.knock()


def test_the_place_is_free_again_after_the_first(place):
    with place():
        pass

    with place() as next_one:
        assert next_one.first


def test_another_journal_has_a_place_of_its_own(place, tmp_path):
    with place(), OneWindow(tmp_path / "another.db", tmp_path / "home" / "cache") as other:
        assert other.first


def test_a_program_that_died_leaves_its_place(place, journal_path, tmp_path):
    folder = tmp_path / "home" / "cache"
    arguments = [sys.executable, "-c", DIES_WITHOUT_A_WORD, str(journal_path), str(folder)]
    subprocess.run(arguments, check=True)
    assert list(folder.glob("*.lock"))

    with place() as next_one:
        assert next_one.first


def test_the_folder_of_ones_own_files_is_for_the_owner_only(journal_path, tmp_path, qapp):
    with OneWindow(journal_path, tmp_path / "new" / "cache"):
        assert sys.platform == "win32" or (tmp_path / "new").stat().st_mode & 0o077 == 0
