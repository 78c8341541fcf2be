"""The one dialog that tells of a fault of ours, with a report to pass on; the window stays usable."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QScrollArea, QWidget

from journal_app.ui import parts
from journal_app.ui.sheet import Sheet
from journal_app.ui.surroundings import Surroundings


class FaultDialog(QDialog):
    """Says what happened, where the log lies, and shows the report."""

    def __init__(
        self, report: str, log_folder: Path, surroundings: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._report, self._log_folder, self._tr = report, log_folder, surroundings.tr
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Something went wrong"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        parts.open_within_screen(self, look.pixels(720), look.pixels(560))
        body = Sheet()
        column = parts.column(look, 12, (24, 20, 24, 8))
        body.setLayout(column)
        said = tr("Something went wrong in the program. Your journal is untouched.")
        column.addWidget(parts.label(said, "panel_title"))
        column.addWidget(
            parts.label(
                tr(
                    "You can go on. If it happens again, pass this report on to whoever looks after the "
                    "program. It holds nothing of your journal."
                )
            )
        )
        shown = QPlainTextEdit(report, readOnly=True)
        shown.setAccessibleName(tr("Report"))
        shown.setTabChangesFocus(True)
        shown.setMinimumHeight(look.pixels(150))
        column.addWidget(shown, 1)
        column.addWidget(parts.label(tr("The log is in this folder:"), "muted"))
        column.addWidget(parts.path_field(tr("The folder of the log"), log_folder))
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(scroll, 1)
        whole.addLayout(self._buttons(surroundings))

    def _buttons(self, surroundings: Surroundings) -> QHBoxLayout:
        line = parts.row(surroundings.look, 10, (24, 8, 24, 16))
        self._copy_button = parts.button(self._tr("Copy report"), self._copy)
        line.addWidget(self._copy_button)
        line.addWidget(parts.button(self._tr("Open folder"), self._open_folder))
        line.addStretch(1)
        close = parts.button(self._tr("Close"), self.accept, "primary")
        close.setDefault(True)
        line.addWidget(close)
        return line

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
        self._copy_button.setText(self._tr("Copied"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._log_folder)))
