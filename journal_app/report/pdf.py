"""Turns the contents of a report into a PDF: the same contents make the same bytes."""

from io import BytesIO
from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from journal_app.report.items import ReportContents
from journal_app.report.paper.annex import HEAD_ROOM, Page, annex_pages
from journal_app.report.paper.blocks import SMALL
from journal_app.report.paper.page_one import page_one_block
from journal_app.report.paper.pen import MARGIN, PAGE_NUMBER_AT, Pen, Sheet, sheet_of
from journal_app.report.paper.tags import StructureTree
from journal_app.report.paper.typeface import REGULAR, Typeface, register_faces

PROGRAM = "Night Cramp Journal"


def write_pdf(contents: ReportContents, path: Path) -> None:
    """Write the report as a PDF file."""
    path.write_bytes(pdf_bytes(contents))


def pdf_bytes(contents: ReportContents) -> bytes:
    """Return the report as a PDF: page one, and a page or more for each part of the annex."""
    register_faces()
    sheet = sheet_of(contents.paper)
    face = Typeface(contents.phrases.unshowable)
    pages = _pages(contents, sheet, face)
    file = BytesIO()
    canvas = _canvas(file, contents, sheet)
    tree = StructureTree()
    pen = Pen(canvas, tree, face)
    for number, page in enumerate(pages, start=1):
        _draw_page(pen, sheet, page, number)
        _draw_margins(pen, sheet, contents, number, len(pages))
        canvas.showPage()
    tree.write(canvas)
    canvas.save()
    return file.getvalue()


def _pages(contents: ReportContents, sheet: Sheet, face: Typeface) -> list[Page]:
    first = Page(page_one_block(contents.page_one, sheet, face), (contents.page_one.title,))
    return [first, *annex_pages(contents.annex, sheet, face)]


def _canvas(file: BytesIO, contents: ReportContents, sheet: Sheet) -> Canvas:
    canvas = Canvas(
        file,
        pagesize=(sheet.width, sheet.height),
        pageCompression=1,
        invariant=1,
        pdfVersion=(1, 7),
        lang=contents.language,
        initialFontName=REGULAR[0],  # pyright: ignore[reportArgumentType]  # else Helvetica is listed
    )
    canvas.setTitle(contents.title)
    canvas.setAuthor("")
    canvas.setSubject("")
    canvas.setKeywords(contents.mark)
    canvas.setCreator(PROGRAM)
    # With invariant the file would be dated 2000; the day of printing is as repeatable.
    canvas.setDateFormatter(lambda *_: f"D:{contents.printed_on:%Y%m%d}")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    return canvas


def _draw_page(pen: Pen, sheet: Sheet, page: Page, number: int) -> None:
    for place, title in enumerate(page.titles):
        key = f"page{number}.{place}"
        pen.canvas.bookmarkPage(key)
        pen.canvas.addOutlineEntry(title, key, 0)
    page.block.draw(pen, MARGIN, sheet.top - (HEAD_ROOM if number > 1 else 0))


def _draw_margins(pen: Pen, sheet: Sheet, contents: ReportContents, number: int, pages: int) -> None:
    with pen.ornament():
        if number > 1:
            pen.text(contents.running_head, MARGIN, sheet.top - SMALL.size)
        text = contents.phrases.page_of.format(page=number, pages=pages)
        pen.text(text, sheet.width - MARGIN - pen.typeface.width(text, SMALL.size), PAGE_NUMBER_AT)
