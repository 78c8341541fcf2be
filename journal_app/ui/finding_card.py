"""One card of the Patterns page: what one's own journal shows, beside what is known."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame

from journal_app.analysis.results import Association
from journal_app.journal.factor import Factor
from journal_app.knowledge.matcher import Finding
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.ratio_bar import RatioBar
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.associations import (
    counts_sentence,
    other_explanations,
    ratio_sentence,
    thirds_sentence,
    verdict_chip,
    wrong_share_sentence,
)
from journal_app.wording.explained import explained_lines
from journal_app.wording.findings import reasons_words
from journal_app.wording.segments import plain


class FindingCard(QFrame):
    """Shows one finding; `Explain` opens its entry."""

    explain_wanted = Signal(str)  # the full text is wanted: the entry's id

    def __init__(
        self,
        finding: Finding,
        rows: tuple[Association, ...],
        factors: dict[str, Factor],
        surroundings: Surroundings,
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._finding, self._rows = finding, rows
        self._factors, self._surroundings = factors, surroundings
        self.setAccessibleName(self._title())
        inside = parts.column(surroundings.look, 8, (20, 14, 20, 14))
        self.setLayout(inside)
        inside.addLayout(self._head())
        self._halves = parts.row(surroundings.look, 26)
        self._halves.addLayout(self._own(), 1)
        if finding.entry is not None:
            divider = QFrame()
            divider.setObjectName("divider")
            self._halves.addWidget(divider)
            self._halves.addLayout(self._known(), 1)
        inside.addLayout(self._halves)
        self._details = parts.label("", "muted")
        self._details.hide()
        if finding.association is not None:
            words = surroundings.tr("How this was worked out")
            name = surroundings.tr("{title}: how this was worked out", title=self._title())
            shown = parts.button(words, self._toggle_details, "link", name)
            inside.addWidget(shown, 0, Qt.AlignmentFlag.AlignLeft)
        inside.addWidget(self._details)

    def _toggle_details(self) -> None:
        factor, language = self._factors[self._finding.factor], self._surroundings.language
        told = explained_lines(self._rows, factor, language, self._surroundings.units)
        self._details.setText("\n".join(filter(None, told)))
        self._details.setVisible(self._details.isHidden())

    def set_narrow(self, narrow: bool) -> None:
        """Put what is known beneath one's own counts where there is no room beside them."""
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(below if narrow else beside)

    def _title(self) -> str:
        finding, tr = self._finding, self._surroundings.tr
        if finding.association is not None and finding.factor in self._factors:
            return tr(self._factors[finding.factor].label)
        return finding.entry.title if finding.entry else finding.factor

    def _head(self) -> QBoxLayout:
        finding, language = self._finding, self._surroundings.language
        head = parts.folding_row(self._surroundings.look)
        head.addWidget(parts.label(self._title(), "panel_title"), 1)
        if finding.association is not None:
            verdict = finding.association.verdict
            kind = "tag_seen" if verdict.seen else "tag_none"
            head.addWidget(parts.tag(verdict_chip(verdict, language), kind), 0, parts.TAG_PLACE)
        return head

    def _own(self) -> QBoxLayout:
        language, tr, units = self._surroundings.language, self._surroundings.tr, self._surroundings.units
        column = parts.column(self._surroundings.look, 6)
        column.addWidget(parts.label(tr("In your journal"), "muted"))
        finding = self._finding
        if finding.association is None:
            words = reasons_words(finding.reasons, language)
            untested = tr("One person's journal cannot test this.")
            no_diagnosis = tr("That is no diagnosis; it is worth asking your doctor.")
            limit = no_diagnosis if finding.entry and finding.entry.questions else untested
            column.addWidget(parts.label(" ".join(filter(None, (words, limit)))))
        else:
            factor, found = self._factors[finding.factor], finding.association
            ratio = ratio_sentence(found, language)
            column.addWidget(parts.sentence_label(counts_sentence(found, factor, language)))
            column.addWidget(RatioBar(found, plain(ratio), self._surroundings))
            labels = {key: tr(each.label) for key, each in self._factors.items()}
            told = (ratio, *other_explanations(found, labels, language))
            for sentence in filter(None, (thirds_sentence(found, factor, language, units), *told)):
                column.addWidget(parts.sentence_label(sentence))
            chance = wrong_share_sentence(found.verdict, language)
            if chance:
                column.addWidget(parts.label(chance, "muted"))
        column.addStretch(1)
        return column

    def _known(self) -> QBoxLayout:
        look, tr, entry = self._surroundings.look, self._surroundings.tr, self._finding.entry
        column = parts.column(look, 6)
        assert entry is not None
        grade = tr(self._surroundings.knowledge.words["grade"][entry.grade])
        column.addWidget(parts.label(tr("What is known · {grade}", grade=grade), "muted"))
        column.addWidget(parts.label(entry.summary))
        if entry.conflicts:
            column.addWidget(parts.label(entry.conflicts, "muted"))
        links = FlowLayout(gap=look.pixels(6))
        name = tr("Explain {title}", title=entry.title)
        links.addWidget(parts.button(tr("Explain"), self._explain, "link", name))
        if entry.questions:
            name = tr("Answer the questions about {title}", title=entry.title)
            links.addWidget(parts.button(tr("Answer its questions …"), self._explain, "link", name))
        column.addLayout(links)
        column.addStretch(1)
        return column

    def _explain(self) -> None:
        if self._finding.entry is not None:
            self.explain_wanted.emit(self._finding.entry.id)
