"""The night's cramps, one shown at a time, and what else there is to say about the night."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QPushButton, QWidget

from journal_app.journal.night import Episode, Night
from journal_app.ui import parts
from journal_app.ui.episode_form import EpisodeForm
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.note_field import NoteField
from journal_app.ui.scale_bar import ScaleBar
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.body import place
from journal_app.wording.nights import night_state

PARTNER = "partner"


class NightForm(QFrame):
    """Shows a night and emits it anew with every answer."""

    night_changed = Signal(object)  # an answer was given or taken back: the Night
    long_cramp = Signal()  # a cramp over ten minutes was entered
    cramp_begun = Signal()  # another cramp is shown, whose place is asked for

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._surroundings = surroundings
        self._evening: date | None = None
        self._night: Night | None = None
        self._shown = 0
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        look, tr = self._surroundings.look, self._surroundings.tr
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        top = parts.row(look)
        self._title = parts.label("", "panel_title")
        self._hint = parts.label(tr("Only the place is asked for; all else is optional."), "muted")
        words = tr("No cramp? One click on “Quiet night”. A cramp? “I had a cramp”, then where it was.")
        self._start = parts.label(words)
        self._remove = parts.button(tr("Remove"), self._remove_episode, "link", tr("Remove this cramp"))
        self._late = parts.label("", "muted", wrap=False)
        top.addWidget(self._title, 1)
        parts.fill(top, (self._late, self._remove))
        inside.addLayout(top)
        parts.fill(inside, (self._hint, self._start))
        self._tabs = QWidget()
        self._tab_line = FlowLayout(self._tabs, look.pixels(6))
        inside.addWidget(self._tabs)
        self.episode_form = EpisodeForm(self._surroundings)
        inside.addWidget(self.episode_form)
        buttons = FlowLayout(gap=look.pixels(10))
        self._another = parts.button(tr("+ another cramp"), self._add_episode)
        self._more = parts.button(tr("More about the night"), self._toggle_more, "link")
        buttons.addWidget(self._another)
        buttons.addWidget(self._more)
        inside.addLayout(buttons)
        self._rest = self._lay_out_rest()
        inside.addWidget(self._rest)
        inside.addStretch(1)

    def _lay_out_rest(self) -> QWidget:
        look, tr = self._surroundings.look, self._surroundings.tr
        rest = QWidget()
        inside = parts.column(look, 4)
        rest.setLayout(inside)
        self._disturbance = ScaleBar(tr("How much the night disturbed my sleep, 0 to 10"), look)
        self._soreness = ScaleBar(tr("Sore muscles the next day, 0 to 10"), look)
        self._partner = QCheckBox(tr("Told by my bed partner"))
        self._note = NoteField(
            tr("Note on this night"), tr("Anything else about this night (optional)"), look
        )
        for question, answer in (
            (tr("How much did it disturb your sleep?"), self._disturbance),
            (tr("How sore were you the next day?"), self._soreness),
        ):
            inside.addWidget(parts.label(question, "muted"))
            inside.addWidget(answer)
        parts.fill(inside, (self._partner, self._note))
        rest.hide()
        return rest

    def _connect(self) -> None:
        self.episode_form.episode_changed.connect(self._episode_changed)
        self._disturbance.chosen.connect(self._disturbance_chosen)
        self._soreness.chosen.connect(self._soreness_chosen)
        self._partner.clicked.connect(self._partner_clicked)
        self._note.typed.connect(self._note_typed)

    # --- showing

    def show_night(self, evening: date, night: Night | None) -> None:
        """Show a night; `None` is one that was not recorded."""
        if evening != self._evening:
            self._shown = 0
            self._rest.hide()
        self._evening, self._night = evening, night
        episodes = night.episodes if night else ()
        self._shown = min(self._shown, max(len(episodes) - 1, 0))
        self._show_title()
        self._show_tabs(episodes)
        for part in (self.episode_form, self._hint, self._another, self._remove):
            part.setVisible(bool(episodes))
        if episodes:
            others = tuple(e for k, e in enumerate(episodes) if k != self._shown)
            self.episode_form.show_episode(episodes[self._shown], others, (evening, self._shown))
        self._start.setVisible(night is None)
        self._more.setVisible(night is not None)
        self._show_rest(night)

    def show_last_episode(self) -> None:
        """Turn to the cramp that was added last."""
        if self._night and self._evening:
            self._shown = len(self._night.episodes) - 1
            self.show_night(self._evening, self._night)
            self.episode_form.begin()
            self.cramp_begun.emit()

    def set_narrow(self, narrow: bool) -> None:
        """Pass on that there is little room."""
        self.episode_form.set_narrow(narrow)

    def finish(self) -> None:
        """Emit at once what was typed and is still waiting."""
        self.episode_form.finish()
        self._note.finish()

    def drop_pending(self) -> None:
        """Forget what was typed for a cramp that is about to go."""
        self.episode_form.drop_pending()

    def _show_title(self) -> None:
        language, night = self._surroundings.language, self._night
        if night is None:
            title = self._surroundings.tr("This night is not recorded yet")
        elif night.quiet:
            title = night_state(night, language)
        else:
            title = self._episode_title(night.episodes[self._shown])
        self._title.setText(title)
        self._late.setText(self._surroundings.tr("Entered late") if night and night.late else "")

    def _episode_title(self, episode: Episode) -> str:
        tr, number = self._surroundings.tr, self._shown + 1
        if not episode.muscle:
            return tr("Cramp {number}: where was it?", number=number)
        where = place(episode.leg, episode.muscle, self._surroundings.knowledge, self._surroundings.language)
        return tr("Cramp {number} · {place}", number=number, place=where)

    def _show_tabs(self, episodes: tuple[Episode, ...]) -> None:
        self._tabs.setVisible(len(episodes) > 1)
        # Only where their number changed: one that is just being clicked must stay.
        if self._tab_line.count() != len(episodes):
            parts.clear(self._tab_line)
            for k in range(len(episodes)):
                self._tab_line.addWidget(self._tab(k))
        for tab in self._tabs.findChildren(QPushButton):
            tab.setChecked(tab.property("episode") == self._shown)

    def _tab(self, episode: int) -> QPushButton:
        tab = QPushButton(self._surroundings.tr("Cramp {number}", number=episode + 1))
        tab.setProperty("role", "chip")
        tab.setCheckable(True)
        tab.setProperty("episode", episode)
        tab.clicked.connect(self._tab_clicked)
        return tab

    def _show_rest(self, night: Night | None) -> None:
        self._disturbance.show_value(night.sleep_disturbance if night else None)
        self._soreness.show_value(night.soreness if night else None)
        self._partner.setChecked(night is not None and night.logged_by == PARTNER)
        self._note.show_text(night.note if night else "")

    def _toggle_more(self) -> None:
        self._rest.setVisible(self._rest.isHidden())

    def _tab_clicked(self) -> None:
        self.finish()
        tab = self.sender()
        if isinstance(tab, QPushButton) and self._evening:
            self._shown = int(tab.property("episode"))
            self.show_night(self._evening, self._night)

    # --- answers

    def _change(self, **answers: object) -> None:
        if self._night is not None:
            self._night = replace(self._night, **answers)
            self.night_changed.emit(self._night)

    def _episode_changed(self, episode: Episode) -> None:
        if self._night is None or self._shown >= len(self._night.episodes):
            return
        was_long = self._night.episodes[self._shown].long
        episodes = (*self._night.episodes[: self._shown], episode, *self._night.episodes[self._shown + 1 :])
        self._change(episodes=episodes)
        if episode.long and not was_long:
            self.long_cramp.emit()

    def _add_episode(self) -> None:
        self.finish()
        if self._night is not None:
            self._change(episodes=(*self._night.episodes, Episode()))
            self.show_last_episode()

    def _remove_episode(self) -> None:
        self.drop_pending()
        if self._night is not None:
            kept = tuple(e for k, e in enumerate(self._night.episodes) if k != self._shown)
            self._change(episodes=kept)

    def _disturbance_chosen(self, value: int | None) -> None:
        self._change(sleep_disturbance=value)

    def _soreness_chosen(self, value: int | None) -> None:
        self._change(soreness=value)

    def _partner_clicked(self, partner: bool) -> None:
        self._change(logged_by=PARTNER if partner else "")

    def _note_typed(self, note: str) -> None:
        if self._night is not None and note != self._night.note:
            self._change(note=note)
