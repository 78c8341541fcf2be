"""The warning questions, a few on a page: emergencies first, and only those that can apply to the person."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from journal_app.knowledge.facts import told_facts
from journal_app.knowledge.questions import (
    Fitting,
    QuestionPage,
    every_question,
    fitting_questions,
    question_pages,
)
from journal_app.knowledge.warnings import answer_to, answers_today, no_warning
from journal_app.ui import parts
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.question_row import QuestionRow
from journal_app.ui.sheet import Sheet, scrolled
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.warning_cards import WarningCards
from journal_app.wording.left_out import left_out_sentence
from journal_app.wording.untranslated import english_page_note


class WarningQuestions(QDialog):
    """Asks page by page, keeps each answer at once, and begins at the first that is not answered today."""

    def __init__(
        self,
        journal: OpenJournal,
        surroundings: Surroundings,
        parent: QWidget | None = None,
        long_cramp: bool = False,
    ) -> None:
        super().__init__(parent)
        self._journal, self._surroundings = journal, surroundings
        self._long_cramp, self._rows = long_cramp, list[QuestionRow]()
        self._applying = set[str]()
        self._fitting = self._fitting_now()
        self.setWindowTitle(surroundings.tr("Warning signs"))
        parts.open_within_screen(self, surroundings.look.pixels(860), surroundings.look.pixels(720))
        self._lay_out()
        journal.about_changed.connect(self._refresh)
        self._place = self._first_open_page()
        self._show_page()

    def _lay_out(self) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        body = Sheet()
        column = parts.column(look, 10, (20, 16, 20, 16))
        body.setLayout(column)
        self._title = parts.label("", "title")
        self._level = parts.label("", "section")
        self._progress = parts.label("", "muted", wrap=False)
        where = parts.row(look)
        where.addWidget(self._level, 1)
        where.addWidget(self._progress)
        self._page = parts.column(look, 10)
        parts.fill(column, (WarningCards(self._journal, self._surroundings), self._title))
        column.addLayout(where)
        column.addLayout(self._page)
        column.addStretch(1)
        self._scroll = scrolled(body)
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(self._scroll, 1)
        foot = parts.row(look, 10, (20, 10, 20, 14))
        self._back = parts.button(tr("Back"), partial(self._turn, -1))
        self._forth = parts.button(tr("Next"), partial(self._turn, 1))
        self._finish = parts.button(tr("Finish later"), self.accept)
        self._done = parts.button(tr("Done"), self.accept, "primary")
        foot.addWidget(self._back)
        foot.addStretch(1)
        parts.fill(foot, (self._finish, self._forth, self._done))
        whole.addLayout(foot)

    # --- which questions

    def _fitting_now(self) -> Fitting:
        knowledge, today = self._surroundings.knowledge, self._journal.now.date()
        told = told_facts(self._journal.records(), knowledge, today)
        return fitting_questions(knowledge, told, self._long_cramp)

    def _pages(self) -> tuple[QuestionPage, ...]:
        return question_pages(self._fitting, self._applying)

    def _first_open_page(self) -> int:
        answers = self._answers()
        self._applying |= {each.id for each in self._fitting.circumstances if self._applies(each.id)}
        pages = self._pages()
        for place, page in enumerate(pages):
            open_ones = [entry for entry in page.entries if entry.id not in answers]
            unclear = [each for each in page.circumstances if self._applies(each.id) is None]
            if open_ones or unclear:
                return place
        return len(pages)

    def _answers(self) -> dict[str, bool]:
        return answers_today(self._journal.warning_answers(), self._journal.now.date())

    def _applies(self, circumstance: str) -> bool | None:
        """Tell whether a circumstance applies: as was said, or as the answers that depend on it say."""
        if circumstance in self._applying:
            return True
        answers = self._answers()
        (found,) = (each for each in self._fitting.circumstances if each.id == circumstance)
        given = [answers.get(entry.id) for entry in found.entries]
        if True in given:
            return True
        return None if None in given else False

    # --- showing

    def _show_page(self) -> None:
        parts.clear(self._page)
        self._rows = []
        pages, tr = self._pages(), self._surroundings.tr
        at_end = self._place >= len(pages)
        words = tr("Page {n} of {all}", n=self._place + 1, all=len(pages))
        self._progress.setText("" if at_end else words)
        self._level.setText("")
        self._back.setEnabled(self._place > 0)
        for button, shown in ((self._forth, not at_end), (self._finish, not at_end), (self._done, at_end)):
            button.setVisible(shown)
        if at_end:
            self._show_end()
        else:
            page = pages[self._place]
            self._show_circumstances(page) if page.circumstances else self._show_questions(page)
        if at_end or self._place == self._place_of_left_out():
            self._add_ways_to_all()
        self._refresh()
        self._scroll.verticalScrollBar().setValue(0)
        self._rows[0].take_keys() if self._rows else self._done.setFocus()

    def _show_questions(self, page: QuestionPage) -> None:
        tr, knowledge = self._surroundings.tr, self._surroundings.knowledge
        long_cramp = tr("After a long cramp: is one of these true for you now?")
        self._title.setText(long_cramp if self._long_cramp else tr("Is one of these true for you now?"))
        assert page.level is not None
        level = tr(knowledge.words["level"][page.level])
        self._level.setText(level)
        note = english_page_note(
            knowledge, self._surroundings.language, *(entry.question for entry in page.entries)
        )
        parts.add_small_print(self._page, note)
        self._add_rows([(entry.id, entry.question) for entry in page.entries], self._answered)
        self._add_no_to_all(level)

    def _show_circumstances(self, page: QuestionPage) -> None:
        tr = self._surroundings.tr
        self._title.setText(tr("Does one of these apply to you?"))
        why = tr("Some questions are only for people to whom this applies. They are asked after a yes.")
        self._page.addWidget(parts.label(why, "muted"))
        self._add_rows([(each.id, tr(each.text)) for each in page.circumstances], self._told)
        self._add_no_to_all(tr("Does one of these apply to you?"))

    def _show_end(self) -> None:
        tr, answers = self._surroundings.tr, self._answers()
        self._title.setText(tr("These were all the questions"))
        self._page.addWidget(parts.label(tr("Your answers are kept. A yes stands until you clear it.")))
        unanswered = [
            place
            for place, page in enumerate(self._pages())
            if any(entry.id not in answers for entry in page.entries)
            or any(self._applies(each.id) is None for each in page.circumstances)
        ]
        if unanswered:
            self._page.addWidget(parts.label(tr("Some questions have no answer yet."), "strong"))
            way = parts.button(tr("Go to the first of them"), partial(self._go_to, unanswered[0]))
            self._page.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        elif not any(answers.values()):
            self._page.addWidget(parts.label(tr(no_warning(self._surroundings.knowledge))))

    def _add_rows(self, questions: list[tuple[str, str]], answered: object) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        frame, inside = parts.panel(look)
        for question_id, text in questions:
            row = QuestionRow(question_id, text, [(True, tr("yes")), (False, tr("no"))], self._surroundings)
            row.answered.connect(answered)
            if self._rows:
                inside.addWidget(parts.rule())
            inside.addWidget(row)
            self._rows.append(row)
        self._page.addWidget(frame)

    def _add_no_to_all(self, heading: str) -> None:
        """Add the "no" for all of a page below them, after they were read; it turns the page."""
        tr = self._surroundings.tr
        name = tr("No to all above: {level}", level=heading)
        button = parts.button(tr("No to all above"), self._no_to_all, name=name)
        self._page.addWidget(button, 0, Qt.AlignmentFlag.AlignRight)

    def _place_of_left_out(self) -> int:
        """Return the page that tells what is left out: beside the circumstances, or else the first."""
        pages = self._pages()
        return next((place for place, page in enumerate(pages) if page.circumstances), 0)

    def _add_ways_to_all(self) -> None:
        tr = self._surroundings.tr
        left_out = left_out_sentence(self._fitting.left_out, self._surroundings.language)
        parts.add_small_print(self._page, left_out)
        if left_out or self._fitting.circumstances or self._long_cramp:
            way = parts.button(tr("Ask me every question"), self._ask_all, "link")
            self._page.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)

    def _refresh(self) -> None:
        answers = self._answers()
        about_circumstances = self._place < len(self._pages()) and self._pages()[self._place].circumstances
        for row in self._rows:
            row.show_answer(self._applies(row.id) if about_circumstances else answers.get(row.id))

    # --- answering

    def _answered(self, warning: str, yes: bool | None) -> None:
        if yes is not None:
            self._keep(warning, yes)
        self._refresh()
        if yes:
            self._scroll.verticalScrollBar().setValue(0)

    def _told(self, circumstance: str, applies: bool | None) -> None:
        """Bring in the questions that depend on a circumstance, or answer them all with no."""
        (found,) = (each for each in self._fitting.circumstances if each.id == circumstance)
        warnings = {entry.id for entry in found.entries}
        if applies:
            self._applying.add(circumstance)
            self._take_back_no(warnings)
        elif applies is False:
            self._applying.discard(circumstance)
            for warning in warnings:
                self._keep(warning, yes=False)
        self._refresh()

    def _keep(self, warning: str, yes: bool) -> None:
        knowledge, tr = self._surroundings.knowledge, self._surroundings.tr
        answer = answer_to(knowledge.entries[warning], yes, knowledge, self._journal.now.date())
        stands = any(a.standing and a.warning == warning for a in self._journal.warning_answers())
        if yes or not stands:
            self._journal.save_warning_answer(answer, tr("Warning question answered"))

    def _take_back_no(self, warnings: set[str]) -> None:
        """Let questions that turn out to apply have no answer, so that they are asked later too."""
        tr, today = self._surroundings.tr, self._journal.now.date()
        for answer in self._journal.warning_answers():
            if answer.warning in warnings and answer.asked_on == today and not answer.yes:
                self._journal.take_back_answer(answer, tr("Warning question answered"))

    def _no_to_all(self) -> None:
        for row in self._rows:
            if row.chips.value() is None:
                row.answered.emit(row.id, False)
        self._turn(1)

    # --- turning pages

    def _turn(self, by: int) -> None:
        self._go_to(self._place + by)

    def _go_to(self, place: int) -> None:
        self._place = max(0, min(place, len(self._pages())))
        self._show_page()

    def _ask_all(self) -> None:
        self._long_cramp = False
        self._fitting = every_question(self._surroundings.knowledge)
        self._place = self._first_open_page()
        self._show_page()
