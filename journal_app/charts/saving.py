"""A chart as a file or as pixels: the same chart gives the same bytes, with nothing about its maker."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg

from journal_app.charts.chart import Chart
from journal_app.journal.errors import JournalError
from journal_app.language import later

FORMATS = ("png", "svg", "pdf")
PRINT_DPI = 200
NO_METADATA = {
    "png": {"Software": None},
    "svg": {"Creator": None, "Date": None, "Format": None, "Type": None},
    "pdf": {"Creator": None, "Producer": None, "CreationDate": None},
}


@dataclass(frozen=True, slots=True)
class Pixels:
    """A picture as rows of red, green, blue and alpha bytes."""

    width: int
    height: int
    rgba: bytes


def save(chart: Chart, path: Path, dpi: int = PRINT_DPI) -> None:
    """Write a chart as PNG, SVG or PDF, chosen by the file's ending."""
    path.write_bytes(picture_bytes(chart, path.suffix.removeprefix(".").lower(), dpi))


def picture_bytes(chart: Chart, kind: str, dpi: int = PRINT_DPI) -> bytes:
    """Return a chart as the bytes of a PNG, SVG or PDF."""
    if kind not in FORMATS:
        template = later("A picture can be saved as PNG, SVG or PDF, not as {kind}.")
        raise JournalError(template, kind=kind.upper() or "?")
    file = BytesIO()
    # A fixed salt keeps the ids of an SVG the same; texts as shapes or TrueType look alike everywhere.
    with mpl.rc_context({"svg.hashsalt": "night-cramp-journal", "svg.fonttype": "path", "pdf.fonttype": 42}):
        chart.figure.savefig(file, format=kind, dpi=dpi, metadata=NO_METADATA[kind])
    return file.getvalue()


def pixels(chart: Chart, dpi: float) -> Pixels:
    """Return a chart as pixels for the window; safe in a worker as long as it holds the chart alone."""
    chart.figure.set_dpi(dpi)
    canvas = FigureCanvasAgg(chart.figure)
    canvas.draw()
    width, height = canvas.get_width_height(physical=True)
    return Pixels(width, height, bytes(canvas.buffer_rgba()))
