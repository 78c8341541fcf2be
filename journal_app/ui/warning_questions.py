"""The warning questions: one tick each, the card at once, and only the person clears it, with a note."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QInputDialog, QScrollArea, QVBoxLayout, QWidget

from journal_app.journal.profile import WarningAnswer
from journal_app.knowledge.entries import Entry, Level
from journal_app.knowledge.warnings import Card, answer_to, no_warning, standing_cards, tick_questions
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.untranslated import english_page_note


class WarningQuestions(QDialog):
    """Asks all warning questions, the most urgent first; standing cards are on top."""

    def __init__(
        self, journal: OpenJournal, surroundings: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._journal, self._surroundings = journal, surroundings
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Warning signs"))
        parts.open_within_screen(self, look.pixels(860), look.pixels(720))
        self._answers: dict[str, Chips] = {}
        body = QWidget()
        column = parts.column(look, 10, (20, 16, 20, 16))
        body.setLayout(column)
        column.addWidget(parts.label(tr("Is one of these true for you now?"), "title"))
        questions = tick_questions(surroundings.knowledge)
        note = english_page_note(surroundings.language, *(entry.question for entry in questions))
        parts.add_small_print(column, note)
        self._cards = parts.column(look, 10)
        column.addLayout(self._cards)
        for level in Level:
            asked = [entry for entry in questions if entry.level is level]
            self._add_level(column, tr(surroundings.knowledge.words["level"][level]), asked)
        column.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        self._scroll = scroll
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(scroll, 1)
        foot = parts.row(look, 10, (20, 10, 20, 14))
        foot.addStretch(1)
        foot.addWidget(parts.button(tr("Done"), self.accept, "primary"))
        whole.addLayout(foot)
        journal.about_changed.connect(self._refresh)
        self._refresh()

    def _add_level(self, column: QVBoxLayout, heading: str, asked: list[Entry]) -> None:
        """Add the questions of one level; the "no" for all of them stands below, after they were read."""
        tr = self._surroundings.tr
        column.addWidget(parts.label(heading, "section"))
        parts.fill(column, (self._question(entry) for entry in asked))
        no = partial(self._no_to, tuple(entry.id for entry in asked))
        name = tr("No to all above: {level}", level=heading)
        button = parts.button(tr("No to all above"), no, name=name)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def _question(self, entry: Entry) -> QWidget:
        look, tr = self._surroundings.look, self._surroundings.tr
        line = QWidget()
        inside = parts.row(look, 14)
        line.setLayout(inside)
        text = parts.label(tr(entry.question))
        answers = Chips(tr(entry.question), [(True, tr("yes")), (False, tr("no"))], gap=look.pixels(6))
        answers.setProperty("warning", entry.id)
        answers.setFixedWidth(look.pixels(150))
        answers.chosen.connect(self._answered)
        self._answers[entry.id] = answers
        inside.addWidget(text, 1)
        inside.addWidget(answers)
        return line

    def _refresh(self) -> None:
        today = self._journal.now.date()
        latest = {a.warning: a for a in self._journal.warning_answers() if a.standing or a.asked_on == today}
        for warning, chips in self._answers.items():
            answer = latest.get(warning)
            chips.show_value(None if answer is None or answer.cleared_on else answer.yes)
        parts.clear(self._cards)
        knowledge, country = self._surroundings.knowledge, self._surroundings.country
        cards = standing_cards(self._journal.warning_answers(), knowledge, country)
        for card in cards:
            self._cards.addWidget(self._card(card))
        if not cards:
            self._cards.addWidget(parts.label(self._surroundings.tr(no_warning(knowledge)), "muted"))

    def _card(self, card: Card) -> QWidget:
        tr, words = self._surroundings.tr, self._surroundings.knowledge.words
        frame, inside = parts.panel(self._surroundings.look, "warning_panel")
        head = parts.row(self._surroundings.look)
        head.addWidget(parts.label(tr(card.entry.title), "warning_title"), 1)
        if card.entry.level is not None:
            head.addWidget(parts.tag(tr(words["level"][card.entry.level]), "tag_warning"))
        inside.addLayout(head)
        inside.addWidget(parts.label(tr(card.text), "strong"))
        if card.answer is not None:
            clear = parts.button(tr("Clear this, with a note …"), partial(self._clear, card.entry.id), "link")
            inside.addWidget(clear, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _answered(self, value: bool | None) -> None:
        chips = self.sender()
        if isinstance(chips, Chips) and value is not None:
            self._keep(str(chips.property("warning")), value)
        self._refresh()

    def _keep(self, warning: str, yes: bool) -> None:
        knowledge, tr = self._surroundings.knowledge, self._surroundings.tr
        answer = answer_to(knowledge.entries[warning], yes, knowledge, self._journal.now.date())
        if yes or not self._standing(warning):
            self._journal.save_warning_answer(answer, tr("Warning question answered"))
        if yes:
            self._scroll.verticalScrollBar().setValue(0)

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

    def _no_to(self, warnings: tuple[str, ...]) -> None:
        for warning in warnings:
            if self._answers[warning].value() is None:
                self._keep(warning, yes=False)
        self._refresh()
