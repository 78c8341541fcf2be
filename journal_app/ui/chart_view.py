"""One chart on a page: its title and sentence, its picture, what lies under the pointer, and ways out."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QMenu, QSizePolicy, QToolTip, QWidget

from journal_app.charts.chart import Chart, told_at
from journal_app.charts.palette import Palette
from journal_app.journal.errors import JournalError
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, later
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.background import Background
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import restyle
from journal_app.wording.errors import error_sentence

DPI = 100
SETTLED_MS = 120
SAVED_INCHES = (10.0, 5.0)


@dataclass(frozen=True)
class Picture:
    """A chart with its pixels, as the worker hands it back."""

    chart: Chart
    pixels: bytes
    width: int
    height: int


def draw_picture(
    name: str,
    review: Review,
    knowledge: Knowledge,
    language: Language,
    palette: Palette,
    inches: tuple[float, float],
    scales: tuple[float, float],
) -> Picture:
    """Draw a chart into pixels; `scales` are those of the text and of the screen."""
    from journal_app.charts.gallery import draw  # noqa: PLC0415 matplotlib, loaded with the first chart

    text_scale, screen = scales
    chart = draw(name, review, knowledge, language, palette, inches, text_scale)
    buffer = BytesIO()
    chart.figure.savefig(buffer, format="rgba", dpi=DPI * screen)
    width, height = (int(side) for side in chart.figure.get_size_inches() * DPI * screen)
    return Picture(chart, buffer.getvalue(), width, height)


class ChartView(QFrame):
    """Shows one chart of the newest review, drawn in the background."""

    def __init__(
        self, name: str, title: str, height: int, background: Background, surroundings: Surroundings
    ) -> None:
        super().__init__()
        self.setObjectName("panel")
        self.name = name
        self._background, self._surroundings = background, surroundings
        self._review: Review | None = None
        look, tr = surroundings.look, surroundings.tr
        inside = parts.column(look, 6, (20, 14, 20, 14))
        self.setLayout(inside)
        head, links = parts.folding_row(look, 4), parts.row(look, 4)
        head.addWidget(parts.label(title, "panel_title"), 1)
        head.addLayout(links)
        self._title = title
        links.addWidget(parts.button(tr("Save picture"), self._save, "link", tr("Save {chart}", chart=title)))
        links.addWidget(parts.button(tr("Copy"), self._copy, "link", tr("Copy {chart}", chart=title)))
        links.addStretch(1)
        inside.addLayout(head)
        self._sentence = parts.label("", "muted")
        inside.addWidget(self._sentence)
        self._canvas = Canvas(look.pixels(height))
        self._canvas.setAccessibleName(title)
        inside.addWidget(self._canvas)
        self._told = parts.label("", "muted")
        self._told.hide()
        inside.addWidget(self._told)
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._soon.timeout.connect(self._draw)
        self._canvas.resized = self._soon.start

    def show_review(self, review: Review) -> None:
        """Draw the chart anew."""
        self._review = review
        self._soon.start()

    def _draw(self) -> None:
        if self._review is None or self._canvas.width() < 50:
            return
        surroundings = self._surroundings
        size = (self._canvas.width() / DPI, self._canvas.height() / DPI)
        scales = (surroundings.look.text_scale / 100, self._canvas.devicePixelRatioF())
        context = (surroundings.knowledge, surroundings.language, surroundings.look.palette)
        data = (self.name, self._review, *context, size, scales)
        self._background.run(f"chart {self.name}", draw_picture, *data, then=self._show)

    def _show(self, picture: Picture) -> None:
        self._sentence.setText(picture.chart.sentence)
        self._sentence.setVisible(not picture.chart.empty)
        self.updateGeometry()  # the sentence may take another line; Qt would keep the height of before
        self._canvas.setAccessibleDescription(picture.chart.sentence)
        self._canvas.show_picture(picture)

    def _copy(self) -> None:
        if not self._canvas.image.isNull():
            QGuiApplication.clipboard().setImage(self._canvas.image)

    def _save(self) -> None:
        if self._review is None:
            return
        tr = self._surroundings.tr
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        kinds = tr("Picture (*.png);;Drawing (*.svg);;PDF (*.pdf)")
        suggested = str(Path(folder) / f"{self._title}.png")
        name, _kind = QFileDialog.getSaveFileName(self, tr("Save picture"), suggested, kinds)
        if name:
            path = Path(name) if Path(name).suffix else Path(f"{name}.png")
            surroundings = self._surroundings
            data = (self.name, self._review, surroundings.knowledge, surroundings.language, path)
            self._background.run(f"save {path}", saved_picture, *data, then=self._tell_saved)

    def _tell_saved(self, outcome: Path | JournalError) -> None:
        surroundings, refused = self._surroundings, isinstance(outcome, JournalError)
        self._told.setText(
            error_sentence(outcome, surroundings.language)
            if isinstance(outcome, JournalError)
            else surroundings.saved(outcome)
        )
        self._told.setObjectName("error" if refused else "muted")
        restyle(self._told)
        self._told.show()

    def contextMenuEvent(self, event: object) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self._surroundings.tr("Save picture"), self._save)
        menu.addAction(self._surroundings.tr("Copy"), self._copy)
        menu.popup(self.cursor().pos())


def saved_picture(
    name: str, review: Review, knowledge: Knowledge, language: Language, path: Path
) -> Path | JournalError:
    """Write a chart with its title and sentence to a file, its ending tells the kind; or return why not."""
    from journal_app.charts.gallery import draw  # noqa: PLC0415
    from journal_app.charts.saving import save  # noqa: PLC0415

    try:
        save(draw(name, review, knowledge, language, size=SAVED_INCHES, headed=True), path)
    except JournalError as refused:
        return refused
    except OSError as fault:
        return JournalError(later("{file} could not be written: {why}."), file=path, why=fault.strerror)
    return path


class Canvas(QWidget):
    """The picture itself, and the words of what lies under the pointer."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.image = QImage()
        self._chart: Chart | None = None
        self.resized = _nothing
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)

    def show_picture(self, picture: Picture) -> None:
        """Show a chart."""
        kind = QImage.Format.Format_RGBA8888
        self.image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, kind).copy()
        self._chart = picture.chart
        self.update()

    # --- Qt

    def sizeHint(self) -> QSize:
        return QSize(300, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.image.isNull():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.rect(), self.image)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._chart is not None:
            place = event.pos()
            told = told_at(self._chart, place.x() / self.width(), place.y() / self.height())
            QToolTip.showText(event.globalPos(), parts.tip(told or ""), self)
            return True
        return super().event(event)


def _nothing() -> None:
    """Stand in until a chart is there to be drawn anew."""
