"""The program in the tray: a small icon with a menu, and notifications. It says nothing of the journal."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from journal_app.paths import bundled
from journal_app.ui.surroundings import Surroundings


def program_icon() -> QIcon:
    """Return the program's own icon."""
    return QIcon(str(bundled("resources") / "icons" / "app-64.png"))


class Tray(QObject):
    """Shown while the reminder is on, where the system has a tray."""

    open_wanted = Signal()  # the icon, its notification or its menu asks for the window
    quit_wanted = Signal()  # the person wants to end the program

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(program_icon(), self)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self.open_wanted)
        self._menu: QMenu | None = None

    @property
    def shown(self) -> bool:
        """Whether the program can be found in the tray now."""
        return self._icon.isVisible() and QSystemTrayIcon.isSystemTrayAvailable()

    def show(self, surroundings: Surroundings) -> None:
        """Show the icon, with its menu in the person's language; without a tray nothing happens."""
        if not QSystemTrayIcon.isSystemTrayAvailable():
            return
        tr = surroundings.tr
        self._drop_menu()
        self._menu = QMenu()
        self._menu.addAction(tr("Open last night"), self.open_wanted.emit)
        self._menu.addAction(tr("Quit"), self.quit_wanted.emit)
        self._icon.setContextMenu(self._menu)
        self._icon.setToolTip(tr("Night Cramp Journal"))
        self._icon.show()

    def hide(self) -> None:
        """Leave the tray."""
        self._icon.hide()
        self._drop_menu()

    def tell(self, title: str, sentence: str) -> None:
        """Show a notification; a click on it asks for the window."""
        self._icon.showMessage(title, sentence, program_icon())

    def _drop_menu(self) -> None:
        if self._menu is not None:
            self._menu.deleteLater()
            self._menu = None

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_wanted.emit()
