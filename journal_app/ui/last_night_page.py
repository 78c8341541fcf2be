"""Last night, the page the window opens on: a quiet night is one click, a cramp four, all else optional."""
# ruff: noqa: PLC0415  the forms are loaded after the window is up, see docs/decisions/0006

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy

from journal_app.journal.day import Day
from journal_app.journal.habit import Habit, habits_offered
from journal_app.journal.night import Episode, Night
from journal_app.journal.period import last_nights
from journal_app.language import later
from journal_app.ui import parts
from journal_app.ui.banner import Banner
from journal_app.ui.key_hints import KeyHint
from journal_app.ui.night_strip import NIGHTS, NightStrip
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.unsaved_answers import UnsavedAnswers
from journal_app.wording.nights import night_title, quiet_feedback

if TYPE_CHECKING:
    from journal_app.journal.profile import WarningAnswer
    from journal_app.journal.trial import RemedyTrial
    from journal_app.ui.appointment_line import AppointmentLine
    from journal_app.ui.day_form import DayForm
    from journal_app.ui.look_alike_line import LookAlikeLine
    from journal_app.ui.night_form import NightForm
    from journal_app.ui.trial_line import TrialLine

EVENING_HOUR = 18
ABOVE_ALL = 1  # beneath the title


class LastNightPage(Page):
    """Shows one night with the day before it, and saves each answer as it is given."""

    tracking_wanted = Signal()  # the person wants to choose what is tracked
    warnings_wanted = Signal()  # an appointment is near: the warning questions are to be asked
    look_alike_wanted = Signal(str, object)  # questions about a night: the look-alike's id, the evening
    long_cramp = Signal(object)  # a cramp over ten minutes was entered: the evening of its night
    report_wanted = Signal()  # an appointment is near: the page for the doctor is wanted
    visits_wanted = Signal()  # an appointment is over: what was said is to be written down

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint((Qt.Key.Key_Q,), later("Quiet night")),
        KeyHint((Qt.Key.Key_C,), later("I had a cramp")),
        KeyHint((Qt.Key.Key_PageUp,), later("The night before")),
        KeyHint((Qt.Key.Key_PageDown,), later("The night after")),
    )

    _night_form: "NightForm"
    _day_form: "DayForm"
    _appointment: "AppointmentLine"
    _trial: "TrialLine"
    _look_alike: "LookAlikeLine | None" = None

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("Last night"), surroundings)
        self._journal = journal
        self._filled = False
        self._unsaved = UnsavedAnswers()
        self.evening = journal.now.date() - timedelta(days=1)
        look, tr = surroundings.look, surroundings.tr
        self._back = parts.button("‹", self._earlier, name=tr("The night before"))
        self._today = parts.button(tr("Today"), self.show_newest)
        self._forth = parts.button("›", self._later, name=tr("The night after"))
        parts.fill(self.tools, (self._back, self._today, self._forth))
        self._strip = NightStrip(surroundings)
        self.body.addWidget(self._strip)
        self.body.addLayout(self._main_buttons())
        self.banner = Banner(surroundings)
        self.body.addWidget(self.banner)
        self._lines = parts.column(look, 16)
        self.body.addLayout(self._lines)
        self._columns = parts.row(look, 18)
        self.body.addLayout(self._columns)
        self.body.addStretch(1)
        self.title.setText(night_title(self.evening, surroundings.language))

    def fill(self) -> None:
        """Add what needs the journal; until then the two large buttons stand alone."""
        if self._filled:
            return
        self._filled = True
        from journal_app.ui.appointment_line import AppointmentLine
        from journal_app.ui.night_form import NightForm
        from journal_app.ui.sign_line import SignLine
        from journal_app.ui.trial_line import TrialLine

        signs = SignLine(self._journal, self.surroundings)
        signs.warnings_wanted.connect(self.warnings_wanted)
        self.body.insertWidget(ABOVE_ALL, signs)
        signs.show_signs()
        self._appointment = AppointmentLine(self.surroundings)
        self._trial = TrialLine(self.surroundings)
        parts.fill(self._lines, (self._appointment, self._trial))
        self._night_form = NightForm(self.surroundings)
        self._day_form = self._new_day_form()
        self._night_side = parts.column(self.surroundings.look, 16)
        self._night_side.addWidget(self._night_form)
        self._night_side.addStretch(1)
        self._columns.addLayout(self._night_side, 7)
        self._columns.addWidget(self._day_form, 4, Qt.AlignmentFlag.AlignTop)
        self._connect()
        self.evening = self._opening_evening()
        self._refresh()
        self.arrange()

    def _main_buttons(self) -> QBoxLayout:
        look, tr = self.surroundings.look, self.surroundings.tr
        palette = look.palette
        self.quiet = parts.button(tr("Quiet night"), self._quiet_clicked, "quiet")
        self.quiet.setIcon(look.icon("quiet", palette.quiet))
        self.quiet.setToolTip(tr("No cramp in this night (press Q)"))
        self.cramp = parts.button(tr("I had a cramp"), self._cramp_clicked, "cramp")
        self.cramp.setIcon(look.icon("cramp", palette.cramp_middle))
        self.cramp.setToolTip(tr("Record a cramp (press C)"))
        self._main = line = parts.row(look, 18)
        for main in (self.quiet, self.cramp):
            main.setIconSize(QSize(look.pixels(26), look.pixels(26)))
            main.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            line.addWidget(main)
        return line

    def _new_day_form(self) -> "DayForm":
        from journal_app.ui.day_form import DayForm

        form = DayForm(self._habits(), self.surroundings)
        form.day_saved.connect(self._day_answered)
        form.put_back.connect(self._put_back)
        form.tracking_wanted.connect(self.tracking_wanted)
        return form

    def _connect(self) -> None:
        self._strip.evening_chosen.connect(self.show_night)
        self._night_form.night_changed.connect(self._night_answered)
        self._night_form.long_cramp.connect(self._long_cramp_entered)
        self._night_form.cramp_begun.connect(self._show_legs)
        self._appointment.warnings_wanted.connect(self.warnings_wanted)
        self._appointment.report_wanted.connect(self.report_wanted)
        self._appointment.visits_wanted.connect(self.visits_wanted)
        self._journal.visits_changed.connect(self._show_appointment)
        self._journal.about_changed.connect(self._show_appointment)
        self._trial.answered.connect(self._trial_answered)
        self._journal.trials_changed.connect(self._show_trial)
        self.banner.undo_clicked.connect(self._journal.undo_stack.undo)
        self._journal.night_changed.connect(self._refresh_if_shown)
        self._journal.day_changed.connect(self._refresh_if_shown)
        self._journal.about_changed.connect(self._habits_changed)
        # Queued: a change within a change would be undone in the wrong order.
        self._journal.saved.connect(self._save_unsaved, Qt.ConnectionType.QueuedConnection)

    # --- showing

    def show_night(self, evening: date) -> None:
        """Show a night, recorded or not."""
        self.fill()
        self.finish()
        self.evening = min(evening, self._newest())
        self.banner.hide()
        self._refresh()

    def show_newest(self) -> None:
        """Show the night just past."""
        self.show_night(self._journal.now.date() - timedelta(days=1))

    def _earlier(self) -> None:
        self.show_night(self.evening - timedelta(days=1))

    def _later(self) -> None:
        self.show_night(self.evening + timedelta(days=1))

    def _newest(self) -> date:
        """The night just past; from six in the evening on, the one that has begun can be opened too."""
        now = self._journal.now
        return now.date() if now.hour >= EVENING_HOUR else now.date() - timedelta(days=1)

    def _opening_evening(self) -> date:
        """The newest unrecorded night of the last three, else the one just past."""
        just_past = self._journal.now.date() - timedelta(days=1)
        nights = last_nights(3, just_past)
        recorded = self._journal.nights(nights)
        return next((e for e in reversed(list(nights.evenings())) if e not in recorded), just_past)

    def _refresh(self) -> None:
        language, evening, newest = self.surroundings.language, self.evening, self._newest()
        night = self._journal.night(evening)
        self.title.setText(night_title(evening, language))
        last_shown = newest if (newest - evening).days < NIGHTS else evening + timedelta(days=NIGHTS // 2)
        nights = self._journal.nights(last_nights(NIGHTS, last_shown))
        self._strip.show_nights(last_shown, nights, evening)
        self.quiet.setCheckable(True)
        self.quiet.setChecked(night is not None and night.quiet)
        self._forth.setEnabled(evening < newest)
        self._today.setEnabled(evening != self._journal.now.date() - timedelta(days=1))
        self._night_form.show_night(evening, night)
        self._day_form.show_day(
            self._unsaved.over(self._journal.day(evening)),
            self._unsaved.over(self._journal.day(evening - timedelta(days=1))),
            self._unsaved.habits(evening),
        )
        self._show_appointment()
        self._show_trial()
        self._show_look_alike(night)
        for control in (self.quiet, self.cramp, self._trial, self._night_form, self._day_form):
            control.setEnabled(not self._journal.read_only)

    def _show_appointment(self) -> None:
        from journal_app.journal.visit import nights_before, preparation

        journal, today = self._journal, self._journal.now.date()
        appointment = journal.appointment()
        evenings = journal.nights(nights_before(appointment.day)) if appointment.day else ()
        answers = self._answers_at_the_end() if appointment.day else ()
        self._appointment.show_preparation(
            preparation(appointment, evenings, answers, journal.visits(), today)
        )

    def _answers_at_the_end(self) -> "tuple[WarningAnswer, ...]":
        """Return the answers that show that the warning questions were gone through, not only begun."""
        from journal_app.knowledge.questions import last_asked

        return last_asked(self._journal.warning_answers(), self.surroundings.knowledge)

    def _show_look_alike(self, night: Night | None) -> None:
        if self._look_alike is None and (night is None or night.quiet):
            return  # what it needs is loaded with the first cramp
        from journal_app.ui.look_alike_line import LookAlikeLine

        if self._look_alike is None:
            self._look_alike = LookAlikeLine(self._journal, self.surroundings)
            self._look_alike.wanted.connect(self.look_alike_wanted)
            self._night_side.insertWidget(1, self._look_alike)
        self._look_alike.show_night(self.evening, None if self._journal.read_only else night)

    def _show_trial(self) -> None:
        self._trial.show_trials(self._journal.trials(), self.evening, self._journal.now.date())

    def _refresh_if_shown(self, evening: date) -> None:
        del evening  # the strip shows neighbours too
        self._refresh()

    def _habits(self) -> tuple[Habit, ...]:
        return habits_offered(self.surroundings.knowledge.habits, self._journal.habits())

    def _habits_changed(self) -> None:
        new = self._new_day_form()
        self._columns.replaceWidget(self._day_form, new)
        self._day_form.deleteLater()
        self._day_form = new
        self._refresh()

    def arrange(self) -> None:
        """Put the day beneath the night where there is no room beside it."""
        super().arrange()
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if self.narrow else beside)
        self._main.setDirection(below if self.tight else beside)
        if self._filled:
            self._night_form.set_narrow(self.viewport().width() < self.surroundings.look.pixels(760))

    def finish(self) -> None:
        """Write what was typed and is still waiting."""
        if self._filled:
            self._night_form.finish()
            self._day_form.finish()
            self._save_unsaved()

    def focus_first(self) -> None:
        """Show the page from its top, and let the first key say that the night was quiet."""
        self.verticalScrollBar().setValue(0)
        self.quiet.setFocus()

    # --- recording

    def _quiet_clicked(self) -> None:
        self.fill()
        tr = self.surroundings.tr
        before = self._journal.night(self.evening)
        night = replace(before, episodes=()) if before else self._new_night()
        self._night_form.drop_pending()
        if self._journal.save_night(night, tr("Quiet night")):
            self.banner.tell(quiet_feedback(self._quiet_run(), self.surroundings.language))
        self._refresh()

    def _cramp_clicked(self) -> None:
        self.fill()
        self._night_form.finish()
        before = self._journal.night(self.evening) or self._new_night()
        night = replace(before, episodes=(*before.episodes, Episode()))
        if self._journal.save_night(night, self.surroundings.tr("A cramp")):
            self.banner.hide()
            self._night_form.show_last_episode()

    def _night_answered(self, night: Night) -> None:
        stamped = night if night.logged_at else replace(night, logged_at=self._journal.now)
        if self._journal.save_night(stamped, self.surroundings.tr("Night changed")):
            self._refresh()

    def _show_legs(self) -> None:
        self.show_part(self._night_form)

    def _long_cramp_entered(self) -> None:
        self.long_cramp.emit(self.evening)

    def _day_answered(self, day: Day) -> None:
        self._journal.save_day(day, self.surroundings.tr("Day changed"))
        self._unsaved.keep(self._journal.day(day.on), day)
        self._refresh()

    def _save_unsaved(self) -> None:
        """Try again what could not be saved; what cannot be still stays."""
        for on in self._unsaved.days:
            self._day_answered(self._unsaved.over(self._journal.day(on)))

    def _put_back(self, habit: str) -> None:
        self._unsaved.forget(self.evening, habit)
        self._refresh()

    def _trial_answered(self, trial: "RemedyTrial") -> None:
        self._journal.save_trial(trial, self.surroundings.tr("Trial answered"))
        self._show_trial()  # also after a refusal, so that no answer is shown that was not kept

    def _new_night(self) -> Night:
        return Night(self.evening, logged_at=self._journal.now)

    def _quiet_run(self) -> int:
        nights = self._journal.nights(last_nights(60, self.evening))
        run = 0
        while (night := nights.get(self.evening - timedelta(days=run))) is not None and night.quiet:
            run += 1
        return run

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = {Qt.Key.Key_Q: self.quiet, Qt.Key.Key_C: self.cramp}
        if event.key() in keys and not event.modifiers():
            keys[Qt.Key(event.key())].click()
        elif event.key() in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            (self._earlier if event.key() == Qt.Key.Key_PageUp else self._later)()
        else:
            super().keyPressEvent(event)
