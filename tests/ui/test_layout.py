"""At the largest text in the smallest promised window nothing is cut, nothing overlaps, nothing runs off."""

from itertools import combinations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QScrollArea, QWidget

from tests.ui.places import PLACES, open_place, write_journal

WINDOW = QSize(1024, 640)
LARGEST = 200
ROUNDS = 10  # of layouts that wrap, until each has heard of the width of the other
each_place = pytest.mark.parametrize("name", PLACES)


@pytest.fixture
def place(open_program, journal_path, qtbot):
    write_journal(journal_path)

    def small(name, text_scale):
        shown = open_place(open_program, name, text_scale=text_scale)
        shown.window().resize(WINDOW)
        open_program.settle()
        for _ in range(ROUNDS):
            QApplication.processEvents()
        return shown

    return small


@each_place
def test_the_largest_text_fits_the_smallest_window(place, name):
    shown = place(name, LARGEST)

    assert shown.window().size() == WINDOW
    assert [area for area in scroll_areas(shown) if area.horizontalScrollBar().maximum() > 0] == []
    assert [told for widget in text_widgets(shown) if (told := is_cut(widget))] == []
    assert overlaps(shown) == []


def scroll_areas(root):
    """Return what scrolls: the page itself, or all that scrolls in a dialog."""
    areas = [area for area in root.findChildren(QScrollArea) if area.isVisible()]
    return [root, *areas] if isinstance(root, QScrollArea) else areas


def text_widgets(root):
    shown = root.findChildren(QLabel) + root.findChildren(QPushButton) + root.findChildren(QCheckBox)
    return [widget for widget in shown if widget.isVisible() and widget.text()]


def is_cut(widget):
    """Tell what of a text cannot be seen, nothing if all can."""
    if isinstance(widget, QLabel) and widget.wordWrap():
        widest = max(widget.fontMetrics().horizontalAdvance(word) for word in widget.text().split())
        needed = QSize(widest, widget.heightForWidth(widget.width()))
    else:
        needed = widget.sizeHint()
    has = widget.size()
    if has.width() < needed.width() or has.height() < needed.height():
        return f"{widget.text()!r} needs {needed.toTuple()}, has {has.toTuple()}"
    if not widget.parentWidget().rect().contains(widget.geometry()):
        return f"{widget.text()!r} sticks out of its panel"
    return ""


def overlaps(root):
    """Return the pairs of neighbours that lie on each other."""
    parents = [root, *(widget for widget in root.findChildren(QWidget) if widget.isVisible())]
    return [
        f"{one} lies on {other}"
        for parent in parents
        if parent.layout() is not None
        for one, other in combinations(laid_out(parent), 2)
        if one.geometry().intersects(other.geometry())
    ]


def laid_out(parent):
    children = parent.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in children if child.isVisible() and not child.isWindow()]
