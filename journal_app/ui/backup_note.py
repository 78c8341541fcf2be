"""The words beside "Saved": when the journal was backed up last, or that it could not be."""

from PySide6.QtCore import QTimerEvent
from PySide6.QtWidgets import QLabel

from journal_app.ui.backup_desk import BackupDesk
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.backups import newest_backup

A_MINUTE_MS = 60_000


class BackupNote(QLabel):
    """Always there; a minute later it says so."""

    def __init__(self, desk: BackupDesk, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("status")
        self._desk, self._surroundings = desk, surroundings
        desk.changed.connect(self._show)
        self.startTimer(
            A_MINUTE_MS
        )  # it ends with the label; one that Python held could end in another thread
        self._show()

    def _show(self) -> None:
        language = self._surroundings.language
        told = newest_backup(self._desk.newest, self._desk.journal.now, language)
        if self._desk.fault is not None:
            told = language.tr("The last backup failed. {told}", told=told)
        self.setText(told)

    # --- Qt

    def timerEvent(self, event: QTimerEvent) -> None:
        self._show()
