"""Turning from page to page, by click and by key, and the window as a whole."""

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from tests.ui.hands import click, named, press, says
from tests.ui.places import PAGES, write_journal

CTRL = Qt.KeyboardModifier.ControlModifier
NAMES = ("Last night", "Calendar", "Trends", "Patterns", "Try a remedy", "Report", "About me", "Settings")


class Watch(QObject):
    """Notes each widget that is shown as a window of its own."""

    def __init__(self):
        super().__init__()
        self.windows = []

    def eventFilter(self, watched, event):  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.windows.append(type(watched))
        return False


@pytest.fixture
def window(open_program, journal_path):
    write_journal(journal_path)
    return open_program().window


@pytest.mark.parametrize(("number", "page"), list(enumerate(PAGES, 1)))
def test_control_and_a_number_turn_to_a_page(window, number, page):
    press(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)

    assert window.page_id == page


def test_a_click_on_the_rail_turns_to_a_page(window):
    for name, page in zip(NAMES, PAGES, strict=True):
        click(window, name)

        assert window.page_id == page


def test_no_page_opens_a_window_of_its_own(window, open_program, qapp):
    watch = Watch()
    qapp.installEventFilter(watch)
    for number in range(1, len(PAGES) + 1):
        press(window, Qt.Key(Qt.Key.Key_0 + number), CTRL)
        open_program.settle()
    qapp.removeEventFilter(watch)

    assert watch.windows == []


def test_a_page_that_was_left_shows_the_same_when_it_is_turned_to_again(window):
    click(window, "The night before")
    click(window, "Settings")

    click(window, "Last night")

    assert says(window, "Night of Monday 2 to Tuesday 3 November")


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("calendar", "Begin with last night: it takes one click."),
        ("patterns", "After 14 recorded nights this page begins to say"),
        ("remedy", "Not tracked yet."),
        ("report", "1 page"),
    ],
)
def test_with_an_empty_journal_a_page_says_what_comes_next(open_program, page, words):
    window = open_program(page=page).window

    open_program.settle()

    assert says(window, words)


def test_the_chosen_page_can_be_seen_on_the_rail_of_a_small_window(open_program):
    window = open_program(page="settings", text_scale=200).window

    window.resize(1024, 640)
    open_program.settle()

    chosen = named(window.rail, "Settings")
    assert chosen.visibleRegion().boundingRect().height() >= chosen.height() * 0.9


def test_the_windows_size_is_remembered(open_program):
    open_program().window.resize(900, 620)

    assert open_program.again().window.size().toTuple() == (900, 620)


def test_a_page_is_laid_out_from_right_to_left_without_cutting(window, open_program, qapp):
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    qapp.processEvents()
    try:
        assert window.rail.x() > window.stack.parentWidget().x()
        assert window.stack.currentWidget().horizontalScrollBar().maximum() == 0
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
