"""Setting, changing or removing the password of the journal."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QWidget

from journal_app.journal.errors import JournalError
from journal_app.journal.password import SHORTEST, refuse_short
from journal_app.language import later
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.password_field import PasswordField
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.errors import error_sentence

WIDTH, HEIGHT = 620, 560


class PasswordDialog(QDialog):
    """Accepted with a password that is fit; `new` is empty where the password is to be removed."""

    def __init__(
        self,
        surroundings: Surroundings,
        refuse_other: Callable[[str], None] | None = None,
        *,
        remove: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._surroundings, self._refuse_other, self._remove = surroundings, refuse_other, remove
        tr, look = surroundings.tr, surroundings.look
        self.setWindowTitle(_title(surroundings, refuse_other is None, remove))
        parts.open_within_screen(self, look.pixels(WIDTH), look.pixels(HEIGHT))
        self._former = PasswordField(tr("Present password"), surroundings, self)
        self._new = PasswordField(tr("New password"), surroundings, self)
        self._again = PasswordField(tr("New password once more"), surroundings, self)
        self._understood = QCheckBox(tr("I have written it down, or know it by heart"), self)
        self._error = parts.label("", "error")
        self._error.hide()
        self._lay_out()

    @property
    def new(self) -> str:
        """Return the new password."""
        return "" if self._remove else self._new.text()

    def _lay_out(self) -> None:
        tr, look = self._surroundings.tr, self._surroundings.look
        whole, inside = parts.column(look, 10, (20, 18, 20, 16)), parts.column(look, 10)
        self.setLayout(whole)
        whole.addWidget(parts.scrolled(inside), 1)
        inside.addWidget(parts.label(self.windowTitle(), "panel_title"))
        inside.addWidget(parts.label(self._told()))
        asked = [
            (tr("Present password"), self._former, self._refuse_other is not None),
            (tr("New password, of {count} characters or more", count=SHORTEST), self._new, not self._remove),
            (tr("New password once more"), self._again, not self._remove),
        ]
        for words, field, wanted in asked:
            label = parts.label(words, "muted")
            parts.fill(inside, (label, field))
            label.setVisible(wanted)
            field.setVisible(wanted)
            field.entered.connect(self._keep)
        inside.addWidget(self._understood)
        self._understood.setVisible(not self._remove)
        inside.addStretch(1)
        whole.addWidget(self._error)
        foot = QWidget()
        buttons = FlowLayout(foot, look.pixels(10))
        words = tr("Remove the password") if self._remove else tr("Protect the journal")
        buttons.addWidget(parts.button(words, self._keep, "primary"))
        buttons.addWidget(parts.button(tr("Cancel"), self.reject))
        whole.addWidget(foot)
        (self._new if self._refuse_other is None else self._former).take_keyboard()

    def _told(self) -> str:
        tr = self._surroundings.tr
        if self._remove:
            return tr("Whoever can use this computer can read your journal and its backups then.")
        return tr(
            "Your journal and all its backups can be opened with this password only. There is no way"
            " around it: if it is forgotten, everything in them is lost. Pages, pictures and tables you"
            " saved elsewhere stay as they are."
        )

    def _keep(self) -> None:
        try:
            self._refuse_unfit()
        except JournalError as error:
            self._error.setText(error_sentence(error, self._surroundings.language))
            self._error.show()
        else:
            self.accept()

    def _refuse_unfit(self) -> None:
        if self._refuse_other is not None:
            QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)  # a key takes a moment by design
            try:
                self._refuse_other(self._former.text())
            finally:
                QApplication.restoreOverrideCursor()
        if self._remove:
            return
        refuse_short(self._new.text())
        if self._new.text() != self._again.text():
            raise JournalError(later("The two new passwords differ. Please type them once more."))
        if not self._understood.isChecked():
            raise JournalError(
                later("A forgotten password cannot be recovered. Please tick that you know it.")
            )


def _title(surroundings: Surroundings, new: bool, remove: bool) -> str:
    if remove:
        return surroundings.tr("Remove the password")
    return surroundings.tr("Set a password") if new else surroundings.tr("Change the password")
