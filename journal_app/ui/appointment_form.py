"""The next appointment: its day, and up to three questions for the doctor."""

from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from journal_app.journal.visit import MOST_QUESTIONS, Appointment
from journal_app.ui import parts
from journal_app.ui.day_field import DayField
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.surroundings import Surroundings


class AppointmentForm(QWidget):
    """Shows an appointment, and tells when something in it was changed by hand."""

    edited = Signal()  # the day or a question was changed; more may follow

    def __init__(self, today: date, surroundings: Surroundings) -> None:
        super().__init__()
        look, tr = surroundings.look, surroundings.tr
        column = parts.column(look, 8)
        self.setLayout(column)
        self._known = QCheckBox(tr("I have an appointment on"))
        self._day = DayField(tr("Day of the appointment"), surroundings)
        self._day.show_day(today + timedelta(days=14))
        self._day.setEnabled(False)
        line = FlowLayout(gap=look.pixels(8))
        line.addWidget(self._known)
        line.addWidget(self._day)
        column.addLayout(line)
        column.addWidget(parts.label(tr("What I would like to know"), "strong"))
        self._questions = [QLineEdit() for _ in range(MOST_QUESTIONS)]
        for number, field in enumerate(self._questions, 1):
            field.setAccessibleName(tr("Question {number} for the doctor", number=number))
            field.setPlaceholderText(tr("Question {number}", number=number))
            field.textEdited.connect(self.edited)
            column.addWidget(field)
        self._known.toggled.connect(self._day.setEnabled)
        self._known.clicked.connect(self.edited)
        self._day.day_chosen.connect(self.edited)

    def show_appointment(self, appointment: Appointment) -> None:
        """Show what is kept; a field that says the same already is left as it is being typed."""
        self._known.setChecked(appointment.day is not None)
        if appointment.day is not None:
            self._day.show_day(appointment.day)
        kept = (*appointment.questions, *("",) * MOST_QUESTIONS)
        for field, question in zip(self._questions, kept, strict=False):
            if field.text().strip() != question:
                field.setText(question)
                field.setCursorPosition(0)

    def appointment(self) -> Appointment:
        """Return what stands in the fields; questions keep their places."""
        day = self._day.day if self._known.isChecked() else None
        questions = [field.text().strip() for field in self._questions]
        while questions and not questions[-1]:
            questions.pop()
        return Appointment(day, tuple(questions))
