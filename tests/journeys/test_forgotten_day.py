"""A morning was missed: the night and its day are filled in later, and marked as late."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from journal_app.store.journal_store import JournalStore
from tests.builders import day, evening, quiet_night
from tests.ui.hands import click, enabled, named, press, says, texts

MONDAY, TUESDAY = date(2026, 11, 2), date(2026, 11, 3)
AS_ON_MONDAY = "As on Monday"


@pytest.fixture
def window(open_program, journal_path):
    """Open on a journal in which Tuesday's night and day are missing."""
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night(MONDAY))
        store.save_day(day(MONDAY, water=1500, magnesium=1))
    return open_program().window


@pytest.fixture
def tuesday(journal_path):
    """Return what is on the disk of Tuesday now."""

    def read():
        with JournalStore.open(journal_path, read_only=True) as store:
            return store.day(TUESDAY)

    return read


def test_a_missed_night_of_the_strip_is_filled_and_marked_as_late(open_program, journal_path):
    window = open_program().window
    click(window, "Night of Sunday 1 to Monday 2 November: Not recorded")

    click(window, "Quiet night")

    assert "Entered late" in texts(window)
    with JournalStore.open(journal_path, read_only=True) as store:
        assert store.night(date(2026, 11, 1)).late


def test_a_night_entered_the_next_morning_is_not_late(window):
    click(window, "Quiet night")

    assert "Entered late" not in texts(window)


def test_the_window_opens_on_the_newest_night_that_is_missing(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(quiet_night(evening()))
        store.save_night(quiet_night(evening(2)))

    window = open_program().window

    assert says(window, "Night of Monday 2 to Tuesday 3 November")


def test_arrows_and_today_lead_from_night_to_night(window):
    click(window, "The night before")
    assert says(window, "Night of Monday 2 to Tuesday 3 November")
    click(window, "The night before")
    assert says(window, "Night of Sunday 1 to Monday 2 November")

    click(window, "Today")

    assert says(window, "Night of Tuesday 3 to Wednesday 4 November")
    assert not enabled(window, "The night after")


def test_the_keyboard_leads_from_night_to_night(window):
    press(window, Qt.Key.Key_PageUp)
    assert says(window, "Night of Monday 2 to Tuesday 3 November")

    press(window, Qt.Key.Key_PageDown)

    assert says(window, "Night of Tuesday 3 to Wednesday 4 November")


def test_a_proposal_is_shown_and_not_saved(window, tuesday):
    click(window, AS_ON_MONDAY)

    assert named(window, "Water").text() == "1.5 L"
    assert says(window, "Nothing is kept until you say so")
    assert tuesday().entries == ()


def test_a_proposal_that_is_left_is_not_saved(window, tuesday):
    click(window, AS_ON_MONDAY)

    click(window, "The night before")
    click(window, "The night after")

    assert named(window, "Water").text() == "not answered"
    assert tuesday().entries == ()


def test_a_proposal_is_kept_with_one_click(window, tuesday):
    click(window, AS_ON_MONDAY)

    click(window, "Keep these")

    assert (tuesday().amount("water"), tuesday().amount("magnesium")) == (1500, 1)
    assert not says(window, "Nothing is kept until you say so")


def test_a_proposal_is_dropped_with_one_click(window, tuesday):
    click(window, AS_ON_MONDAY)

    click(window, "No, leave them out")

    assert named(window, "Water").text() == "not answered"
    assert tuesday().entries == ()


def test_what_was_answered_is_no_longer_proposed(window, tuesday):
    click(window, "Magnesium: no")
    click(window, AS_ON_MONDAY)

    click(window, "Keep these")

    assert (tuesday().amount("water"), tuesday().amount("magnesium")) == (1500, 0)


def test_an_answer_among_proposals_keeps_only_itself(window, tuesday):
    click(window, AS_ON_MONDAY)

    click(window, "Magnesium: no")

    assert (tuesday().amount("water"), tuesday().amount("magnesium")) == (None, 0)
    assert named(window, "Water").text() == "1.5 L"
