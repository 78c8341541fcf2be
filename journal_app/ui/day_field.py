"""A field for a day, with a calendar to pick it from."""

from datetime import date

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QDateEdit

from journal_app.ui.surroundings import Surroundings


class DayField(QDateEdit):
    """A day that counts once it is chosen: while it is typed, its month or year may still be another."""

    day_chosen = Signal(object)  # stepped to, picked or typed to the end: the date

    def __init__(self, name: str, surroundings: Surroundings) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        self.setLocale(QLocale(str(surroundings.language.locale)))
        self.setDisplayFormat(surroundings.tr("d MMM yyyy"))
        self.setMinimumWidth(surroundings.look.pixels(176))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):  # Qt's red is no colour of ours
            self.calendarWidget().setWeekdayTextFormat(weekend, QTextCharFormat())
        self._typing = False
        self.lineEdit().textEdited.connect(self._typed)
        self.dateChanged.connect(self._changed)
        self.calendarWidget().clicked.connect(self._choose)
        self.editingFinished.connect(self._choose)

    def _typed(self) -> None:
        self._typing = True

    def _changed(self) -> None:
        if not self._typing:
            self._choose()

    def _choose(self) -> None:
        self._typing = False
        shown = self.date()
        self.day_chosen.emit(date(shown.year(), shown.month(), shown.day()))

    # --- Qt

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()  # the page is being scrolled

    def stepBy(self, steps: int) -> None:
        self._typing = False
        super().stepBy(steps)
