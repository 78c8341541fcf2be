"""Settings about backups: where they are, a second folder, one more now, and the way back to each."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QFrame

from journal_app.ui import parts
from journal_app.ui.backup_desk import BackupDesk, BackupSeen
from journal_app.ui.line_list import LineList
from journal_app.ui.preferences import Preferences
from journal_app.ui.restore_dialog import RestoreDialog, backup_line
from journal_app.ui.surroundings import Surroundings

SEEN = Qt.ItemDataRole.UserRole
HIGHEST_LIST = 260


class BackupsPanel(QFrame):
    """Lists the backups with what each holds; one is restored by choosing it and saying so."""

    chosen = Signal(object)  # the second folder changed: the Preferences

    def __init__(self, desk: BackupDesk, surroundings: Surroundings) -> None:
        super().__init__()
        self._desk, self._surroundings = desk, surroundings
        self._lines = QStandardItemModel(self)
        self.setObjectName("panel")
        self._lay_out()
        desk.changed.connect(self._refresh)
        self._refresh()

    def _lay_out(self) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        inside.addWidget(parts.label(tr("Backups"), "panel_title"))
        words = tr(
            "A copy is made on the first change of each day and checked. Ten days, twelve months"
            " and every year are kept in this folder:"
        )
        inside.addWidget(parts.label(words, "muted"))
        inside.addWidget(parts.path_field(tr("The folder of the backups"), self._desk.place.folder))
        self._told = parts.label("", "muted")
        self._second = parts.path_field(tr("The second folder of the backups"), Path())
        parts.fill(inside, (self._told, self._second))
        folders = parts.folding_row(look)
        self._forget = parts.button(tr("Only one folder"), self._forget_second)
        choose = parts.button(tr("Choose a second folder …"), self._choose_second)
        parts.fill(folders, (choose, self._forget, parts.button(tr("Back up now"), self._desk.back_up_now)))
        folders.addStretch(1)
        inside.addLayout(folders)
        self.list = self._new_list()
        self._none = parts.label(tr("There is no backup yet."), "muted")
        self._restore = parts.button(tr("Restore …"), self._restore_chosen)
        parts.fill(inside, (self._none, self.list))
        inside.addWidget(self._restore, 0, Qt.AlignmentFlag.AlignLeft)

    def _new_list(self) -> LineList:
        name = self._surroundings.tr("Backups, the newest first")
        made = LineList(name, self._surroundings.look.pixels(HIGHEST_LIST))
        made.setModel(self._lines)
        made.activated.connect(self._restore_chosen)
        made.selectionModel().currentChanged.connect(self._line_chosen)
        return made

    # --- what there is

    def _refresh(self) -> None:
        tr, second = self._surroundings.tr, self._surroundings.preferences.second_backup_folder
        none = tr("A second folder, on a stick or another disk, outlives this computer.")
        self._told.setText(tr("And in this one:") if second else none)
        self._second.setText(second)
        self._second.setCursorPosition(0)
        self._second.setVisible(bool(second))
        self._forget.setVisible(bool(second))
        self._desk.look(self._show)

    def _show(self, seen: Sequence[BackupSeen]) -> None:
        self._lines.clear()
        for each in seen:
            line = QStandardItem(backup_line(each, self._surroundings.language))
            line.setData(each, SEEN)
            self._lines.appendRow(line)
        self._none.setVisible(not seen)
        self.list.setVisible(bool(seen))
        self._restore.setVisible(bool(seen))
        self._restore.setEnabled(False)

    # --- what the person does

    def _choose_second(self) -> None:
        title = self._surroundings.tr("A second folder for backups")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self._use(folder)

    def _forget_second(self) -> None:
        self._use("")

    def _use(self, folder: str) -> None:
        preferences: Preferences = self._surroundings.preferences
        self.chosen.emit(replace(preferences, page="settings", second_backup_folder=folder))
        self._desk.use_second(folder)
        if folder:
            self._desk.back_up_now()

    def _line_chosen(self, line: QModelIndex) -> None:
        usable = line.isValid() and (line.data(SEEN).fault is None or line.data(SEEN).wants_password)
        self._restore.setEnabled(usable and not self._desk.journal.read_only)

    def _restore_chosen(self) -> None:
        line = self.list.currentIndex()
        if not line.isValid() or not self._restore.isEnabled():
            return
        seen: BackupSeen = line.data(SEEN)
        nights = len(self._desk.journal.records().nights)
        dialog = RestoreDialog(seen, nights, self._surroundings, self)
        if dialog.exec():
            self._desk.restore(seen.found.path, dialog.password)
