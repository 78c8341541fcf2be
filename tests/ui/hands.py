"""What a person does at the window: find a thing by its name, click it, type into it."""

from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QCheckBox, QDialog, QLabel, QPushButton, QWidget

LOOK_AGAIN_MS = 5


def named(root, name, kind=QWidget):
    """Return the visible widget with an accessible name; fail with what there is instead."""
    shown = [widget for widget in root.findChildren(kind) if widget.isVisible()]
    found = [widget for widget in shown if name_of(widget) == name]
    assert found, f"no {name!r} among {sorted({name_of(w) for w in shown} - {''})}"
    return found[0]


def name_of(widget):
    """Return how a widget is called: its accessible name, else the words on it."""
    return widget.accessibleName() or (widget.text() if isinstance(widget, QAbstractButton) else "")


def click(root, name, kind=QAbstractButton):
    """Click on the button with a name, in its middle, as a mouse does."""
    target = named(root, name, kind)
    reveal(target)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=inside(target))
    QApplication.processEvents()


def click_at(root, name, share):
    """Click on a bar at a share of its width."""
    target = named(root, name)
    reveal(target)
    place = QPoint(round(target.width() * share), target.height() // 2)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=place)


def type_into(root, name, text):
    """Click into a field, replace what stands in it, and leave it by the Tab key."""
    field = named(root, name)
    reveal(field)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton)
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Tab)
    return field


def press(window, key, *modifiers):
    """Press a key where the keyboard is."""
    window.activateWindow()
    QApplication.processEvents()
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(window.focusWidget() or window, key, held)
    QApplication.processEvents()


def step_up(root, name, times=1):
    """Click on the plus of a number field."""
    field = named(root, name)
    reveal(field)
    for _ in range(times):
        QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 8, field.height() // 2))


@contextmanager
def in_dialog(act, kind=QDialog):
    """Do `act(dialog)` in the next dialog that the gestures in the `with` open; `act` must close it."""
    outcome = []
    outer = QApplication.activeModalWidget()

    def look():
        dialog = QApplication.activeModalWidget()
        if dialog is None or dialog is outer or not isinstance(dialog, kind):
            return
        watch.stop()
        try:
            act(dialog)
            outcome.append("still open" if dialog.isVisible() else "")
        except BaseException as fault:  # an assertion too is told by the test, not by Qt's event loop
            outcome.append(fault)
        finally:
            if dialog.isVisible():
                dialog.reject()

    watch = QTimer(interval=LOOK_AGAIN_MS)
    watch.timeout.connect(look)
    watch.start()
    yield
    watch.stop()
    assert outcome, "no dialog was opened"
    if isinstance(outcome[0], BaseException):
        raise outcome[0]
    assert outcome == [""]


def no_to_all(questions):
    """Say no to every question on a page of the warning questions; that turns the page."""
    shown = (button for button in questions.findChildren(QPushButton) if button.isVisible())
    (button,) = (button for button in shown if name_of(button).startswith("No to all above"))
    click(questions, name_of(button))


def inside(widget):
    """Return a point that belongs to the widget, also where it has a shape of its own."""
    middle = widget.rect().center()
    if isinstance(widget, QCheckBox):
        return QPoint(12, middle.y())
    mask = widget.mask()
    if mask.isEmpty() or mask.contains(middle):
        return middle
    return next(iter(mask)).center()


def reveal(widget):
    """Scroll the page until the widget can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if hasattr(parent, "ensureWidgetVisible"):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()


def texts(root):
    """Return every text that can be read on the screen, of labels, buttons and fields."""
    shown = [widget for widget in root.findChildren(QWidget) if widget.isVisible()]
    return [plain(widget) for widget in shown if isinstance(widget, QLabel | QAbstractButton)]


def plain(widget):
    """Return the words of a label or button; those of a label with bold numbers are in its name."""
    if isinstance(widget, QLabel) and widget.textFormat() is Qt.TextFormat.RichText:
        return widget.accessibleName()
    return widget.text()


def says(root, words):
    """Tell whether some words can be read."""
    return any(words in text for text in texts(root))


def enabled(root, name):
    """Tell whether a button can be clicked."""
    return named(root, name, QPushButton).isEnabled()
