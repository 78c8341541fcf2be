"""Settings take effect at once, and the next start knows them."""

from dataclasses import fields, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QPalette

from journal_app.charts.palette import DARK
from journal_app.store.journal_store import JournalStore
from journal_app.ui.preferences import CHOICES, TEXT_SCALES, PreferenceFile, Preferences
from tests.ui.hands import click, named, press, says, step_up, texts, type_into

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def program(open_program):
    return open_program(page="settings")


@pytest.fixture
def renewed(qtbot, program):
    """Wait until the window was made anew; return the new one."""
    before = program.window

    def wait():
        qtbot.waitUntil(lambda: program.window is not before and program.window.isActiveWindow())
        return program.window

    return wait


def title_height(window):
    return window.stack.currentWidget().title.fontMetrics().height()


def test_larger_text_by_key_shows_the_same_page_larger(program, renewed):
    before = title_height(program.window)

    press(program.window, Qt.Key.Key_Plus, CTRL)

    assert "What I track" in texts(renewed())
    assert title_height(program.window) == pytest.approx(before * 1.1, rel=0.05)


def test_smaller_text_stops_at_the_smallest(program, qtbot):
    press(program.window, Qt.Key.Key_Minus, CTRL)
    press(program.window, Qt.Key.Key_Minus, CTRL)

    assert program.preferences.text_scale == TEXT_SCALES[0]


def test_the_text_size_is_remembered(program, renewed, open_program):
    click(program.window, "Text size (Ctrl + and −): 150 %")
    renewed()

    again = open_program.again()

    assert named(again.window, "Text size (Ctrl + and −): 150 %").isChecked()


def test_a_theme_is_put_on_at_once_and_remembered(program, renewed, open_program, qapp):
    click(program.window, "Colours: dark")
    renewed()
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.background

    again = open_program.again()

    assert named(again.window, "Colours: dark").isChecked()


def test_units_hold_on_the_morning_form(program, renewed):
    click(program.window, "Drinks in: fl oz")
    window = renewed()
    click(window, "Last night")

    step_up(window, "Water")

    assert named(window, "Water").text().endswith("fl oz")


def test_a_choice_cannot_be_clicked_away(program):
    click(program.window, "Paper: A4")

    assert named(program.window, "Paper: A4").isChecked()


def test_a_habit_of_ones_own_is_on_the_form_with_its_words_as_typed(program):
    type_into(program.window, "Name of a habit of my own", "<b>Sauna</b> & pool")
    click(program.window, "Add this habit")

    click(program.window, "Last night")

    assert says(program.window, "<b>Sauna</b> & pool")
    assert named(program.window, "<b>Sauna</b> & pool: yes").isVisible()


def test_a_habit_without_a_name_is_not_added(program, journal_path):
    click(program.window, "Add this habit")

    with JournalStore.open(journal_path, read_only=True) as store:
        assert store.habits() == ()


def test_a_hidden_habit_leaves_the_form_and_comes_back_by_undo(program):
    click(program.window, "Alcohol")
    click(program.window, "Last night")
    assert "Alcohol" not in texts(program.window)

    press(program.window, Qt.Key.Key_Z, CTRL)

    assert "Alcohol" in texts(program.window)


def test_what_is_tracked_is_remembered(program, open_program):
    click(program.window, "Alcohol")
    click(program.window, "Cold feet in bed")

    window = open_program.again().window
    click(window, "Last night")

    assert ("Alcohol" in texts(window), "Cold feet in bed" in texts(window)) == (False, True)


def test_the_page_is_remembered(program, open_program):
    click(program.window, "About me")

    assert "Conditions a doctor has told me of" in texts(open_program.again().window)


@settings(max_examples=40)
@given(st.data())
def test_every_preference_comes_back_as_it_was_kept(tmp_path_factory, data):
    text = st.text(st.characters(codec="utf-8")).filter(str.isprintable)
    kinds = {int: st.sampled_from(TEXT_SCALES), str: text, bool: st.booleans()}
    chosen = Preferences()
    for field in fields(Preferences):
        one_of_few = CHOICES.get(field.name)
        drawn = data.draw(
            st.sampled_from(one_of_few) if one_of_few else kinds[type(getattr(chosen, field.name))]
        )
        chosen = replace(chosen, **{field.name: drawn})
    path = tmp_path_factory.mktemp("choices") / "settings.ini"

    PreferenceFile(path).save(chosen)

    assert PreferenceFile(path).load() == chosen


def test_a_text_size_between_two_becomes_the_nearest(tmp_path):
    file = QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat)
    file.setValue("choices/text_scale", 190)
    file.sync()

    assert PreferenceFile(tmp_path / "s.ini").load().text_scale in (175, 200)


@pytest.mark.parametrize("damaged", ["[choices]\ntext_scale=large\n", "\0\0\0", "[choices\ntheme"])
def test_a_damaged_file_falls_back_to_what_works(tmp_path, damaged):
    (tmp_path / "s.ini").write_text(damaged)

    assert PreferenceFile(tmp_path / "s.ini").load().text_scale in TEXT_SCALES


def test_the_windows_place_is_kept(tmp_path):
    PreferenceFile(tmp_path / "s.ini").save_geometry(QByteArray(b"\x01\x02\x00\xff"))

    assert PreferenceFile(tmp_path / "s.ini").geometry() == QByteArray(b"\x01\x02\x00\xff")
    assert PreferenceFile(tmp_path / "none.ini").geometry().isEmpty()
