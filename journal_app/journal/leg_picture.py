"""The leg picture as plain outlines: window, charts and report all draw the shapes read here.

`resources/legs.svg` holds one area for each muscle on each leg; its head says what it promises.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from journal_app.journal.night import Leg

Point = tuple[float, float]

POINTS_OF = {"M": 1, "L": 1, "C": 3, "Z": 0}
STEPS_IN_CURVE = 12
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Segment:
    """One step of the pen: M moves, L draws a line, C a Bezier curve (two controls, end), Z closes."""

    command: str
    points: tuple[Point, ...] = ()


Outline = tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class LegShape:
    """The area of one muscle on one of the person's own legs, seen from the `front` or the `back`."""

    muscle: str
    leg: Leg
    view: str
    outline: Outline
    centre: Point


@dataclass(frozen=True, slots=True)
class LegPicture:
    """The whole picture: areas to fill and click, then lines to draw over them."""

    width: float
    height: float
    shapes: tuple[LegShape, ...]
    outlines: tuple[Outline, ...]  # the edge of each whole leg
    details: tuple[Outline, ...]  # faint lines that are only looked at: kneecap, toes

    def shape(self, muscle: str, leg: Leg) -> LegShape | None:
        """Return the area of a muscle, `None` where the picture does not show it."""
        return next((shape for shape in self.shapes if (shape.muscle, shape.leg) == (muscle, leg)), None)


def leg_picture(svg_path: Path) -> LegPicture:
    """Read the picture; y grows downwards, as on the screen."""
    svg = ElementTree.parse(svg_path).getroot()
    _, _, width, height = (float(number) for number in svg.attrib["viewBox"].split())
    return LegPicture(
        width,
        height,
        tuple(_shapes(_group(svg, "areas"))),
        tuple(_outlines(_group(svg, "outlines"))),
        tuple(_outlines(_group(svg, "details"))),
    )


def leg_shapes(svg_path: Path) -> tuple[LegShape, ...]:
    """Return only the areas, for whoever draws no lines over them."""
    return leg_picture(svg_path).shapes


def corners(outline: Outline) -> tuple[Point, ...]:
    """Return the outline as a polygon, its curves cut into short lines."""
    found: list[Point] = []
    for segment in outline:
        found += _curve(found[-1], *segment.points) if segment.command == "C" else segment.points
    return tuple(found)


def path_segments(data: str) -> Outline:
    """Read the path data of an SVG that keeps to absolute M, L, C and Z."""
    words = iter(data.replace(",", " ").split())
    return tuple(Segment(command, _points(words, POINTS_OF[command])) for command in words)


def _group(svg: ElementTree.Element, name: str) -> ElementTree.Element:
    found = svg.find(f"./{SVG}g[@id='{name}']")
    if found is None:
        raise ValueError(f"legs.svg: there is no group '{name}'.")
    return found


def _shapes(areas: ElementTree.Element) -> Iterator[LegShape]:
    for view in areas:
        for path in view:
            muscle, leg = path.attrib["id"].split(".")
            outline = path_segments(path.attrib["d"])
            yield LegShape(muscle, Leg(leg), view.attrib["id"], outline, _centre(corners(outline)))


def _outlines(group: ElementTree.Element) -> Iterator[Outline]:
    return (path_segments(path.attrib["d"]) for path in group)


def _points(words: Iterator[str], count: int) -> tuple[Point, ...]:
    return tuple((float(next(words)), float(next(words))) for _ in range(count))


def _curve(start: Point, near: Point, far: Point, end: Point) -> list[Point]:
    steps = [step / STEPS_IN_CURVE for step in range(1, STEPS_IN_CURVE + 1)]
    return [_on_curve(t, start, near, far, end) for t in steps]


def _on_curve(t: float, start: Point, near: Point, far: Point, end: Point) -> Point:
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    knots = (start, near, far, end)
    x, y = (sum(share * knot[axis] for share, knot in zip(shares, knots, strict=True)) for axis in (0, 1))
    return x, y


def _centre(polygon: tuple[Point, ...]) -> Point:
    """Return the centre of gravity of a polygon (the shoelace formula)."""
    edges = tuple(zip(polygon, (*polygon[1:], polygon[0]), strict=True))
    doubled = [a[0] * b[1] - b[0] * a[1] for a, b in edges]
    thrice = 3 * sum(doubled)
    x, y = (
        sum((a[axis] + b[axis]) * area for (a, b), area in zip(edges, doubled, strict=True)) / thrice
        for axis in (0, 1)
    )
    return x, y
