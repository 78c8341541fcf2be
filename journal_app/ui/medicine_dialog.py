"""One medicine or supplement: its name, and when it was taken at what dose."""

from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QFrame, QLineEdit, QScrollArea, QWidget

from journal_app.journal.errors import BadEntry
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.ui import parts
from journal_app.ui.day_field import EARLIEST, DayField
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.sheet import Sheet
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
        body = Sheet()
        column = parts.column(look, 10, (20, 16, 20, 4))
        body.setLayout(column)
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
        column.addStretch(1)
        self._error = parts.label("", "error")
        self._error.hide()
        self._set_together(body, self._foot(new))
        parts.open_within_screen(self, look.pixels(700), look.pixels(430 + 120 * len(self._periods)))

    def _set_together(self, body: QWidget, foot: FlowLayout) -> None:
        look = self._surroundings.look
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setWidget(body)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        whole = parts.column(look, 0)
        self.setLayout(whole)
        whole.addWidget(self._scroll, 1)
        beneath = parts.column(look, 8, (20, 8, 20, 14))
        beneath.addWidget(self._error)
        beneath.addLayout(foot)
        whole.addLayout(beneath)

    def _foot(self, new: bool) -> FlowLayout:
        tr = self._surroundings.tr
        foot = FlowLayout(gap=self._surroundings.look.pixels(10))
        keep = parts.button(tr("Keep"), self._keep, "primary")
        keep.setDefault(True)
        foot.addWidget(keep)
        foot.addWidget(parts.button(tr("Cancel"), self.reject))
        if not new:
            foot.addWidget(parts.button(tr("Entered by mistake: remove"), self._remove, "link"))
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
        fault = next(filter(None, (line.fault for line in self._periods)), "")
        if fault:
            self._tell(fault)
            return None
        try:
            periods = tuple(line.period() for line in self._periods)
            name, supplement = self._name.text().strip(), self._supplement.isChecked()
            return replace(self._medicine, name=name, periods=periods, supplement=supplement)
        except BadEntry as error:
            self._tell(error_sentence(error, self._surroundings.language))
            return None

    def _tell(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.show()

    def _keep(self) -> None:
        if self.medicine() is not None:
            self.accept()

    def _remove(self) -> None:
        self.removed = True
        self.accept()


class PeriodLine(QFrame):
    """One dose with its first and last day; both days may be unknown."""

    def __init__(self, period: DosePeriod, today: date, surroundings: Surroundings) -> None:
        super().__init__()
        self.setObjectName("panel")
        tr, look = surroundings.tr, surroundings.look
        inside = parts.column(look, 6, (14, 12, 14, 10))
        self.setLayout(inside)
        self._dose = QLineEdit(period.dose)
        self._dose.setPlaceholderText(tr("dose, as it stands on the box"))
        self._dose.setAccessibleName(tr("Dose"))
        self._start = OptionalDay(tr("since"), period.start, today, surroundings)
        self._end = OptionalDay(tr("until"), period.end, today, surroundings)
        inside.addWidget(self._dose)
        days = FlowLayout(gap=look.pixels(14))
        days.addWidget(self._start)
        days.addWidget(self._end)
        inside.addLayout(days)

    def end_on(self, last: date) -> None:
        """Say that this dose ended."""
        self._end.show_day(last)

    @property
    def fault(self) -> str:
        """Why a day of it cannot be read, empty where both can."""
        return self._start.fault or self._end.fault

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
        self._date = DayField(words, surroundings)
        self._date.limit(EARLIEST, today)
        self._date.show_day(today)
        parts.fill(line, (self._known, self._date))
        self._known.toggled.connect(self._date.setEnabled)
        self.show_day(day)
        self._date.setEnabled(day is not None)

    def show_day(self, day: date | None) -> None:
        """Show a day, or that it is not known."""
        self._known.setChecked(day is not None)
        if day is not None:
            self._date.show_day(day)

    def day(self) -> date | None:
        """Return the day, `None` while it is not known."""
        return self._date.day if self._known.isChecked() else None

    @property
    def fault(self) -> str:
        """Why what is typed is no day, empty where it is one or is not known."""
        return self._date.fault if self._known.isChecked() else ""
