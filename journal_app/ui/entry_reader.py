"""The library: every entry of the knowledge base in full, with its sources, and a search over all."""

from PySide6.QtCore import QSortFilterProxyModel, QStringListModel, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListView, QScrollArea, QSplitter, QWidget

from journal_app.knowledge.entries import Entry, Source
from journal_app.knowledge.texts import texts_of
from journal_app.language import in_alphabet
from journal_app.ui import parts
from journal_app.ui.look_alike_questions import LookAlikeQuestions
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.untranslated import english_note

NARROW = 700  # below this width, at 100 %


class EntryReader(QDialog):
    """Lists the entries on the left and shows one in full on the right."""

    def __init__(
        self, surroundings: Surroundings, parent: QWidget | None = None, journal: OpenJournal | None = None
    ) -> None:
        super().__init__(parent)
        self._surroundings, self._journal = surroundings, journal
        tr, look = surroundings.tr, surroundings.look
        self.setWindowTitle(tr("What is known"))
        parts.open_within_screen(self, look.pixels(980), look.pixels(700))
        entries = sorted(surroundings.knowledge.entries.values(), key=lambda entry: in_alphabet(entry.title))
        self._order = [entry.id for entry in entries]
        self._search = QLineEdit(clearButtonEnabled=True)
        self._search.setPlaceholderText(tr("Search all that is known …"))
        self._search.setAccessibleName(tr("Search all that is known"))
        self._texts = {entry.id: searchable(entry) for entry in entries}
        self._found = EntrySearch(self._order, self._texts, self)
        self._found.setSourceModel(QStringListModel([entry.title for entry in entries], self))
        self._list = QListView()
        self._list.setModel(self._found)
        self._list.setAccessibleName(tr("Entries"))
        self._list.setWordWrap(True)
        self._list.setMinimumHeight(look.pixels(80))
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text = QScrollArea(widgetResizable=True)
        self._lay_out()
        self._search.textChanged.connect(self._found.search)
        self._list.selectionModel().currentChanged.connect(self._chosen)

    def _lay_out(self) -> None:
        left = QWidget()
        column = parts.column(self._surroundings.look, 10, (0, 0, 10, 0))
        left.setLayout(column)
        column.addWidget(self._search)
        column.addWidget(self._list, 1)
        self._halves = halves = QSplitter()
        halves.addWidget(left)
        halves.addWidget(self._text)
        halves.setStretchFactor(1, 2)
        halves.setChildrenCollapsible(False)
        whole = parts.column(self._surroundings.look, 12, (16, 16, 16, 14))
        self.setLayout(whole)
        whole.addWidget(halves, 1)
        foot = parts.row(self._surroundings.look)
        foot.addStretch(1)
        foot.addWidget(parts.button(self._surroundings.tr("Close"), self.accept))
        whole.addLayout(foot)

    def show_entry(self, entry_id: str) -> None:
        """Turn to an entry, found or not."""
        self._search.clear()
        row = self._order.index(entry_id)
        self._list.setCurrentIndex(self._found.mapFromSource(self._found.sourceModel().index(row, 0)))

    def _chosen(self) -> None:
        index = self._found.mapToSource(self._list.currentIndex())
        if index.isValid():
            entry = self._surroundings.knowledge.entries[self._order[index.row()]]
            self._text.setWidget(entry_text(entry, self._surroundings, self._questions(entry)))

    def _questions(self, entry: Entry) -> QWidget | None:
        """Return the questions of a look-alike, to be answered about a night of the journal."""
        if self._journal is None or not entry.questions:
            return None
        return LookAlikeQuestions(entry, None, self._journal, self._surroundings)

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the text beneath the list where long words would not fit beside it."""
        super().resizeEvent(event)
        narrow = self.width() < self._surroundings.look.pixels(NARROW)
        self._halves.setOrientation(Qt.Orientation.Vertical if narrow else Qt.Orientation.Horizontal)


class EntrySearch(QSortFilterProxyModel):
    """Keeps the entries that hold every word typed."""

    def __init__(self, order: list[str], texts: dict[str, str], parent: QWidget) -> None:
        super().__init__(parent)
        self._order, self._texts = order, texts
        self._words: tuple[str, ...] = ()

    def search(self, typed: str) -> None:
        """Keep the entries with all these words."""
        self.beginFilterChange()
        self._words = tuple(typed.casefold().split())
        self.endFilterChange()

    def filterAcceptsRow(self, row: int, parent: object) -> bool:
        return all(word in self._texts[self._order[row]] for word in self._words)


def searchable(entry: Entry) -> str:
    """Return every word of an entry, for the search."""
    return " ".join((*entry.names, *(text for _, text in texts_of(entry)))).casefold()


def entry_text(entry: Entry, surroundings: Surroundings, questions: QWidget | None = None) -> QWidget:
    """Return the whole of an entry: evidence, conflicts, what to do and ask, limits, sources.

    `questions` stand beneath the summary, in the place of the list of tell-tale questions.
    """
    tr, words = surroundings.tr, surroundings.knowledge.words
    whole = QWidget()
    column = parts.column(surroundings.look, 8, (16, 6, 16, 16))
    whole.setLayout(column)
    column.addWidget(parts.label(entry.title, "title"))
    texts = (text for _, text in texts_of(entry))
    parts.add_small_print(column, english_note(surroundings.knowledge, surroundings.language, *texts))
    if entry.level is not None:
        column.addWidget(parts.label(tr(words["level"][entry.level]), "warning_title"))
        column.addWidget(parts.label(surroundings.advice(entry.card), "strong"))
    column.addWidget(parts.label(entry.summary))
    if questions is not None:
        column.addWidget(parts.label(tr("Tell-tale questions"), "section"))
        column.addWidget(questions)
    evidence = tr("{grade}. {reason}", grade=tr(words["grade"][entry.grade]), reason=entry.grade_reason)
    reported = tr("Reported by others: ")
    figures = [("" if e.confidence == "S" else reported) + e.text for e in entry.effects]
    page = [tr(words["page_grade"][entry.page_grade])] if entry.page_grade else []
    sections = (
        (tr("Today's evidence"), [evidence, *figures]),
        (tr("Where studies disagree"), [entry.conflicts]),
        (tr("What was said before"), [*page, entry.correction]),
        (tr("What one can do"), [surroundings.advice(each) for each in entry.do]),
        (tr("Worth asking"), [surroundings.advice(each) for each in entry.ask]),
        (tr("Ask first, if one of these is you"), [surroundings.advice(each) for each in entry.not_for]),
        (tr("Can your journal test it?"), [tr(words["testable"][entry.testable]), entry.test_note]),
        (tr("Tell-tale questions"), [] if questions else [question.ask for question in entry.questions]),
        (tr("How sure this is"), [tr(words["confidence"][entry.confidence])]),
        (tr("Sources"), [source_line(surroundings.knowledge.sources[each]) for each in entry.sources]),
    )
    for heading, lines in sections:
        told = [line for line in lines if line]
        if told:
            column.addWidget(parts.label(heading, "section"))
            parts.fill(column, (_selectable(line) for line in told))
    column.addStretch(1)
    return whole


def source_line(source: Source) -> str:
    """Return a source as a reference list has it."""
    place = " ".join(filter(None, (source.journal, str(source.year or ""))))
    found = (source.doi and f"doi {source.doi}") or (source.pmid and f"PMID {source.pmid}")
    return ". ".join(filter(None, (source.authors, source.title, place, found)))


def _selectable(line: str) -> QWidget:
    text = parts.label(line)
    text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return text
