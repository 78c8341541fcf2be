"""Month, table, filters and the two lists: nothing cut, everything named, all by keyboard."""

import pytest
from PySide6.QtWidgets import QApplication, QComboBox

from tests.builders import evening
from tests.pseudo_language import pseudo_language
from tests.ui.hands import click, named
from tests.ui.places import opened_by, write_journal
from tests.ui.test_accessible import controls, reached_by_tab, spoken_name
from tests.ui.test_layout import LARGEST, ROUNDS, WINDOW, is_cut, overlaps, scroll_areas, text_widgets

LISTS = {"deleted nights": "Deleted nights …", "recent changes": "Recent changes …"}
STATES = ("year", "month", "table", "filters", *LISTS)
each_state = pytest.mark.parametrize("state", STATES)


@pytest.fixture
def show(open_program, journal_path):
    write_journal(journal_path)

    def in_state(state, **chosen):
        program = open_program(page="calendar", **chosen)
        program.window.resize(WINDOW)
        program.journal.delete_night(evening(3), "Night deleted")
        shown = unfolded(program, state)
        open_program.settle()
        for _ in range(ROUNDS):
            QApplication.processEvents()
        return shown

    return in_state


def unfolded(program, state):
    """Bring the calendar into a state; return the page or the dialog."""
    page = program.window.stack.currentWidget()
    tr = page.surroundings.tr
    if state in LISTS:
        dialog = opened_by(lambda: click(page, tr(LISTS[state])))
        dialog.show()
        return dialog
    way = {"year": tr("Year"), "month": tr("Month")}.get(state, tr("Table"))
    click(page, f"{tr('Show as')}: {way}")
    if state == "filters":
        click(page, tr("Filters …"))
        named(page, tr("Habit that day"), QComboBox).setCurrentIndex(1)
    return page


@each_state
def test_the_largest_text_fits_the_smallest_window(show, state):
    shown = show(state, text_scale=LARGEST)

    assert [area for area in scroll_areas(shown) if area.horizontalScrollBar().maximum() > 0] == []
    assert [told for widget in text_widgets(shown) if (told := is_cut(widget))] == []
    assert overlaps(shown) == []


@each_state
def test_longer_words_fit_the_smallest_window(show, state, monkeypatch):
    monkeypatch.setattr("journal_app.app.language_for", lambda *_chosen: pseudo_language())

    shown = show(state, text_scale=LARGEST)

    assert [area for area in scroll_areas(shown) if area.horizontalScrollBar().maximum() > 0] == []
    assert [told for widget in text_widgets(shown) if (told := is_cut(widget))] == []
    assert overlaps(shown) == []


@each_state
def test_every_control_has_a_name(show, state):
    assert [control for control in controls(show(state)) if not spoken_name(control)] == []


@each_state
def test_every_control_is_reached_by_the_tab_key(show, state):
    shown = show(state)
    unreached = {control for control in controls(shown) if control.isEnabled()} - reached_by_tab(shown)

    assert [control.accessibleName() for control in unreached] == []


def test_a_chip_keeps_its_width_when_another_is_chosen(show):
    page = show("year")
    before = named(page, "Show as: Year").sizeHint()

    click(page, "Show as: Month")

    assert named(page, "Show as: Year").sizeHint() == before
