"""A dialog with a list of lines and a few buttons beneath, as the deleted nights and the changes have it."""

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtWidgets import QDialog, QListView, QPushButton, QWidget

from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings

WIDTH, HEIGHT = 640, 560


class ListDialog(QDialog):
    """Lists lines that wrap; `none` stands there while there are none."""

    def __init__(
        self, title: str, explained: str, none: str, surroundings: Surroundings, parent: QWidget | None
    ) -> None:
        super().__init__(parent)
        self.surroundings = surroundings
        look = surroundings.look
        self.setWindowTitle(title)
        parts.open_within_screen(self, look.pixels(WIDTH), look.pixels(HEIGHT))
        self.explained, self.none = parts.label(explained, "muted"), parts.label(none)
        self.list = self._new_list(title)
        whole = parts.column(look, 12, (20, 18, 20, 16))
        self.setLayout(whole)
        parts.fill(whole, (parts.label(title, "panel_title"), self.explained, self.none))
        whole.addWidget(self.list, 1)
        foot = QWidget()
        self._foot = FlowLayout(foot, look.pixels(10))
        whole.addWidget(foot)

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put buttons beneath the list, and the one that closes it."""
        for each in (*buttons, parts.button(self.surroundings.tr("Close"), self.accept)):
            each.setAutoDefault(False)
            self._foot.addWidget(each)

    def list_lines(self, model: QAbstractListModel) -> None:
        """List the lines of a model."""
        self.list.setModel(model)
        model.modelReset.connect(self.tell_whether_empty)
        self.tell_whether_empty()

    def tell_whether_empty(self) -> None:
        """Show the list, or the sentence that there is nothing in it."""
        filled = self.list.model().rowCount() > 0
        self.none.setVisible(not filled)
        self.list.setVisible(filled)
        self.explained.setVisible(filled)

    def _new_list(self, name: str) -> QListView:
        made = QListView()
        made.setAccessibleName(name)
        made.setWordWrap(True)
        made.setResizeMode(QListView.ResizeMode.Adjust)
        made.setTextElideMode(Qt.TextElideMode.ElideNone)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        return made
