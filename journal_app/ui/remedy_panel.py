"""One remedy that can be tried: what trials found, how it is done, who must ask first, one's own nights."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from journal_app.analysis.results import Association
from journal_app.journal.factor import Factor
from journal_app.knowledge.entries import Entry
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.associations import counts_sentence, ratio_sentence, too_few_sentence


class RemedyPanel(QFrame):
    """Shows a remedy; `on_trial` hides one's own nights until the trial has ended."""

    explain_wanted = Signal(str)  # the full text is wanted: the entry's id
    trial_wanted = Signal(object)  # a trial is to be planned: the Entry

    def __init__(
        self,
        entry: Entry,
        factor: Factor | None,
        found: Association | None,
        on_trial: bool,
        surroundings: Surroundings,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._entry, self._surroundings = entry, surroundings
        look, tr = surroundings.look, surroundings.tr
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        head = parts.folding_row(look)
        head.addWidget(parts.label(entry.title, "panel_title"), 1)
        grade = parts.tag(tr(surroundings.knowledge.words["grade"][entry.grade]), "tag_none")
        head.addWidget(grade, 0, parts.TAG_PLACE)
        inside.addLayout(head)
        inside.addWidget(parts.label(entry.summary))
        parts.fill(inside, (parts.label(surroundings.advice(each)) for each in entry.do))
        if entry.not_for:
            inside.addWidget(parts.label(tr("Ask first, if one of these is you:"), "strong"))
            parts.fill(inside, (parts.label("– " + surroundings.advice(each)) for each in entry.not_for))
        inside.addWidget(parts.label(tr("In your journal"), "muted"))
        inside.addWidget(
            parts.label(tr("Told when its trial has ended.")) if on_trial else self._own(factor, found)
        )
        self._ways = QWidget()
        self._reason = parts.label("", "muted")
        self._reason.hide()
        parts.fill(inside, (self._ways, self._reason))
        self._add_ways()

    def forbid_trial(self, reason: str = "") -> None:
        """Do not let a trial be planned; say why, where that is this remedy's own reason."""
        self._plan.setEnabled(False)
        self._reason.setText(reason)
        self._reason.setVisible(bool(reason))

    def _add_ways(self) -> None:
        tr, title = self._surroundings.tr, self._entry.title
        ways = FlowLayout(self._ways, gap=self._surroundings.look.pixels(10))
        self._plan = parts.button(tr("Plan a trial …"), self._want_trial)
        self._plan.setAccessibleName(tr("Plan a trial of {title}", title=title))
        explain = parts.button(tr("Explain"), self._want_explained, "link")
        explain.setAccessibleName(tr("Explain {title}", title=title))
        for way in (self._plan, explain):
            ways.addWidget(way)

    def _own(self, factor: Factor | None, found: Association | None) -> QWidget:
        language = self._surroundings.language
        if factor is None or found is None:
            return parts.label(
                language.tr("Not tracked yet. Settings, “What I track”, puts it on the morning form.")
            )
        if found.ratio is None:
            return parts.sentence_label(too_few_sentence(found, factor, language))
        counts, ratio = counts_sentence(found, factor, language), ratio_sentence(found, language)
        return parts.sentence_label((*counts, (" ", False), *ratio))

    def _want_trial(self) -> None:
        self.trial_wanted.emit(self._entry)

    def _want_explained(self) -> None:
        self.explain_wanted.emit(self._entry.id)
