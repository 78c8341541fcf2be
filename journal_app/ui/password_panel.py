"""Settings about the password: set, change, remove, lock now, and after how long it locks by itself."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.lock_desk import LockDesk
from journal_app.ui.password_dialog import PasswordDialog
from journal_app.ui.preferences import LOCK_AFTER, Preferences
from journal_app.ui.surroundings import Surroundings


class PasswordPanel(QFrame):
    """A password is a choice; without one everything works as well."""

    chosen = Signal(object)  # after how many minutes it locks: the Preferences

    def __init__(self, locks: LockDesk, writable: bool, surroundings: Surroundings) -> None:
        super().__init__()
        self._locks, self._surroundings = locks, surroundings
        tr, look = surroundings.tr, surroundings.look
        self.setObjectName("panel")
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        inside.addWidget(parts.label(tr("Password"), "panel_title"))
        inside.addWidget(parts.label(self._told(), "muted"))
        line = parts.folding_row(look)
        if locks.protected:
            ways = (
                parts.button(tr("Lock now (Ctrl+L)"), locks.lock),
                parts.button(tr("Change the password …"), self._change),
                parts.button(tr("Remove the password …"), self._remove),
            )
        else:
            ways = (parts.button(tr("Set a password …"), self._set),)
        for way in ways:
            way.setEnabled(writable or (locks.protected and way is ways[0]))
        parts.fill(line, ways)
        line.addStretch(1)
        inside.addLayout(line)
        if locks.protected:
            parts.fill(inside, (parts.label(tr("Lock by itself"), "muted"), self._minutes()))

    def _told(self) -> str:
        tr = self._surroundings.tr
        if self._locks.protected:
            return tr(
                "Your journal and its backups are protected. Pages, pictures and tables you save are not."
            )
        return tr(
            "Anybody who uses this computer under your name can read your journal. A password ends that."
        )

    def _minutes(self) -> Chips:
        language = self._surroundings.language
        words = [
            (minutes, language.trn("after {n} minute", "after {n} minutes", minutes))
            for minutes in LOCK_AFTER
            if minutes
        ]
        never = (0, language.tr("only when the computer slept"))
        chips = Chips(language.tr("Lock by itself"), [*words, never], gap=self._surroundings.look.pixels(6))
        chips.show_value(self._surroundings.preferences.lock_after)
        chips.chosen.connect(self._minutes_chosen)
        self._chips = chips
        return chips

    def _minutes_chosen(self, minutes: object) -> None:
        preferences: Preferences = self._surroundings.preferences
        if isinstance(minutes, int):
            self.chosen.emit(replace(preferences, page="settings", lock_after=minutes))
        else:
            self._chips.show_value(preferences.lock_after)

    # --- what the person does

    def _set(self) -> None:
        self._ask(PasswordDialog(self._surroundings, parent=self))

    def _change(self) -> None:
        self._ask(PasswordDialog(self._surroundings, self._locks.refuse_other, parent=self))

    def _remove(self) -> None:
        self._ask(PasswordDialog(self._surroundings, self._locks.refuse_other, remove=True, parent=self))

    def _ask(self, dialog: PasswordDialog) -> None:
        if dialog.exec():
            self._locks.change(dialog.new)
