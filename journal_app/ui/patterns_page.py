"""Patterns: how things stand, then one card for each thing seen or known, in honest groups."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from journal_app.journal.factor import Factor
from journal_app.knowledge.matcher import Finding, Group
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.example_notes import early_panel
from journal_app.ui.finding_card import FindingCard
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.range_chips import RangeChips
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.review_page import ReviewPage
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.suspects import Suspects
from journal_app.wording.associations import needed_label
from journal_app.wording.changes import changes_sentences
from journal_app.wording.standing import step_sentence, steps_heading
from journal_app.wording.summaries import (
    few_nights_words,
    missing_sentence,
    rate_sentence,
    standing_sentence,
)
from journal_app.wording.untranslated import english_page_note

CARD_GROUPS = (Group.SEEN_AND_KNOWN, Group.SEEN_NOT_KNOWN, Group.KNOWN_NOT_SEEN)
ENOUGH_NIGHTS = 14


class PatternsPage(ReviewPage):
    """Shows a review's findings."""

    warnings_wanted = Signal()  # the warning questions are to be opened
    explain_wanted = Signal(str)  # the full text is wanted: the entry's id

    def __init__(self, journal: OpenJournal, desk: ReviewDesk, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("Patterns"), desk, surroundings)
        self._journal = journal
        self._cards: list[FindingCard] = []
        self._standing_row: QBoxLayout | None = None
        self._ranges = RangeChips(desk, self)
        self.tools.addWidget(self._ranges)
        self._content = QWidget()
        self._column = parts.column(surroundings.look, 14)
        self._content.setLayout(self._column)
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        self._column.addWidget(parts.label(surroundings.tr("Looking at your nights …"), "muted"))

    def show_review(self, review: Review) -> Iterator[None]:
        """Show what a review found."""
        parts.clear(self._column)
        self._cards = []
        factors = {factor.id: factor for factor in review.factors}
        shown = [finding.entry.summary for finding in review.findings if finding.entry]
        note = english_page_note(self.surroundings.knowledge, self.surroundings.language, *shown)
        parts.add_small_print(self._column, note)
        for finding in review.findings:
            if finding.group is Group.WARNING:
                self._column.addWidget(self._warning(finding))
        self._column.addWidget(self._standing(review))
        yield
        if len(review.records.nights) < ENOUGH_NIGHTS:
            self._column.addWidget(self._early())
        else:
            parts.add_small_print(self._column, few_nights_words(review.summary, self.surroundings.language))
        for group in CARD_GROUPS:
            yield from self._add_group(group, review, factors)
        self._add_looked_at(review, factors)
        if review.associations:
            self._column.addWidget(Suspects(self._journal, review, self.surroundings))
        reading = parts.button(self.surroundings.tr("Read all that is known …"), self._read_all)
        self._column.addWidget(reading, 0, Qt.AlignmentFlag.AlignLeft)

    def arrange(self) -> None:
        """Let the cards stand in one or two columns."""
        super().arrange()
        for card in self._cards:
            card.set_narrow(self.narrow)
        if self._standing_row is not None:
            below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
            self._standing_row.setDirection(below if self.narrow else beside)

    def _warning(self, finding: Finding) -> QWidget:
        entry, tr = finding.entry, self.surroundings.tr
        frame, inside = parts.panel(self.surroundings.look, "warning_panel")
        assert entry is not None
        assert entry.level is not None
        head = parts.folding_row(self.surroundings.look)
        head.addWidget(parts.label(entry.title, "warning_title"), 1)
        level = parts.tag(tr(self.surroundings.knowledge.words["level"][entry.level]), "tag_warning")
        head.addWidget(level, 0, parts.TAG_PLACE)
        inside.addLayout(head)
        inside.addWidget(parts.label(self.surroundings.advice(entry.card), "strong"))
        line = parts.row(self.surroundings.look)
        line.addWidget(parts.button(tr("Warning signs …"), self.warnings_wanted.emit, "link"))
        line.addStretch(1)
        inside.addLayout(line)
        return frame

    def _standing(self, review: Review) -> QWidget:
        language, tr = self.surroundings.language, self.surroundings.tr
        frame, inside = parts.panel(self.surroundings.look)
        self._standing_row = parts.row(self.surroundings.look, 26)
        inside.addLayout(self._standing_row)
        stands = standing_sentence(review.summary, review.before, review.trend.change, language)
        missing = missing_sentence(review.missing, review.period, language) if review.records.nights else ()
        rate = rate_sentence(review.summary, language)
        changes = changes_sentences(review.trend, language)
        now = [parts.sentence_label(s) for s in (stands, rate, *changes, missing) if s]
        knowledge, country = self.surroundings.knowledge, self.surroundings.country
        happening = [parts.label(entry.summary) for entry in review.standing.happening[:2]]
        steps = [
            parts.sentence_label(step_sentence(step, knowledge, language, country))
            for step in review.standing.steps
        ]
        for heading, told in (
            (tr("How things stand"), now),
            (tr("What is happening in the body"), happening),
            (steps_heading(review.standing, language), steps),
        ):
            if not told:
                continue
            column = parts.column(self.surroundings.look, 6)
            column.addWidget(parts.label(heading, "muted"))
            parts.fill(column, told)
            column.addStretch(1)
            self._standing_row.addLayout(column, 1)
        return frame

    def _early(self) -> QWidget:
        words = self.surroundings.tr(
            "After {n} recorded nights this page begins to say what went together with your cramps.",
            n=ENOUGH_NIGHTS,
        )
        return early_panel(words, self.surroundings)

    def _add_group(self, group: Group, review: Review, factors: dict[str, Factor]) -> Iterator[None]:
        found = [finding for finding in review.findings if finding.group is group]
        if not found:
            return
        words = self.surroundings.tr(self.surroundings.knowledge.words["group"][group])
        self._column.addWidget(parts.label(words, "section"))
        for finding in found:
            rows = tuple(row for row in review.associations if row.factor == finding.factor)
            card = FindingCard(finding, rows, factors, self.surroundings)
            card.explain_wanted.connect(self.explain_wanted)
            self._cards.append(card)
            card.set_narrow(self.narrow)
            self._column.addWidget(card)
            yield

    def _add_looked_at(self, review: Review, factors: dict[str, Factor]) -> None:
        language, tr = self.surroundings.language, self.surroundings.tr
        frame, inside = parts.panel(self.surroundings.look)
        none = [f for f in review.findings if f.group is Group.NOTHING_FOUND]
        few = [f for f in review.findings if f.group is Group.NOT_ENOUGH and f.association]
        nothing = " · ".join(tr(factors[f.factor].label) for f in none if f.factor in factors)
        needed = " · ".join(
            f"{tr(factors[f.factor].label)}: {needed_label(f.association, language)}"
            for f in few
            if f.factor in factors and f.association
        )
        groups = self.surroundings.knowledge.words["group"]
        for group, told in ((Group.NOTHING_FOUND, nothing), (Group.NOT_ENOUGH, needed)):
            if told:
                parts.fill(inside, (parts.label(tr(groups[group]), "strong"), parts.label(told)))
        if nothing or needed:
            self._column.addWidget(frame)

    def _read_all(self) -> None:
        self.explain_wanted.emit(next(iter(self.surroundings.knowledge.entries)))
