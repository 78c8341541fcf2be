"""Planning a trial: what each design could show this person, which evening it begins, and the lot."""

from datetime import date, timedelta
from secrets import randbits
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QProgressBar,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from journal_app.analysis.trial_plan import Refusal, TrialPlan, draw_schedule, usual_plan
from journal_app.analysis.tried import plans_of_journal
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial, TrialDesign
from journal_app.knowledge.entries import Entry, Testable
from journal_app.ui import parts
from journal_app.ui.background import Background
from journal_app.ui.day_field import DayField
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.segments import paragraph, unmarked
from journal_app.wording.trials import (
    by_lot_sentence,
    chance_sentence,
    design_words,
    plans_sentence,
    washout_sentence,
)

WIDTH, HEIGHT = 760, 760
PLANNING_SEED = 8  # the same journal is told the same chances, however often it asks
SEED_BITS = 32
DAYS_AHEAD = 60


class TrialPlanning(QDialog):
    """Works out in the background what each design can show, then lets one be chosen and begun."""

    def __init__(
        self,
        entry: Entry,
        records: Records,
        today: date,
        background: Background,
        surroundings: Surroundings,
        parent: QWidget | None = None,
        repeats: str = "",
    ) -> None:
        super().__init__(parent)
        self._entry, self._today, self._repeats = entry, today, repeats
        self._surroundings = surroundings
        self._plans: tuple[TrialPlan, ...] = ()
        self._choices = QButtonGroup(self)
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Plan a trial"))
        body = QWidget()
        self._column = parts.column(look, 10, (20, 16, 20, 8))
        body.setLayout(self._column)
        self._column.addWidget(parts.label(entry.title, "panel_title"))
        self._add_leads()
        self._working = QWidget()
        self._fill_working()
        self._designs = parts.column(look, 8)
        self._column.addLayout(self._designs)
        self._column.addStretch(1)
        self._first = self._evening_field()
        self._start = parts.button(tr("Start the trial"), self._begin, "primary")
        self._start.setEnabled(False)
        self._set_together(body)
        parts.open_within_screen(self, look.pixels(WIDTH), look.pixels(HEIGHT))
        same_night = entry.testable is Testable.NIGHTLY
        data = (records, same_night, today, PLANNING_SEED)
        background.run("plans", plans_of_journal, *data, then=self._show_plans)

    def _add_leads(self) -> None:
        tr, language = self._surroundings.tr, self._surroundings.language
        self._column.addWidget(parts.label(by_lot_sentence(language)))
        if self._repeats:
            words = tr(
                "This is a second run. If its order is drawn by lot as well, both are judged together, "
                "and more is asked for before the answer is called clear."
            )
            self._column.addWidget(parts.label(words))
        for each in self._entry.not_for:
            self._column.addWidget(parts.label("– " + self._surroundings.advice(each)))

    def _fill_working(self) -> None:
        tr = self._surroundings.tr
        inside = parts.column(self._surroundings.look, 6)
        self._working.setLayout(inside)
        words = tr("Working out from your nights what each kind of trial could show …")
        bar = QProgressBar(maximum=0, textVisible=False)
        bar.setAccessibleName(words)
        parts.fill(inside, (parts.label(words, "muted"), bar))
        self._column.addWidget(self._working)

    def _evening_field(self) -> DayField:
        today, field = self._today, DayField(self._surroundings.tr("First evening"), self._surroundings)
        field.limit(today, today + timedelta(days=DAYS_AHEAD))
        field.show_day(today)
        return field

    def _set_together(self, body: QWidget) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        scroll = QScrollArea(widgetResizable=True)
        scroll.setWidget(body)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label = parts.label(tr("First evening"), "muted")
        label.setBuddy(self._first)
        foot = FlowLayout(gap=look.pixels(10))
        for each in (self._first, self._start, parts.button(tr("Cancel"), self.reject)):
            foot.addWidget(each)
        beneath = parts.column(look, 6, (20, 8, 20, 14))
        beneath.addWidget(label)
        beneath.addLayout(foot)
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(scroll, 1)
        whole.addLayout(beneath)

    # --- choosing

    def _show_plans(self, plans: tuple[TrialPlan, ...]) -> None:
        self._working.hide()
        language = self._surroundings.language
        self._designs.addWidget(parts.sentence_label(plans_sentence(plans, language)))
        if all(plan.refusal is Refusal.FEW_NIGHTS for plan in plans):
            return
        usual = usual_plan(plans)
        self._plans = (usual, *(plan for plan in plans if plan is not usual))
        for number, plan in enumerate(self._plans):
            self._add_design(plan, number)
        self._choices.button(0).setChecked(True)
        self._fold()
        self._start.setEnabled(True)
        self._start.setFocus()

    def _add_design(self, plan: TrialPlan, number: int) -> None:
        tr, language, look = self._surroundings.tr, self._surroundings.language, self._surroundings.look
        words = design_words(plan, language)
        if number == 0:
            words = tr("{design} (suggested)", design=words)
        choice = QRadioButton(words)
        choice.setAccessibleName(words)
        choice.setEnabled(plan.refusal is None)
        self._choices.addButton(choice, number)
        before_after = plan.design is TrialDesign.BEFORE_AFTER and plan.refusal is None
        hint = tr("Its answer can be no more than a hint.") if before_after else ""
        told = paragraph(
            chance_sentence(plan, language), unmarked(hint), unmarked(washout_sentence(plan, language))
        )
        explained = parts.sentence_label(told, "muted")
        explained.setIndent(look.pixels(32))
        parts.fill(self._designs, (choice, explained))

    def _fold(self) -> None:
        room = self.width() - self._surroundings.look.pixels(110)
        for choice in self._choices.buttons():
            choice.ensurePolished()
            choice.setText(parts.folded(choice.accessibleName(), choice.fontMetrics(), room))

    def _begin(self) -> None:
        if self._first.fault:
            self._first.setFocus()
        else:
            self.accept()

    def trial(self) -> RemedyTrial:
        """Return the trial as chosen, its order drawn by lot; from here on it is locked."""
        plan = self._plans[self._choices.checkedId()]
        seed = randbits(SEED_BITS)
        return RemedyTrial(
            id=uuid4().hex,
            remedy=self._entry.id,
            name=self._entry.title,
            design=plan.design,
            blocks=draw_schedule(plan, self._first.day, seed),
            seed=seed,
            planned_on=self._today,
            repeats=self._repeats,
        ).begun()

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()
