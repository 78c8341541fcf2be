"""A quiet line on Last night in the two weeks before an appointment: how much is recorded, what is left."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar

from journal_app.journal.visit import NIGHTS_TO_RECORD, Preparation, Stage
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.segments import plain
from journal_app.wording.visits import preparation_sentence


class AppointmentLine(QFrame):
    """Hidden while no appointment is near."""

    warnings_wanted = Signal()  # the warning questions are to be asked
    report_wanted = Signal()  # the page for the doctor is wanted
    visits_wanted = Signal()  # what the doctor said is to be written down

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._language = surroundings.language
        look, tr = surroundings.look, surroundings.tr
        inside = parts.column(look, 6, (18, 10, 18, 10))
        self.setLayout(inside)
        self._words = parts.label("")
        self._bar = QProgressBar(maximum=NIGHTS_TO_RECORD, textVisible=False)
        self._bar.setFixedHeight(look.pixels(8))
        self._bar.setAccessibleName(tr("Nights recorded before the appointment"))
        self._warnings = parts.button(tr("Warning questions …"), self.warnings_wanted.emit)
        self._questions = parts.button(tr("My questions for the doctor"), self.report_wanted.emit)
        self._page = parts.button(tr("Print my page"), self.report_wanted.emit, "primary")
        self._said = parts.button(tr("Write down what was said"), self.visits_wanted.emit)
        parts.fill(inside, (self._words, self._bar))
        ways = FlowLayout(gap=look.pixels(10))
        for way in (self._page, self._warnings, self._questions, self._said):
            ways.addWidget(way)
        inside.addLayout(ways)
        self.hide()

    def show_preparation(self, state: Preparation) -> None:
        """Show what there is to do; what is done already is not asked again."""
        said = preparation_sentence(state, self._language)
        parts.show_sentence(self._words, said)
        self.setAccessibleName(plain(said))
        ahead = state.stage in (Stage.RECORDING, Stage.EVE)
        self._bar.setValue(state.nights_recorded)
        self._bar.setVisible(ahead)
        self._page.setVisible(state.stage is Stage.EVE)
        self._warnings.setVisible(ahead and not state.warnings_asked)
        self._questions.setVisible(ahead and not state.questions)
        self._said.setVisible(state.stage is Stage.AFTER)
        self.setVisible(bool(said))
