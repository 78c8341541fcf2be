"""The ways into the example journal, and the ribbon that marks each of its pages."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from journal_app.ui import own_command, parts
from journal_app.ui.surroundings import Surroundings


def example_button(surroundings: Surroundings, role: str = "") -> QPushButton:
    """Return the button that opens the example, and says so since a window takes a moment."""
    tr = surroundings.tr
    words = tr("Look at an example journal")

    def opened() -> None:
        started = own_command.open_example()
        made.setText(tr("The example is opening …") if started else tr("The example could not be opened"))

    made = parts.button(words, opened, role)
    if surroundings.example:
        made.hide()
    return made


def early_panel(sentence: str, surroundings: Surroundings) -> QFrame:
    """Return what a page shows that has too few nights yet: what it will show, and the example."""
    frame, inside = parts.panel(surroundings.look)
    inside.addWidget(parts.label(sentence))
    line = parts.row(surroundings.look)
    line.addWidget(example_button(surroundings))
    line.addStretch(1)
    inside.addLayout(line)
    return frame


class ExampleRibbon(QFrame):
    """Stands above every page of the example."""

    close_wanted = Signal()  # the person has seen enough

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("ribbon")
        tr = surroundings.tr
        line = parts.row(surroundings.look, 12, (34, 4, 34, 4))
        self.setLayout(line)
        line.addWidget(parts.label(tr("Example journal – nothing here is yours"), "ribbon_words"), 1)
        line.addWidget(parts.button(tr("Close the example"), self.close_wanted.emit, "ribbon"))
