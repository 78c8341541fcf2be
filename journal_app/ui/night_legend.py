"""What the marks of a year or a month mean, with how many nights of each there are."""

from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from journal_app.journal.night import Episode, Night
from journal_app.ui import parts
from journal_app.ui.flow_layout import FlowLayout
from journal_app.ui.night_mark import paint_night
from journal_app.ui.surroundings import Surroundings

MARK, ROUNDING = 22, 6
CRAMPS = tuple(Night(date.min, (Episode(pain=pain),)) for pain in (2, 5, 9))
QUIET = Night(date.min)


class NightLegend(QWidget):
    """The marks with their counts, in one line or wrapped."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._surroundings = surroundings
        line = FlowLayout(self, surroundings.look.pixels(6))
        self._cramps, self._quiet, self._missing = (LegendWords() for _ in range(3))
        for marks, words in (
            (CRAMPS, self._cramps),
            ((QUIET,), self._quiet),
            ((None,), self._missing),
        ):
            pair = QWidget()
            inside = parts.row(surroundings.look, 8, (0, 0, 18, 0))
            pair.setLayout(inside)
            parts.fill(inside, (self._marks(marks), words))
            line.addWidget(pair)

    def show_nights(self, nights: Iterable[Night], evenings: int) -> None:
        """Count the nights of a stretch of so many evenings."""
        quiet = [night.quiet for night in nights]
        trn, cramps = self._surroundings.language.trn, quiet.count(False)
        self._cramps.setText(trn("{n} night with a cramp", "{n} nights with a cramp", cramps))
        self._quiet.setText(trn("{n} quiet night", "{n} quiet nights", quiet.count(True)))
        self._missing.setText(trn("{n} not recorded", "{n} not recorded", evenings - len(quiet)))

    def _marks(self, marks: tuple[Night | None, ...]) -> QLabel:
        look, sharp = self._surroundings.look, 2
        size = look.pixels(MARK)
        picture = QPixmap(size * len(marks) * sharp, size * sharp)
        picture.setDevicePixelRatio(sharp)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        for place, night in enumerate(marks):
            paint_night(painter, QPointF(size * (place + 0.5), size / 2), size * 0.84, night, look.palette)
        painter.end()
        made = QLabel()
        made.setPixmap(picture)
        return made


class LegendWords(QLabel):
    """Words that stand in one line where there is room for it, and else wrap."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("muted")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)

    # --- Qt

    def sizeHint(self) -> QSize:
        # Qt proposes some width at which a text would wrap nicely, and that is often in two lines.
        width = self.fontMetrics().horizontalAdvance(self.text()) + ROUNDING
        return QSize(width, self.heightForWidth(width))
