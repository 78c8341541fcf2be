"""About me: answers are kept as they are given; a day that cannot be is told, and nothing typed is lost."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Posture, Profile
from journal_app.store.journal_store import JournalStore
from journal_app.ui.day_field import DayField
from journal_app.ui.medicine_dialog import MedicineDialog
from tests.ui.hands import click, in_dialog, inside, named, press, says, step_up, texts, type_into

TODAY, YESTERDAY = date(2026, 11, 4), date(2026, 11, 3)
TABLET = "<i>Water</i> tablet & co"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(open_program):
    return open_program(page="about").window


@pytest.fixture
def kept(journal_path):
    def read(what):
        with JournalStore.open(journal_path, read_only=True) as store:
            return getattr(store, what)()

    return read


def tick(root, words, place=0):
    """Click on the square of a tick box; `place` counts those with the same words."""
    box = [box for box in root.findChildren(QCheckBox) if box.text() == words][place]
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=inside(box))


def step_day(dialog, words, key, place=0):
    """Step a date by one day with an arrow key."""
    days = [field for field in dialog.findChildren(DayField) if field.accessibleName() == words]
    days[place].setFocus()
    QTest.keyClick(days[place], Qt.Key.Key_Home)
    QTest.keyClick(days[place], key)


def add(window, act):
    with in_dialog(act, MedicineDialog):
        click(window, "Add a medicine or supplement")


def enter_tablet(dialog):
    type_into(dialog, "Name", TABLET)
    type_into(dialog, "Dose", "2.5 mg")
    tick(dialog, "since")
    click(dialog, "Keep")


def test_a_medicine_is_kept_with_its_dose_and_first_day(window, kept):
    add(window, enter_tablet)

    (medicine,) = kept("medicines")
    assert (medicine.name, medicine.periods) == (TABLET, (DosePeriod(TODAY, None, "2.5 mg"),))


def test_the_page_shows_a_name_with_markup_as_it_was_typed(window):
    add(window, enter_tablet)

    assert says(window, TABLET)
    assert named(window, f"Change {TABLET}").isVisible()


def test_an_end_before_the_start_is_told_and_what_was_typed_stays(window, kept):
    def enter(dialog):
        type_into(dialog, "Name", TABLET)
        tick(dialog, "since")
        tick(dialog, "until")
        step_day(dialog, "until", Qt.Key.Key_Down)
        click(dialog, "Keep")
        assert says(dialog, "is before the start")
        assert named(dialog, "Name").text() == TABLET
        step_day(dialog, "until", Qt.Key.Key_Up)
        click(dialog, "Keep")

    add(window, enter)

    assert kept("medicines")[0].periods == (DosePeriod(TODAY, TODAY),)


def test_a_medicine_without_a_name_is_told(window, kept):
    def enter(dialog):
        click(dialog, "Keep")
        assert says(dialog, "please give it a name.")
        click(dialog, "Cancel")

    add(window, enter)

    assert kept("medicines") == ()


def test_a_dialog_that_is_left_by_escape_keeps_nothing(window, kept):
    def leave(dialog):
        type_into(dialog, "Name", TABLET)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    add(window, leave)

    assert kept("medicines") == ()


def test_a_change_of_dose_ends_the_one_before(open_program, journal_path, kept):
    with JournalStore.create(journal_path) as store:
        store.save_medicine(Medicine("m", "Statin", (DosePeriod(date(2026, 1, 1), None, "20 mg"),)))
    window = open_program(page="about").window

    def change(dialog):
        click(dialog, "+ change of dose")
        doses = [field for field in dialog.findChildren(type(named(dialog, "Dose"))) if field.text() == ""]
        QTest.keyClicks(doses[-1], "10 mg")
        click(dialog, "Keep")

    with in_dialog(change, MedicineDialog):
        click(window, "Change Statin")

    before, after = kept("medicines")[0].periods
    assert (before.end, after) == (YESTERDAY, DosePeriod(TODAY, None, "10 mg"))


def test_a_medicine_entered_by_mistake_is_removed_and_brought_back(window, kept):
    add(window, enter_tablet)

    with in_dialog(lambda dialog: click(dialog, "Entered by mistake: remove"), MedicineDialog):
        click(window, f"Change {TABLET}")
    assert kept("medicines") == ()
    press(window, Qt.Key.Key_Z, CTRL)

    assert kept("medicines")[0].name == TABLET
    assert says(window, TABLET)


def test_what_is_told_about_oneself_is_kept_at_once(window, kept):
    type_into(window, "Name, if it shall stand on the page for the doctor", "Ann <b>Grey</b>")
    type_into(window, "Year of birth", "1951")
    click(window, "My day is mostly: sitting")
    click(window, "Pregnant: no")
    press(window, Qt.Key.Key_1, CTRL)
    window.close()

    told = kept("profile")
    assert (told.name, told.birth_year) == ("Ann <b>Grey</b>", 1951)
    assert (told.posture, told.pregnant, told.dialysis) == (Posture.SITTING, False, None)


def test_the_year_steps_by_its_buttons_and_can_stay_untold(window):
    assert named(window, "Year of birth").text() == "not told"

    step_up(window, "Year of birth")

    assert named(window, "Year of birth").text() == "1916"


def test_a_condition_is_ticked_and_undone(window, kept):
    name = next(box.accessibleName() for box in window.findChildren(QCheckBox) if box.isVisible())
    click(window, name)
    assert len(kept("profile").conditions) == 1

    press(window, Qt.Key.Key_Z, CTRL)

    assert kept("profile").conditions == ()
    assert not named(window, name).isChecked()


def test_the_state_of_the_warning_questions_is_told(window):
    assert "Not asked yet. It takes two minutes, and is asked again before a report." in texts(window)


def told_before(journal_path, **profile):
    with JournalStore.create(journal_path) as store:
        store.save_profile(Profile(**profile))


def test_a_former_tick_shows_as_a_yes_and_a_new_answer_takes_its_place(journal_path, open_program, kept):
    told_before(journal_path, conditions=("diabetes", "dialysis"))
    window = open_program(page="about").window
    assert named(window, "On dialysis: yes").isChecked()

    click(window, "On dialysis: no")
    told = kept("profile")
    assert (told.conditions, told.dialysis) == (("diabetes",), False)
    press(window, Qt.Key.Key_Z, CTRL)

    assert kept("profile").conditions == ("diabetes", "dialysis")


def test_a_box_keeps_what_has_no_box(journal_path, open_program, kept):
    told_before(journal_path, conditions=("pregnancy", "from-a-later-program"))
    window = open_program(page="about").window

    click(window, "Smoking")

    assert kept("profile").conditions == ("pregnancy", "from-a-later-program", "bmi-smoking.smoking")


def test_a_box_that_was_parted_is_shown_only_where_it_was_ticked(window):
    assert {"Smoking", "Higher body weight"} <= set(boxes(window))
    assert "Smoking or a higher body weight" not in boxes(window)


def test_a_tick_from_before_it_was_parted_stays_until_it_is_taken_back(journal_path, open_program, kept):
    told_before(journal_path, conditions=("bmi-smoking",))
    window = open_program(page="about").window

    click(window, "Smoking")
    assert set(kept("profile").conditions) == {"bmi-smoking", "bmi-smoking.smoking"}
    click(window, "Smoking or a higher body weight")

    assert kept("profile").conditions == ("bmi-smoking.smoking",)
    assert "Smoking or a higher body weight" not in boxes(window)


def boxes(window):
    return [box.text() for box in window.findChildren(QCheckBox) if box.isVisible()]
