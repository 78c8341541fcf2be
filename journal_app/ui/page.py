"""What all pages share: a title line, a body that scrolls, and one or two columns by the room there is."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings

MARGIN = 34


class Page(QScrollArea):
    """A page of the rail: it scrolls rather than cut anything off."""

    def __init__(self, title: str, surroundings: Surroundings) -> None:
        super().__init__()
        self.surroundings = surroundings
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        look = surroundings.look
        body = QWidget()
        body.setObjectName("page_body")
        self.body: QVBoxLayout = parts.column(look, 16, (MARGIN, 22, MARGIN, 22))
        body.setLayout(self.body)
        self.title_row: QHBoxLayout = parts.row(look)
        self.title = parts.label(title, "title")
        self.title_row.addWidget(self.title, 1)
        self.body.addLayout(self.title_row)
        self.setWidget(body)

    @property
    def narrow(self) -> bool:
        """Whether two columns would be cramped, at the text size of the window."""
        return self.viewport().width() < self.surroundings.look.pixels(930)

    def arrange(self) -> None:
        """Put things side by side or beneath each other; pages with columns override this."""

    def finish(self) -> None:
        """Write what was typed and is still waiting; pages with text fields override this."""

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.arrange()
