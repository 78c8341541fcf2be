"""The one door to the charts: a name and a review in, a chart out. Import it where drawing begins."""

from journal_app.charts import hours, minutes, muscles, pain, season, strip, weeks
from journal_app.charts.chart import Chart
from journal_app.charts.frame import MARGIN, Heading, draw_heading, draw_nothing
from journal_app.charts.habit import drawing_of
from journal_app.charts.names import HABIT, chart_title, habit_of
from journal_app.charts.palette import LIGHT, Palette
from journal_app.charts.scene import Drawing, Scene
from journal_app.charts.sheet import Sheet
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.review import Review
from journal_app.wording.amounts import METRIC, Units

LEAST_SIZE = (3.2, 2.6)  # inches, at 100 % text

DRAWINGS = {
    "weeks": weeks.DRAWING,
    "strip": strip.DRAWING,
    "pain": pain.DRAWING,
    "minutes": minutes.DRAWING,
    "hours": hours.DRAWING,
    "muscles": muscles.DRAWING,
    "season": season.DRAWING,
}


def draw(
    name: str,
    review: Review,
    knowledge: Knowledge,
    language: Language,
    palette: Palette = LIGHT,
    size: tuple[float, float] = (10.0, 4.2),
    text_scale: float = 1.0,
    headed: bool = False,
    units: Units = METRIC,
) -> Chart:
    """Draw one chart; `headed` puts title and sentence on a picture that stands alone.

    `size` is in inches. A size that would squeeze the texts grows to the least that holds them, so
    ask the figure how large it became.
    """
    scene = Scene(review, knowledge, language, units)
    drawing = _drawing(name, scene)
    title, lacking = chart_title(name, review, knowledge, language), drawing.lacking(scene)
    told = lacking or drawing.sentence(scene)
    heading = Heading(title, "" if lacking else told) if headed else None
    sheet = Sheet(_roomy(size, text_scale, heading), palette, text_scale)
    top = draw_heading(sheet, heading) if heading else MARGIN
    if lacking:
        draw_nothing(sheet, top, lacking)
    else:
        drawing.paint(scene, sheet, top)
    return Chart(name, title, told, sheet.figure, tuple(sheet.spots), bool(lacking))


def _roomy(size: tuple[float, float], text_scale: float, heading: Heading | None) -> tuple[float, float]:
    """Return the size, or the least in which nothing is squeezed."""
    width, height = (least * text_scale for least in LEAST_SIZE)
    width = max(width, size[0])
    if heading:
        height += heading.height(width, text_scale)
    return width, max(height, size[1])


def _drawing(name: str, scene: Scene) -> Drawing:
    if not name.startswith(HABIT):
        return DRAWINGS[name]
    return drawing_of(habit_of(name, scene.review, scene.knowledge))
