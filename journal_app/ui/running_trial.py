"""A trial that is going on: what tonight asks, how far it is, and the ways to pause or end it."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from journal_app.journal.trial import RemedyTrial, TrialStatus
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.trial_evenings import progress_sentence, tonight_line
from journal_app.wording.trials import status_words, waiting_sentence


class RunningTrial(QFrame):
    """Shows nothing of the outcome; that comes after the agreed end."""

    trial_changed = Signal(object, str)  # paused, resumed or ended: the RemedyTrial and what was done
    called_off = Signal(object)  # it was ended before its first night: the RemedyTrial
    schedule_wanted = Signal(object)  # its schedule is wanted on paper: the RemedyTrial

    def __init__(self, trial: RemedyTrial, today: date, read_only: bool, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._trial, self._today, self._surroundings = trial, today, surroundings
        look, language = surroundings.look, surroundings.language
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        head = parts.folding_row(look)
        head.addWidget(parts.label(trial.name, "panel_title"), 1)
        head.addWidget(parts.tag(status_words(trial.status, language), "tag_none"), 0, parts.TAG_PLACE)
        inside.addLayout(head)
        for words, kind in self._sentences():
            if words:
                inside.addWidget(parts.label(words, kind))
        inside.addWidget(self._bar())
        self._ways, self._confirm = self._new_ways(read_only), self._new_confirm()
        parts.fill(inside, (self._ways, self._confirm))

    def _sentences(self) -> tuple[tuple[str, str], ...]:
        trial, today, language = self._trial, self._today, self._surroundings.language
        return (
            (tonight_line(trial, today, language), "strong"),
            (progress_sentence(trial, today, language), ""),
            (waiting_sentence(trial, language), "muted"),
        )

    def _bar(self) -> QProgressBar:
        over = sum(night.evening < self._today for night in self._trial.nights)
        bar = QProgressBar(maximum=sum(block.nights for block in self._trial.blocks), textVisible=False)
        bar.setValue(over)
        bar.setFixedHeight(self._surroundings.look.pixels(8))
        bar.setAccessibleName(self._surroundings.tr("Nights of the trial that are over"))
        return bar

    def _new_ways(self, read_only: bool) -> QWidget:
        tr, made = self._surroundings.tr, QWidget()
        ways = FlowLayout(made, gap=self._surroundings.look.pixels(10))
        still = self._trial.status is TrialStatus.PAUSED
        pause = parts.button(tr("Go on"), self._resume, "primary") if still else None
        pause = pause or parts.button(tr("Pause"), self._pause)
        end = parts.button(tr("End it early …"), self._ask)
        for way in (pause, end):
            way.setEnabled(not read_only)
            ways.addWidget(way)
        ways.addWidget(parts.button(tr("Schedule as PDF …"), self._want_schedule, "link"))
        return made

    def _new_confirm(self) -> QWidget:
        look, tr, made = self._surroundings.look, self._surroundings.tr, QWidget()
        inside = parts.column(look, 8)
        made.setLayout(inside)
        words = tr(
            "The answer is then worked out from the nights so far. That makes it less sure, and it cannot "
            "be taken up again. A pause keeps it whole."
        )
        if self._today <= self._trial.first_evening:
            words = tr("It has not begun yet. Its schedule is removed, and nothing is worked out.")
        inside.addWidget(parts.label(words))
        ways = FlowLayout(gap=look.pixels(10))
        ways.addWidget(parts.button(tr("End it now"), self._end))
        ways.addWidget(parts.button(tr("Let it run"), self._keep))
        inside.addLayout(ways)
        made.hide()
        return made

    def _pause(self) -> None:
        text = self._surroundings.tr("Trial paused")
        self.trial_changed.emit(self._trial.paused_from(self._today), text)

    def _resume(self) -> None:
        text = self._surroundings.tr("Trial resumed")
        self.trial_changed.emit(self._trial.resumed_from(self._today), text)

    def _ask(self) -> None:
        self._confirm.show()

    def _keep(self) -> None:
        self._confirm.hide()

    def _end(self) -> None:
        if self._today <= self._trial.first_evening:
            self.called_off.emit(self._trial)
        else:
            self.trial_changed.emit(
                self._trial.ended(self._today), self._surroundings.tr("Trial ended early")
            )

    def _want_schedule(self) -> None:
        self.schedule_wanted.emit(self._trial)
