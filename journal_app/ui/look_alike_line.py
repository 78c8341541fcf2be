"""A quiet line beneath a night that is not quite like a night cramp: a few questions, now or never."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton

from journal_app.journal.night import Night
from journal_app.journal.night_answer import night_answers
from journal_app.journal.records import Records
from journal_app.knowledge.facts import told_facts
from journal_app.knowledge.look_alikes import offered_after
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings


class LookAlikeLine(QFrame):
    """Hidden unless what was recorded points to a look-alike about which nothing was answered."""

    wanted = Signal(str, object)  # the questions are to be asked: the look-alike's id, and the evening

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._journal, self._surroundings = journal, surroundings
        self._entry_id, self._evening = "", date.min
        self._declined = set[date]()
        look, tr = surroundings.look, surroundings.tr
        inside = parts.column(look, 6, (18, 10, 18, 10))
        self.setLayout(inside)
        words = tr(
            "Something about this cramp is not as in most night cramps. A few questions can tell more."
        )
        inside.addWidget(parts.label(words))
        ways = FlowLayout(gap=look.pixels(10))
        ways.addWidget(
            parts.button(tr("Answer them …"), self._ask, name=tr("Answer questions about this cramp"))
        )
        ways.addWidget(parts.button(tr("Not now"), self._decline, "link"))
        inside.addLayout(ways)
        self.hide()

    def show_night(self, evening: date, night: Night | None) -> None:
        """Offer the questions that what was recorded points to."""
        self._evening, self._entry_id = evening, ""
        if night is not None and not night.quiet and evening not in self._declined:
            self._entry_id = self._offered(night)
        self._stand_aside() if not self._entry_id else self.show()

    def _offered(self, night: Night) -> str:
        journal, knowledge = self._journal, self._surroundings.knowledge
        records = Records(profile=journal.profile(), medicines=journal.medicines())
        told = told_facts(records, knowledge, journal.now.date())
        entry = offered_after(night, knowledge, told, night_answers(journal.night_answers()))
        return entry.id if entry else ""

    def _ask(self) -> None:
        self.wanted.emit(self._entry_id, self._evening)

    def _decline(self) -> None:
        self._declined.add(self._evening)
        self._stand_aside()

    def _stand_aside(self) -> None:
        """Hide; the keys go back to the page, not to the next number field, which has an undo of its own."""
        page = self.parentWidget()
        if page is not None and self.window().focusWidget() in self.findChildren(QPushButton):
            page.setFocus()
        self.hide()
