"""What to do about a journal that cannot be opened: go on with what was read, with a backup, or leave it."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from journal_app.journal.errors import JournalError
from journal_app.ui import parts
from journal_app.ui.backup_desk import BackupSeen
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.backups import fewer_or_more_than_read, nights_to
from journal_app.wording.errors import error_sentence

WIDTH, HEIGHT = 680, 420


class NightsRead(Protocol):
    """The nights that could be read."""

    @property
    def count(self) -> int: ...
    @property
    def last(self) -> date | None: ...


class Rescue(Protocol):
    """What is left of a journal, and the ways to go on with it."""

    @property
    def salvaged(self) -> NightsRead | None: ...
    @property
    def backup(self) -> BackupSeen | None: ...
    @property
    def missing(self) -> bool: ...
    def use_salvaged(self, now: datetime) -> Path | None: ...
    def use_backup(self, now: datetime) -> Path | None: ...
    def begin_empty(self) -> None: ...
    def leave(self) -> None: ...


class RescueDialog(QDialog):
    """Accepted when there is a journal to open again."""

    def __init__(
        self,
        error: JournalError,
        rescue: Rescue,
        now: datetime,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._rescue, self._now, self._surroundings = rescue, now, surroundings
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Your journal could not be opened"))
        parts.open_within_screen(self, look.pixels(WIDTH), look.pixels(HEIGHT))
        whole, told = parts.column(look, 12, (20, 18, 20, 16)), parts.column(look, 12)
        self.setLayout(whole)
        whole.addWidget(parts.scrolled(told), 1)
        told.addWidget(parts.label(self.windowTitle(), "panel_title"))
        told.addWidget(parts.label(error_sentence(error, surroundings.language)))
        self._tell_what_is_left(told)
        if not rescue.missing:
            kept = tr("Whatever you choose, the file as it is now is kept beside your journal.")
            told.addWidget(parts.label(kept, "muted"))
        self._refused = parts.label("", "error")
        self._refused.hide()
        whole.addWidget(self._refused)
        told.addStretch(1)
        foot = QWidget()
        self._buttons = FlowLayout(foot, look.pixels(10))
        self._add_choices()
        whole.addWidget(foot)

    def _tell_what_is_left(self, whole: QVBoxLayout) -> None:
        language, salvaged, backup = self._surroundings.language, self._rescue.salvaged, self._rescue.backup
        if salvaged is not None:
            nights = nights_to(salvaged.count, salvaged.last, language)
            whole.addWidget(parts.label(language.tr("Could be read: {nights}.", nights=nights), "strong"))
        if backup is not None:
            told = language.tr(
                "In the backup of {moment}: {nights}.",
                moment=language.date_and_time(backup.found.made),
                nights=nights_to(backup.nights.count, backup.nights.last, language),
            )
            whole.addWidget(parts.label(told, "strong"))
        if salvaged is not None and backup is not None:
            whole.addWidget(
                parts.label(fewer_or_more_than_read(backup.nights.count, salvaged.count, language))
            )

    def _add_choices(self) -> None:
        tr, rescue = self._surroundings.tr, self._rescue
        read = rescue.salvaged.count if rescue.salvaged is not None else 0
        backed_up = rescue.backup.nights.count if rescue.backup is not None else 0
        if rescue.backup is not None:
            self._add(tr("Use the backup"), self._use_backup, "primary" if backed_up >= read else "")
        if rescue.salvaged is not None:
            self._add(tr("Use what could be read"), self._use_salvaged, "primary" if read > backed_up else "")
        if rescue.missing:
            self._add(tr("Begin an empty journal"), self._begin_empty)
        self._add(tr("Leave it as it is"), self.reject)

    def _add(self, words: str, clicked: Callable[[], object], role: str = "") -> None:
        self._buttons.addWidget(parts.button(words, clicked, role))

    def _use_backup(self) -> None:
        self._try(lambda: self._rescue.use_backup(self._now))

    def _use_salvaged(self) -> None:
        self._try(lambda: self._rescue.use_salvaged(self._now))

    def _begin_empty(self) -> None:
        self._try(self._rescue.begin_empty)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except JournalError as error:
            self._refused.setText(error_sentence(error, self._surroundings.language))
            self._refused.show()
        else:
            self.accept()

    # --- Qt

    def done(self, result: int) -> None:
        self._rescue.leave()
        super().done(result)
