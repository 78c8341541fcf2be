"""What the program is: its version, that of its knowledge, licences, and where the journal lies."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QPlainTextEdit

import journal_app
from journal_app.paths import bundled
from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings

LIBRARIES = {
    "babel": "BSD",
    "matplotlib": "PSF",
    "numpy": "BSD",
    "platformdirs": "MIT",
    "pypdf": "BSD",
    "PySide6-Essentials": "LGPL",
    "PySide6-Pdf": "LGPL",
    "reportlab": "BSD",
    "sqlcipher3": "zlib, BSD",
    "sqlite-utils": "Apache 2.0",
    "tzdata": "Apache 2.0",
}
FONT_LICENCES = ("OFL.txt", "DejaVu-LICENSE.txt")


class AboutProgram(QFrame):
    """A panel with plain lines; the licences of the typefaces in full."""

    def __init__(self, journal_file: Path, surroundings: Surroundings) -> None:
        super().__init__()
        self._folder = journal_file.parent
        tr, look = surroundings.tr, surroundings.look
        self.setObjectName("panel")
        inside = parts.column(look, 8, (20, 16, 20, 16))
        self.setLayout(inside)
        inside.addWidget(parts.label(tr("About Night Cramp Journal"), "panel_title"))
        for line in self._lines(surroundings):
            inside.addWidget(parts.label(line))
        inside.addWidget(parts.path_field(tr("The file of your journal"), journal_file))
        folder = parts.row(look)
        folder.addWidget(parts.button(tr("Open folder"), self._open_folder))
        folder.addStretch(1)
        inside.addLayout(folder)
        inside.addWidget(parts.label(tr("Licences of the typefaces"), "muted"))
        licences = QPlainTextEdit(font_licences(), readOnly=True)
        licences.setAccessibleName(tr("Licences of the typefaces"))
        licences.setTabChangesFocus(True)
        licences.setMinimumHeight(look.pixels(200))
        inside.addWidget(licences)

    def _lines(self, surroundings: Surroundings) -> tuple[str, ...]:
        tr = surroundings.tr
        knowledge = surroundings.knowledge.version
        used = ", ".join(f"{name} ({licence})" for name, licence in LIBRARIES.items())
        return (
            tr("Version {program}, knowledge base {knowledge}", program=version(), knowledge=knowledge),
            tr("Free software under the MIT licence: you may use, copy, change and pass it on."),
            tr("It is built on Python and on: {libraries}.", libraries=used),
            tr("It makes no connection to any network. Your journal is this file:"),
        )

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def version() -> str:
    """Return the version of the program."""
    return journal_app.__version__


def font_licences() -> str:
    """Return the licences of the bundled typefaces."""
    folder = bundled("resources") / "fonts"
    return "\n\n".join((folder / name).read_text(encoding="utf-8") for name in FONT_LICENCES)
