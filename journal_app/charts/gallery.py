"""The one door to the charts: a name and a review in, a chart out. Import it where drawing begins."""

from journal_app.charts import hours, minutes, muscles, pain, season, strip, weeks
from journal_app.charts.chart import Chart
from journal_app.charts.frame import MARGIN, draw_heading, draw_nothing
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
HEADING = 1.3

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
    sheet = Sheet(_roomy(size, text_scale, headed), palette, text_scale)
    top = draw_heading(sheet, title, "" if lacking else told) if headed else MARGIN
    if lacking:
        draw_nothing(sheet, top, lacking)
    else:
        drawing.paint(scene, sheet, top)
    return Chart(name, title, told, sheet.figure, tuple(sheet.spots), bool(lacking))


def _roomy(size: tuple[float, float], text_scale: float, headed: bool) -> tuple[float, float]:
    (width, height), (least_width, least_height) = size, LEAST_SIZE
    least_height += HEADING if headed else 0.0
    return max(width, least_width * text_scale), max(height, least_height * text_scale)


def _drawing(name: str, scene: Scene) -> Drawing:
    if not name.startswith(HABIT):
        return DRAWINGS[name]
    return drawing_of(habit_of(name, scene.review, scene.knowledge))
