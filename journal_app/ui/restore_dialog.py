"""A look at what a backup holds before it takes the journal's place."""

from PySide6.QtWidgets import QDialog, QWidget

from journal_app.language import Language
from journal_app.ui import parts
from journal_app.ui.backup_desk import BackupSeen
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.password_field import PasswordField
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.backups import fewer_or_more, file_size, nights_to
from journal_app.wording.errors import error_sentence

WIDTH, HEIGHT = 600, 320


class RestoreDialog(QDialog):
    """Accepted when the person wants the backup back."""

    def __init__(
        self, seen: BackupSeen, nights_now: int, surroundings: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        look, language = surroundings.look, surroundings.language
        title = language.tr("Restore this backup?")
        self.setWindowTitle(title)
        parts.open_within_screen(self, look.pixels(WIDTH), look.pixels(HEIGHT))
        whole = parts.column(look, 12, (20, 18, 20, 16))
        self.setLayout(whole)
        self._field = PasswordField(language.tr("Password of this backup"), surroundings, self)
        kept = language.tr("The journal as it is now is kept, and stands in this list afterwards.")
        parts.fill(
            whole,
            (
                parts.label(title, "panel_title"),
                parts.label(backup_line(seen, language), "strong"),
                parts.label(
                    language.tr("It was made under another password, perhaps a former one.")
                    if seen.wants_password
                    else fewer_or_more(seen.nights.count, nights_now, language)
                ),
                parts.label(kept),
                self._field,
            ),
        )
        self._field.setVisible(seen.wants_password)
        self._field.entered.connect(self.accept)
        whole.addStretch(1)
        foot = QWidget()
        buttons = FlowLayout(foot, look.pixels(10))
        buttons.addWidget(parts.button(language.tr("Restore"), self.accept, "primary"))
        buttons.addWidget(parts.button(language.tr("Leave it as it is"), self.reject))
        whole.addWidget(foot)

    @property
    def password(self) -> str:
        """Return the password of the backup, empty where it is the journal's."""
        return self._field.text()


def backup_line(seen: BackupSeen, language: Language) -> str:
    """Name a backup by its moment, the nights it holds and its size."""
    moment = language.date_and_time(seen.found.made)
    if seen.wants_password:
        return language.tr("{moment} · under another password", moment=moment)
    if seen.fault is not None:
        why = error_sentence(seen.fault, language)
        return language.tr("{moment} · cannot be used: {why}", moment=moment, why=why)
    if seen.found.before_restore:
        moment = language.tr("{moment}, before a restore", moment=moment)
    nights = nights_to(seen.nights.count, seen.nights.last, language)
    size = file_size(seen.found.size, language)
    return language.tr("{moment} · {nights} · {size}", moment=moment, nights=nights, size=size)
