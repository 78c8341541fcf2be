"""What was changed since the program was opened, the newest first, with a way back to each state."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont, QUndoStack
from PySide6.QtWidgets import QWidget

from journal_app.ui.edits import Edit
from journal_app.ui.list_dialog import ListDialog
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.nights import short_night

Index = QModelIndex | QPersistentModelIndex


class RecentChanges(ListDialog):
    """Lists the changes; a click on one takes the journal to how it was right after it."""

    def __init__(
        self, journal: OpenJournal, surroundings: Surroundings, parent: QWidget | None = None
    ) -> None:
        tr = surroundings.tr
        super().__init__(
            tr("Recent changes"),
            tr("Click on a line to go back to how the journal was then. What lies above it is kept."),
            tr("Nothing was changed since the program was opened."),
            surroundings,
            parent,
        )
        self._stack = journal.undo_stack
        self._lines = ChangeLines(self._stack, surroundings, self)
        self.list_lines(self._lines)
        self.add_buttons()
        self.list.setEnabled(not journal.read_only)
        self.list.clicked.connect(self._go_to)
        self.list.activated.connect(self._go_to)
        self._stack.indexChanged.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._lines.show_again()
        self.list.setCurrentIndex(self._lines.index(self._stack.count() - self._stack.index(), 0))

    def _go_to(self, line: QModelIndex) -> None:
        self._stack.setIndex(self._stack.count() - line.row())


class ChangeLines(QAbstractListModel):
    """A line a change, and one for how it was before the first."""

    def __init__(self, stack: QUndoStack, surroundings: Surroundings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stack, self._surroundings = stack, surroundings

    def show_again(self) -> None:
        """Show the changes as they stand now."""
        self.beginResetModel()
        self.endResetModel()

    def _words(self, row: int) -> str:
        language = self._surroundings.language
        change = self._stack.command(self._stack.count() - 1 - row)
        if not isinstance(change, Edit):
            return language.tr("As it was when the program was opened")
        told, time = change.text(), language.clock(change.made_at.time())
        if change.about is not None:
            told = language.tr("{change}, {night}", change=told, night=short_night(change.about, language))
        if self._is_undone(row):
            return language.tr("{time}  {change} (undone)", time=time, change=told)
        return language.tr("{time}  {change}", time=time, change=told)

    def _is_undone(self, row: int) -> bool:
        return self._stack.count() - row > self._stack.index()

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        changes = self._stack.count()
        return changes + 1 if changes and not parent.isValid() else 0

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row)
        if role == Qt.ItemDataRole.ForegroundRole and self._is_undone(row):
            return QColor(self._surroundings.look.palette.muted)
        if role == Qt.ItemDataRole.FontRole and self._stack.count() - row == self._stack.index():
            font = QFont()
            font.setBold(True)
            return font
        return None
