"""A line above everything else on a page while a warning sign stands: which, and the way to its card."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.dates import listed


class SignLine(QFrame):
    """Hidden while no sign stands; only the person clears one, in the warning questions."""

    warnings_wanted = Signal()  # the cards are to be shown

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("warning_panel")
        self._journal, self._surroundings = journal, surroundings
        inside = parts.column(surroundings.look, 8, (18, 12, 18, 12))
        self.setLayout(inside)
        self._words = parts.label("", "strong")
        inside.addWidget(self._words)
        ways = FlowLayout(gap=surroundings.look.pixels(10))
        ways.addWidget(parts.button(surroundings.tr("What to do"), self.warnings_wanted.emit, "primary"))
        inside.addLayout(ways)
        self.hide()
        journal.about_changed.connect(self.show_signs)

    def show_signs(self) -> None:
        """Show the signs that stand now."""
        known, language = self._surroundings.knowledge.entries, self._surroundings.language
        standing = {each.warning for each in self._journal.warning_answers() if each.standing}
        titles = [known[sign].title for sign in sorted(standing) if sign in known]
        self._words.setText(language.tr("A warning sign stands: {signs}", signs=listed(titles, language)))
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(titles))
