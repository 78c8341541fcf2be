"""The two days of a range of one's own: from the night of one to the night of the other."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from journal_app.journal.period import Period
from journal_app.ui import parts
from journal_app.ui.day_field import DayField
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings


class RangeDays(QWidget):
    """Shows a period and emits a period.

    A day outside the limits becomes the nearest one inside; of two days in the wrong order, the other
    is moved along.
    """

    chosen = Signal(object)  # a day was changed by hand: the Period

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        self._period = self._limits = Period(date.min, date.max)  # until one is shown
        tr = surroundings.tr
        line = FlowLayout(self, gap=surroundings.look.pixels(8))
        self._first = self._add(line, tr("From"), tr("Range: from"))
        self._last = self._add(line, tr("to"), tr("Range: to"))
        self._first.day_chosen.connect(self._first_changed)
        self._last.day_chosen.connect(self._last_changed)

    def _add(self, line: FlowLayout, words: str, name: str) -> DayField:
        field, pair = DayField(name, self._surroundings), QWidget()
        label = parts.label(words, wrap=False)
        label.setBuddy(field)
        inside = parts.row(self._surroundings.look, 8)
        pair.setLayout(inside)
        parts.fill(inside, (label, field))
        line.addWidget(pair)
        return field

    def show_period(self, period: Period, limits: Period) -> None:
        """Show a period without telling anyone; `limits` are the first and the last day there is."""
        self._limits = limits
        self._show(period)

    def _show(self, period: Period) -> None:
        self._period = period
        for field, day in ((self._first, period.first), (self._last, period.last)):
            field.show_day(day)

    def _first_changed(self, day: date) -> None:
        first = self._within(day)
        self._choose(Period(first, max(first, self._period.last)))

    def _last_changed(self, day: date) -> None:
        last = self._within(day)
        self._choose(Period(min(self._period.first, last), last))

    def _within(self, day: date) -> date:
        return min(max(day, self._limits.first), self._limits.last)

    def _choose(self, period: Period) -> None:
        changed = period != self._period
        self._show(period)
        if changed:
            self.chosen.emit(period)
