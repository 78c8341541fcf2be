"""The range a page looks at: 30 nights, 90, a year, all, or from one day to another."""

from PySide6.QtWidgets import QWidget

from journal_app.ui import parts
from journal_app.ui.chips import Chips
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.surroundings import Surroundings

ALL = 0


class RangeChips(QWidget):
    """Chips for the usual ranges; every page shows the same one."""

    def __init__(self, desk: ReviewDesk, surroundings: Surroundings) -> None:
        super().__init__()
        self._desk = desk
        tr = surroundings.tr
        choices = [(30, tr("30 nights")), (90, tr("90 nights")), (365, tr("1 year")), (ALL, tr("All"))]
        self._chips = Chips(tr("Range"), choices, gap=surroundings.look.pixels(8))
        line = parts.row(surroundings.look, 8)
        self.setLayout(line)
        line.addWidget(self._chips)
        self._chips.chosen.connect(self._chosen)
        desk.review_wanted.connect(self._show)
        self._show()

    def _show(self) -> None:
        self._chips.show_value(ALL if self._desk.range is None else self._desk.range)

    def _chosen(self, nights: int | None) -> None:
        if nights is None:
            self._show()
        else:
            self._desk.choose_range(None if nights == ALL else nights)
