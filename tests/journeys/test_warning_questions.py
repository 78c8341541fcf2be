"""The warning questions as a tired person meets them: a page at a time, and only what can apply."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from journal_app.journal.night import Episode, Leg, Night
from journal_app.journal.profile import Profile
from journal_app.store.journal_store import JournalStore
from journal_app.ui.warning_questions import WarningQuestions
from tests.builders import evening
from tests.ui.conftest import MORNING
from tests.ui.hands import click, in_dialog, name_of, named, no_to_all, press, says, texts

BREATH = (
    "Are you suddenly short of breath, does your chest hurt more when you breathe in, did you cough up "
    "blood, or did you collapse?"
)
FOOT_WITH_DIABETES = (
    "Do you have diabetes, and is there a new wound on a foot, or is a foot hot, swollen or changed in "
    "colour?"
)
LUNG = "A clot may have reached the lung"
CIRCUMSTANCES = "Does one of these apply to you?"
EVERYTHING = "Ask me every question"
OVER_TEN = "How long, minutes: over 10 min"


@pytest.fixture
def answers(journal_path):
    def read():
        with JournalStore.open(journal_path, read_only=True) as store:
            return {answer.warning: answer.yes for answer in store.warning_answers()}

    return read


@pytest.fixture
def told(journal_path):
    """Write what a person told about themselves before the program is opened."""

    def write(**profile):
        with JournalStore.open_or_create(journal_path) as store:
            store.save_profile(Profile(**profile))

    return write


def ask(window, act):
    with in_dialog(act, WarningQuestions):
        press(window, Qt.Key.Key_F8)


def say_no_until(questions, words):
    """Say no to page after page until some words can be read."""
    while not says(questions, words):
        no_to_all(questions)


def test_nine_times_no_is_all_that_someone_without_signs_has_to_say(open_program, answers):
    window = open_program().window
    pages = []

    def answer(questions):
        while "Done" not in texts(questions):
            pages.append(next(text for text in texts(questions) if text.startswith("Page")))
            no_to_all(questions)
        assert says(questions, "this is not an all-clear")
        click(questions, "Done")

    ask(window, answer)

    assert pages == [f"Page {n} of 9" for n in range(1, 10)]
    assert len(answers()) > 40
    assert not any(answers().values())


def test_the_keyboard_alone_answers_a_page(open_program, answers):
    window = open_program().window

    def answer(questions):
        assert name_of(questions.focusWidget()) == f"{BREATH}: yes"
        while name_of(questions.focusWidget()) != "No to all above: Call now":
            QTest.keyClick(questions.focusWidget(), Qt.Key.Key_Tab)
        QTest.keyClick(questions.focusWidget(), Qt.Key.Key_Space)
        assert says(questions, "Page 2 of 9")
        assert questions.focusWidget().accessibleName().endswith(": yes")
        QTest.keyClick(questions, Qt.Key.Key_Escape)

    ask(window, answer)

    assert len(answers()) == 5


def test_a_yes_to_an_emergency_shows_its_card_at_once_above_all(open_program, answers):
    def answer(questions):
        click(questions, f"{BREATH}: yes")
        assert texts(questions).index(LUNG) < texts(questions).index("Is one of these true for you now?")
        assert answers() == {"pe": True}
        no_to_all(questions)
        assert LUNG in texts(questions)
        click(questions, "Finish later")

    ask(open_program().window, answer)


def test_they_go_on_where_they_were_left(open_program):
    window = open_program().window

    def begin(questions):
        no_to_all(questions)
        no_to_all(questions)
        click(questions, "Finish later")

    def go_on(questions):
        assert says(questions, "Page 3 of 9")
        click(questions, "Back")
        assert says(questions, "Page 2 of 9")
        click(questions, "Finish later")

    ask(window, begin)
    ask(window, go_on)


def test_the_next_day_they_begin_anew(open_program):
    ask(open_program().window, lambda questions: (no_to_all(questions), click(questions, "Finish later")))
    next_day = open_program(clock=lambda: MORNING + timedelta(days=1)).window

    def look(questions):
        assert says(questions, "Page 1 of 9")
        assert not named(questions, f"{BREATH}: no").isChecked()
        click(questions, "Finish later")

    ask(next_day, look)


def test_what_was_passed_over_is_told_at_the_end(open_program):
    def answer(questions):
        click(questions, "Next")
        while "Done" not in texts(questions):
            no_to_all(questions)
        assert not says(questions, "all-clear")
        click(questions, "Go to the first of them")
        assert says(questions, "Page 1 of 9")
        click(questions, "Finish later")

    ask(open_program().window, answer)


def test_a_circumstance_brings_its_question_in(open_program, answers):
    def answer(questions):
        say_no_until(questions, CIRCUMSTANCES)
        click(questions, "I have diabetes: yes")
        no_to_all(questions)
        say_no_until(questions, FOOT_WITH_DIABETES)
        assert "diabetic-foot" not in answers()
        click(questions, f"{FOOT_WITH_DIABETES}: yes")
        click(questions, "Finish later")

    ask(open_program().window, answer)

    assert answers()["diabetic-foot"]
    assert answers()["dialysis-cramps"] is False


def test_a_no_to_a_circumstance_can_be_taken_back(open_program, answers):
    def answer(questions):
        say_no_until(questions, CIRCUMSTANCES)
        no_to_all(questions)
        click(questions, "Back")
        click(questions, "I have diabetes: yes")
        click(questions, "Next")
        while FOOT_WITH_DIABETES not in texts(questions):
            click(questions, "Next")
        assert not named(questions, f"{FOOT_WITH_DIABETES}: no").isChecked()
        click(questions, f"{FOOT_WITH_DIABETES}: yes")
        click(questions, "Finish later")

    ask(open_program().window, answer)

    assert answers()["diabetic-foot"]


def test_a_circumstance_told_too_late_is_asked_about_when_they_go_on(open_program, answers):
    window = open_program().window

    def begin(questions):
        say_no_until(questions, CIRCUMSTANCES)
        no_to_all(questions)
        click(questions, "Back")
        click(questions, "I have diabetes: yes")
        click(questions, "Finish later")

    def go_on(questions):
        assert "diabetic-foot" not in answers()
        assert says(questions, CIRCUMSTANCES)
        assert not named(questions, "I have diabetes: no").isChecked()
        click(questions, "Finish later")

    ask(window, begin)
    ask(window, go_on)


def test_who_told_the_year_of_birth_is_spared_needless_questions_and_told_which(told, open_program):
    told(birth_year=1951, dialysis=False)

    def answer(questions):
        say_no_until(questions, CIRCUMSTANCES)
        assert "I am on dialysis" not in texts(questions)
        assert says(questions, "(your year of birth, no dialysis)")
        assert says(questions, "Cramps in pregnancy; A child with cramps by day.")
        click(questions, "Finish later")

    ask(open_program().window, answer)


def test_every_question_can_be_asked_for(told, open_program, answers):
    told(birth_year=1951)

    def answer(questions):
        say_no_until(questions, EVERYTHING)
        click(questions, EVERYTHING)
        while "Done" not in texts(questions):
            assert CIRCUMSTANCES not in texts(questions)
            no_to_all(questions)
        click(questions, "Done")

    ask(open_program().window, answer)

    assert answers()["child"] is False


def test_after_a_long_cramp_only_what_fits_is_asked(open_program, answers):
    window = open_program().window
    click(window, "I had a cramp")

    def answer(questions):
        assert says(questions, "After a long cramp")
        while "Done" not in texts(questions):
            no_to_all(questions)
        click(questions, "Done")

    with in_dialog(answer, WarningQuestions):
        click(window, OVER_TEN)

    assert set(answers()) == {
        "acute-limb-ischaemia",
        "clti",
        "compartment",
        "cramp-over-10-min",
        "dvt",
        "rhabdomyolysis",
        "tetany",
    }


def test_a_long_cramp_asks_once_a_night(open_program):
    window = open_program().window
    click(window, "I had a cramp")
    with in_dialog(lambda questions: QTest.keyClick(questions, Qt.Key.Key_Escape), WarningQuestions):
        click(window, OVER_TEN)

    click(window, "How long, minutes: 1–5 min")
    click(window, OVER_TEN)
    click(window, "+ another cramp")
    click(window, OVER_TEN)

    assert QApplication.activeModalWidget() is None


def test_a_long_cramp_of_another_night_does_not_ask_the_same_day_again(journal_path, open_program):
    nights = (Night(evening(back), (Episode(Leg.LEFT, "calf", 5),)) for back in (0, 1))
    with JournalStore.create(journal_path) as store:
        for night in nights:
            store.save_night(night)
    window = open_program().window
    window.stack.currentWidget().show_night(evening())

    def answer(questions):
        while "Done" not in texts(questions):
            no_to_all(questions)
        click(questions, "Done")

    with in_dialog(answer, WarningQuestions):
        click(window, OVER_TEN)
    click(window, "The night before")
    click(window, OVER_TEN)

    assert QApplication.activeModalWidget() is None


def test_a_long_cramp_of_the_next_night_asks_again(open_program):
    window = open_program().window
    click(window, "I had a cramp")
    with in_dialog(lambda questions: click(questions, "Finish later"), WarningQuestions):
        click(window, OVER_TEN)
    window = open_program(clock=lambda: MORNING + timedelta(days=1)).window
    click(window, "I had a cramp")

    with in_dialog(lambda questions: click(questions, "Finish later"), WarningQuestions):
        click(window, OVER_TEN)
