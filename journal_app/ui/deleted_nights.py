"""The nights deleted in the last 30 days, each of which can be brought back."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from journal_app.language import Language
from journal_app.ui import parts
from journal_app.ui.keeper import DeletedNight
from journal_app.ui.list_dialog import ListDialog
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.nights import night_state, short_night

Index = QModelIndex | QPersistentModelIndex


class DeletedNights(ListDialog):
    """Lists the deleted nights; Restore, Enter or a double click brings one back."""

    def __init__(
        self, journal: OpenJournal, surroundings: Surroundings, parent: QWidget | None = None
    ) -> None:
        tr = surroundings.tr
        super().__init__(
            tr("Deleted nights"),
            tr(
                "A deleted night is kept for 30 days. If another was recorded for that evening since,"
                " the two change places."
            ),
            tr("No night was deleted in the last 30 days."),
            surroundings,
            parent,
        )
        self._journal = journal
        self._lines = DeletedLines(surroundings.language, self)
        self.list_lines(self._lines)
        self._restore = parts.button(tr("Restore"), self._restore_current, "primary")
        self._restore.setAccessibleName(tr("Restore the chosen night"))
        self.add_buttons(self._restore)
        self.list.activated.connect(self._restore_current)
        self._journal.night_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        row = max(self.list.currentIndex().row(), 0)
        self._lines.show_nights(self._journal.deleted_nights())
        last = self._lines.rowCount() - 1
        self.list.setCurrentIndex(self._lines.index(min(row, last), 0))
        self._restore.setEnabled(last >= 0 and not self._journal.read_only)

    def _restore_current(self) -> None:
        chosen = self.list.currentIndex()
        if chosen.isValid() and not self._journal.read_only:
            night = self._lines.nights[chosen.row()].night
            self._journal.restore_night(night, self.surroundings.tr("Night restored"))


class DeletedLines(QAbstractListModel):
    """A line a deleted night: which it was, what it was, when it was deleted."""

    def __init__(self, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self.nights: Sequence[DeletedNight] = ()

    def show_nights(self, nights: Sequence[DeletedNight]) -> None:
        """Show these nights in their order."""
        self.beginResetModel()
        self.nights = nights
        self.endResetModel()

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.nights)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or role != Qt.ItemDataRole.DisplayRole:
            return None
        deleted, language = self.nights[index.row()], self._language
        return language.tr(
            "{night}: {state} (deleted {moment})",
            night=short_night(deleted.night.evening, language),
            state=night_state(deleted.night, language),
            moment=language.date_and_time(deleted.deleted_at.astimezone()),
        )
