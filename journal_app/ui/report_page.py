"""Report: the page for the doctor as it will be printed, with what to include beside it."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFileDialog, QFrame

from journal_app.journal.visit import Visit
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.report.choices import AnnexPart, ReportChoices, part_title
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.appointment_form import AppointmentForm
from journal_app.ui.background import Background
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.range_chips import RangeChips
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.review_page import ReviewPage
from journal_app.ui.show_in_folder import show_in_folder
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.visit_list import VisitList

SETTLED_MS = 400


def make_pdf(
    review: Review, knowledge: Knowledge, language: Language, choices: ReportChoices, on: date
) -> bytes:
    """Return the report as a PDF."""
    from journal_app.report.contents import report_contents  # noqa: PLC0415
    from journal_app.report.pdf import pdf_bytes  # noqa: PLC0415 reportlab, loaded with the first report

    return pdf_bytes(report_contents(review, knowledge, language, choices, on))


class ReportPage(ReviewPage):
    """Previews the real pages, saves and prints them."""

    def __init__(
        self,
        journal: OpenJournal,
        desk: ReviewDesk,
        background: Background,
        surroundings: Surroundings,
        read_visit: Callable[[Path], Visit],
    ) -> None:
        super().__init__(surroundings.tr("Report"), desk, surroundings)
        self._journal, self._background = journal, background
        self._review: Review | None = None
        self._pdf = b""
        self._saved: Path | None = None
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._soon.timeout.connect(self._make)
        self.tools.addWidget(RangeChips(desk, self))
        self._columns = parts.row(surroundings.look, 18)
        self._columns.addWidget(self._choices_panel(), 2)
        self._preview = self._new_preview()
        self._columns.addWidget(self._preview, 5)
        self.body.addLayout(self._columns, 1)
        self.visits = VisitList(journal, read_visit, surroundings)
        self.body.addWidget(self.visits)
        journal.visits_changed.connect(self._show_appointment)

    def _choices_panel(self) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        self._save_button = parts.button(tr("Save as PDF …"), self._save, "primary")
        self._print_button = parts.button(tr("Print …"), self._print)
        self._folder_button = parts.button(tr("Show in folder"), self._show_in_folder)
        self._folder_button.hide()
        parts.fill(inside, (self._save_button, self._print_button, self._folder_button))
        self._told = parts.label("", "muted")
        inside.addWidget(self._told)
        inside.addWidget(parts.rule())
        self._appointment = AppointmentForm(self._journal.now.date(), self.surroundings)
        self._appointment.edited.connect(self._soon.start)
        inside.addWidget(self._appointment)
        inside.addWidget(parts.rule())
        inside.addWidget(parts.label(tr("What to include"), "strong"))
        self._name = QCheckBox(tr("My name"))
        self._name.toggled.connect(self._soon.start)
        inside.addWidget(self._name)
        self._parts: dict[AnnexPart, QCheckBox] = {}
        for part in AnnexPart:
            box = QCheckBox(part_title(part, self.surroundings.language))
            box.toggled.connect(self._soon.start)
            self._parts[part] = box
            inside.addWidget(box)
        words = tr("Page 1 is for the doctor. All else follows it, and is left out unless you tick it.")
        inside.addWidget(parts.label(words, "muted"))
        inside.addStretch(1)
        return frame

    def _new_preview(self) -> QPdfView:
        look = self.surroundings.look
        self._document, self._buffer = QPdfDocument(self), QBuffer(self)
        view = QPdfView()
        view.setDocument(self._document)
        view.setPageMode(QPdfView.PageMode.MultiPage)
        view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        view.setAccessibleName(self.surroundings.tr("Preview of the pages"))
        view.setMinimumHeight(look.pixels(560))
        view.setMinimumWidth(look.pixels(280))
        return view

    def arrange(self) -> None:
        """Put the preview beneath the choices where there is no room beside them."""
        super().arrange()
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(below if self.narrow else beside)

    def fill(self) -> None:
        """Show the appointment and the visits beside the newest review."""
        self._show_appointment()
        self.visits.refresh()
        super().fill()

    def finish(self) -> None:
        """Keep what was typed and is still waiting."""
        if self._soon.isActive():
            self._keep_appointment()

    def _show_appointment(self) -> None:
        self._appointment.setEnabled(not self._journal.read_only)
        self._appointment.show_appointment(self._journal.appointment())

    def _keep_appointment(self) -> None:
        if not self._journal.read_only:
            text = self.surroundings.tr("Appointment changed")
            self._journal.save_appointment(self._appointment.appointment(), text)

    # --- making

    def show_review(self, review: Review) -> Iterator[None]:
        """Make the pages of a review."""
        self._review = review
        self._soon.start()
        yield

    def _choices(self) -> ReportChoices:
        appointment = self._appointment.appointment()
        asked = tuple(question for question in appointment.questions if question)
        day = appointment.day_from(self._journal.now.date())
        annex = frozenset(part for part, box in self._parts.items() if box.isChecked())
        paper = self.surroundings.preferences.paper
        return ReportChoices(paper, self._name.isChecked(), annex, asked, day)

    def _make(self) -> None:
        if self._review is None:
            return
        self._keep_appointment()
        surroundings, today = self.surroundings, self._journal.now.date()
        data = (self._review, surroundings.knowledge, surroundings.language, self._choices(), today)
        self._background.run("report", make_pdf, *data, then=self._show_pdf)

    def _show_pdf(self, pdf: bytes) -> None:
        if pdf == self._pdf:
            return
        self._pdf = pdf
        bar = self._preview.verticalScrollBar()
        place = bar.value()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document.load(self._buffer)
        bar.setValue(place)
        pages = self._document.pageCount()
        self._told.setText(self.surroundings.language.trn("{n} page", "{n} pages", pages))

    # --- ways out

    def _save(self) -> None:
        tr, today = self.surroundings.tr, self._journal.now.date()
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = str(Path(folder) / tr("Night cramps {date}.pdf", date=today.isoformat()))
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save as PDF"), suggested, tr("PDF (*.pdf)"))
        if not name:
            return
        path = Path(name).with_suffix(".pdf")
        try:
            path.write_bytes(self._pdf)
        except OSError as error:
            self._told.setText(tr("{file} could not be written: {why}.", file=path, why=error.strerror))
            return
        self._told.setText(self.surroundings.saved(path))
        self._saved = path
        self._folder_button.show()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def _show_in_folder(self) -> None:
        if self._saved is not None:
            show_in_folder(self._saved)

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFromTo(1, self._document.pageCount())
        if QPrintDialog(printer, self).exec():
            print_pages(self._document, printer)


def print_pages(document: QPdfDocument, printer: QPrinter) -> None:
    """Print the pages of a document that lie in the printer's range."""
    painter = QPainter(printer)
    first, last = (printer.fromPage() or 1) - 1, (printer.toPage() or document.pageCount()) - 1
    for number in range(first, last + 1):
        if number > first:
            printer.newPage()
        target = printer.pageRect(QPrinter.Unit.DevicePixel).toRect()
        size = document.pagePointSize(number)
        size.scale(target.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.drawImage(0, 0, document.render(number, QSize(round(size.width()), round(size.height()))))
    painter.end()
