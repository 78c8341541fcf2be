"""A month as a wall calendar has it: weeks as rows, each night with its mark and a word."""

from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.language import Language
from journal_app.ui.night_field import DAY, NightField, last_of_month, months_later
from journal_app.ui.night_mark import paint_night

WEEK = 7
HEAD_HEIGHT, LOWEST_WEEK, HIGHEST_WEEK, GAP = 32, 72, 104, 4


class MonthView(NightField):
    """Shows the month of the chosen night."""

    def period_around(self, evening: date) -> Period:
        """Return the nights of a calendar month."""
        return Period(evening.replace(day=1), last_of_month(evening))

    def called(self, period: Period) -> str:
        """Name the month."""
        language = self.surroundings.language
        return language.tr("The nights of {month}", month=language.month_and_year(period.first))

    def stepped(self, evening: date, key: Qt.Key) -> date | None:
        """Left and right a night, up and down a week, Page Up and Down a month, Home and End in the week."""
        column = self._column(evening)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -WEEK,
            Qt.Key.Key_Down: WEEK,
            Qt.Key.Key_Home: -column,
            Qt.Key.Key_End: WEEK - 1 - column,
        }
        if key in steps:
            return evening + steps[key] * DAY
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        return months_later(evening, months[key]) if key in months else None

    def place_of(self, evening: date) -> QRectF:
        """Return the place of a night in its week."""
        week = (evening.day - 1 + self._column(self.period.first)) // WEEK
        width, height, head = self.width() / WEEK, self._week_height(), self._head_height
        return QRectF(self._column(evening) * width, head + week * height, width, height)

    def paint_heads(self, painter: QPainter) -> None:
        """Name the days of the week, and number the days still to come."""
        palette, language = self.surroundings.look.palette, self.surroundings.language
        painter.setPen(QColor(palette.muted))
        painter.setFont(self.small_font())
        first = self.period.first - self._column(self.period.first) * DAY
        for column in range(WEEK):
            width = self.width() / WEEK
            place = self.mirrored(QRectF(column * width, 0, width, self._head_height))
            name = language.short_weekday(first + column * DAY)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
        for evening in self.period.evenings():
            if evening > self.newest:
                self._write_day(painter, evening, self.mirrored(self.place_of(evening)))
                self._mark_arm(painter, evening, self.mirrored(self.place_of(evening)))

    def paint_cell(self, painter: QPainter, evening: date, place: QRectF) -> None:
        """Paint a night: a soft panel where there was a cramp, the day, the mark and the word."""
        look, night = self.surroundings.look, self.night(evening)
        palette, gap = look.palette, look.pixels(GAP)
        inner = place.adjusted(gap, gap, -gap, -gap)
        filled = night is not None and not night.quiet
        painter.setPen(QColor(palette.cramp_soft if filled else palette.line))
        painter.setBrush(QColor(palette.cramp_soft) if filled else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(inner, look.pixels(8), look.pixels(8))
        self._write_day(painter, evening, place)
        self._mark_arm(painter, evening, place)
        if evening < self.began:
            return
        worded = self._has_room_for_words(inner)
        lower = look.pixels(-7 if worded else 11)
        centre = QPointF(place.center().x(), place.center().y() + lower)
        paint_night(painter, centre, look.pixels(28), night, palette)
        if worded:
            self._write_word(painter, inner, night_word(night, self.surroundings.language), night is None)

    def _has_room_for_words(self, inner: QRectF) -> bool:
        language, metrics = self.surroundings.language, QFontMetricsF(self.small_font())
        usual = (language.tr("quiet"), language.tr("pain {pain}", pain=10))
        return max(map(metrics.horizontalAdvance, usual)) <= inner.width()

    def _write_day(self, painter: QPainter, evening: date, place: QRectF) -> None:
        look = self.surroundings.look
        font = self.small_font()
        font.setBold(evening == self.newest)
        painter.setFont(font)
        painter.setPen(QColor(look.palette.muted if evening > self.newest else look.palette.text))
        side = look.pixels(GAP + 6)
        corner = place.adjusted(side, look.pixels(GAP + 2), -side, 0)
        painter.drawText(corner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, str(evening.day))

    def _mark_arm(self, painter: QPainter, evening: date, place: QRectF) -> None:
        """Paint a bar on evenings of a trial: filled with the remedy, hollow without."""
        on, look = self.arm(evening), self.surroundings.look
        if on is None:
            return
        size = QSizeF(look.pixels(18), look.pixels(7))
        left, top = place.right() - look.pixels(GAP + 8) - size.width(), place.top() + look.pixels(GAP + 8)
        painter.setPen(QPen(QColor(look.palette.accent), look.pixels(2)))
        painter.setBrush(QColor(look.palette.accent) if on else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(QPointF(left, top), size), look.pixels(3), look.pixels(3))

    def _write_word(self, painter: QPainter, inner: QRectF, word: str, faint: bool) -> None:
        # What has no room is told by the mark, and in words beneath the month.
        look = self.surroundings.look
        painter.setFont(self.small_font())
        if painter.fontMetrics().horizontalAdvance(word) > inner.width():
            return
        painter.setPen(QColor(look.palette.muted if faint else look.palette.text))
        low = inner.adjusted(0, 0, 0, -look.pixels(3))
        painter.drawText(low, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom, word)

    @property
    def _head_height(self) -> int:
        return self.surroundings.look.pixels(HEAD_HEIGHT)

    def _weeks(self) -> int:
        return -(-(len(self.period) + self._column(self.period.first)) // WEEK)

    def _week_height(self) -> float:
        lowest, highest = map(self.surroundings.look.pixels, (LOWEST_WEEK, HIGHEST_WEEK))
        return max(lowest, min((self.height() - self._head_height) / self._weeks(), highest))

    def _column(self, evening: date) -> int:
        return (evening.weekday() - self.surroundings.language.first_weekday) % WEEK

    # --- Qt

    def heightForWidth(self, width: int) -> int:
        return self._head_height + self._weeks() * self.surroundings.look.pixels(LOWEST_WEEK)


def night_word(night: Night | None, language: Language) -> str:
    """Say what a night was in a word or two: quiet, pain 6."""
    if night is None:
        return language.tr("not recorded")
    if night.quiet:
        return language.tr("quiet")
    if night.worst_pain is None:
        return language.trn("{n} cramp", "{n} cramps", len(night.episodes))
    return language.tr("pain {pain}", pain=night.worst_pain)
