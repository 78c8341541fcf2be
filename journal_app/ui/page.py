"""What all pages share: a title line, a body that scrolls, and one or two columns by the room there is."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal_app.ui import parts
from journal_app.ui.folding import fold_words, stack_rows
from journal_app.ui.sheet import Sheet
from journal_app.ui.surroundings import Surroundings

MARGIN = 34
TIGHT_MARGIN = 14
TITLE_HEIGHT = 42  # of the chips that may stand beside it


class Page(QScrollArea):
    """A page of the rail: it scrolls rather than cut anything off."""

    room_changed = Signal(int)  # laid out anew: how wide what stands with the title may be

    def __init__(self, title: str, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings, self._folded = surroundings, False
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        look = surroundings.look
        self._body = body = Sheet()
        body.setObjectName("page_body")
        self.body: QVBoxLayout = parts.column(look, 16, (MARGIN, 22, MARGIN, 22))
        body.setLayout(self.body)
        self._title_row = parts.row(look)
        self.title = parts.label(title, "title")
        self.tools = parts.row(look)
        self.title.setMinimumHeight(look.pixels(TITLE_HEIGHT))
        self._title_row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        self._title_row.addLayout(self.tools)
        self.body.addLayout(self._title_row)
        self.setWidget(body)

    @property
    def narrow(self) -> bool:
        """Whether two columns would be cramped, at the text size of the window."""
        return self.viewport().width() < self.surroundings.look.pixels(930)

    @property
    def tight(self) -> bool:
        """Whether there is room for little more than one control beside its label."""
        return self.viewport().width() < self.surroundings.look.pixels(600)

    def arrange(self) -> None:
        """Put things side by side or beneath each other; pages with columns add theirs."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        # An empty layout beneath the title would take room from what follows.
        self._title_row.setDirection(below if self.tight and self.tools.count() else beside)
        for line in self._body.findChildren(QBoxLayout, parts.FOLDING):
            line.setDirection(below if self.tight else beside)
        side = self.surroundings.look.pixels(TIGHT_MARGIN if self.tight else MARGIN)
        margins = self.body.contentsMargins()
        self.body.setContentsMargins(side, margins.top(), side, margins.bottom())
        inside = self.viewport().width() - 2 * side - 2 * self.surroundings.look.pixels(parts.PANEL_SIDE + 1)
        stack_rows(self._body, inside if self.tight else None)
        if self.tight or self._folded:
            fold_words(self._body, inside if self.tight else None)
        self._folded = self.tight
        self.room_changed.emit(self._tool_room(self.viewport().width() - 2 * side))

    def _tool_room(self, width: int) -> int:
        if self.tight:
            return width
        title = self.title.fontMetrics().horizontalAdvance(self.title.text())
        return width - title - self._title_row.spacing()

    def fill(self) -> None:
        """Read the journal and show it; pages that are made before it is open override this."""

    def show_part(self, part: QWidget) -> None:
        """Scroll until a part of the page is on top."""
        self.verticalScrollBar().setValue(part.mapTo(self._body, part.rect().topLeft()).y())

    def keep_in_sight(self, part: QWidget, point: QPoint) -> None:
        """Scroll just so far that a point of a part can be seen."""
        place = part.mapTo(self._body, point)
        self.ensureVisible(place.x(), place.y(), 0, self.surroundings.look.pixels(40))

    def finish(self) -> None:
        """Write what was typed and is still waiting; pages with text fields override this."""

    def focus_first(self) -> None:
        """Take the keyboard when the page is turned to."""
        self._body.setFocus()

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()
