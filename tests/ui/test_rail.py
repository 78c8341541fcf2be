"""The rail and the line beneath the page, whole in the smallest promised window at every text size."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QToolButton

from journal_app.ui.preferences import TEXT_SCALES
from tests.ui.hands import click, named, press
from tests.ui.test_layout import ROUNDS, WINDOW, is_cut

LEAST_TO_HIT = 40


@pytest.fixture
def open_small(open_program):
    def small(**chosen):
        window = open_program(**chosen).window
        window.resize(WINDOW)
        for _ in range(ROUNDS):
            QApplication.processEvents()
        return window

    return small


def buttons(window):
    return window.rail.findChildren(QToolButton)


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("text_scale", TEXT_SCALES)
def test_every_page_is_in_sight_without_scrolling(open_small, language, text_scale):
    window = open_small(language=language, text_scale=text_scale)

    assert window.rail.verticalScrollBar().maximum() == 0
    assert [b for b in buttons(window) if b.visibleRegion().boundingRect() != b.rect()] == []


@pytest.mark.parametrize("text_scale", TEXT_SCALES)
def test_every_word_has_room_and_every_button_can_be_hit(open_small, text_scale):
    found = buttons(open_small(language="de", text_scale=text_scale))

    assert [b.text() for b in found if b.width() < b.sizeHint().width()] == []
    assert [b.text() for b in found if b.height() < max(LEAST_TO_HIT, b.fontMetrics().height())] == []


def test_a_chosen_page_has_room_for_its_bold_word(open_small):
    window = open_small(language="de", text_scale=200)
    click(window, "Einstellungen")
    chosen = named(window.rail, "Einstellungen")

    assert chosen.width() >= chosen.fontMetrics().horizontalAdvance(chosen.text())


def test_a_window_that_is_lower_still_leads_to_every_page(open_program):
    window = open_program(page="settings", text_scale=200).window
    window.resize(900, 560)
    QApplication.processEvents()
    chosen = named(window.rail, "Settings")

    assert chosen.visibleRegion().boundingRect().height() >= chosen.height() * 0.9


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_line_beneath_the_page_is_not_cut(open_small, language):
    window = open_small(language=language, text_scale=200)
    press(window, Qt.Key.Key_Q)
    for _ in range(ROUNDS):
        QApplication.processEvents()
    notes = [note for note in window.findChildren(QLabel, "status") if note.isVisible() and note.text()]

    assert len(notes) > 1
    assert [told for note in notes if (told := is_cut(note))] == []
    assert [note.text() for note in notes if note.visibleRegion().boundingRect() != note.rect()] == []
