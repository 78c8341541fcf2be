"""Every control of every place has a name for screen readers, and the keyboard reaches it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QScrollBar,
    QWidget,
)

from journal_app.ui.leg_picture_view import LegPictureView, MuscleArea
from tests.ui.places import PLACES, open_place, write_journal

CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QPdfView,
)
ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
MOST_TABS = 400
each_place = pytest.mark.parametrize("name", PLACES)


@pytest.fixture
def place(open_program, journal_path):
    write_journal(journal_path)
    return lambda name: open_place(open_program, name)


@each_place
def test_every_control_has_a_name(place, name):
    assert [control for control in controls(place(name)) if not spoken_name(control)] == []


@each_place
def test_every_control_is_reached_by_the_tab_key(place, name):
    shown = place(name)
    unreached = {control for control in controls(shown) if control.isEnabled()} - reached_by_tab(shown)

    assert [c.accessibleName() for c in unreached if not has_the_arrow_keys(c)] == []


def test_every_design_of_a_trial_is_reached_by_the_arrow_keys(place):
    dialog = place("planning")
    choices = [c for c in controls(dialog) if isinstance(c, QRadioButton) and c.isEnabled()]
    reached = {choices[0].accessibleName()}
    choices[0].setFocus()
    for arrow in [Qt.Key.Key_Down] * len(choices) + [Qt.Key.Key_Up] * len(choices):
        QTest.keyClick(dialog.focusWidget(), arrow)
        reached |= {each.accessibleName() for each in choices if each.isChecked()}

    assert reached == {each.accessibleName() for each in choices}


def test_every_muscle_is_reached_by_the_arrow_keys(place):
    legs = place("night").findChild(LegPictureView)
    reached = neighbours_of(legs.areas[0])

    assert {area.accessibleName() for area in legs.areas} == {area.accessibleName() for area in reached}


def has_the_arrow_keys(control):
    """Tell whether arrows lead to a control, as to the muscles and to the others of a choice of one."""
    return isinstance(control, MuscleArea | QRadioButton)


def controls(root):
    """Return the visible controls, without the parts that Qt builds its own ones from."""
    shown = [widget for widget in root.findChildren(QWidget) if widget.isVisible()]
    return [w for w in shown if isinstance(w, CONTROLS) and not is_part_of_a_control(w)]


def is_part_of_a_control(widget):
    inside = isinstance(widget.parent(), (*CONTROLS[1:], QLineEdit))
    return inside or isinstance(widget, QScrollBar | QHeaderView)


def spoken_name(widget):
    return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)


def reached_by_tab(root):
    """Press Tab until it comes round again."""
    window = root.window()
    window.activateWindow()
    reached = set()
    start = window.focusWidget() or root
    start.setFocus()
    for _ in range(MOST_TABS):
        at = window.focusWidget()
        QTest.keyClick(at, Qt.Key.Key_Tab)
        reached.add(window.focusWidget())
    return reached


def neighbours_of(start):
    """Walk from a muscle by all arrow keys as far as they lead."""
    reached, waiting = set(), [start]
    while waiting:
        area = waiting.pop()
        if area in reached:
            continue
        reached.add(area)
        for arrow in ARROWS:
            area.setFocus()
            QTest.keyClick(area, arrow)
            waiting.append(area.window().focusWidget())
    return reached
