"""Draws both legs, from behind and from the front, darker where more cramps were."""

from functools import lru_cache

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.pathobject import PDFPathObject

from journal_app.charts.palette import GREY
from journal_app.journal.leg_picture import LegPicture, Outline, leg_picture
from journal_app.paths import bundled
from journal_app.report.items import LegsFigure
from journal_app.report.paper.pen import Pen

LEGS_WIDTH = 104.0
LEGS_HEIGHT = 105.0
_CAPTIONS = 21.0
_FAINTEST, _DARKEST = 0.80, 0.20  # of white, for the fewest and the most cramps


def draw_legs(pen: Pen, figure: LegsFigure, x: float, top: float) -> None:
    """Draw the legs with their upper left corner at x, top, and which side is which beneath."""
    picture = _picture()
    frame = (x, top, LEGS_WIDTH / picture.width)
    shares = {(leg, muscle): share for leg, muscle, share in figure.places}
    for shape in picture.shapes:
        fill = grey_of(shares.get((shape.leg.value, shape.muscle), 0))
        _draw_outline(pen, shape.outline, frame, fill)
    for outline in picture.outlines:
        _draw_outline(pen, outline, frame, "")
    _write_captions(pen, figure, x, top - picture.height * frame[2])


def grey_of(share: float) -> str:
    """Return the grey of a place by its share of the most cramps; a place without any stays white."""
    if share <= 0:
        return GREY.panel
    level = round(255 * (_FAINTEST + (_DARKEST - _FAINTEST) * share))
    return f"#{level:02x}{level:02x}{level:02x}"


@lru_cache(maxsize=1)
def _picture() -> LegPicture:
    return leg_picture(bundled("resources") / "legs.svg")


def _draw_outline(pen: Pen, outline: Outline, frame: tuple[float, float, float], fill: str) -> None:
    x, top, scale = frame
    path = pen.canvas.beginPath()
    for segment in outline:
        _add(path, segment.command, [(x + px * scale, top - py * scale) for px, py in segment.points])
    pen.canvas.setLineWidth(0.4 if fill else 0.7)
    pen.canvas.setStrokeColor(HexColor(GREY.quiet))
    if fill:
        pen.canvas.setFillColor(HexColor(fill))
    pen.canvas.drawPath(path, stroke=1, fill=int(bool(fill)))


def _add(path: PDFPathObject, command: str, points: list[tuple[float, float]]) -> None:
    match command:
        case "M":
            path.moveTo(*points[0])
        case "L":
            path.lineTo(*points[0])
        case "C":
            (near, far, end) = points
            path.curveTo(*near, *far, *end)
        case _:
            path.close()


def _write_captions(pen: Pen, figure: LegsFigure, x: float, bottom: float) -> None:
    quarter = LEGS_WIDTH / 4
    # From behind, the person's left leg is on the left; from the front it is on the right.
    for number, side in enumerate((figure.left, figure.right, figure.right, figure.left)):
        _centred(pen, side, x + (number + 0.5) * quarter, bottom - 9)
    _centred(pen, figure.from_behind, x + quarter, bottom - _CAPTIONS + 2)
    _centred(pen, figure.from_the_front, x + 3 * quarter, bottom - _CAPTIONS + 2)


def _centred(pen: Pen, text: str, middle: float, baseline: float) -> None:
    pen.text(text, middle - pen.typeface.width(text, 9) / 2, baseline)
