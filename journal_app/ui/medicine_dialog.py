"""One medicine or supplement: its name, and when it was taken at what dose."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QCheckBox, QDateEdit, QDialog, QHBoxLayout, QLineEdit, QWidget

from journal_app.journal.errors import BadEntry
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.ui import parts
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.errors import error_sentence


class MedicineDialog(QDialog):
    """Edits one medicine; a value that cannot be is told beside the fields, and nothing is lost."""

    def __init__(
        self,
        medicine: Medicine,
        new: bool,
        today: date,
        surroundings: Surroundings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._medicine, self._today, self._surroundings = medicine, today, surroundings
        self.removed = False
        look, tr = surroundings.look, surroundings.tr
        self.setWindowTitle(tr("Medicine or supplement"))
        self.setMinimumWidth(look.pixels(680))
        column = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(column)
        self._name = QLineEdit("" if new else medicine.name)
        self._name.setPlaceholderText(tr("as it stands on the box"))
        self._supplement = QCheckBox(tr("A supplement, or taken by my own choice"))
        self._supplement.setChecked(medicine.supplement)
        name_label = parts.label(tr("Name"), "muted")
        name_label.setBuddy(self._name)
        self._name.setAccessibleName(tr("Name"))
        parts.fill(column, (name_label, self._name, self._supplement))
        column.addWidget(parts.label(tr("Dose and dates; a change of dose is a new line"), "muted"))
        self._lines = parts.column(look, 8)
        self._periods: list[PeriodLine] = []
        column.addLayout(self._lines)
        for period in medicine.periods:
            self._add_line(period)
        line = parts.row(look)
        line.addWidget(parts.button(tr("+ change of dose"), self._add_change))
        line.addStretch(1)
        column.addLayout(line)
        self._error = parts.label("", "error")
        column.addWidget(self._error)
        column.addLayout(self._foot(new))

    def _foot(self, new: bool) -> QHBoxLayout:
        tr = self._surroundings.tr
        foot = parts.row(self._surroundings.look)
        if not new:
            foot.addWidget(parts.button(tr("Entered by mistake: remove"), self._remove, "link"))
        foot.addStretch(1)
        foot.addWidget(parts.button(tr("Cancel"), self.reject))
        keep = parts.button(tr("Keep"), self._keep, "primary")
        keep.setDefault(True)
        foot.addWidget(keep)
        return foot

    def _add_line(self, period: DosePeriod) -> None:
        line = PeriodLine(period, self._today, self._surroundings)
        self._periods.append(line)
        self._lines.addWidget(line)

    def _add_change(self) -> None:
        last = self._periods[-1]
        if last.period().end is None:
            last.end_on(self._today - timedelta(days=1))
        self._add_line(DosePeriod(start=self._today))

    def medicine(self) -> Medicine | None:
        """Return the medicine as it stands in the fields, `None` where it cannot be."""
        try:
            periods = tuple(line.period() for line in self._periods)
            name, supplement = self._name.text().strip(), self._supplement.isChecked()
            return replace(self._medicine, name=name, periods=periods, supplement=supplement)
        except BadEntry as error:
            self._error.setText(error_sentence(error, self._surroundings.language))
            return None

    def _keep(self) -> None:
        if self.medicine() is not None:
            self.accept()

    def _remove(self) -> None:
        self.removed = True
        self.accept()


class PeriodLine(QWidget):
    """One dose with its first and last day; both days may be unknown."""

    def __init__(self, period: DosePeriod, today: date, surroundings: Surroundings) -> None:
        super().__init__()
        tr = surroundings.tr
        line = parts.row(surroundings.look, 8)
        self.setLayout(line)
        self._dose = QLineEdit(period.dose)
        self._dose.setPlaceholderText(tr("dose"))
        self._dose.setAccessibleName(tr("Dose"))
        self._start = OptionalDay(tr("since"), period.start, today, surroundings)
        self._end = OptionalDay(tr("until"), period.end, today, surroundings)
        line.addWidget(self._dose, 1)
        parts.fill(line, (self._start, self._end))

    def end_on(self, last: date) -> None:
        """Say that this dose ended."""
        self._end.show_day(last)

    def period(self) -> DosePeriod:
        """Return what stands in the fields.

        Raises:
            BadEntry: the last day is before the first.

        """
        return DosePeriod(self._start.day(), self._end.day(), self._dose.text().strip())


class OptionalDay(QWidget):
    """A day that need not be known: a tick box with its date."""

    def __init__(self, words: str, day: date | None, today: date, surroundings: Surroundings) -> None:
        super().__init__()
        line = parts.row(surroundings.look, 4)
        self.setLayout(line)
        self._known = QCheckBox(words)
        self._date = QDateEdit()
        self._date.setCalendarPopup(True)
        self._date.setAccessibleName(words)
        self._date.setMaximumDate(QDate(today.year, today.month, today.day))
        self._date.setDate(QDate(today.year, today.month, today.day))
        self._date.setMinimumWidth(surroundings.look.pixels(150))
        parts.fill(line, (self._known, self._date))
        self._known.toggled.connect(self._date.setEnabled)
        self.show_day(day)
        self._date.setEnabled(day is not None)

    def show_day(self, day: date | None) -> None:
        """Show a day, or that it is not known."""
        self._known.setChecked(day is not None)
        if day is not None:
            self._date.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date | None:
        """Return the day, `None` while it is not known."""
        shown = self._date.date()
        return date(shown.year(), shown.month(), shown.day()) if self._known.isChecked() else None
