"""The nights as a table: one row an evening, recorded or not, with search over all its words."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
)

from journal_app.journal.day import Day
from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, in_alphabet
from journal_app.ui import parts
from journal_app.ui.night_filter import NightFilter
from journal_app.wording.body import place
from journal_app.wording.nights import night_state

Index = QModelIndex | QPersistentModelIndex
EVENING = Qt.ItemDataRole.UserRole
COLUMNS = ("night", "state", "pain", "minutes", "where", "note")
SEARCHED = ("night", "state", "where", "note")


class NightTable(QAbstractTableModel):
    """Rows from the newest evening back to the first recorded one; gaps are rows too."""

    def __init__(self, knowledge: Knowledge, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._knowledge, self._language = knowledge, language
        self._evenings: tuple[date, ...] = ()
        self._nights: dict[date, Night] = {}
        self._days: dict[date, Day] = {}
        self._texts: dict[date, tuple[Night | None, str]] = {}
        self._prepared = 0
        tr = language.tr
        self._headings = (
            tr("Night of"),
            tr("What it was"),
            tr("Worst pain"),
            tr("Minutes"),
            tr("Where"),
            tr("Note"),
        )

    def show_nights(self, nights: tuple[Night, ...], newest: date, days: tuple[Day, ...] = ()) -> None:
        """Show these nights and the gaps between them, up to `newest`."""
        self.beginResetModel()
        self._days = {day.on: day for day in days}
        self._prepared = 0
        self._nights = {night.evening: night for night in nights}
        first = min(self._nights, default=None)
        last = max((newest, *self._nights))
        self._evenings = tuple(reversed(list(Period(first, last).evenings()))) if first else ()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Bring the rows into the order of a column; nights of equal value stay newest first."""
        self.beginResetModel()
        name = COLUMNS[max(column, 0)]
        newest_first = sorted(self._evenings, reverse=True)
        down = order is Qt.SortOrder.DescendingOrder
        self._evenings = tuple(
            sorted(newest_first, key=lambda e: self._sort_value(e, self._nights.get(e), name), reverse=down)
        )
        self.endResetModel()

    def night(self, row: int) -> tuple[date, Night | None]:
        """Return the evening of a row and its night, if it was recorded."""
        evening = self._evenings[row]
        return evening, self._nights.get(evening)

    def row_of(self, evening: date) -> int | None:
        """Return the row of an evening, `None` where it is not shown."""
        return self._evenings.index(evening) if evening in self._evenings else None

    def is_kept(self, row: int, wanted: NightFilter) -> bool:
        """Tell whether a row has what is wanted."""
        evening, night = self.night(row)
        return wanted.keeps(evening, night, self._days.get(evening), lambda: self._text(evening, night))

    def prepare(self, rows: int) -> bool:
        """Put some more rows into words for the search; tell whether there are more to come."""
        ahead = self._evenings[self._prepared : self._prepared + rows]
        for evening in ahead:
            self._text(evening, self._nights.get(evening))
        self._prepared += len(ahead)
        return self._prepared < len(self._evenings)

    def _text(self, evening: date, night: Night | None) -> str:
        known = self._texts.get(evening)
        if known is not None and known[0] is night:
            return known[1]
        text = " ".join(self._words(evening, night, column) for column in SEARCHED).casefold()
        self._texts[evening] = night, text
        return text

    def _sort_value(self, evening: date, night: Night | None, column: str) -> tuple[float, str]:
        if column == "night":
            return evening.toordinal(), ""
        if night is None:
            return -1, ""
        numbers = {"pain": night.worst_pain, "minutes": night.cramp_minutes, "state": len(night.episodes)}
        if column in numbers:
            value = numbers[column]
            return (-0.5 if value is None else value), ""
        return 0, in_alphabet(self._words(evening, night, column))

    def _words(self, evening: date, night: Night | None, column: str) -> str:
        language = self._language
        if column == "night":
            return language.tr(
                "{weekday} {date}", weekday=language.weekday(evening), date=language.short_date(evening)
            )
        if column == "state":
            return night_state(night, language)
        if night is None:
            return ""
        return _cells[column](night, self._knowledge, language)

    # --- Qt

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._evenings)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        evening, night = self.night(index.row())
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(evening, night, column).replace("\n", " ")
        if role == Qt.ItemDataRole.ToolTipRole and column == "note":
            return parts.tip(self._words(evening, night, column)) or None
        if role == EVENING:
            return evening
        return None


class NightSearch(QSortFilterProxyModel):
    """Keeps the rows that have what is wanted."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wanted = NightFilter()

    def keep(self, wanted: NightFilter) -> None:
        """Keep the rows that have all of this."""
        if wanted != self.wanted:
            self.beginFilterChange()
            self.wanted = wanted
            self.endFilterChange()

    # --- Qt

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the table sort its own rows, which takes a tenth of the time of asking it cell by cell."""
        self.sourceModel().sort(column, order)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:
        table = self.sourceModel()
        return not isinstance(table, NightTable) or table.is_kept(row, self.wanted)


def _pain(night: Night, _knowledge: Knowledge, _language: Language) -> str:
    return "" if night.worst_pain is None else str(night.worst_pain)


def _minutes(night: Night, _knowledge: Knowledge, language: Language) -> str:
    return "" if night.cramp_minutes is None else language.number(night.cramp_minutes)


def _where(night: Night, knowledge: Knowledge, language: Language) -> str:
    told = (place(e.leg, e.muscle, knowledge, language) for e in night.episodes if e.muscle)
    return ", ".join(dict.fromkeys(told))


def _note(night: Night, _knowledge: Knowledge, _language: Language) -> str:
    return "; ".join(filter(None, (night.note, *(episode.note for episode in night.episodes))))


_cells: dict[str, Callable[[Night, Knowledge, Language], str]] = {
    "pain": _pain,
    "minutes": _minutes,
    "where": _where,
    "note": _note,
}
