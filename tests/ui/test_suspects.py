"""What is suspected is chosen on Patterns, kept with the journal, and limited to five."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from journal_app.exchange.example import example_records
from journal_app.store.journal_store import JournalStore
from tests.ui.conftest import MORNING
from tests.ui.hands import click

HABITS = ("Alcohol", "Water", "Coffee and tea", "Sitting", "Loose bedding", "Exercise")


@pytest.fixture
def patterns(open_program, journal_path, qtbot):
    with JournalStore.open_or_create(journal_path) as store:
        store.apply(example_records(MORNING.date() - timedelta(days=1)), "test")
    window = open_program().window
    window.show_page("patterns")
    wanted = "What I suspect: Alcohol"

    def there():
        return any(
            b.accessibleName() == wanted and b.isVisible() for b in window.findChildren(QAbstractButton)
        )

    qtbot.waitUntil(there, timeout=20_000)
    return window


def suspects(journal_path):
    with JournalStore.open(journal_path, read_only=True) as store:
        return store.profile().suspects


def test_a_suspect_is_kept(patterns, journal_path):
    click(patterns, "What I suspect: Alcohol")

    assert suspects(journal_path) == ("alcohol",)


def test_a_sixth_suspect_is_refused_in_words(patterns, journal_path):
    for habit in HABITS:
        click(patterns, f"What I suspect: {habit}")

    assert len(suspects(journal_path)) == 5
