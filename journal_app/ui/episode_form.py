"""One cramp: where, how strong, how long, when, and what was done. Only the muscle is asked for."""

from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import QBoxLayout, QSpinBox, QTimeEdit, QVBoxLayout, QWidget

from journal_app.journal.night import MINUTE_BANDS, Episode, Helped, Leg
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.leg_picture_view import LegPictureView
from journal_app.ui.note_field import NoteField
from journal_app.ui.scale_bar import ScaleBar
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.dates import hour_label
from journal_app.wording.nights import minute_bands, pain_words

HOURS = (22, 23, 0, 1, 2, 3, 4, 5, 6, 7)


class EpisodeForm(QWidget):
    """Shows one episode and emits it anew with every answer."""

    episode_changed = Signal(object)  # an answer was given or taken back: the Episode

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._episode = Episode()
        self._which: tuple[date, int] | None = None
        self._shown_minutes, self._shown_time = 0, time(0)
        look, tr = surroundings.look, surroundings.tr
        gap = look.pixels(6)
        self.legs = LegPictureView(surroundings)
        self.pain = ScaleBar(tr("How strong was the pain, 0 to 10"), look)
        self._pain_word = parts.label("", "muted")
        words = minute_bands(surroundings.language)
        bands = [(band[2], word) for band, word in zip(MINUTE_BANDS, words, strict=True)]
        self._minutes = Chips(tr("How long, minutes"), bands, gap=gap)
        self._hours = Chips(
            tr("When"), [(h, hour_label(h, surroundings.language)) for h in HOURS], gap=gap, small=True
        )
        yes_no = [(True, tr("yes")), (False, tr("no"))]
        self._woke = Chips(tr("It woke me"), yes_no, gap=gap)
        self._hard = Chips(tr("The muscle was hard"), yes_no, gap=gap)
        reliefs = [(key, tr(word)) for key, word in surroundings.knowledge.reliefs.items()]
        self._relief = Chips(tr("What I did"), reliefs, several=True, gap=gap)
        helped = [(Helped.NO, tr("no")), (Helped.LITTLE, tr("a little")), (Helped.MUCH, tr("much"))]
        self._helped = Chips(tr("It helped"), helped, gap=gap)
        self._exact_minutes = QSpinBox(minimum=0, maximum=24 * 60, suffix=tr(" min"))
        self._exact_minutes.setSpecialValueText(tr("not answered"))
        self._exact_minutes.setAccessibleName(tr("Exact minutes"))
        self._exact_time = QTimeEdit()
        self._exact_time.setAccessibleName(tr("Exact time it began"))
        self._no_time = parts.label(tr("not answered"), "muted", wrap=False)
        self._note = NoteField(tr("Note on this cramp"), tr("Note (optional)"), look)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        whole = parts.column(look, 12)
        self.setLayout(whole)
        self._halves = parts.row(look, 20)
        self._halves.addWidget(self.legs, 6)
        answers = parts.column(look, 12)
        answers.addLayout(self._asked(tr("How strong?"), self.pain, self._pain_word))
        answers.addLayout(self._asked(tr("How long, in minutes?"), self._minutes))
        answers.addLayout(self._asked(tr("When?"), self._hours))
        answers.addStretch(1)
        self._halves.addLayout(answers, 5)
        whole.addLayout(self._halves)
        whole.addLayout(self._asked(tr("What did you do?"), self._relief))
        self._did_it_help = QWidget()
        self._did_it_help.setLayout(self._asked(tr("Did it help?"), self._helped))
        whole.addWidget(self._did_it_help)
        self._more = parts.button(tr("More about this cramp"), self._toggle_more, "link")
        whole.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._details = self._lay_out_details()
        whole.addWidget(self._details)
        self._details.hide()

    def _lay_out_details(self) -> QWidget:
        look, tr = self._surroundings.look, self._surroundings.tr
        details = QWidget()
        inside = parts.column(look, 12)
        details.setLayout(inside)
        for question, answer in (
            (tr("Did it wake you?"), self._woke),
            (tr("Was the muscle hard?"), self._hard),
            (tr("Exact minutes"), self._exact_minutes),
        ):
            inside.addLayout(self._asked(question, answer))
        inside.addLayout(self._asked(tr("Exact time it began"), self._exact_time, self._no_time))
        inside.addLayout(self._asked(tr("Note"), self._note))
        return details

    def _asked(self, question: str, *answers: QWidget) -> QVBoxLayout:
        """Keep a question and what answers it closer to each other than to the next question."""
        column = parts.column(self._surroundings.look, 4)
        parts.fill(column, (parts.label(question, "muted"), *answers))
        return column

    def _connect(self) -> None:
        self.legs.muscle_chosen.connect(self._muscle_chosen)
        self.pain.chosen.connect(self._pain_chosen)
        self.pain.valueChanged.connect(self._tell_pain)
        self._minutes.chosen.connect(self._minutes_chosen)
        self._hours.chosen.connect(self._hour_chosen)
        self._woke.chosen.connect(self._woke_chosen)
        self._hard.chosen.connect(self._hard_chosen)
        self._relief.chosen.connect(self._relief_chosen)
        self._helped.chosen.connect(self._helped_chosen)
        self._exact_minutes.editingFinished.connect(self._exact_minutes_typed)
        self._exact_time.editingFinished.connect(self._exact_time_typed)
        self._note.typed.connect(self._note_typed)

    def set_narrow(self, narrow: bool) -> None:
        """Put the answers beneath the picture where there is no room beside it."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(below if narrow else beside)

    def show_episode(
        self, episode: Episode, others: tuple[Episode, ...] = (), which: tuple[date, int] | None = None
    ) -> None:
        """Show an episode; the muscles of the night's other cramps are shown faintly.

        `which` tells it from others: what is being entered about the same one is not written over.
        """
        self._episode = episode
        another, self._which = which != self._which, which
        self.legs.show_muscles(episode, others)
        self.pain.show_value(episode.pain)
        self._tell_pain()
        self._minutes.show_value(None if episode.minutes is None else _band_of(episode.minutes))
        self._hours.show_value(None if episode.began is None else episode.began.hour)
        self._woke.show_value(episode.woke)
        self._hard.show_value(episode.hard)
        self._relief.show_value(episode.relief)
        self._helped.show_value(episode.helped)
        self._did_it_help.setVisible(bool(episode.relief))
        self._show_details(episode, another)

    def begin(self) -> None:
        """Ask for the place first, and for nothing else."""
        self._details.hide()
        self.legs.take_keys()

    def finish(self) -> None:
        """Emit at once what was typed and is still waiting."""
        self._note.finish()

    def drop_pending(self) -> None:
        """Forget what was typed and is still waiting."""
        self._note.drop()

    def _show_details(self, episode: Episode, another: bool) -> None:
        """Show exact answers only: what was chosen as a band or an hour was not said to the minute."""
        exact = episode.minutes if episode.minutes_exact else None
        began = episode.began if episode.began_exact else None
        self._shown_minutes = 0 if exact is None else round(exact)
        self._shown_time = began or time(0)
        if another or not self._exact_minutes.hasFocus():
            self._exact_minutes.setValue(self._shown_minutes)
        if another or not self._exact_time.hasFocus():
            self._exact_time.setTime(QTime(self._shown_time.hour, self._shown_time.minute))
        self._no_time.setVisible(began is None)
        self._note.show_text(episode.note)

    def _toggle_more(self) -> None:
        self._details.setVisible(self._details.isHidden())

    def _tell_pain(self) -> None:
        pain = self.pain.answer()
        self._pain_word.setText("" if pain is None else pain_words(pain, self._surroundings.language))

    # --- answers

    def _change(self, **answers: object) -> None:
        changed = replace(self._episode, **answers)
        if changed != self._episode:
            self._episode = changed
            self.episode_changed.emit(changed)

    def _muscle_chosen(self, muscle: str, leg: Leg) -> None:
        self._change(muscle=muscle or None, leg=leg if muscle else None)

    def _pain_chosen(self, pain: int | None) -> None:
        self._change(pain=pain)

    def _minutes_chosen(self, minutes: float | None) -> None:
        self._change(minutes=minutes, minutes_exact=False)

    def _exact_minutes_typed(self) -> None:
        minutes = self._exact_minutes.value()
        if minutes != self._shown_minutes:
            self._shown_minutes = minutes
            self._change(minutes=float(minutes) if minutes else None, minutes_exact=bool(minutes))

    def _hour_chosen(self, hour: int | None) -> None:
        self._change(began=None if hour is None else time(hour, 30), began_exact=False)

    def _exact_time_typed(self) -> None:
        typed = self._exact_time.time()
        began = time(typed.hour(), typed.minute())
        if began != self._shown_time:
            self._shown_time = began
            self._change(began=began, began_exact=True)

    def _woke_chosen(self, woke: bool | None) -> None:
        self._change(woke=woke)

    def _hard_chosen(self, hard: bool | None) -> None:
        self._change(hard=hard)

    def _relief_chosen(self, relief: tuple[str, ...]) -> None:
        self._change(relief=relief, helped=self._episode.helped if relief else None)

    def _helped_chosen(self, helped: Helped | None) -> None:
        self._change(helped=helped)

    def _note_typed(self, note: str) -> None:
        self._change(note=note)


def _band_of(minutes: float) -> float:
    return next(stands_for for _, to, stands_for in MINUTE_BANDS if minutes <= to)
