"""The year at a glance: a row a month, a mark a night, so that gaps and bad stretches are seen at once."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from journal_app.journal.period import Period
from journal_app.ui.night_field import DAY, NightField, last_of_month, months_later
from journal_app.ui.night_mark import paint_night
from journal_app.ui.theme import Look

LONGEST_MONTH = 31
WAYS_TO_FOLD = (LONGEST_MONTH, 16, 11, 8, 6)  # nights in a line: a month in one line, or in two, three ...
HEADED_DAYS = (1, 5, 10, 15, 20, 25, 30)
NIGHT_WIDTH = (19, 38)
LINE_HEIGHT = (25, 34)
LABEL_WIDTH, HEAD_HEIGHT, MONTH_GAP = 58, 26, 10
MONTH_PIXELS = 17


@dataclass(frozen=True)
class YearGrid:
    """How the nights of a year lie in a width: how many in a line, and how large they are."""

    columns: int
    night_width: float
    line_height: int
    label_width: int
    head_height: int
    month_gap: int

    @property
    def lines(self) -> int:
        """Return over how many lines a month runs."""
        return -(-LONGEST_MONTH // self.columns)

    @property
    def month_height(self) -> int:
        """Return the height of a month with the room beneath it."""
        return self.lines * self.line_height + self.month_gap

    @property
    def height(self) -> int:
        """Return the height of the whole year."""
        return self.head_height + 12 * self.month_height

    def place(self, evening: date) -> QRectF:
        """Return where a night lies, read from left to right."""
        line, column = divmod(evening.day - 1, self.columns)
        top = self.head_height + (evening.month - 1) * self.month_height + line * self.line_height
        left = self.label_width + column * self.night_width
        return QRectF(left, top, self.night_width, self.line_height)


@lru_cache(maxsize=8)  # each night asks for its place
def year_grid(width: int, look: Look, names_width: int = 0) -> YearGrid:
    """Fit a year into a width; where large text leaves too little room, a month takes more lines."""
    smallest, largest = map(look.pixels, NIGHT_WIDTH)
    label = max(look.pixels(LABEL_WIDTH), names_width)
    room = max(width - label, 1)
    columns = next((n for n in WAYS_TO_FOLD if room / n >= smallest), WAYS_TO_FOLD[-1])
    night_width = min(room / columns, largest)
    lowest, highest = map(look.pixels, LINE_HEIGHT)
    return YearGrid(
        columns=columns,
        night_width=night_width,
        line_height=round(max(lowest, min(night_width, highest))),
        label_width=label,
        head_height=look.pixels(HEAD_HEIGHT) if columns == LONGEST_MONTH else 0,
        month_gap=0 if columns == LONGEST_MONTH else look.pixels(MONTH_GAP),
    )


class YearView(NightField):
    """Shows the year of the chosen night."""

    @property
    def _grid(self) -> YearGrid:
        return self._grid_for(self.width())

    def _grid_for(self, width: int) -> YearGrid:
        return year_grid(width, self.surroundings.look, self._names_width)

    @cached_property
    def _names_width(self) -> int:
        """The longest name of a month, which in some languages is not short."""
        look, language = self.surroundings.look, self.surroundings.language
        metrics = QFontMetrics(self.small_font(MONTH_PIXELS))
        names = (language.short_month(date(2000, month, 1)) for month in range(1, 13))
        return max(map(metrics.horizontalAdvance, names)) + look.pixels(MONTH_GAP)

    def period_around(self, evening: date) -> Period:
        """Return the nights of a calendar year."""
        return Period(date(evening.year, 1, 1), date(evening.year, 12, 31))

    def called(self, period: Period) -> str:
        """Name the year."""
        return self.surroundings.tr("The nights of {year}", year=period.first.year)

    def stepped(self, evening: date, key: Qt.Key) -> date | None:
        """Left and right a night, up and down a month, Page Up and Down a year, Home and End in the month."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        months = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -12, Qt.Key.Key_PageDown: 12}
        if key in steps:
            return evening + steps[key] * DAY
        if key in months:
            return months_later(evening, months[key])
        ends = {Qt.Key.Key_Home: evening.replace(day=1), Qt.Key.Key_End: last_of_month(evening)}
        return ends.get(key)

    def place_of(self, evening: date) -> QRectF:
        """Return the place of a night of the year."""
        return self._grid.place(evening)

    def paint_heads(self, painter: QPainter) -> None:
        """Name the months, and the days above them where each month has one line."""
        grid, look, language = self._grid, self.surroundings.look, self.surroundings.language
        painter.setFont(self.small_font(MONTH_PIXELS))
        painter.setPen(QColor(look.palette.text))
        ahead = self.chosen.replace(day=1)
        for month in range(1, 13):
            first = ahead.replace(month=month)
            place = QRectF(0, grid.place(first).top(), grid.label_width, grid.line_height)
            self._write(painter, place, Qt.AlignmentFlag.AlignLeft, language.short_month(first))
        painter.setFont(self.small_font())
        painter.setPen(QColor(look.palette.muted))
        for day in HEADED_DAYS if grid.head_height else ():
            column = grid.place(date(self.chosen.year, 1, day))
            place = QRectF(column.left() - 10, 0, column.width() + 20, grid.head_height)
            self._write(painter, place, Qt.AlignmentFlag.AlignHCenter, str(day))

    def paint_cell(self, painter: QPainter, evening: date, place: QRectF) -> None:
        """Paint the mark of a night; before the first recorded one there is none."""
        if evening < self.began:
            return
        size = min(place.width(), place.height()) * 0.84
        paint_night(painter, place.center(), size, self.night(evening), self.surroundings.look.palette)

    def _write(self, painter: QPainter, place: QRectF, side: Qt.AlignmentFlag, text: str) -> None:
        side = side | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.mirrored(place), side, text)

    # --- Qt

    def heightForWidth(self, width: int) -> int:
        return self._grid_for(width).height
