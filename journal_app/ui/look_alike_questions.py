"""A few questions about one night that tell a cramp from what resembles it, and what the answers say."""

from datetime import date

from PySide6.QtWidgets import QDialog, QFrame, QWidget

from journal_app.journal.night import Night
from journal_app.journal.night_answer import night_answer, night_answers
from journal_app.journal.period import last_nights
from journal_app.knowledge.entries import Entry
from journal_app.knowledge.look_alikes import differs, likeness, told_by
from journal_app.knowledge.warnings import answer_to
from journal_app.ui import parts
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.question_row import QuestionRow
from journal_app.ui.sheet import Sheet, scrolled
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.warning_cards import WarningCards
from journal_app.wording.look_alikes import likeness_words
from journal_app.wording.nights import night_title

NIGHTS_BACK = 60
UNKNOWN = "unknown"


class LookAlikeQuestions(QFrame):
    """Asks about a cramp night, keeps each answer at once, and can turn to the cramp nights before."""

    def __init__(
        self, entry: Entry, evening: date | None, journal: OpenJournal, surroundings: Surroundings
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._entry, self._journal, self._surroundings = entry, journal, surroundings
        self._nights = self._cramp_nights(evening)
        self._rows: list[QuestionRow] = []
        self._lay_out()
        self._shown = next((night for night in self._nights if night.evening == evening), None)
        if self._shown is None and self._nights:
            self._shown = self._nights[-1]
        journal.about_changed.connect(self._refresh)
        self._refresh()

    def _lay_out(self) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        inside = parts.column(look, 8, (18, 12, 18, 14))
        self.setLayout(inside)
        inside.addWidget(WarningCards(self._journal, self._surroundings))
        head = parts.row(look)
        self._title = parts.label("", "strong")
        self._back = parts.button("‹", self._earlier, name=tr("The cramp night before"))
        self._forth = parts.button("›", self._later, name=tr("The cramp night after"))
        head.addWidget(self._title, 1)
        parts.fill(head, (self._back, self._forth))
        inside.addLayout(head)
        choices = [(True, tr("yes")), (False, tr("no")), (UNKNOWN, tr("don't know"))]
        for question in self._entry.questions:
            row = QuestionRow(question.field, question.ask, choices, self._surroundings)
            row.answered.connect(self._answered)
            parts.fill(inside, (parts.rule(), row))
            self._rows.append(row)
        self._result = parts.label("", "strong")
        inside.addWidget(self._result)

    def _cramp_nights(self, evening: date | None) -> list[Night]:
        today = self._journal.now.date()
        nights = dict(self._journal.nights(last_nights(NIGHTS_BACK, today)))
        if evening is not None and (night := self._journal.night(evening)) is not None:
            nights[evening] = night
        return [nights[each] for each in sorted(nights) if not nights[each].quiet]

    def _refresh(self) -> None:
        tr, night = self._surroundings.tr, self._shown
        for row in self._rows:
            row.setEnabled(night is not None and not self._journal.read_only)
        if night is None:
            self._title.setText(tr("These questions are about a night with a cramp. Record one first."))
            self._result.hide()
            self._back.hide()
            self._forth.hide()
            return
        place = self._nights.index(night)
        self._back.setEnabled(place > 0)
        self._forth.setEnabled(place < len(self._nights) - 1)
        language, today = self._surroundings.language, self._journal.now.date()
        self._title.setText(night_title(night.evening, language, today))
        kept = night_answers(self._journal.night_answers())
        given = kept.get(night.evening, {})
        known = {**told_by(night), **given}
        for row in self._rows:
            value = known.get(row.id)
            row.show_answer(UNKNOWN if value is None and row.id in given else value)
        alike = [likeness(self._entry, {**told_by(n), **kept.get(n.evening, {})}) for n in self._nights]
        nights = sum(each.fits_more for each in alike)
        words = likeness_words(likeness(self._entry, known, nights), language) if given else ""
        self._result.setText(words)
        self._result.setVisible(bool(words))

    def _answered(self, field: str, value: object) -> None:
        if self._shown is None:
            return
        tr, evening = self._surroundings.tr, self._shown.evening
        words = tr("Question about a night answered")
        if value is None:
            kept = night_answer(field, None, evening).warning
            for answer in self._journal.night_answers():
                if (answer.warning, answer.asked_on) == (kept, evening):
                    self._journal.take_back_answer(answer, words)
        else:
            yes = None if value == UNKNOWN else value is True
            self._journal.save_warning_answer(night_answer(field, yes, evening), words)
            self._heed(field, yes)
        self._refresh()

    def _heed(self, field: str, yes: bool | None) -> None:
        """Let an answer that is a warning sign as well raise its card, which stands above the questions."""
        knowledge, tr = self._surroundings.knowledge, self._surroundings.tr
        (question,) = (question for question in self._entry.questions if question.field == field)
        answers = self._journal.warning_answers()
        stands = any(a.standing and a.warning == question.sign_of for a in answers)
        if question.sign_of and differs(question, yes) and not stands:
            warning = knowledge.entries[question.sign_of]
            answer = answer_to(warning, True, knowledge, self._journal.now.date())
            self._journal.save_warning_answer(answer, tr("Warning question answered"))

    def take_keys(self) -> None:
        """Let the keyboard answer the first question."""
        self._rows[0].take_keys()

    def _earlier(self) -> None:
        self._turn(-1)

    def _later(self) -> None:
        self._turn(1)

    def _turn(self, by: int) -> None:
        if self._shown is not None:
            place = self._nights.index(self._shown) + by
            self._shown = self._nights[max(0, min(place, len(self._nights) - 1))]
            self._refresh()


class LookAlikeDialog(QDialog):
    """Asks the questions of one look-alike about one night; its name is told with the result only."""

    def __init__(
        self,
        entry: Entry,
        evening: date,
        journal: OpenJournal,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Was it a night cramp?"))
        parts.open_within_screen(self, look.pixels(820), look.pixels(600))
        body = Sheet()
        column = parts.column(look, 10, (20, 16, 20, 16))
        body.setLayout(column)
        column.addWidget(parts.label(tr("Was it a night cramp?"), "title"))
        self._questions = LookAlikeQuestions(entry, evening, journal, surroundings)
        column.addWidget(self._questions)
        words = tr("Answer what you know. Nothing here says what you have; it tells what is worth asking.")
        column.addWidget(parts.label(words, "muted"))
        column.addStretch(1)
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(scrolled(body), 1)
        foot = parts.row(look, 10, (20, 10, 20, 14))
        foot.addStretch(1)
        foot.addWidget(parts.button(tr("Done"), self.accept, "primary"))
        whole.addLayout(foot)
        self._questions.take_keys()
