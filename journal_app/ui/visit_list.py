"""The visits to the doctor on the page Report: read back from a filled page, typed in, changed."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import uuid4

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog, QFrame

from journal_app.journal.errors import JournalError
from journal_app.journal.visit import Visit
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.visit_dialog import VisitDialog
from journal_app.wording.errors import error_sentence
from journal_app.wording.visits import visit_line


class VisitList(QFrame):
    """Lists the visits, the newest first."""

    def __init__(
        self, journal: OpenJournal, read_visit: Callable[[Path], Visit], surroundings: Surroundings
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self._journal, self._read_visit, self._surroundings = journal, read_visit, surroundings
        look, tr = surroundings.look, surroundings.tr
        inside = parts.column(look, 10, (20, 16, 20, 16))
        self.setLayout(inside)
        inside.addWidget(parts.label(tr("Visits to the doctor"), "panel_title"))
        ways = FlowLayout(gap=look.pixels(10))
        self._read_button = parts.button(tr("Read back a filled page …"), self._read_back)
        self._write_button = parts.button(tr("Write down a visit …"), self._write_down)
        ways.addWidget(self._read_button)
        ways.addWidget(self._write_button)
        inside.addLayout(ways)
        self._error = parts.label("", "error")
        self._error.hide()
        inside.addWidget(self._error)
        self._lines = parts.column(look, 4)
        inside.addLayout(self._lines)
        journal.visits_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show what is kept now."""
        parts.clear(self._lines)
        tr, language = self._surroundings.tr, self._surroundings.language
        visits = self._journal.visits()
        for visit in reversed(visits):
            line = parts.row(self._surroundings.look)
            line.addWidget(parts.label(visit_line(visit, language)), 1)
            name = tr("Change the visit of {date}", date=language.full_date(visit.day))
            line.addWidget(parts.button(tr("Change"), partial(self._change, visit), "link", name))
            self._lines.addLayout(line)
        if not visits:
            words = tr(
                "None yet. Tick “Doctor’s review” above: the doctor can fill in that page, on the screen or "
                "by hand, and what was said is kept here, on the charts and on your next page."
            )
            self._lines.addWidget(parts.label(words, "muted"))
        for button in (self._read_button, self._write_button):
            button.setEnabled(not self._journal.read_only)

    def _read_back(self) -> None:
        tr = self._surroundings.tr
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name, _kind = QFileDialog.getOpenFileName(
            self, tr("Read back a filled page"), folder, tr("PDF (*.pdf)")
        )
        if not name:
            return
        self._error.hide()
        try:
            visit = self._read_visit(Path(name))
        except JournalError as error:
            self._error.setText(error_sentence(error, self._surroundings.language))
            self._error.show()
            return
        lead = tr(
            "This was read from “{file}”, report {id}. Look it over; nothing is kept before you say so.",
            file=Path(name).name,
            id=visit.report,
        )
        self._ask(visit, lead, tr("A visit read back"))

    def _write_down(self) -> None:
        appointment, today = self._journal.appointment(), self._journal.now.date()
        past = appointment.day is not None and appointment.day <= today
        visit = Visit(uuid4().hex, appointment.day if past and appointment.day else today)
        self._ask(visit, "", self._surroundings.tr("A visit written down"))

    def _change(self, visit: Visit) -> None:
        self._ask(visit, "", self._surroundings.tr("A visit changed"))

    def _ask(self, visit: Visit, lead: str, text: str) -> None:
        known = any(each.id == visit.id for each in self._journal.visits())
        dialog = VisitDialog(visit, lead, known, self._surroundings, self)
        if not dialog.exec():
            return
        if dialog.removed:
            self._journal.delete_visit(visit, self._surroundings.tr("A visit removed"))
        elif (kept := dialog.visit()) is not None:
            self._journal.save_visit(kept, text)
