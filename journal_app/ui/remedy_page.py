"""Try a remedy: the trial that runs, the answers of those that ended, and what can be tried."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from journal_app.analysis.tried import Tried
from journal_app.journal.errors import JournalError
from journal_app.journal.trial import RemedyTrial, TrialDesign, TrialStatus
from journal_app.knowledge.entries import Entry, Kind
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.background import Background
from journal_app.ui.followed_medicine import FollowedMedicines
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.remedy_panel import RemedyPanel
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.review_page import ReviewPage
from journal_app.ui.running_trial import RunningTrial
from journal_app.ui.sign_line import SignLine
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.trial_answer import TrialAnswer
from journal_app.ui.trial_planning import TrialPlanning
from journal_app.ui.trial_schedule import save_schedule
from journal_app.wording.errors import error_sentence
from journal_app.wording.trials import dummy_pill_sentence, tried_line
from journal_app.wording.untranslated import english_page_note


class RemedyPage(ReviewPage):
    """Plans trials, follows one at a time, and tells the answers of those that have ended."""

    explain_wanted = Signal(str)  # the full text is wanted: the entry's id
    warnings_wanted = Signal()  # the cards of standing warning signs are to be shown

    def __init__(
        self, journal: OpenJournal, desk: ReviewDesk, background: Background, surroundings: Surroundings
    ) -> None:
        super().__init__(surroundings.tr("Try a remedy"), desk, surroundings)
        self._journal, self._background = journal, background
        look, tr = surroundings.look, surroundings.tr
        words = tr(
            "People start a remedy at their worst, so some fall in cramps comes by itself. A trial planned "
            "here lets the lot decide when it is used, and compares those nights with the others."
        )
        self._signs = SignLine(journal, surroundings)
        self._signs.warnings_wanted.connect(self.warnings_wanted)
        self.body.addWidget(self._signs)
        self.body.addWidget(parts.label(words))
        self._told = parts.label("", "error")
        self._told.hide()
        self.body.addWidget(self._told)
        self._running, self._column = parts.column(look, 14), parts.column(look, 14)
        self._going_on, rest = QWidget(), QWidget()
        self._going_on.setLayout(self._running)
        rest.setLayout(self._column)
        parts.fill(self.body, (self._going_on, rest))
        self.body.addStretch(1)
        journal.trials_changed.connect(self._show_running)

    def fill(self) -> None:
        """Show the trial that runs, and the newest review."""
        self._signs.show_signs()
        self._show_running()
        super().fill()

    # --- showing

    def _standing(self) -> RemedyTrial | None:
        return next((t for t in self._journal.trials() if t.status is not TrialStatus.ENDED), None)

    def _show_running(self) -> None:
        parts.clear(self._running)
        self._told.hide()
        trial = self._standing()
        self._going_on.setVisible(trial is not None)
        if trial is None:
            return
        today, read_only = self._journal.now.date(), self._journal.read_only
        panel = RunningTrial(trial, today, read_only, self.surroundings)
        panel.trial_changed.connect(self._journal.save_trial)
        panel.called_off.connect(self._call_off)
        panel.schedule_wanted.connect(self._save_schedule)
        self._running.addWidget(panel)
        self.arrange()

    def show_review(self, review: Review) -> Iterator[None]:
        """Show the answers, the medicines that are followed, and the remedies."""
        parts.clear(self._column)
        parts.add_small_print(self._column, dummy_pill_sentence(self.surroundings.language))
        self._add_answers(review.tried)
        yield
        followed = tuple(each for each in review.tried if each.trial.design is TrialDesign.FOLLOWED)
        today = self._journal.now.date()
        medicines = FollowedMedicines(review.records.medicines, followed, today, self.surroundings)
        if not medicines.empty:
            self._column.addWidget(medicines)
        self._column.addWidget(parts.label(self.surroundings.tr("What can be tried"), "section"))
        yield
        yield from self._add_remedies(review)

    def _add_answers(self, tried: tuple[Tried, ...]) -> None:
        """Show the newest run of each remedy as a whole, and each former one in a line."""
        ended = [each for each in tried if each.verdict and each.trial.design is not TrialDesign.FOLLOWED]
        newest = {each.trial.remedy: each for each in ended}
        can_repeat = self._standing() is None and not self._journal.read_only
        for each in reversed(newest.values()):
            known = each.trial.remedy in self.surroundings.knowledge.entries
            panel = TrialAnswer(each, can_repeat and known, self.surroundings)
            panel.again_wanted.connect(self._plan_again)
            self._column.addWidget(panel)
        former = [each for each in ended if each not in newest.values()]
        if former:
            self._column.addWidget(parts.label(self.surroundings.tr("Earlier trials"), "section"))
        for each in former:
            if each.verdict:
                line = tried_line(each.verdict, each.trial, self.surroundings.language)
                self._column.addWidget(parts.label(line))

    def _add_remedies(self, review: Review) -> Iterator[None]:
        knowledge, tr = self.surroundings.knowledge, self.surroundings.tr
        factors = {factor.id: factor for factor in review.factors}
        leading = {found.factor: found for found in review.associations if found.leading}
        order = list(knowledge.words["grade"])
        remedies = [entry for entry in knowledge.of_kind(Kind.REMEDY) if entry.fit_to_try]
        summaries = (entry.summary for entry in remedies)
        note = english_page_note(self.surroundings.knowledge, self.surroundings.language, *summaries)
        parts.add_small_print(self._column, note)
        standing = self._standing()
        if standing is not None:
            words = tr("One trial at a time: two at once cannot be told apart.")
            self._column.addWidget(parts.label(words, "muted"))
        for entry in sorted(remedies, key=lambda entry: order.index(entry.grade)):
            on_trial = standing is not None and standing.remedy == entry.id
            factor, found = factors.get(entry.factor), leading.get(entry.factor)
            panel = RemedyPanel(entry, factor, found, on_trial, self.surroundings)
            panel.explain_wanted.connect(self.explain_wanted)
            panel.trial_wanted.connect(self._plan)
            if entry.id in review.not_to_try:
                panel.forbid_trial(tr("Not to be tried with what you told under About me."))
            elif standing is not None or self._journal.read_only:
                panel.forbid_trial()
            self._column.addWidget(panel)
            yield

    # --- planning and ending

    def _plan(self, entry: Entry, repeats: str = "") -> None:
        records, today = self._journal.records(), self._journal.now.date()
        planning = TrialPlanning(
            entry, records, today, self._background, self.surroundings, self, repeats=repeats
        )
        if planning.exec():
            self._journal.save_trial(planning.trial(), self.surroundings.tr("Trial begun"))

    def _plan_again(self, trial: RemedyTrial) -> None:
        self._plan(self.surroundings.knowledge.entries[trial.remedy], trial.id)

    def _call_off(self, trial: RemedyTrial) -> None:
        self._journal.delete_trial(trial, self.surroundings.tr("Trial called off"))

    def _save_schedule(self, trial: RemedyTrial) -> None:
        tr, language = self.surroundings.tr, self.surroundings.language
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = str(Path(folder) / tr("Schedule of a trial.pdf"))
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save as PDF"), suggested, tr("PDF (*.pdf)"))
        if not name:
            return
        path = Path(name).with_suffix(".pdf")
        try:
            save_schedule(trial, path, self.surroundings.preferences.paper, language)
        except JournalError as error:
            self._told.setText(error_sentence(error, language))
            self._told.show()
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
