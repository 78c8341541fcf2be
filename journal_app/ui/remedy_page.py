"""Try a remedy: what can be tried, what trials found, who must ask first, and what the journal shows."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from journal_app.analysis.results import Association
from journal_app.journal.factor import Factor
from journal_app.knowledge.entries import Entry, Kind
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.review_page import ReviewPage
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.associations import counts_sentence, ratio_sentence, too_few_sentence
from journal_app.wording.untranslated import english_page_note


class RemedyPage(ReviewPage):
    """Shows the remedies fit to try, the best founded first."""

    explain_wanted = Signal(str)  # the full text is wanted: the entry's id

    def __init__(self, desk: ReviewDesk, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("Try a remedy"), desk, surroundings)
        tr = surroundings.tr
        words = tr(
            "People start a remedy at their worst, so some fall in cramps comes by itself: with a dummy "
            "pill, people in trials had about a quarter fewer. Tick what you do each day, and compare "
            "nights with it and nights without it below."
        )
        self.body.addWidget(parts.label(words))
        self._column = parts.column(surroundings.look, 14)
        content = QWidget()
        content.setLayout(self._column)
        self.body.addWidget(content)
        self.body.addStretch(1)

    def show_review(self, review: Review) -> Iterator[None]:
        """Show the remedies with what a review found of them."""
        parts.clear(self._column)
        factors = {factor.id: factor for factor in review.factors}
        leading = {found.factor: found for found in review.associations if found.leading}
        order = list(self.surroundings.knowledge.words["grade"])
        remedies = [e for e in self.surroundings.knowledge.of_kind(Kind.REMEDY) if e.fit_to_try]
        note = english_page_note(self.surroundings.language, *(entry.summary for entry in remedies))
        parts.add_small_print(self._column, note)
        for entry in sorted(remedies, key=lambda entry: order.index(entry.grade)):
            self._column.addWidget(self._remedy(entry, factors.get(entry.factor), leading.get(entry.factor)))
            yield

    def _remedy(self, entry: Entry, factor: Factor | None, found: Association | None) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        head = parts.folding_row(look)
        head.addWidget(parts.label(tr(entry.title), "panel_title"), 1)
        grade = parts.tag(tr(self.surroundings.knowledge.words["grade"][entry.grade]), "tag_none")
        head.addWidget(grade, 0, parts.TAG_PLACE)
        inside.addLayout(head)
        inside.addWidget(parts.label(tr(entry.summary)))
        parts.fill(inside, (parts.label(self.surroundings.advice(each)) for each in entry.do))
        if entry.not_for:
            inside.addWidget(parts.label(tr("Ask first, if one of these is you:"), "strong"))
            parts.fill(inside, (parts.label("– " + self.surroundings.advice(each)) for each in entry.not_for))
        inside.addWidget(parts.label(tr("In your journal"), "muted"))
        inside.addWidget(self._own(factor, found))
        line = parts.row(look)
        explain = parts.button(tr("Explain"), lambda: self.explain_wanted.emit(entry.id), "link")
        explain.setAccessibleName(tr("Explain {title}", title=tr(entry.title)))
        line.addWidget(explain)
        line.addStretch(1)
        inside.addLayout(line)
        return frame

    def _own(self, factor: Factor | None, found: Association | None) -> QWidget:
        language = self.surroundings.language
        if factor is None or found is None:
            return parts.label(
                language.tr("Not tracked yet. Settings, “What I track”, puts it on the morning form.")
            )
        if found.ratio is None:
            return parts.sentence_label(too_few_sentence(found, factor, language))
        counts, ratio = counts_sentence(found, factor, language), ratio_sentence(found, language)
        return parts.sentence_label((*counts, (" ", False), *ratio))
