"""A month of nights: Patterns shows what went together, Explain opens the entry, Trends draws it."""

import random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView

from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from journal_app.ui.chart_view import Canvas
from journal_app.ui.entry_reader import EntryReader
from tests.builders import cramp_night, day, evening, quiet_night
from tests.ui.hands import click, in_dialog, named, press, says, texts

NIGHTS, CTRL = 60, Qt.KeyboardModifier.ControlModifier
CARD = "Alcohol"
CRAMP_OF_30_OCTOBER = "Night of Friday 30 to Saturday 31 October: 1 cramp, pain 5"


@pytest.fixture
def window(open_program, journal_path):
    """Open on sixty nights of which those after a drink had a cramp nine times in ten."""
    rng, nights, days = random.Random(4), [], []
    for on in (evening(back) for back in range(NIGHTS - 1, -1, -1)):
        drank = rng.random() < 0.5
        days.append(day(on, alcohol=2 if drank else 0))
        nights.append(cramp_night(on) if rng.random() < (0.9 if drank else 0.1) else quiet_night(on))
    with JournalStore.create(journal_path) as store:
        store.apply(Records(tuple(nights), tuple(days)), "sixty nights")
    return open_program().window


def turn_to(open_program, window, number):
    press(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
    open_program.settle()
    return window.stack.currentWidget()


def test_patterns_shows_the_finding_with_its_counts(window, open_program):
    patterns = turn_to(open_program, window, 4)

    card = named(patterns, CARD)
    assert says(card, "Cramps after 27 of 31 evenings with a drink, and after 2 of 29 evenings without")
    assert says(card, "In your journal")
    assert says(card, "What is known")


def test_explain_opens_the_entry(window, open_program):
    patterns = turn_to(open_program, window, 4)
    read = []

    def look(reader):
        read.extend(texts(reader))
        click(reader, "Close")

    with in_dialog(look, EntryReader):
        click(named(patterns, CARD), "Explain Alcohol")

    assert "Today's evidence" in read
    assert "Sources" in read


def test_all_that_is_known_can_be_searched(window, open_program):
    patterns = turn_to(open_program, window, 4)

    def look(reader):
        listed = named(reader, "Entries", QListView).model()
        assert listed.rowCount() > 100
        named(reader, "Search all that is known").setFocus()
        press_text(reader, "quinine bleeding")
        assert 0 < listed.rowCount() < 10
        click(reader, "Close")

    with in_dialog(look, EntryReader):
        click(patterns, "Read all that is known …")


def press_text(window, text):
    for character in text:
        press(window, Qt.Key(ord(character.upper())))


def test_trends_draws_every_chart_with_its_sentence(window, open_program):
    trends = turn_to(open_program, window, 3)
    charts = trends.findChildren(Canvas)

    assert {"Cramps per week", "Pain", "Alcohol and the nights after"} <= {c.accessibleName() for c in charts}
    assert all(not chart.image.isNull() and chart.accessibleDescription() for chart in charts)


def test_another_range_holds_on_every_page(window, open_program):
    trends = turn_to(open_program, window, 3)
    click(trends, "Range: 30 nights")
    open_program.settle()

    patterns = turn_to(open_program, window, 4)

    assert named(patterns, "Range: 30 nights").isChecked()
    assert says(patterns, "of 30")


def test_a_changed_night_changes_patterns_without_being_asked(window, open_program):
    patterns = turn_to(open_program, window, 4)
    assert says(patterns, "Cramps on 29 of 60 recorded nights")
    night = turn_to(open_program, window, 1)

    click(night, CRAMP_OF_30_OCTOBER)
    click(night, "Quiet night")

    assert says(turn_to(open_program, window, 4), "Cramps on 28 of 60 recorded nights")
