"""What the person suspects before looking: up to five habits, judged among themselves."""

from dataclasses import replace

from PySide6.QtWidgets import QFrame

from journal_app.journal.profile import MOST_SUSPECTS
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings


class Suspects(QFrame):
    """Chips of the habits looked at; the chosen ones are kept with the person's other answers."""

    def __init__(self, journal: OpenJournal, review: Review, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._journal, self._surroundings = journal, surroundings
        tr = surroundings.tr
        inside = parts.column(surroundings.look, 8, (20, 14, 20, 14))
        self.setLayout(inside)
        inside.addWidget(parts.label(tr("What I suspect"), "panel_title"))
        words = tr(
            "Choose up to {n} before you look, and leave them. They are judged among themselves, so a "
            "true one is seen sooner.",
            n=MOST_SUSPECTS,
        )
        inside.addWidget(parts.label(words, "muted"))
        looked_at = dict.fromkeys(row.factor for row in review.associations)
        labels = [(f.id, tr(f.label)) for f in review.factors if f.id in looked_at]
        self._chips = Chips(tr("What I suspect"), labels, several=True, gap=surroundings.look.pixels(6))
        self._chips.show_value(journal.profile().suspects)
        self._chips.chosen.connect(self._chosen)
        inside.addWidget(self._chips)
        self._told = parts.label("", "muted")
        self._told.hide()
        inside.addWidget(self._told)

    def _chosen(self, suspects: tuple[str, ...]) -> None:
        tr, profile = self._surroundings.tr, self._journal.profile()
        if len(suspects) > MOST_SUSPECTS:
            self._chips.show_value(profile.suspects)
            self._told.setText(tr("At most {n}. Take one back first.", n=MOST_SUSPECTS))
            self._told.show()
        else:
            self._journal.save_profile(replace(profile, suspects=suspects), tr("Suspects changed"))
