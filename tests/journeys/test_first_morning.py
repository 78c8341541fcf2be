"""The first mornings with the program: a quiet night, a cramp, and the day before."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal_app.journal.night import Leg
from journal_app.store.journal_store import JournalStore
from tests.ui.hands import click, inside, named, reveal

LAST_EVENING = date(2026, 11, 3)


def test_a_quiet_night_is_one_click_and_is_on_the_disk(open_program, journal_path):
    window = open_program().window

    click(window, "Quiet night")

    with JournalStore.open(journal_path, read_only=True) as kept:
        assert kept.night(LAST_EVENING).quiet


def test_a_quiet_night_is_one_key(open_program, journal_path):
    window = open_program().window

    QTest.keyClick(window.focusWidget(), Qt.Key.Key_Q)

    with JournalStore.open(journal_path, read_only=True) as kept:
        assert kept.night(LAST_EVENING).quiet


def test_a_cramp_with_place_pain_and_length_is_four_clicks(open_program, journal_path):
    window = open_program().window

    click(window, "I had a cramp")
    click(window, "left calf")
    bar = named(window, "How strong was the pain, 0 to 10")
    reveal(bar)
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.rect().center())
    click(window, "How long, minutes: 1–5 min")

    with JournalStore.open(journal_path, read_only=True) as kept:
        episode = kept.night(LAST_EVENING).episodes[0]
    assert (episode.leg, episode.muscle, episode.pain, episode.minutes) == (Leg.LEFT, "calf", 5, 3)


def test_undo_takes_a_quiet_night_back(open_program, journal_path):
    window = open_program().window
    click(window, "Quiet night")

    click(window, "Undo")

    with JournalStore.open(journal_path, read_only=True) as kept:
        assert kept.night(LAST_EVENING) is None
    assert inside(named(window, "Quiet night")) is not None
