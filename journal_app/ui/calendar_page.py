"""Calendar: the nights of a year at a glance, of a month, or all of them as a table; each can be opened."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from journal_app.journal.period import Period
from journal_app.journal.records import Records
from journal_app.language import later
from journal_app.ui import parts
from journal_app.ui.banner import Banner
from journal_app.ui.chips import Chips
from journal_app.ui.deleted_nights import DeletedNights
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.key_hints import KeyHint
from journal_app.ui.month_view import MonthView
from journal_app.ui.night_field import NightField, Shown, months_later
from journal_app.ui.night_legend import NightLegend
from journal_app.ui.night_list import NightList
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.stepper import Stepper
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.year_view import YearView
from journal_app.wording.nights import night_told
from journal_app.wording.trial_evenings import with_arm

YEAR, MONTH, TABLE = "year", "month", "table"
MONTHS_OF = {YEAR: 12, MONTH: 1}
TABLE_KEYS = (Qt.Key.Key_F, Qt.Key.Key_S)


class CalendarPage(Page):
    """Shows the nights in one of three ways; opens, deletes and restores one."""

    night_chosen = Signal(object)  # a night is to be opened: its evening (a date)
    changes_wanted = Signal()  # the list of recent changes is asked for

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint((Qt.Key.Key_Delete,), later("Delete the chosen night")),
        KeyHint((Qt.Key.Key_F,), later("Search"), control=True),
        KeyHint((Qt.Key.Key_S,), later("Sort the table"), control=True),
    )

    def __init__(self, journal: OpenJournal, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("Calendar"), surroundings)
        self._journal = journal
        self._way, self._chosen = YEAR, journal.now.date() - timedelta(days=1)
        self._records, self._nights, self._arms = Records(), {}, {}
        self._stale = {YEAR, MONTH, TABLE}
        tr = surroundings.tr
        ways = [(YEAR, tr("Year")), (MONTH, tr("Month")), (TABLE, tr("Table"))]
        self._ways = Chips(tr("Show as"), ways, gap=surroundings.look.pixels(6))
        self._ways.show_value(YEAR)
        self._stepper = Stepper(surroundings)
        self.banner = Banner(surroundings)
        self._begin = parts.button(tr("Record last night"), self._open_chosen, "primary")
        self._empty = self._nothing_yet()
        self._fields: dict[str, NightField] = {YEAR: YearView(surroundings), MONTH: MonthView(surroundings)}
        self._legend = NightLegend(surroundings)
        self._list: NightList | None = None
        # The nights have their places only after the page was laid out for their new height.
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._lay_out()
        self._connect()

    # --- laying out

    def _lay_out(self) -> None:
        look = self.surroundings.look
        self.tools.addWidget(self._ways)
        parts.fill(self.body, (self._stepper, self.banner, self._empty))
        self._panel, inside = parts.panel(look)
        for field in self._fields.values():
            inside.addWidget(field, 1)
        parts.fill(inside, (parts.rule(), self._legend))
        self.body.addWidget(self._panel)
        self._foot = self._chosen_night()
        self.body.addWidget(self._foot)
        self.body.addWidget(self._other_lists())
        self.body.addStretch(1)

    def _nothing_yet(self) -> QWidget:
        panel, inside = parts.panel(self.surroundings.look)
        words = self.surroundings.tr("No night is recorded yet. Begin with last night: it takes one click.")
        inside.addWidget(parts.label(words))
        inside.addWidget(self._begin, 0, Qt.AlignmentFlag.AlignLeft)
        return panel

    def _chosen_night(self) -> QWidget:
        look, tr = self.surroundings.look, self.surroundings.tr
        whole = QWidget()
        line = parts.folding_row(look)
        whole.setLayout(line)
        self._told = parts.label("")
        self._open = parts.button(tr("Open"), self._open_chosen)
        self._delete = parts.button(tr("Delete"), self._delete_chosen, name=tr("Delete the chosen night"))
        line.addWidget(self._told, 1)
        parts.fill(line, (self._open, self._delete))
        return whole

    def _other_lists(self) -> QWidget:
        tr = self.surroundings.tr
        whole = QWidget()
        line = FlowLayout(whole, self.surroundings.look.pixels(14))
        line.addWidget(parts.button(tr("Deleted nights …"), self._show_deleted, "link"))
        line.addWidget(parts.button(tr("Recent changes …"), self.changes_wanted.emit, "link"))
        return whole

    def _connect(self) -> None:
        self._laid_out.timeout.connect(self._show_chosen)
        self._ways.chosen.connect(self._way_chosen)
        self._stepper.stepped.connect(self._step)
        self._stepper.now_wanted.connect(self._go_to_newest)
        for field in self._fields.values():
            self._connect_nights(field)
            field.resized.connect(self._laid_out.start)
        self.banner.undo_clicked.connect(self._journal.undo_stack.undo)
        journal = self._journal
        for changed in (
            journal.night_changed,
            journal.day_changed,
            journal.about_changed,
            journal.trials_changed,
        ):
            changed.connect(self._journal_changed)

    def _connect_nights(self, nights: NightField | NightList) -> None:
        nights.evening_chosen.connect(self._evening_chosen)
        nights.evening_opened.connect(self.night_chosen)
        nights.menu_wanted.connect(self._show_menu)

    def _nights_list(self) -> NightList:
        """The table is made when it is first wanted."""
        if self._list is None:
            self._list = NightList(self.surroundings)
            self.body.insertWidget(self.body.indexOf(self._foot), self._list, 100)
            self._connect_nights(self._list)
            self.arrange()
        return self._list

    # --- showing

    def _journal_changed(self) -> None:
        self._stale = {YEAR, MONTH, TABLE}
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if len(self._stale) == len((YEAR, MONTH, TABLE)):
            self._records = self._journal.records()
            self._nights = {night.evening: night for night in self._records.nights}
            self._arms = {n.evening: n.on for trial in self._journal.trials() for n in trial.nights}
        filled = bool(self._nights)
        if self._way == TABLE:
            self._show_table()
        else:
            self._show_field(self._fields[self._way])
        for way, field in self._fields.items():
            field.setVisible(filled and way == self._way)
        if self._list is not None:
            self._list.setVisible(filled and self._way == TABLE)
        self._panel.setVisible(filled and self._way != TABLE)
        self._stepper.setVisible(filled and self._way != TABLE)
        self.body.setStretchFactor(self._panel, 100 if self._way == MONTH else 0)
        self._ways.setVisible(filled)
        self._empty.setVisible(not filled)
        self._foot.setVisible(filled)
        self._stale.discard(self._way)
        self._tell_chosen()
        self._laid_out.start()

    def _show_table(self) -> None:
        nights_list = self._nights_list()
        if TABLE in self._stale:
            nights_list.show_records(self._records, self._last_night)
        nights_list.go_to(self._chosen)

    def _show_field(self, field: NightField) -> None:
        if self._way in self._stale:
            field.show_nights(Shown(self._reach(), self._nights, self._arms), self._chosen)
        else:
            field.choose(self._chosen)
        self._chosen = field.chosen
        self._tell_place(field)

    @property
    def _last_night(self) -> date:
        return self._journal.now.date() - timedelta(days=1)

    def _reach(self) -> Period:
        """From the year before the first record, which can be filled in, to last night."""
        newest = max(self._nights, default=self._last_night)
        first = min(self._nights, default=self._last_night)
        return Period(date(first.year - 1, 1, 1), max(newest, self._last_night))

    def _tell_place(self, field: NightField) -> None:
        period, reach = field.period, self._reach()
        self._stepper.show_place(*self._step_names(period.first))
        back, on = period.first > reach.first, period.last < reach.last
        self._stepper.allow(back, on, self._chosen != reach.last)
        last = min(period.last, reach.last)
        shown = [night for evening in period.evenings() if (night := self._nights.get(evening))]
        first = max(period.first, field.began)
        self._legend.show_nights(shown, len(Period(first, last)) if first <= last else 0)

    def _step_names(self, first: date) -> tuple[str, str, str, str]:
        tr, language = self.surroundings.tr, self.surroundings.language
        if self._way == YEAR:
            return str(first.year), "0000", tr("The year before"), tr("The year after")
        months = (language.month_and_year(first.replace(month=month)) for month in range(1, 13))
        longest = max(months, key=len)
        return language.month_and_year(first), longest, tr("The month before"), tr("The month after")

    def _tell_chosen(self) -> None:
        evening, night = self._chosen, self._nights.get(self._chosen)
        told = night_told(evening, night, self.surroundings.knowledge, self.surroundings.language)
        self._told.setText(with_arm(told, self._arms.get(evening), self.surroundings.language))
        self._delete.setEnabled(night is not None and not self._journal.read_only)

    # --- doing

    def _way_chosen(self, way: str | None) -> None:
        self._way = way or self._way
        self._ways.show_value(self._way)
        self._refresh()

    def _step(self, steps: int) -> None:
        self._fields[self._way].choose(months_later(self._chosen, steps * MONTHS_OF[self._way]))

    def _go_to_newest(self) -> None:
        self._fields[self._way].choose(self._reach().last)
        self._laid_out.start()

    def _evening_chosen(self, evening: date | None) -> None:
        if evening is None or evening == self._chosen:
            return
        self._chosen = evening
        self._tell_chosen()
        if self._way != TABLE:
            field = self._fields[self._way]
            self._tell_place(field)
            if field.hasFocus():
                self._laid_out.start()

    def _show_chosen(self) -> None:
        """Scroll to the chosen night, where the year or the month is higher than the window."""
        field = self._fields.get(self._way)
        place = field.places.get(self._chosen) if field is not None and field.isVisible() else None
        if field is not None and place is not None:
            self.keep_in_sight(field, place.center().toPoint())

    def _open_chosen(self) -> None:
        self.night_chosen.emit(self._chosen)

    def _delete_chosen(self) -> None:
        evening, tr = self._chosen, self.surroundings.tr
        if self._journal.read_only or self._journal.night(evening) is None:
            return
        if self._journal.delete_night(evening, tr("Night deleted")):
            told = tr("Night of {date} deleted.", date=self.surroundings.language.full_date(evening))
            self.banner.tell(told, tr("It can be brought back for 30 days."))

    def _show_menu(self, place: QPoint) -> None:
        menu, tr = QMenu(self), self.surroundings.tr
        doings: tuple[tuple[str, Callable[[], None]], ...] = (
            (tr("Open"), self._open_chosen),
            (tr("Delete"), self._delete_chosen),
        )
        for words, act in doings:
            menu.addAction(words).triggered.connect(act)
        menu.actions()[-1].setEnabled(self._delete.isEnabled())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _show_deleted(self) -> None:
        DeletedNights(self._journal, self.surroundings, self.window()).exec()

    def focus_first(self) -> None:
        """Let the arrow keys move over the nights, or typing search, at once."""
        if not self._empty.isHidden():
            self._begin.setFocus()
        elif self._way == TABLE:
            self._nights_list().search.setFocus()
        else:
            self._fields[self._way].setFocus()

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._way in self._stale:
            self._refresh()
        self._laid_out.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._delete_chosen()
        elif event.modifiers() is Qt.KeyboardModifier.ControlModifier and event.key() in TABLE_KEYS:
            self._way_chosen(TABLE)
            wanted = self._nights_list()
            (wanted.search if event.key() == Qt.Key.Key_F else wanted.order).setFocus()
        else:
            super().keyPressEvent(event)
