"""Photograph every page of the window, light and dark, at 100 % and 200 % text, and the report's pages.

Run by `make screenshots`; without a display too. All pictures go to build/screenshots, those of the
README to docs/pictures. The window shows the example journal on a fixed morning, after a night with a cramp.
"""

import os
import sys
import tempfile
from datetime import datetime, time, timedelta
from pathlib import Path
from time import monotonic
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["CRAMP_JOURNAL_HOME"] = tempfile.mkdtemp()

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from journal_app.app import FIRST_PAGE, Program
from journal_app.exchange.example import SOURCE, example_records
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.knowledge.loader import load_knowledge
from journal_app.language import Language
from journal_app.paths import bundled, journal_home
from journal_app.report.choices import ReportChoices
from journal_app.store.journal_store import JournalStore
from journal_app.ui.preferences import PreferenceFile, Preferences
from journal_app.ui.report_page import make_pdf
from journal_app.ui.theme import load_fonts

MORNING = datetime(2026, 11, 4, 7, 41, tzinfo=ZoneInfo("Europe/London"))
EVENING = MORNING.date() - timedelta(days=1)
CRAMP = Episode(
    Leg.LEFT, "calf", 6, time(3), minutes=3, woke=True, relief=("stretched", "walked"), helped=Helped.MUCH
)
LAST_NIGHT = Night(EVENING, (CRAMP,), logged_at=MORNING)
PICTURES = Path("build/screenshots")
README_PICTURES = Path("docs/pictures")
IN_README = {"last-night": "night-light-100", "report": "report-page-1"}
LOOKS = (("light", 100, QSize(1280, 860)), ("dark", 100, QSize(1280, 860)), ("light", 200, QSize(1280, 860)))
SMALLEST = ("light", 100, QSize(1024, 640))
SETTLE_SECONDS = 1.2
PAPER_WIDTH = 1240


def main() -> None:
    """Take all pictures."""
    for folder in (PICTURES, README_PICTURES):
        folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    load_fonts()
    journal = journal_home() / "example.db"
    with JournalStore.open_or_create(journal) as store:
        store.apply(example_records(EVENING), SOURCE)
        store.save_night(LAST_NIGHT)
    for theme, scale, size in (*LOOKS, SMALLEST):
        _photograph_pages(application, journal, theme, scale, size)
    for name, picture in IN_README.items():
        (README_PICTURES / f"{name}.png").write_bytes((PICTURES / f"{picture}.png").read_bytes())
    print(f"Pictures of every page in {PICTURES}, those of the README in {README_PICTURES}")


def _photograph_pages(application: QApplication, journal: Path, theme: str, scale: int, size: QSize) -> None:
    choices = PreferenceFile(journal_home() / f"{theme}-{scale}-{size.width()}.ini")
    choices.save(Preferences(theme=theme, text_scale=scale, welcomed=True))
    program = Program(application, None, choices, clock=lambda: MORNING, journal_file=journal)
    reviews: list[object] = []
    program.desk.review_ready.connect(reviews.append)
    window = program.open_window(FIRST_PAGE, fill=False)
    program.begin()
    window.resize(size)
    look = f"{theme}-{scale}" if size != SMALLEST[2] else "smallest"
    for page in ("night", "calendar", "trends", "patterns", "remedy", "report", "about", "settings"):
        window.show_page(page)
        _settle(application, program)
        window.grab().save(str(PICTURES / f"{page}-{look}.png"))
    if (theme, scale) == ("light", 100):
        _photograph_report(reviews[-1])
    window.close()
    program.close()
    window.deleteLater()


def _settle(application: QApplication, program: Program) -> None:
    """Wait until the work in the background is done and drawn."""
    quiet_since = monotonic()
    while monotonic() - quiet_since < SETTLE_SECONDS:
        application.processEvents()
        if program.background.busy:
            quiet_since = monotonic()


def _photograph_report(review: object) -> None:
    knowledge = load_knowledge(bundled("knowledge_base"))
    pdf = PICTURES / "report.pdf"
    pdf.write_bytes(make_pdf(review, knowledge, Language(), ReportChoices(), MORNING.date()))
    document = QPdfDocument()
    document.load(str(pdf))
    for number in range(document.pageCount()):
        page = document.pagePointSize(number)
        drawn = document.render(number, QSize(PAPER_WIDTH, round(PAPER_WIDTH * page.height() / page.width())))
        _on_white(drawn).save(str(PICTURES / f"report-page-{number + 1}.png"))


def _on_white(drawn: QImage) -> QImage:
    paper = QImage(drawn.size(), QImage.Format.Format_RGB32)
    paper.fill(QColor("white"))
    painter = QPainter(paper)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return paper


if __name__ == "__main__":
    main()
