"""A medicine that is followed from its dates, its warnings first; for quinine the days to review it."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from journal_app.analysis.tried import Tried
from journal_app.journal.medicine import Medicine
from journal_app.knowledge.words import names_of, speaks_of
from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.trial_answer import TrialAnswer
from journal_app.wording.trials import quinine_review_sentence

QUININE = "quinine"
QUININE_WARNINGS = ("quinine-bleeding", "quinine-reaction")


class FollowedMedicines(QWidget):
    """Empty where no medicine has a day to compare around, and none is quinine."""

    def __init__(
        self,
        medicines: tuple[Medicine, ...],
        tried: tuple[Tried, ...],
        today: date,
        surroundings: Surroundings,
    ) -> None:
        super().__init__()
        self._surroundings, self._today = surroundings, today
        self._column = parts.column(surroundings.look, 14)
        self.setLayout(self._column)
        answers = {each.trial.remedy: each for each in tried}
        shown = [m for m in medicines if m.id in answers or self._is_quinine_now(m)]
        self.empty = not shown
        if shown:
            self._add_lead()
        for medicine in shown:
            if self._is_quinine_now(medicine):
                self._add_quinine(medicine)
            if medicine.id in answers:
                self._column.addWidget(TrialAnswer(answers[medicine.id], False, surroundings))

    def _add_lead(self) -> None:
        tr = self._surroundings.tr
        self._column.addWidget(parts.label(tr("Medicines, followed from their dates"), "section"))
        words = tr(
            "Nights around the start and the end of each are compared, because you entered its dates. "
            "Whether to go on with a medicine is for you and your doctor."
        )
        self._column.addWidget(parts.label(words))

    def _is_quinine_now(self, medicine: Medicine) -> bool:
        entry = self._surroundings.knowledge.entries.get(QUININE)
        known = entry is not None and speaks_of(medicine.name, names_of(entry))
        return known and any(period.covers(self._today) for period in medicine.periods)

    def _add_quinine(self, medicine: Medicine) -> None:
        frame, inside = parts.panel(self._surroundings.look, "warning_panel")
        self._fill_quinine(inside, medicine)
        self._column.addWidget(frame)

    def _fill_quinine(self, inside: QVBoxLayout, medicine: Medicine) -> None:
        tr, entries = self._surroundings.tr, self._surroundings.knowledge.entries
        inside.addWidget(parts.label(medicine.name, "panel_title"))
        for warning in (entries[each] for each in QUININE_WARNINGS if each in entries):
            inside.addWidget(parts.label(warning.question))
            card = self._surroundings.advice(warning.card)
            inside.addWidget(parts.label(tr("If yes: {card}", card=card), "strong"))
        if medicine.start:
            words = quinine_review_sentence(medicine.start, self._today, self._surroundings.language)
            inside.addWidget(parts.label(words))
