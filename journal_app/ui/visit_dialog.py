"""One visit: what the doctor said, as it was read from a page or typed in."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QScrollArea, QWidget

from journal_app.journal.errors import BadEntry
from journal_app.journal.visit import MOST_QUESTIONS, Visit
from journal_app.ui import parts
from journal_app.ui.day_field import DayField
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.sheet import Sheet
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.errors import error_sentence

ONE_LINE, FEW_LINES = 54, 84
ANSWER = "answer"


class VisitDialog(QDialog):
    """Shows a visit to be looked at and changed before it is kept."""

    def __init__(
        self, visit: Visit, lead: str, known: bool, surroundings: Surroundings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._visit, self._surroundings = visit, surroundings
        self.removed = False
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Visit to the doctor"))
        body = Sheet()
        self._column = parts.column(look, 6, (20, 16, 20, 4))
        body.setLayout(self._column)
        if lead:
            self._column.addWidget(parts.label(lead))
        self._day = self._day_field()
        self._fields: dict[str, QPlainTextEdit] = {}
        self._add("assessment", tr("Assessment"), visit.assessment, FEW_LINES)
        self._add("tests", tr("Tests asked for"), visit.tests, ONE_LINE)
        self._add("medicines", tr("Changes to medicines"), visit.medicines, ONE_LINE)
        given = (*visit.answers, *("",) * (MOST_QUESTIONS - len(visit.answers)))
        for number, answer in enumerate(given, 1):
            self._add(f"{ANSWER}{number}", tr("Answer to question {number}", number=number), answer, ONE_LINE)
        self._add("next_visit", tr("Next visit"), visit.next_visit, ONE_LINE)
        self._add("note", tr("My own note; it is not printed"), visit.note, ONE_LINE)
        self._column.addStretch(1)
        self._error = parts.label("", "error")
        self._error.hide()
        self._set_together(body, self._foot(known))
        parts.open_within_screen(self, look.pixels(720), look.pixels(760))

    def _set_together(self, body: QWidget, foot: FlowLayout) -> None:
        look = self._surroundings.look
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(scroll, 1)
        beneath = parts.column(look, 8, (20, 8, 20, 14))
        beneath.addWidget(self._error)
        beneath.addLayout(foot)
        whole.addLayout(beneath)

    def _day_field(self) -> DayField:
        day, name = self._visit.day, self._surroundings.tr("Day of the visit")
        field = DayField(name, self._surroundings)
        field.show_day(day)
        self._add_named(field, name)
        return field

    def _add(self, name: str, words: str, text: str, height: int) -> None:
        field = QPlainTextEdit(text)
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._surroundings.look.pixels(height))
        self._fields[name] = field
        self._add_named(field, words)

    def _add_named(self, field: QWidget, words: str) -> None:
        label = parts.label(words, "muted")
        label.setBuddy(field)
        field.setAccessibleName(words)
        parts.fill(self._column, (label, field))

    def _foot(self, known: bool) -> FlowLayout:
        tr = self._surroundings.tr
        foot = FlowLayout(gap=self._surroundings.look.pixels(10))
        keep = parts.button(tr("Keep"), self._keep, "primary")
        keep.setDefault(True)
        foot.addWidget(keep)
        foot.addWidget(parts.button(tr("Cancel"), self.reject))
        if known:
            foot.addWidget(parts.button(tr("Remove this visit"), self._remove, "link"))
        return foot

    def visit(self) -> Visit | None:
        """Return the visit as it stands in the fields, `None` where it cannot be kept."""
        texts = {name: field.toPlainText().strip() for name, field in self._fields.items()}
        answers = tuple(texts.pop(f"{ANSWER}{number}") for number in range(1, MOST_QUESTIONS + 1))
        if self._day.fault:
            self._tell(self._day.fault)
            return None
        try:
            return replace(self._visit, day=self._day.day, answers=answers if any(answers) else (), **texts)
        except BadEntry as error:
            self._tell(error_sentence(error, self._surroundings.language))
            return None

    def _tell(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.show()

    def _keep(self) -> None:
        visit = self.visit()
        if visit is not None and visit.empty:
            self._tell(self._surroundings.tr("Nothing is written down yet."))
        elif visit is not None:
            self.accept()

    def _remove(self) -> None:
        self.removed = True
        self.accept()
