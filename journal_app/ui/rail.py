"""The rail on the left: every page by icon and word."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QSizePolicy, QToolButton

from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import ICON_PIXELS

WIDTH = 208


class Rail(QFrame):
    """One button a page; the last two stand at the foot."""

    page_chosen = Signal(int)  # a page was chosen: its place in the order of the pages

    def __init__(self, pages: Sequence[tuple[str, str]], at_foot: int, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("rail")
        look, tr = surroundings.look, surroundings.tr
        self.setFixedWidth(look.pixels(WIDTH))
        column = parts.column(look, 6, (12, 22, 12, 16))
        self.setLayout(column)
        name = parts.label(tr("Night Cramp Journal"))
        name.setContentsMargins(look.pixels(12), 0, 0, look.pixels(14))
        column.addWidget(name)
        self._buttons: list[QToolButton] = []
        for place, (icon, words) in enumerate(pages):
            if place == len(pages) - at_foot:
                column.addStretch(1)
            button = self._button(place, icon, words, surroundings)
            self._buttons.append(button)
            column.addWidget(button)

    def _button(self, place: int, icon: str, words: str, surroundings: Surroundings) -> QToolButton:
        look = surroundings.look
        button = QToolButton()
        button.setText(f" {words}")
        button.setAccessibleName(words)
        button.setIcon(look.icon(icon, look.palette.rail_text))
        button.setIconSize(QSize(look.pixels(ICON_PIXELS), look.pixels(ICON_PIXELS)))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setToolTip(surroundings.tr("{page} (Ctrl+{number})", page=words, number=place + 1))
        button.clicked.connect(self._clicked)
        return button

    def show_chosen(self, place: int) -> None:
        """Mark a page as the one that is shown."""
        self._buttons[place].setChecked(True)

    def actions_for(self, window: QFrame | None = None) -> list[QAction]:
        """Return one action a page, with Ctrl and its number."""
        made: list[QAction] = []
        for place, button in enumerate(self._buttons):
            action = QAction(button.accessibleName(), window or self)
            action.setShortcut(f"Ctrl+{place + 1}")
            action.triggered.connect(button.click)
            made.append(action)
        return made

    def _clicked(self) -> None:
        clicked = self.sender()
        if isinstance(clicked, QToolButton):
            self.page_chosen.emit(self._buttons.index(clicked))
