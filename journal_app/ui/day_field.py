"""A field for a day: typed as one writes it, stepped with the arrow keys, or picked from a calendar."""

from calendar import monthrange
from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QLineEdit, QToolButton, QToolTip

from journal_app.journal.errors import JournalError
from journal_app.language import later
from journal_app.ui import parts
from journal_app.ui.key_hints import KeyHint
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.typed_day import read_day
from journal_app.wording.errors import error_sentence

EARLIEST, LATEST = date(1800, 1, 1), date(2999, 12, 31)
STEPS = {
    Qt.Key.Key_Up: (1, 0),
    Qt.Key.Key_Down: (-1, 0),
    Qt.Key.Key_PageUp: (0, 1),
    Qt.Key.Key_PageDown: (0, -1),
}
WIDTH, BUTTON, ICON = 176, 34, 16


class DayField(QLineEdit):
    """Shows a day; what is typed counts once the field is left, and never as a day that was not meant.

    While it cannot be read, the former day holds, a frame marks the field, and a sentence says why.
    """

    KEYS: ClassVar[tuple[KeyHint, ...]] = (
        KeyHint((Qt.Key.Key_Up, Qt.Key.Key_Down), later("The next day, the day before")),
        KeyHint((Qt.Key.Key_PageUp, Qt.Key.Key_PageDown), later("A month later, a month earlier")),
        KeyHint((Qt.Key.Key_F4,), later("Pick the day from a calendar")),
    )

    day_chosen = Signal(object)  # stepped to, picked, or typed and left: the date

    def __init__(self, name: str, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings, self._day = surroundings, date(2000, 1, 1)
        self._first, self._last = EARLIEST, LATEST
        self._fault = ""
        self._popup: QFrame | None = None
        look = surroundings.look
        self.setAccessibleName(name)
        self.setMinimumWidth(look.pixels(WIDTH))
        self._button = self._calendar_button(name)
        line = parts.row(look, 0)
        line.addStretch(1)
        line.addWidget(self._button)
        self.setLayout(line)
        room = look.pixels(BUTTON)
        to_the_left = surroundings.language.locale.text_direction == "rtl"
        self.setTextMargins(room if to_the_left else 0, 0, 0 if to_the_left else room, 0)
        self.editingFinished.connect(self._read)
        self._show()

    def _calendar_button(self, name: str) -> QToolButton:
        look = self._surroundings.look
        made = QToolButton(self)
        made.setAccessibleName(self._surroundings.tr("Calendar: {field}", field=name))
        made.setIcon(look.icon("down", look.palette.text))
        made.setIconSize(QSize(look.pixels(ICON), look.pixels(ICON)))
        made.setFixedWidth(look.pixels(BUTTON))
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field opens it by Alt+Down
        made.setCursor(Qt.CursorShape.ArrowCursor)
        made.clicked.connect(self._open_calendar)
        return made

    @property
    def day(self) -> date:
        """The day: what is typed, once it can be read, else the former one."""
        self._read()
        return self._day

    @property
    def fault(self) -> str:
        """Why what is typed is no day that can be taken, empty where it is one."""
        self._read()
        return self._fault

    def show_day(self, day: date) -> None:
        """Show a day without telling anyone; what is being typed stays where it is that day already."""
        if day != self._day:
            self._day = day
            self._show()

    def limit(self, first: date, last: date) -> None:
        """Take no day before `first` or after `last`."""
        self._first, self._last = first, last

    def _show(self) -> None:
        self.setText(self._surroundings.language.short_date(self._day))
        self.setModified(False)
        self._tell("")

    def _read(self) -> None:
        """Take what was typed, or say why not."""
        if not self.isModified():
            return
        self.setModified(False)
        try:
            typed = self._typed()
        except JournalError as error:
            self._tell(error_sentence(error, self._surroundings.language))
        else:
            self._choose(typed)

    def _typed(self) -> date:
        language, text = self._surroundings.language, self.text()
        day = read_day(text, language, self._day) if text.strip() else self._day
        if day < self._first:
            raise JournalError(later("The earliest day here is {day}."), day=language.full_date(self._first))
        if day > self._last:
            raise JournalError(later("The latest day here is {day}."), day=language.full_date(self._last))
        return day

    def _choose(self, day: date) -> None:
        changed = day != self._day
        self._day = day
        self._show()
        if changed:
            self.day_chosen.emit(day)

    def _tell(self, fault: str) -> None:
        if fault == self._fault:
            return
        self._fault = fault
        self.setAccessibleDescription(fault)
        self.setToolTip(parts.tip(fault) if fault else "")
        self.setProperty("unread", bool(fault))
        self.style().unpolish(self)
        self.style().polish(self)
        if fault and self.isVisible():
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height())), parts.tip(fault), self)

    def _step(self, days: int, months: int) -> None:
        self._read()
        try:
            day = _months_on(self._day, months) + timedelta(days=days)
        except (OverflowError, ValueError):
            return
        self._choose(min(max(day, self._first), self._last))

    # --- the calendar

    def _open_calendar(self) -> None:
        self._read()
        if self._popup is not None:
            self._popup.deleteLater()
        self._popup = popup = QFrame(self, Qt.WindowType.Popup)
        popup.setObjectName("page")
        column = parts.column(self._surroundings.look, 0)
        popup.setLayout(column)
        calendar = self._calendar()
        column.addWidget(calendar)
        popup.adjustSize()
        popup.move(self._place_beneath(popup.size()))
        popup.show()
        calendar.setFocus()

    def _calendar(self) -> QCalendarWidget:
        made = QCalendarWidget()
        made.setLocale(QLocale(str(self._surroundings.language.locale)))
        made.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt's red is no colour of ours
            made.setWeekdayTextFormat(weekend, QTextCharFormat())
        made.setDateRange(_of_qt(self._first), _of_qt(self._last))
        made.setSelectedDate(_of_qt(self._day))
        made.clicked.connect(self._pick)
        made.activated.connect(self._pick)
        return made

    def _place_beneath(self, size: QSize) -> QPoint:
        screen = self.screen().availableGeometry()
        place = self.mapToGlobal(QPoint(0, self.height()))
        if place.y() + size.height() > screen.bottom():
            place = self.mapToGlobal(QPoint(0, -size.height()))
        return QPoint(max(screen.left(), min(place.x(), screen.right() - size.width())), max(place.y(), 0))

    def _pick(self, picked: QDate) -> None:
        if self._popup is not None:
            self._popup.hide()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._choose(date(picked.year(), picked.month(), picked.day()))

    # --- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        alt_down = key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier
        if alt_down or key == Qt.Key.Key_F4:
            self._open_calendar()
        elif key in STEPS:
            self._step(*STEPS[key])
        else:
            super().keyPressEvent(event)


def _months_on(day: date, months: int) -> date:
    whole = day.year * 12 + day.month - 1 + months
    year, month = divmod(whole, 12)
    last = monthrange(year, month + 1)[1]
    return day.replace(year=year, month=month + 1, day=min(day.day, last))


def _of_qt(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
