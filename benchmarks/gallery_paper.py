"""The report's pages, in each language and on each paper, in colour and as a grey printer prints them."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument

from benchmarks.gallery_looks import MORNING
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.translated import spoken
from journal_app.language import language_for
from journal_app.paths import bundled
from journal_app.report.choices import PAPERS, AnnexPart, ReportChoices
from journal_app.review import Review
from journal_app.ui.report_page import make_pdf

PAPER_WIDTH = 1240


def photograph_paper(review: Review, tag: str, pictures: Path) -> None:
    """Take the pictures of the report in a language on each paper, with all its parts."""
    language = language_for(tag)
    knowledge = spoken(load_knowledge(bundled("knowledge_base")), language)
    for paper in PAPERS:
        choices = ReportChoices(paper, annex=frozenset(AnnexPart))
        pdf = make_pdf(review, knowledge, language, choices, MORNING.date())
        _photograph(pdf, pictures, f"report-{tag}-{paper}")


def _photograph(pdf: bytes, pictures: Path, name: str) -> None:
    file = pictures / f"{name}.pdf"
    file.write_bytes(pdf)
    document = QPdfDocument()
    document.load(str(file))
    for number in range(document.pageCount()):
        page = document.pagePointSize(number)
        size = QSize(PAPER_WIDTH, round(PAPER_WIDTH * page.height() / page.width()))
        drawn = _on_white(document.render(number, size))
        drawn.save(str(pictures / f"{name}-page-{number + 1:02}.png"))
        grey = drawn.convertToFormat(QImage.Format.Format_Grayscale8)
        grey.save(str(pictures / f"{name}-page-{number + 1:02}-grey.png"))


def _on_white(drawn: QImage) -> QImage:
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper
