"""F1: every key in words, and about the program."""

from pathlib import Path

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QScrollArea, QWidget

from journal_app.ui import parts
from journal_app.ui.about_program import AboutProgram
from journal_app.ui.shortcuts import KeySection, key_sections
from journal_app.ui.surroundings import Surroundings


class HelpDialog(QDialog):
    """One page that scrolls."""

    def __init__(
        self,
        actions: list[QAction],
        journal_file: Path,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._surroundings = surroundings
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Keys and about"))
        parts.open_within_screen(self, look.pixels(820), look.pixels(720))
        body = QWidget()
        column = parts.column(look, 14, (20, 16, 20, 16))
        body.setLayout(column)
        column.addWidget(parts.label(tr("Everything works by keyboard"), "title"))
        for section in key_sections(actions, surroundings.language):
            column.addWidget(self._section(section))
        column.addWidget(AboutProgram(journal_file, surroundings))
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(scroll, 1)
        foot = parts.row(look, 10, (20, 10, 20, 14))
        foot.addStretch(1)
        close = parts.button(tr("Close"), self.accept, "primary")
        foot.addWidget(close)
        whole.addLayout(foot)
        close.setFocus()

    def _section(self, section: KeySection) -> QFrame:
        frame, inside = parts.panel(self._surroundings.look)
        inside.addWidget(parts.label(section.where, "panel_title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(self._surroundings.look.pixels(18))
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for place, (keys, words) in enumerate(section.keys):
            grid.addWidget(parts.label(keys, "strong"), place, 0)
            grid.addWidget(parts.label(words), place, 1)
        inside.addLayout(grid)
        return frame
