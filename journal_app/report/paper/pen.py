"""The pen that draws on the pages: text, rules and shapes, each marked for a screen reader."""

from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, LETTER
from reportlab.pdfgen.canvas import Canvas

from journal_app.charts.palette import GREY
from journal_app.report.paper.fields import draw_field
from journal_app.report.paper.tags import StructureTree
from journal_app.report.paper.typeface import Line, Typeface

INK, MUTED, RULE = GREY.text, GREY.muted, GREY.line
MARGIN = 34.0  # around what is written; only the page number stands a little lower
PAGE_NUMBER_AT = 22.0
_PAGES = {"A4": A4, "Letter": LETTER}


@dataclass(frozen=True, slots=True)
class Sheet:
    """The page's size and what is left of it between the margins, in points."""

    width: float
    height: float

    @property
    def inner_width(self) -> float:
        """Return the width between the margins."""
        return self.width - 2 * MARGIN

    @property
    def top(self) -> float:
        """Return where the page begins, counted upwards from its foot."""
        return self.height - MARGIN


def sheet_of(paper: str) -> Sheet:
    """Return the sheet of a paper, A4 or Letter."""
    width, height = _PAGES[paper]
    return Sheet(width, height)


class Pen:
    """Draws on the current page. Everything between `marked` belongs to one element of the text."""

    def __init__(self, canvas: Canvas, tree: StructureTree, typeface: Typeface) -> None:
        self.canvas = canvas
        self.typeface = typeface
        self._tree = tree

    @contextmanager
    def marked(self, kind: str, told: str = "") -> Generator[None]:
        """Mark what is drawn as a heading (H1, H2), a paragraph (P) or a figure that `told` tells."""
        number = self._tree.add(kind, self.canvas.getPageNumber(), told)
        self.canvas.addLiteral(f"/{kind} <</MCID {number}>> BDC")
        yield
        self.canvas.addLiteral("EMC")

    @contextmanager
    def ornament(self) -> Generator[None]:
        """Mark what is drawn as no part of the text: rules, page numbers."""
        self.canvas.addLiteral("/Artifact BMC")
        yield
        self.canvas.addLiteral("EMC")

    def field(self, name: str, told: str, box: tuple[float, float, float, float]) -> None:
        """Lay a field to fill in over the page; `told` is its name for a screen reader."""
        reference = draw_field(self.canvas, name, told, box)
        self._tree.add_field(self.canvas.getPageNumber(), told, reference)

    def line(self, line: Line, x: float, baseline: float, size: float = 9, colour: str = INK) -> None:
        """Write one line of text."""
        text = self.canvas.beginText(x, baseline)
        text.setFillColor(HexColor(colour))
        for chunk in line.chunks:
            text.setFont(chunk.face, size)
            text.textOut(chunk.text)
        self.canvas.drawText(text)

    def text(self, text: str, x: float, baseline: float, size: float = 9, colour: str = MUTED) -> None:
        """Write a short text, as at a chart's axis."""
        self.line(self.typeface.line(((text, False),), size), x, baseline, size, colour)

    def rule(self, x: float, y: float, to: float, thickness: float = 0.6, colour: str = MUTED) -> None:
        """Draw a level line."""
        self.path([(x, y), (to, y)], edge=colour, thickness=thickness)

    def box(self, x: float, y: float, width: float, height: float, *, fill: str = "", edge: str = "") -> None:
        """Draw a box by its lower left corner."""
        self._ink(fill, edge, 0.6)
        self.canvas.rect(x, y, width, height, stroke=int(bool(edge)), fill=int(bool(fill)))

    def ring(self, x: float, y: float, radius: float, colour: str = MUTED) -> None:
        """Draw an empty ring."""
        self._ink("", colour, 0.7)
        self.canvas.circle(x, y, radius, stroke=1, fill=0)

    def path(
        self,
        points: Sequence[tuple[float, float]],
        *,
        edge: str = "",
        thickness: float = 0.8,
        fill: str = "",
        dash: tuple[float, ...] = (),
    ) -> None:
        """Draw a line through points; with a fill it is closed."""
        self._ink(fill, edge, thickness)
        path = self.canvas.beginPath()
        path.moveTo(*points[0])
        for point in points[1:]:
            path.lineTo(*point)
        if fill:
            path.close()
        self.canvas.setDash(list(dash))
        self.canvas.drawPath(path, stroke=int(bool(edge)), fill=int(bool(fill)))
        self.canvas.setDash([])

    def _ink(self, fill: str, edge: str, thickness: float) -> None:
        if fill:
            self.canvas.setFillColor(HexColor(fill))
        if edge:
            self.canvas.setStrokeColor(HexColor(edge))
            self.canvas.setLineWidth(thickness)
