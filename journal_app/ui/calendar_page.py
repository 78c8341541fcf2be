"""Calendar: every night as a table with search; a night opens with a double click or Enter."""

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView

from journal_app.ui import parts
from journal_app.ui.banner import Banner
from journal_app.ui.chips import Chips
from journal_app.ui.night_table import EVENING, NightSearch, NightTable
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.surroundings import Surroundings


class CalendarPage(Page):
    """Shows all nights, finds some of them, opens or deletes one."""

    night_chosen = Signal(object)  # a night is to be opened: its evening (a date)

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("Calendar"), surroundings)
        self._journal = journal
        tr = surroundings.tr
        self._search = QLineEdit(clearButtonEnabled=True)
        self._search.setPlaceholderText(tr("Search: a muscle, a word of a note, a month …"))
        self._search.setAccessibleName(tr("Search the nights"))
        states = [("cramps", tr("cramps")), ("quiet", tr("quiet")), ("missing", tr("not recorded"))]
        self._states = Chips(tr("Show only"), states, gap=surroundings.look.pixels(6))
        self.table = NightTable(surroundings.knowledge, surroundings.language, self)
        self._found = NightSearch(self)
        self._found.setSourceModel(self.table)
        self._view = self._new_view()
        self.banner = Banner(surroundings)
        self._count = parts.label("", "muted")
        self._empty = parts.label(tr("No night is recorded yet. Begin with last night: it takes one click."))
        self._stale = True
        self._lay_out()
        self._connect()

    def _new_view(self) -> QTableView:
        look, tr = self.surroundings.look, self.surroundings.tr
        view = QTableView()
        view.setModel(self._found)
        view.setAccessibleName(tr("Nights"))
        view.horizontalHeader().setSortIndicator(0, Qt.SortOrder.DescendingOrder)
        view.setSortingEnabled(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(look.pixels(42))
        view.setMinimumHeight(look.pixels(300))
        heading = view.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setStretchLastSection(True)
        for column, width in enumerate((230, 240, 110, 100, 180)):
            view.setColumnWidth(column, look.pixels(width))
        return view

    def _lay_out(self) -> None:
        tr = self.surroundings.tr
        self._open = parts.button(tr("Open"), self._open_current)
        self._delete = parts.button(tr("Delete"), self._delete_current, name=tr("Delete the chosen night"))
        tools = parts.row(self.surroundings.look)
        tools.addWidget(self._search, 1)
        parts.fill(tools, (self._open, self._delete))
        self.body.addLayout(tools)
        self.body.addWidget(self._states)
        parts.fill(self.body, (self.banner, self._empty))
        self.body.addWidget(self._view, 1)
        self.body.addWidget(self._count)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._search_typed)
        self._states.chosen.connect(self._state_chosen)
        self._view.activated.connect(self._activated)
        self._view.selectionModel().currentRowChanged.connect(self._tell_tools)
        self.banner.undo_clicked.connect(self._journal.undo_stack.undo)
        self._journal.night_changed.connect(self._night_changed)

    def _night_changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._stale = False
        nights = self._journal.records().nights
        self.table.show_nights(nights, self._journal.now.date() - timedelta(days=1))
        for part in (self._view, self._search, self._states, self._count):
            part.setVisible(bool(nights))
        self._empty.setVisible(not nights)
        self._tell_count()

    def _tell_count(self) -> None:
        language = self.surroundings.language
        self._count.setText(language.trn("{n} night shown", "{n} nights shown", self._found.rowCount()))
        self._tell_tools()

    def _tell_tools(self) -> None:
        evening = self._current()
        self._open.setEnabled(evening is not None)
        recorded = evening is not None and self._journal.night(evening) is not None
        self._delete.setEnabled(recorded and not self._journal.read_only)

    def _current(self) -> date | None:
        found = self._view.currentIndex().data(EVENING)
        return found if isinstance(found, date) else None

    def _search_typed(self, typed: str) -> None:
        self._found.search(typed)
        self._tell_count()

    def _state_chosen(self, state: str | None) -> None:
        self._found.keep_state(state)
        self._tell_count()

    def _activated(self, index: QModelIndex) -> None:
        self.night_chosen.emit(index.data(EVENING))

    def _open_current(self) -> None:
        if (evening := self._current()) is not None:
            self.night_chosen.emit(evening)

    def _delete_current(self) -> None:
        evening, tr = self._current(), self.surroundings.tr
        if evening is None or self._journal.night(evening) is None:
            return
        if self._journal.delete_night(evening, tr("Night deleted")):
            told = tr("Night of {date} deleted.", date=self.surroundings.language.full_date(evening))
            self.banner.tell(told, tr("It can be brought back for 30 days."))

    def focus_first(self) -> None:
        """Let typing search at once."""
        self._search.setFocus()

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self._view.hasFocus():
            self._delete_current()
        elif event.key() == Qt.Key.Key_F and event.modifiers() is Qt.KeyboardModifier.ControlModifier:
            self._search.setFocus()
        else:
            super().keyPressEvent(event)
