"""The nights as a table one can search, narrow and sort."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QWidget

from journal_app.journal.records import Records
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.filter_row import Choice, FilterRow
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.night_filter import NightFilter
from journal_app.ui.night_orders import NEWEST_FIRST, Order, orders
from journal_app.ui.night_table import EVENING, NightSearch, NightTable
from journal_app.ui.surroundings import Surroundings

ROWS_AT_ONCE = 150


class NightList(QWidget):
    """A search field, the choices beside it, and the table they narrow."""

    evening_chosen = Signal(object)  # a row was gone to: its evening, or `None`
    evening_opened = Signal(object)  # a row was opened: its evening
    menu_wanted = Signal(object)  # the menu of the current row is asked for: the place on the screen

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        look, tr = surroundings.look, surroundings.tr
        self.search = QLineEdit(clearButtonEnabled=True)
        self.search.setPlaceholderText(tr("Search: a muscle, a word of a note, a month …"))
        self.search.setAccessibleName(tr("Search the nights"))
        states = [("cramps", tr("cramps")), ("quiet", tr("quiet")), ("missing", tr("not recorded"))]
        self._states = Chips(tr("Show only"), states, gap=look.pixels(6))
        self._more = parts.button(tr("Filters …"), self._unfold)
        self._more.setCheckable(True)
        self._filters = FilterRow(surroundings)
        self._filters.hide()
        self._all = parts.button(tr("Show all"), self._filters.clear, "link", tr("Take back all filters"))
        self._all.hide()
        self.order: Choice[Order] = Choice(tr("Sort by"))
        self.order.offer(orders(surroundings.language))
        self.order.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToContents)
        self.table = NightTable(surroundings.knowledge, surroundings.language, self)
        self._found = NightSearch(self)
        self._found.setSourceModel(self.table)
        self._records = Records()
        self._at: date | None = None  # the night gone to last
        self._preparing = QTimer(self, interval=0)
        self.view = self._new_view()
        self._count = parts.label("", "muted")
        self._lay_out()
        self._connect()

    def _new_view(self) -> QTableView:
        look, tr = self._surroundings.look, self._surroundings.tr
        view = QTableView()
        view.setModel(self._found)
        view.setAccessibleName(tr("Nights"))
        view.horizontalHeader().setSortIndicator(*NEWEST_FIRST)
        view.setSortingEnabled(True)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setTabKeyNavigation(False)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(look.pixels(42))
        view.setMinimumHeight(look.pixels(250))
        heading = view.horizontalHeader()
        heading.setHighlightSections(False)
        heading.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        heading.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        heading.setStretchLastSection(True)
        for column, width in enumerate((205, 230, 105, 95, 225)):
            view.setColumnWidth(column, look.pixels(width))
        return view

    def _lay_out(self) -> None:
        look = self._surroundings.look
        whole = parts.column(look, 12)
        self.setLayout(whole)
        narrowing = QWidget()
        line = FlowLayout(narrowing, look.pixels(10))
        line.addWidget(self._states)
        line.addWidget(self._more)
        line.addWidget(self._all)
        line.addWidget(self._ordering())
        parts.fill(whole, (self.search, narrowing, self._filters))
        whole.addWidget(self.view, 1)
        whole.addWidget(self._count)

    def _ordering(self) -> QWidget:
        made, look = QWidget(), self._surroundings.look
        inside = parts.row(look, 8)
        made.setLayout(inside)
        words = parts.label(self.order.accessibleName(), "muted", wrap=False)
        words.setBuddy(self.order)
        parts.fill(inside, (words, self.order))
        return made

    def _connect(self) -> None:
        self._found.modelReset.connect(self._go_back)
        self.order.currentIndexChanged.connect(self._order_chosen)
        self.view.horizontalHeader().sortIndicatorChanged.connect(self._sorted)
        self._preparing.timeout.connect(self._prepare)
        self.search.textChanged.connect(self._search_typed)
        self._states.chosen.connect(self._state_chosen)
        self._filters.filter_chosen.connect(self._filter_chosen)
        self.view.activated.connect(self._activated)
        self.view.selectionModel().currentRowChanged.connect(self._row_changed)
        self.view.customContextMenuRequested.connect(self._menu_asked)

    def show_records(self, records: Records, newest: date) -> None:
        """Show all nights up to `newest`, and go back to the one that was current."""
        self._records = records
        self.table.show_nights(records.nights, newest, records.days)
        self._preparing.start()
        if self._filters.isVisible():
            self._filters.offer(records)
        self._tell_count()

    @property
    def current(self) -> date | None:
        """Return the evening of the current row."""
        found = self.view.currentIndex().data(EVENING)
        return found if isinstance(found, date) else None

    def go_to(self, evening: date) -> None:
        """Make a night the current one, if it is shown."""
        row = self.table.row_of(evening)
        if row is not None and evening != self.current:
            self.view.setCurrentIndex(self._found.mapFromSource(self.table.index(row, 0)))

    def _prepare(self) -> None:
        """Ten years take a fifth of a second to put into words, so it is done between two events."""
        if not self.table.prepare(ROWS_AT_ONCE):
            self._preparing.stop()

    def _tell_count(self) -> None:
        shown, language = self._found.rowCount(), self._surroundings.language
        if shown:
            self._count.setText(language.trn("{n} night shown", "{n} nights shown", shown))
        else:
            self._count.setText(language.tr("No night fits what you are looking for."))

    def _keep(self, wanted: NightFilter) -> None:
        self._found.keep(wanted)
        tr, count = self._surroundings.tr, wanted.count
        self._all.setVisible(count > 0)
        self._more.setText(tr("Filters ({count}) …", count=count) if count else tr("Filters …"))
        self._tell_count()

    def _unfold(self) -> None:
        self._filters.setVisible(self._more.isChecked())
        if self._more.isChecked():
            self._filters.offer(self._records)

    def _search_typed(self, typed: str) -> None:
        self._keep(replace(self._found.wanted, words=tuple(typed.casefold().split())))

    def _state_chosen(self, state: str | None) -> None:
        self._keep(replace(self._found.wanted, state=state))

    def _filter_chosen(self, chosen: NightFilter) -> None:
        before = self._found.wanted
        self._keep(replace(chosen, words=before.words, state=before.state))

    def _order_chosen(self) -> None:
        chosen = self.order.value()
        if chosen is not None:
            self.view.sortByColumn(*chosen)

    def _sorted(self, column: int, way: Qt.SortOrder) -> None:
        """Tell the order in words, also of one chosen by a click on a heading."""
        with QSignalBlocker(self.order):
            self.order.choose((column, way))

    def _go_back(self) -> None:
        """Make the night current again that was so before the table was filled or sorted anew."""
        if self._at is not None:
            self.go_to(self._at)

    def _row_changed(self, index: QModelIndex) -> None:
        self._at = index.data(EVENING) or self._at
        self.evening_chosen.emit(index.data(EVENING))

    def _activated(self, index: QModelIndex) -> None:
        self.evening_opened.emit(index.data(EVENING))

    def _menu_asked(self, place: QPoint) -> None:
        if self.current is not None:
            self.menu_wanted.emit(self.view.viewport().mapToGlobal(place))
