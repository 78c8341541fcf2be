"""The warning cards that stand, the most urgent on top. Only the person clears one, with a note."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QInputDialog, QWidget

from journal_app.journal.profile import WarningAnswer
from journal_app.knowledge.warnings import Card, standing_cards
from journal_app.ui import parts
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings


class WarningCards(QWidget):
    """Shows what to do for each standing yes, and reads a new card out."""

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__()
        self._journal, self._surroundings = journal, surroundings
        self._column = parts.column(surroundings.look, 10)
        self.setLayout(self._column)
        self._shown: frozenset[str] | None = None
        journal.about_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        knowledge, country = self._surroundings.knowledge, self._surroundings.country
        cards = standing_cards(self._journal.warning_answers(), knowledge, country)
        parts.clear(self._column)
        parts.fill(self._column, map(self._card, cards))
        self.setVisible(bool(cards))
        for card in cards:
            if self._shown is not None and card.entry.id not in self._shown:
                self._read_out(f"{card.entry.title}. {card.text}")
        self._shown = frozenset(card.entry.id for card in cards)

    def _card(self, card: Card) -> QWidget:
        tr, words = self._surroundings.tr, self._surroundings.knowledge.words
        frame, inside = parts.panel(self._surroundings.look, "warning_panel")
        frame.setAccessibleName(card.entry.title)
        head = parts.row(self._surroundings.look)
        head.addWidget(parts.label(card.entry.title, "warning_title"), 1)
        if card.entry.level is not None:
            tag = parts.tag(tr(words["level"][card.entry.level]), "tag_warning")
            head.addWidget(tag, 0, parts.TAG_PLACE)
        inside.addLayout(head)
        inside.addWidget(parts.label(card.text, "strong"))
        clear = parts.button(tr("Clear this, with a note …"), partial(self._clear, card.entry.id), "link")
        clear.setAccessibleDescription(card.entry.title)
        inside.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _read_out(self, words: str) -> None:
        said = QAccessibleAnnouncementEvent(self, words)
        said.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
        QAccessible.updateAccessibility(said)

    def _standing(self, warning: str) -> WarningAnswer | None:
        answers = [a for a in self._journal.warning_answers() if a.warning == warning and a.standing]
        return answers[-1] if answers else None

    def _clear(self, warning: str) -> None:
        tr = self._surroundings.tr
        answer = self._standing(warning)
        if answer is None:
            return
        note, agreed = QInputDialog.getText(
            self,
            tr("Clear this warning"),
            tr("What was it, and who looked at it? (For example: seen by doctor on …)"),
        )
        if agreed and note.strip():
            cleared = replace(answer, cleared_on=self._journal.now.date(), note=note.strip())
            self._journal.save_warning_answer(cleared, tr("Warning cleared"))
