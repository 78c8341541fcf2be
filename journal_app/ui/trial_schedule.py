"""The schedule of a trial on paper: a week a row, each evening with or without, and a box to tick."""

from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from journal_app.journal.errors import JournalError
from journal_app.journal.trial import RemedyTrial, TrialNight
from journal_app.language import Language, later
from journal_app.wording.trials import by_lot_sentence

DAYS = 7
DOTS_PER_INCH = 300
MARGIN_MM = 0  # the document keeps two centimetres of its own
BOX = "☐"


def save_schedule(trial: RemedyTrial, path: Path, paper: str, language: Language) -> None:
    """Write the schedule as a PDF.

    Raises:
        JournalError: the file cannot be written.

    """
    try:
        path.write_bytes(b"")
    except OSError as error:
        template = later("{file} could not be written: {why}.")
        raise JournalError(template, file=path, why=error.strerror) from error
    writer = QPdfWriter(str(path))
    writer.setTitle(trial.name)
    writer.setResolution(DOTS_PER_INCH)
    size = QPageSize.PageSizeId.Letter if paper == "Letter" else QPageSize.PageSizeId.A4
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    upright = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(QPageSize(size), upright, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    document.setHtml(schedule_page(trial, language))
    document.print_(writer)


def schedule_page(trial: RemedyTrial, language: Language) -> str:
    """Return the page as marked-up text; the person's own words are escaped."""
    rows = "".join(f"<tr>{''.join(_cell(night, language) for night in week)}</tr>" for week in _weeks(trial))
    told = escape(by_lot_sentence(language))
    return f"<h2>{escape(trial.name)}</h2><p>{told}</p><table width='100%' cellpadding='4'>{rows}</table>"


def _weeks(trial: RemedyTrial) -> list[tuple[TrialNight, ...]]:
    nights = trial.nights
    return [nights[k : k + DAYS] for k in range(0, len(nights), DAYS)]


def _cell(night: TrialNight, language: Language) -> str:
    words = language.tr("with") if night.on else language.tr("without")
    told = f"<b>{escape(words)}</b>" if night.on else escape(words)
    return f"<td>{escape(language.day_and_month(night.evening))}<br>{BOX} {told}</td>"
