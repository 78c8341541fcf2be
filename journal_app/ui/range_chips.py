"""The range a page looks at: 30 nights, 90, a year, all, or from one day to another."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from journal_app.journal.period import Period
from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.page import Page
from journal_app.ui.range_days import RangeDays
from journal_app.ui.review_desk import ReviewDesk

ALL = 0
FROM_TO = -1


class RangeChips(QWidget):
    """Chips for the usual ranges, and two days for any other; every page shows the same one."""

    def __init__(self, desk: ReviewDesk, page: Page) -> None:
        super().__init__()
        self._desk, self._room = desk, 0
        surroundings = page.surroundings
        tr, look = surroundings.tr, surroundings.look
        choices = (
            (30, tr("30 nights")),
            (90, tr("90 nights")),
            (365, tr("1 year")),
            (ALL, tr("All")),
            (FROM_TO, tr("From … to …")),
        )
        self._chips = Chips(tr("Range"), choices, gap=look.pixels(8))
        self._days = RangeDays(surroundings)
        self._line = parts.row(look, 12)
        self.setLayout(self._line)
        parts.fill(self._line, (self._chips, self._days))
        self._chips.chosen.connect(self._chosen)
        self._days.chosen.connect(desk.choose_range)
        desk.review_wanted.connect(self._show)
        page.room_changed.connect(self._take_room)
        self._show()

    def _show(self) -> None:
        chosen = self._desk.range
        own = chosen if isinstance(chosen, Period) else None
        self._chips.show_value(FROM_TO if own else chosen or ALL)
        self._days.setVisible(own is not None)
        if own is not None:
            self._days.show_period(own, self._desk.limits())
        self._fold()

    def _chosen(self, value: int | None) -> None:
        if value == FROM_TO:
            self._desk.choose_range(self._desk.own_range())
        elif value is not None:
            self._desk.choose_range(value or None)
        self._show()

    def _take_room(self, room: int) -> None:
        self._room = room
        self._fold()

    def _fold(self) -> None:
        """Set the two days beside the chips, or beneath them where there is no room."""
        needed = self._chips.sizeHint().width() + self._line.spacing() + self._days.sizeHint().width()
        beside = self._days.isHidden() or needed <= self._room
        direction = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        self._line.setDirection(direction)
