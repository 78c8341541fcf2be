"""A trial that has ended, or a medicine that is followed: its answer as a range."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from journal_app.analysis.tried import Tried
from journal_app.journal.trial import TrialDesign
from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.segments import plain
from journal_app.wording.trial_evenings import trial_dates
from journal_app.wording.trials import (
    answer_words,
    arms_sentence,
    protocol_sentence,
    verdict_paragraph,
)


class TrialAnswer(QFrame):
    """Shows one answer; a trial can be run again, a medicine is only followed."""

    again_wanted = Signal(object)  # a second run is wanted: the RemedyTrial

    def __init__(self, tried: Tried, can_repeat: bool, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._tried, self._surroundings = tried, surroundings
        self._inside = parts.column(surroundings.look, 10, (20, 16, 20, 16))
        self.setLayout(self._inside)
        if tried.verdict is None:
            self._inside.addWidget(parts.label(tried.trial.name, "panel_title"))
            words = surroundings.tr("The answer comes 28 nights after its last start or stop.")
            self._inside.addWidget(parts.label(words, "muted"))
        else:
            self._tell()
        if can_repeat and tried.trial.design is not TrialDesign.FOLLOWED:
            self._add_again()

    def _tell(self) -> None:
        found, trial, language = self._tried.verdict, self._tried.trial, self._surroundings.language
        if found is None:
            return
        head = parts.folding_row(self._surroundings.look)
        head.addWidget(parts.label(trial.name, "panel_title"), 1)
        head.addWidget(parts.tag(answer_words(found.answer, language), "tag_none"), 0, parts.TAG_PLACE)
        self._inside.addLayout(head)
        parts.add_small_print(self._inside, trial_dates(trial, language))
        self._inside.addWidget(parts.sentence_label(verdict_paragraph(found, trial, language)))
        self._add_titled(
            self._title_of_counts(), parts.sentence_label(arms_sentence(found.as_planned, language))
        )
        done = protocol_sentence(found, language)
        if plain(done):
            self._add_titled(language.tr("As done"), parts.sentence_label(done))

    def _title_of_counts(self) -> str:
        if self._tried.trial.design is TrialDesign.FOLLOWED:
            return self._surroundings.tr("The nights compared")
        return self._surroundings.tr("As planned")

    def _add_titled(self, title: str, told: QFrame) -> None:
        parts.fill(self._inside, (parts.label(title, "muted"), told))

    def _add_again(self) -> None:
        tr = self._surroundings.tr
        name = tr("Run the trial of {name} again", name=self._tried.trial.name)
        line = parts.row(self._surroundings.look)
        line.addWidget(parts.button(tr("Run it again …"), self._want_again, name=name))
        line.addStretch(1)
        self._inside.addLayout(line)

    def _want_again(self) -> None:
        self.again_wanted.emit(self._tried.trial)
