"""A quiet line on Last night while a remedy is tried: what tonight asks, and what was done last night."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame

from journal_app.journal.trial import RemedyTrial, TrialStatus
from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.trial_evenings import tonight_line, used_question


class TrialLine(QFrame):
    """Hidden on nights that belong to no trial."""

    answered = Signal(object)  # whether the remedy was used before the night shown: the changed trial

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._language = surroundings.language
        self._trial: RemedyTrial | None = None
        self._evening = date.min
        look, tr = surroundings.look, surroundings.tr
        inside = parts.column(look, 6, (18, 10, 18, 10))
        self.setLayout(inside)
        self._tonight = parts.label("", "strong")
        self._question = parts.label("")
        self._yes = parts.button(tr("Yes"), self._used, "chip")
        self._no = parts.button(tr("No"), self._not_used, "chip")
        asking = parts.folding_row(look)
        asking.addWidget(self._question, 1)
        for way in (self._yes, self._no):
            way.setCheckable(True)
            asking.addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._tonight)
        inside.addLayout(asking)
        self.hide()

    def show_trials(self, trials: tuple[RemedyTrial, ...], evening: date, today: date) -> None:
        """Show what the trials ask for tonight, and what was done before the night of an evening."""
        going = next((trial for trial in trials if trial.status is not TrialStatus.ENDED), None)
        self._tonight.setText(tonight_line(going, today, self._language) if going else "")
        self._tonight.setVisible(bool(self._tonight.text()))
        self._evening = evening
        self._trial = next((trial for trial in trials if trial.arm_on(evening) is not None), None)
        if evening >= today:
            self._trial = None
        self._show_answer(today)
        self.setVisible(bool(self._tonight.text()) or self._trial is not None)

    def _show_answer(self, today: date) -> None:
        asked = self._trial is not None
        for each in (self._question, self._yes, self._no):
            each.setVisible(asked)
        if self._trial is None:
            return
        question = used_question(self._trial, self._evening, today, self._language)
        self._question.setText(question)
        used = next((kept.used for kept in self._trial.kept if kept.evening == self._evening), None)
        for way, answer in ((self._yes, True), (self._no, False)):
            way.setChecked(used is answer)
            way.setAccessibleName(f"{question} {way.text()}")

    def _used(self) -> None:
        self._answer(used=True)

    def _not_used(self) -> None:
        self._answer(used=False)

    def _answer(self, used: bool) -> None:
        if self._trial is not None:
            self.answered.emit(self._trial.kept_on(self._evening, used))
