"""A cramp that may be something else: a few questions, never in the way, and never a diagnosis."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from journal_app.exchange.journal_json import read_journal_json, write_journal_json
from journal_app.journal.night import Episode, Leg, Night
from journal_app.journal.night_answer import night_answer, night_answers
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from journal_app.ui.entry_reader import EntryReader
from journal_app.ui.look_alike_questions import LookAlikeDialog
from tests.builders import evening
from tests.ui.conftest import MORNING
from tests.ui.hands import click, in_dialog, name_of, named, press, says, texts

URGE = "Was there an urge to move the legs, with a creeping or unpleasant feeling?"
MOVING = "Was it better for as long as you kept moving?"
SITTING = "Did it start while you sat in the evening, before bed?"
HARD = "Did the muscle go hard, suddenly, and hurt at once?"
SWOLLEN = "Is one leg swollen or warm?"
ASK = "Answer questions about this cramp"
LESS = "These answers fit less with a night cramp and more with “Restless legs”."
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def given(journal_path):
    """Return what is kept about the nights now."""

    def read():
        with JournalStore.open(journal_path, read_only=True) as store:
            return night_answers(store.warning_answers())

    return read


@pytest.fixture
def soft_cramps(journal_path):
    """Write nights with a cramp in which the muscle did not go hard."""

    def write(*backs, **profile):
        with JournalStore.create(journal_path) as store:
            store.save_profile(Profile(**profile))
            for back in backs:
                store.save_night(Night(evening(back), (Episode(Leg.LEFT, "calf", 5, hard=False),)))

    return write


@pytest.fixture
def night(open_program):
    """Open the program on a night."""

    def show(back=0):
        window = open_program().window
        window.stack.currentWidget().show_night(evening(back))
        return window

    return show


def test_a_soft_muscle_offers_a_few_questions_and_opens_nothing_by_itself(open_program):
    window = open_program().window
    click(window, "I had a cramp")
    assert ASK not in names(window)

    click(window, "More about this cramp")
    click(window, "The muscle was hard: no")

    assert ASK in names(window)


def test_the_answers_are_kept_at_once_and_say_what_they_fit(soft_cramps, night, given):
    soft_cramps(0)
    window = night()

    def answer(dialog):
        assert named(dialog, f"{HARD}: no").isChecked()
        assert "Restless legs" not in " ".join(texts(dialog))
        click(dialog, f"{URGE}: yes")
        click(dialog, f"{MOVING}: don't know")
        assert given() == {evening(): {"urge": True, "eased_by_moving": None}}
        assert says(dialog, LESS)
        assert says(dialog, "no diagnosis; it is worth asking your doctor.")
        click(dialog, "Done")

    with in_dialog(answer, LookAlikeDialog):
        click(window, ASK)

    assert ASK not in names(window)


def test_answers_like_those_of_a_night_cramp_promise_nothing(soft_cramps, night):
    soft_cramps(0)
    window = night()

    def answer(dialog):
        for question, answer in ((HARD, "yes"), (URGE, "no"), (MOVING, "no")):
            click(dialog, f"{question}: {answer}")
        assert says(dialog, "fit more with a night cramp and less with “Restless legs”.")
        assert says(dialog, "if you are unsure, it is worth asking your doctor.")
        click(dialog, "Done")

    with in_dialog(answer, LookAlikeDialog):
        click(window, ASK)


def test_an_answer_is_undone_and_taken_back_like_any_other(soft_cramps, night, given):
    soft_cramps(0)
    window = night()

    def answer(dialog):
        click(dialog, f"{URGE}: yes")
        click(dialog, f"{SITTING}: yes")
        click(dialog, f"{SITTING}: yes")
        assert not named(dialog, f"{SITTING}: yes").isChecked()
        click(dialog, "Done")

    with in_dialog(answer, LookAlikeDialog):
        click(window, ASK)
    assert given() == {evening(): {"urge": True}}
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)

    assert given() == {}


def test_the_keyboard_alone_answers(soft_cramps, night, given):
    soft_cramps(0)
    window = night()

    def answer(dialog):
        assert name_of(dialog.focusWidget()) == f"{URGE}: yes"
        QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    with in_dialog(answer, LookAlikeDialog):
        named(window, ASK).setFocus()
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Space)

    assert given() == {evening(): {"urge": True}}


def test_not_now_is_heeded(soft_cramps, night):
    soft_cramps(0, 1)
    window = night()

    click(window, "Not now")
    assert ASK not in names(window)
    click(window, "The night before")
    assert ASK in names(window)
    click(window, "The night after")

    assert ASK not in names(window)


def test_a_quiet_night_is_asked_nothing(soft_cramps, night):
    soft_cramps(0)
    window = night()

    click(window, "Quiet night")

    assert ASK not in names(window)


def test_where_an_entry_is_read_its_questions_are_answered_for_several_nights(
    soft_cramps, open_program, given
):
    soft_cramps(0, 4, 9)
    program = open_program(page="patterns")
    open_program.settle()

    def answer(reader):
        reader.show_entry("restless-legs")
        for _ in range(3):
            click(reader, f"{URGE}: yes")
            if named(reader, "The cramp night before").isEnabled():
                click(reader, "The cramp night before")
        assert says(reader, "So it was on 3 nights. From three nights on, Patterns shows it.")
        click(reader, "Close")

    with in_dialog(answer, EntryReader):
        click(program.window, "Read all that is known …")
    open_program.settle()

    assert set(given()) == {evening(0), evening(4), evening(9)}
    assert says(program.window, "On 3 nights at least two did. That is no diagnosis")
    assert "Answer the questions about Restless legs" in names(program.window)


def test_without_a_cramp_night_the_questions_wait(open_program):
    program = open_program(page="patterns")
    open_program.settle()

    def look(reader):
        reader.show_entry("restless-legs")
        assert says(reader, "These questions are about a night with a cramp. Record one first.")
        assert not named(reader, f"{URGE}: yes").isEnabled()
        click(reader, "Close")

    with in_dialog(look, EntryReader):
        click(program.window, "Read all that is known …")


def test_an_answer_that_is_a_warning_sign_shows_its_card_at_once(soft_cramps, open_program, journal_path):
    soft_cramps(0)
    program = open_program(page="patterns")
    open_program.settle()

    def answer(reader):
        reader.show_entry("clot-look-alike")
        click(reader, f"{SWOLLEN}: yes")
        assert texts(reader).index("Signs of a clot in the leg") < texts(reader).index(SWOLLEN)
        click(reader, "Close")

    with in_dialog(answer, EntryReader):
        click(program.window, "Read all that is known …")

    with JournalStore.open(journal_path, read_only=True) as store:
        assert [answer.warning for answer in store.warning_answers() if answer.standing] == ["dvt"]


def test_answers_about_nights_are_no_warning_on_about_me(soft_cramps, open_program, journal_path):
    soft_cramps(0)
    with JournalStore.open(journal_path) as store:
        store.save_warning_answer(night_answer("urge", True, evening()))

    assert "Not asked yet. It takes two minutes, and is asked again before a report." in texts(
        open_program(page="about").window
    )


def test_an_export_holds_them_and_an_older_program_would_too(tmp_path):
    answers = tuple(night_answer("urge", yes, evening(k)) for k, yes in enumerate((None, False, True)))
    records = Records(warnings=tuple(sorted(answers, key=lambda answer: answer.asked_on)))
    write_journal_json(records, tmp_path / "journal.json")

    assert read_journal_json(tmp_path / "journal.json") == records


def test_the_next_cramp_like_it_is_asked_about_again(soft_cramps, open_program, journal_path):
    soft_cramps(0)
    with JournalStore.open(journal_path) as store:
        store.save_warning_answer(night_answer("urge", True, evening()))
        store.save_night(Night(evening(-1), (Episode(Leg.LEFT, "calf", 5, hard=False),)))
    window = open_program(clock=lambda: MORNING + timedelta(days=1)).window
    window.stack.currentWidget().show_night(evening(-1))

    assert ASK in names(window)


def names(root):
    """Return how what can be clicked is called."""
    return [name_of(button) for button in root.findChildren(QAbstractButton) if button.isVisible()]
