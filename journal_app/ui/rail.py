"""The rail: every page by icon and word, the word beneath the icon where room is short."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QToolButton

from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import ICON_PIXELS, restyle

WIDTH, COMPACT_WIDTH = 208, 112
HEIGHT, SMALLEST_ICON = 48, 16
LOWEST = 40  # pixels of the screen: lower could not be hit


class Rail(QScrollArea):
    """One button a page; the last two stand at the foot."""

    page_chosen = Signal(int)  # a page was chosen: its place in the order of the pages

    def __init__(self, pages: Sequence[tuple[str, str]], at_foot: int, surroundings: Surroundings) -> None:
        super().__init__()
        self._look, self._compact = surroundings.look, False
        inside = QFrame()
        inside.setObjectName("rail")
        self._column = parts.column(self._look, 6, (12, 22, 12, 16))
        inside.setLayout(self._column)
        self._name = parts.label(surroundings.tr("Night Cramp Journal"))
        mirrored = surroundings.language.locale.text_direction == "rtl"  # Qt does not turn margins round
        left, right = (0, 12) if mirrored else (12, 0)
        self._name.setContentsMargins(*map(self._look.pixels, (left, 0, right, 14)))
        self._column.addWidget(self._name)
        self._buttons: list[QToolButton] = []
        for place, (icon, words) in enumerate(pages):
            if place == len(pages) - at_foot:
                self._column.addStretch(1)
            button = self._button(place, icon, words, surroundings)
            self._buttons.append(button)
            self._column.addWidget(button)
        self.setObjectName("rail_frame")
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.set_compact(compact=False)

    def set_compact(self, compact: bool) -> None:
        """Set the words beneath the icons, which takes less width, or beside them."""
        self._compact, pixels = compact, self._look.pixels
        for button in self._buttons:
            button.setProperty("compact", compact)
            restyle(button)
            button.setText(button.accessibleName() if compact else f" {button.accessibleName()}")
        self._name.setVisible(not compact)
        side, top, foot = (4, 8, 8) if compact else (12, 22, 12)
        self._column.setContentsMargins(pixels(side), pixels(top), pixels(side), pixels(foot))
        self._column.setSpacing(pixels(2 if compact else 6))
        self._share_height()
        longest = self._column.sizeHint().width() if compact else 0
        self.setFixedWidth(max(pixels(COMPACT_WIDTH if compact else WIDTH), longest))

    def _share_height(self) -> None:
        """Make the buttons lower rather than scroll; icons that would be tiny give way to the words."""
        margins, pixels = self._column.contentsMargins(), self._look.pixels
        taken = margins.top() + margins.bottom() + self._column.spacing() * (self._column.count() - 1)
        if not self._compact:
            taken += self._name.sizeHint().height()
        share = (self.height() - taken) // len(self._buttons)
        words = self._buttons[0].fontMetrics().height() + pixels(4)
        icon, way = pixels(ICON_PIXELS), Qt.ToolButtonStyle.ToolButtonTextBesideIcon
        usual, lowest = pixels(HEIGHT), max(LOWEST, words)
        if self._compact:
            icon, usual = min(icon, share - words), words + icon
            tiny = icon < pixels(SMALLEST_ICON)
            way = (
                Qt.ToolButtonStyle.ToolButtonTextOnly if tiny else Qt.ToolButtonStyle.ToolButtonTextUnderIcon
            )
        for button in self._buttons:
            button.setToolButtonStyle(way)
            button.setIconSize(QSize(icon, icon))
            button.setFixedHeight(max(lowest, min(share, usual)))

    def _button(self, place: int, icon: str, words: str, surroundings: Surroundings) -> QToolButton:
        look = surroundings.look
        button = QToolButton()
        button.setAccessibleName(words)
        button.setIcon(look.icon(icon, look.palette.rail_text))
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
        self.ensureWidgetVisible(self._buttons[place])

    def page_actions(self) -> list[QAction]:
        """Return one action a page, with Ctrl and its number."""
        made: list[QAction] = []
        for place, button in enumerate(self._buttons):
            action = QAction(button.accessibleName(), self)
            action.setShortcut(f"Ctrl+{place + 1}")
            action.triggered.connect(button.click)
            made.append(action)
        return made

    def _clicked(self) -> None:
        clicked = self.sender()
        if isinstance(clicked, QToolButton):
            self.page_chosen.emit(self._buttons.index(clicked))

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_height()
        for button in self._buttons:
            if button.isChecked():
                self.ensureWidgetVisible(button)
