"""Report: the page for the doctor as it will be printed, with what to include beside it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, QStandardPaths, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QFileDialog, QFrame, QLineEdit

from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.report.choices import AnnexPart, ReportChoices, part_title
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.background import Background
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.range_chips import RangeChips
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.review_page import ReviewPage
from journal_app.ui.surroundings import Surroundings

SETTLED_MS = 400
QUESTIONS = 3


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
        self, journal: OpenJournal, desk: ReviewDesk, background: Background, surroundings: Surroundings
    ) -> None:
        super().__init__(surroundings.tr("Report"), desk, surroundings)
        self._journal, self._background = journal, background
        self._review: Review | None = None
        self._pdf = b""
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._soon.timeout.connect(self._make)
        self.tools.addWidget(RangeChips(desk, surroundings))
        self._columns = parts.row(surroundings.look, 18)
        self._columns.addWidget(self._choices_panel(), 2)
        self._preview = self._new_preview()
        self._columns.addWidget(self._preview, 5)
        self.body.addLayout(self._columns, 1)

    def _choices_panel(self) -> QFrame:
        look, tr = self.surroundings.look, self.surroundings.tr
        frame, inside = parts.panel(look)
        self._save_button = parts.button(tr("Save as PDF …"), self._save, "primary")
        self._print_button = parts.button(tr("Print …"), self._print)
        parts.fill(inside, (self._save_button, self._print_button))
        self._told = parts.label("", "muted")
        inside.addWidget(self._told)
        inside.addWidget(parts.rule())
        inside.addWidget(parts.label(tr("What I would like to know"), "strong"))
        self._questions = [QLineEdit() for _ in range(QUESTIONS)]
        for k, field in enumerate(self._questions, 1):
            field.setAccessibleName(tr("Question {number} for the doctor", number=k))
            field.setPlaceholderText(tr("Question {number}", number=k))
            field.textChanged.connect(self._soon.start)
            inside.addWidget(field)
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

    # --- making

    def show_review(self, review: Review) -> Iterator[None]:
        """Make the pages of a review."""
        self._review = review
        self._soon.start()
        yield

    def _choices(self) -> ReportChoices:
        asked = tuple(field.text().strip() for field in self._questions if field.text().strip())
        annex = frozenset(part for part, box in self._parts.items() if box.isChecked())
        paper = self.surroundings.preferences.paper
        return ReportChoices(paper, self._name.isChecked(), annex, asked)

    def _make(self) -> None:
        if self._review is None:
            return
        surroundings, today = self.surroundings, self._journal.now.date()
        data = (self._review, surroundings.knowledge, surroundings.language, self._choices(), today)
        self._background.run("report", make_pdf, *data, then=self._show_pdf)

    def _show_pdf(self, pdf: bytes) -> None:
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
        self._told.setText(tr("Saved: {file}", file=path))
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

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
