"""Where the cramps were: both legs from behind and from the front, darker and numbered by their count."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, partial

from journal_app.charts.frame import MARGIN
from journal_app.charts.palette import readable_on
from journal_app.charts.scene import Drawing, Scene, no_night
from journal_app.charts.sheet import Box, Point, Sheet
from journal_app.charts.type import BOLD
from journal_app.journal.leg_picture import LegPicture, LegShape, Outline, corners, leg_picture
from journal_app.language import Language
from journal_app.paths import bundled
from journal_app.wording.body import place
from journal_app.wording.over_time import muscles_sentence

SIDE_BY_SIDE = 1.55  # wider than this for its height, the list stands beside the picture
COLUMN = 11  # width of a column of the list below the picture, in letters

Counts = dict[tuple[str, str], int]


@dataclass(frozen=True, slots=True)
class Stage:
    """How the picture is put on the sheet."""

    left: float
    top: float
    scale: float

    def point(self, point: Point) -> Point:
        """Return a point of the picture on the sheet."""
        return self.left + point[0] * self.scale, self.top + point[1] * self.scale

    def polygon(self, outline: Outline) -> list[Point]:
        """Return an outline of the picture on the sheet."""
        return [self.point(point) for point in corners(outline)]


def sentence(scene: Scene) -> str:
    """Say where most cramps were."""
    return muscles_sentence(scene.review.summary, scene.knowledge, scene.language)


def lacking(scene: Scene) -> str:
    """Say what to do where no cramp has its place."""
    if not scene.nights:
        return no_night(scene)
    if _counts(scene):
        return ""
    return scene.language.tr(
        "No cramp with its place in this period. Click a muscle on the leg picture, and it shows here."
    )


def paint(scene: Scene, sheet: Sheet, top: float) -> None:
    """Draw the chart below `top`."""
    picture, counts = _picture(), _counts(scene)
    beside = sheet.width / max(sheet.height - top, 0.1) > SIDE_BY_SIDE
    stage, area = _stage(sheet, picture, top, beside)
    _draw_legs(sheet, picture, stage, counts)
    _draw_counts(sheet, picture, stage, counts, scene)
    _draw_views(sheet, picture, stage, scene.language)
    _draw_list(sheet, area, scene)


DRAWING = Drawing(sentence, lacking, paint)


@lru_cache(maxsize=1)
def _picture() -> LegPicture:
    return leg_picture(bundled("resources") / "legs.svg")


def _counts(scene: Scene) -> Counts:
    """Return the cramps of each place; a muscle without its side is told in the list only."""
    return {(muscle, leg): n for leg, muscle, n in scene.review.summary.muscles if leg and muscle}


def _stage(sheet: Sheet, picture: LegPicture, top: float, beside: bool) -> tuple[Stage, Box]:
    """Return where the picture stands, and the room for the list."""
    foot = 1.4 * sheet.line
    if beside:
        room = sheet.height - top - foot
        scale = min(room / picture.height, 0.62 * sheet.width / picture.width)
        end = MARGIN + picture.width * scale + sheet.em
        return Stage(MARGIN, top, scale), Box(end, top, sheet.width - MARGIN, sheet.height)
    lines = min(4, max(1, int(0.3 * (sheet.height - top) / sheet.line)))
    room = sheet.height - top - foot - lines * sheet.line
    scale = min(room / picture.height, (sheet.width - 2 * MARGIN) / picture.width)
    left = (sheet.width - picture.width * scale) / 2
    below = sheet.height - lines * sheet.line
    return Stage(left, top, scale), Box(MARGIN, below, sheet.width - MARGIN, sheet.height)


def _draw_legs(sheet: Sheet, picture: LegPicture, stage: Stage, counts: Counts) -> None:
    palette, most = sheet.palette, max(counts.values())
    free = [stage.polygon(s.outline) for s in picture.shapes if (s.muscle, s.leg.value) not in counts]
    sheet.areas(free, palette.background, edge=palette.line, edge_width=0.6, name="free")
    sheet.lines([stage.polygon(line) for line in picture.details], palette.line, width=0.8, name="detail")
    outlines = [stage.polygon(line) for line in picture.outlines]
    sheet.lines(outlines, palette.muted, width=1.2, name="outline")
    for shape in picture.shapes:
        count = counts.get((shape.muscle, shape.leg.value))
        if count:
            fill, label = _fill(sheet, count, most), f"{shape.muscle}.{shape.leg}"
            polygon = stage.polygon(shape.outline)
            sheet.areas([polygon], fill, edge=palette.cramp_edge, edge_width=1.4, name=label)


def _fill(sheet: Sheet, count: int, most: int) -> str:
    palette, share = sheet.palette, count / most
    if share < 1 / 3:
        return palette.cramp_low
    return palette.cramp_middle if share < 2 / 3 else palette.cramp_high


def _draw_counts(sheet: Sheet, picture: LegPicture, stage: Stage, counts: Counts, scene: Scene) -> None:
    most = max(counts.values())
    for shape in picture.shapes:
        count = counts.get((shape.muscle, shape.leg.value), 0)
        box = _bounds(stage.polygon(shape.outline))
        sheet.spot(box, _teller(shape, count, scene))
        number = scene.language.number(count)
        if count and sheet.width_of(number) < 0.7 * box.width and sheet.em < 0.9 * box.height:
            x, y = stage.point(shape.centre)
            ink = readable_on(_fill(sheet, count, most))
            sheet.words(x, y, number, across="center", middle=True, colour=ink, name="count")


def _teller(shape: LegShape, count: int, scene: Scene) -> Callable[[], str]:
    return partial(_told, shape.leg.value, shape.muscle, count, scene)


def _told(leg: str, muscle: str, count: int, scene: Scene) -> str:
    language = scene.language
    cramps = language.trn("{n} cramp", "{n} cramps", count)
    where = place(leg, muscle, scene.knowledge, language)
    return language.tr("{place}: {cramps}", place=where, cramps=cramps)


def _bounds(polygon: list[Point]) -> Box:
    xs, ys = [x for x, _ in polygon], [y for _, y in polygon]
    return Box(min(xs), min(ys), max(xs), max(ys))


def _draw_views(sheet: Sheet, picture: LegPicture, stage: Stage, language: Language) -> None:
    y = stage.top + picture.height * stage.scale + 0.15 * sheet.em
    for view, label in (("back", language.tr("from behind")), ("front", language.tr("from the front"))):
        xs = [stage.point(shape.centre)[0] for shape in picture.shapes if shape.view == view]
        room = picture.width * stage.scale / 2
        words, middle = sheet.fitting(label, room), (min(xs) + max(xs)) / 2
        sheet.words(middle, y, words, colour=sheet.palette.muted, across="center", name="view")


def _draw_list(sheet: Sheet, area: Box, scene: Scene) -> None:
    """List the places with their counts in as many columns as fit; the last line counts the others."""
    columns = max(1, int(area.width / (COLUMN * sheet.em)))
    lines = max(1, int(area.height / sheet.line + 0.01))
    rows = _listed(scene, columns * lines)
    digits = max(sheet.width_of(scene.language.number(count), BOLD) for _, count in rows)
    room = area.width / columns
    for k, (name, count) in enumerate(rows):
        x, y = area.left + k // lines * room + digits, area.top + k % lines * sheet.line
        sheet.words(x, y, scene.language.number(count), across="right", weight=BOLD, name="count")
        words = sheet.fitting(name, room - digits - 1.2 * sheet.em)
        sheet.words(x + 0.5 * sheet.em, y, words, name="place")


def _listed(scene: Scene, most: int) -> list[tuple[str, int]]:
    known = [row for row in scene.review.summary.muscles if row[0] or row[1]]
    shown = known if len(known) <= most else known[: most - 1]
    rows = [(place(leg, muscle, scene.knowledge, scene.language), n) for leg, muscle, n in shown]
    others = sum(n for _, _, n in known[len(shown) :])
    return [*rows, (scene.language.tr("other places"), others)] if others else rows
