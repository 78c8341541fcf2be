"""What a person does at the window: find a thing by its name, click it, type into it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


def named(root, name, kind=QWidget):
    """Return the visible widget with an accessible name; fail with what there is instead."""
    shown = [widget for widget in root.findChildren(kind) if widget.isVisible()]
    found = [widget for widget in shown if widget.accessibleName() == name]
    assert found, f"no {name!r} among {sorted({w.accessibleName() for w in shown if w.accessibleName()})}"
    return found[0]


def click(root, name, kind=QAbstractButton):
    """Click on the button with a name, in its middle, as a mouse does."""
    target = named(root, name, kind)
    reveal(target)
    QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=inside(target))
    return target


def inside(widget):
    """Return a point that belongs to the widget, also where it has a shape of its own."""
    middle = widget.rect().center()
    mask = widget.mask()
    if mask.isEmpty() or mask.contains(middle):
        return middle
    return next(iter(mask)).center() if not mask.isEmpty() else QPoint(1, 1)


def reveal(widget):
    """Scroll the page until the widget can be seen."""
    parent = widget.parentWidget()
    while parent is not None:
        if hasattr(parent, "ensureWidgetVisible"):
            parent.ensureWidgetVisible(widget)
        parent = parent.parentWidget()
    QApplication.processEvents()


def texts(root):
    """Return every text that can be read on the screen."""
    return [label.text() for label in root.findChildren(QWidget) if hasattr(label, "text") and label.isVisible()]
