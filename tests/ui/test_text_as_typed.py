"""What a person typed is text everywhere: it is never read as markup."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, day, evening
from tests.ui.hands import click, texts
from tests.ui.places import PAGES

MARKED = "<h1>x</h1><img src=file:///etc/hostname>"


@pytest.fixture
def journal(journal_path):
    night = cramp_night(evening(), note=MARKED)
    night = replace(night, episodes=(replace(night.episodes[0], note=MARKED),))
    records = Records(
        (cramp_night(evening(1), note=MARKED), night),
        (day(evening(), own_1=2), day(evening(1), own_1=0)),
        (Medicine("m", MARKED, (DosePeriod(None, None, MARKED),)),),
        Profile(MARKED, other_conditions=MARKED),
        own_habits=(Habit("own_1", MARKED, HabitKind.AMOUNT, own=True, high=10),),
    )
    with JournalStore.create(journal_path) as store:
        store.apply(records, "marked")
        store.save_profile(records.profile)
        store.replace_habits(records.own_habits)


@pytest.mark.parametrize("page", PAGES)
def test_no_label_takes_markup_from_the_journal(open_program, journal, page):
    window = open_program(page=page).window
    open_program.settle()

    rich = [label.text() for label in window.findChildren(QLabel) if label.textFormat().name != "PlainText"]

    assert [text for text in rich if "<h1>" in text or "<img" in text] == []


@pytest.mark.parametrize("page", ["night", "about"])
def test_markup_can_be_read_as_it_was_typed(open_program, journal, page):
    window = open_program(page=page).window

    assert any(MARKED in text for text in texts(window))


def test_undo_of_a_change_with_markup_in_its_name_is_harmless(open_program, journal):
    program = open_program(page="settings")

    click(program.window, MARKED)

    assert program.journal.undo_stack.undoText()
