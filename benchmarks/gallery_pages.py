"""Every page of the window in one look, with the calendar in its three ways; long pages as a whole too."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from benchmarks.gallery_looks import Look, Start, opened, settle
from journal_app.review import Review
from journal_app.ui.chips import Chip, Chips
from journal_app.ui.page import Page

PAGES = ("night", "trends", "patterns", "remedy", "report", "about", "settings")
LONG_PAGES = ("night", "trends", "patterns", "remedy", "report", "about", "settings")
WAYS = ("year", "month", "table")
WHOLE = "whole"


def photograph_pages(application: QApplication, journal: Path, look: Look, pictures: Path) -> Review:
    """Take the pictures of a look; return the review that the pages show."""
    reviews: list[Review] = []
    with opened(application, look, Start(journal)) as program:
        program.desk.review_ready.connect(reviews.append)
        window = program.window
        for name in PAGES:
            page = window.show_page(name)
            settle(application, program)
            window.grab().save(str(pictures / f"{name}-{look.name}.png"))
            if name in LONG_PAGES:
                page.body.parentWidget().grab().save(str(pictures / f"{name}-{WHOLE}-{look.name}.png"))
        calendar = window.show_page("calendar")
        for way in WAYS:
            _show_as(calendar, way)
            settle(application, program)
            window.grab().save(str(pictures / f"calendar-{way}-{look.name}.png"))
    return reviews[-1]


def _show_as(calendar: Page, way: str) -> None:
    ways = next(chips for chips in calendar.findChildren(Chips) if chips.value() in WAYS)
    ways.findChildren(Chip)[WAYS.index(way)].click()
