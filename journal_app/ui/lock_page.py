"""The page of a locked journal: one field, one button. While the password is changed, how far it is."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QWidget

from journal_app.journal.errors import JournalError
from journal_app.ui import parts
from journal_app.ui.lock_desk import LockDesk
from journal_app.ui.page import Page
from journal_app.ui.password_field import PasswordField
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.errors import error_sentence

WIDTH = 520


class LockPage(Page):
    """Shows nothing of the journal, not even whether last night is written down."""

    def __init__(self, locks: LockDesk, surroundings: Surroundings) -> None:
        tr = surroundings.tr
        changing = locks.changing
        super().__init__(
            tr("The password is being changed") if changing else tr("Your journal is locked"), surroundings
        )
        self._locks = locks
        self.field = PasswordField(tr("Password"), surroundings)
        self._open = parts.button(tr("Open"), self._given, "primary")
        self._told = parts.label("", "error")
        self._bar = QProgressBar(textVisible=False)
        self._bar.setMaximumWidth(surroundings.look.pixels(WIDTH))
        self._bar.setAccessibleName(tr("Working"))
        self._lay_out(changing)
        self.field.entered.connect(self._given)
        locks.refused.connect(self._refused)
        locks.progress.connect(self._tell_progress)

    def _lay_out(self, changing: bool) -> None:
        tr, look = self.surroundings.tr, self.surroundings.look
        frame, inside = parts.panel(look)
        frame.setMaximumWidth(look.pixels(WIDTH))
        asked = QWidget()
        column = parts.column(look)
        asked.setLayout(column)
        parts.fill(column, (parts.label(tr("Password"), "muted"), self.field, self._told))
        line = parts.folding_row(look)
        line.addWidget(self._open)
        line.addStretch(1)
        column.addLayout(line)
        forgotten = tr("Without the password nobody can open it, not even who made this program.")
        column.addWidget(parts.label(forgotten, "muted"))
        patience = parts.label(
            tr("Your journal and each of its backups are written anew, and checked. Please leave it running.")
        )
        parts.fill(inside, (asked, patience, self._bar))
        asked.setVisible(not changing)
        patience.setVisible(changing)
        self._bar.setVisible(changing)
        self._told.hide()
        self.body.addWidget(frame)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Let the first key be the password's."""
        self.field.take_keyboard()

    def _given(self) -> None:
        if self.field.text():
            self._told.hide()
            self._set_working(True)
            self._locks.unlock(self.field.text())

    def _refused(self, error: JournalError) -> None:
        self._set_working(False)
        self._told.setText(error_sentence(error, self.surroundings.language))
        self._told.show()
        self.field.clear()
        self.field.take_keyboard()

    def _set_working(self, working: bool) -> None:
        self._open.setEnabled(not working)
        self.field.setEnabled(not working)
        self._bar.setRange(0, 0)
        self._bar.setVisible(working)

    def _tell_progress(self, done: int, of: int) -> None:
        self._bar.setRange(0, of)
        self._bar.setValue(done)

    def arrange(self) -> None:
        """Keep the title and the panel together in the middle, a little above it."""
        super().arrange()
        self.body.setAlignment(Qt.AlignmentFlag.AlignTop)
        margins, room = self.body.contentsMargins(), self.viewport().size()
        side = max(margins.left(), (room.width() - self.surroundings.look.pixels(WIDTH)) // 2)
        high = self.body.heightForWidth(room.width() - 2 * side)
        top = max(margins.bottom(), (room.height() - high) // 3)
        self.body.setContentsMargins(side, top, side, margins.bottom())
