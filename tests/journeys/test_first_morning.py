"""The first mornings with the program: a quiet night, a cramp, and the day before."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from journal_app.journal.night import Leg
from journal_app.store.journal_store import JournalStore
from tests.ui.hands import click, click_at, named, press, says, step_up, texts, type_into

LAST_EVENING = date(2026, 11, 3)
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def kept(journal_path):
    """Return what another program would read from the disk now."""

    def read(what, *key):
        with JournalStore.open(journal_path, read_only=True) as store:
            return getattr(store, what)(*key)

    return read


def enter_cramp(window, muscle="left calf"):
    click(window, "I had a cramp")
    click(window, muscle)
    click_at(window, "How strong was the pain, 0 to 10", 0.5)
    click(window, "How long, minutes: 1–5 min")


def test_a_quiet_night_is_one_click_and_is_on_the_disk(open_program, kept):
    window = open_program().window

    click(window, "Quiet night")

    assert kept("night", LAST_EVENING).quiet
    assert says(window, "A quiet night. It is noted.")


def test_a_quiet_night_is_one_key(open_program, kept):
    window = open_program().window

    press(window, Qt.Key.Key_Q)

    assert kept("night", LAST_EVENING).quiet


def test_a_cramp_with_place_pain_and_length_is_four_clicks(open_program, kept):
    window = open_program().window

    enter_cramp(window)

    episode = kept("night", LAST_EVENING).episodes[0]
    assert (episode.leg, episode.muscle, episode.pain, episode.minutes) == (Leg.LEFT, "calf", 5, 3)


def test_undo_takes_a_quiet_night_back(open_program, kept):
    window = open_program().window
    click(window, "Quiet night")

    click(window, "Undo")

    assert kept("night", LAST_EVENING) is None
    assert says(window, "This night is not recorded yet")


def test_a_second_cramp_stands_beside_the_first(open_program, kept):
    window = open_program().window
    enter_cramp(window)

    click(window, "+ another cramp")
    click(window, "right sole of the foot")

    assert [e.muscle for e in kept("night", LAST_EVENING).episodes] == ["calf", "sole"]
    assert "2 cramps, worst pain 5" in named(window, strip_name("2 cramps, worst pain 5")).toolTip()


def test_the_first_cramp_can_be_turned_to_and_removed(open_program, kept):
    window = open_program().window
    enter_cramp(window)
    click(window, "+ another cramp")
    click(window, "right sole of the foot")

    click(window, "Cramp 1")
    click(window, "Remove this cramp")

    assert [e.muscle for e in kept("night", LAST_EVENING).episodes] == ["sole"]


def test_a_note_is_kept_when_the_page_is_left_at_once(open_program, kept):
    window = open_program().window
    click(window, "Quiet night")
    click(window, "More about the night")

    type_into(window, "Note on this night", "Slept <b>well</b> & long")
    press(window, Qt.Key.Key_2, CTRL)
    window.close()

    assert kept("night", LAST_EVENING).note == "Slept <b>well</b> & long"


def test_the_day_is_answered_with_single_clicks(open_program, kept):
    window = open_program().window

    step_up(window, "Water", times=3)
    step_up(window, "Alcohol")
    click(window, "Magnesium: yes")
    click(window, "Bedding: tucked in")

    day = kept("day", LAST_EVENING)
    answers = {
        habit: day.amount(habit) for habit in ("water", "alcohol", "magnesium", "loose_bedding", "heat")
    }
    assert answers == {"water": 750, "alcohol": 1, "magnesium": 1, "loose_bedding": 0, "heat": None}


def test_an_amount_is_typed_in_the_persons_unit(open_program, kept):
    window = open_program(volume_unit="fl oz").window

    type_into(window, "Water", "34 fl oz")

    assert kept("day", LAST_EVENING).amount("water") == pytest.approx(1005, abs=1)


def test_a_second_click_takes_an_answer_back(open_program, kept):
    window = open_program().window
    click(window, "Magnesium: yes")

    click(window, "Magnesium: yes")

    assert kept("day", LAST_EVENING).amount("magnesium") is None


def test_every_step_of_the_morning_is_undone_and_done_again_by_keys(open_program, kept):
    window = open_program().window
    enter_cramp(window)
    click(window, "Magnesium: yes")

    for _ in range(5):
        press(window, Qt.Key.Key_Z, CTRL)
    assert (kept("night", LAST_EVENING), kept("day", LAST_EVENING).entries) == (None, ())
    for _ in range(5):
        press(window, Qt.Key.Key_Z, CTRL, SHIFT)

    assert kept("night", LAST_EVENING).episodes[0].minutes == 3
    assert kept("day", LAST_EVENING).amount("magnesium") == 1


def test_the_next_start_shows_the_same(open_program):
    window = open_program().window
    enter_cramp(window)
    step_up(window, "Water", times=2)
    press(window, Qt.Key.Key_Tab)

    window = open_program.again().window
    click(window, strip_name("1 cramp, pain 5"))

    assert "Cramp 1 · left calf" in texts(window)
    assert named(window, "Water").text() == "500 ml"
    assert named(window, "How long, minutes: 1–5 min").isChecked()


def strip_name(state):
    return f"Night of Tuesday 3 to Wednesday 4 November: {state}"


def test_scrolling_the_page_changes_no_answer(open_program, kept):
    window = open_program().window
    water = named(window, "Water")

    QTest.mouseClick(water, Qt.MouseButton.LeftButton)
    press(window, Qt.Key.Key_PageDown)

    assert kept("day", LAST_EVENING).amount("water") is None
