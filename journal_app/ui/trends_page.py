"""Trends: the charts of the chosen range, cramps per week first and largest."""

from collections.abc import Iterator

from PySide6.QtWidgets import QHBoxLayout

from journal_app.charts.names import chart_names, chart_title, habit_charts
from journal_app.review import Review
from journal_app.ui import parts
from journal_app.ui.background import Background
from journal_app.ui.chart_view import ChartView
from journal_app.ui.example_notes import early_panel
from journal_app.ui.range_chips import RangeChips
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.review_page import ReviewPage
from journal_app.ui.surroundings import Surroundings
from journal_app.wording.summaries import few_nights_words

WIDE = {"weeks": 460, "strip": 300, "pain": 330}
USUAL_HEIGHT = 320
HABIT_HEIGHT = 330
ENOUGH_NIGHTS = 14  # of the journal; the charts of a range draw what there is


class TrendsPage(ReviewPage):
    """Shows one view a chart; wide ones take the whole width, the others stand two by two."""

    def __init__(self, desk: ReviewDesk, background: Background, surroundings: Surroundings) -> None:
        super().__init__(surroundings.tr("Trends"), desk, surroundings)
        self._background = background
        self._views: dict[str, ChartView] = {}
        self._shown: tuple[str, ...] = ()
        self.tools.addWidget(RangeChips(desk, self))
        self._lines = parts.column(surroundings.look, 18)
        self.body.addLayout(self._lines)
        words = surroundings.tr(
            "After {n} recorded nights these charts begin to show how your cramps come and go.",
            n=ENOUGH_NIGHTS,
        )
        self._early = early_panel(words, surroundings)
        self._early.hide()
        self.body.insertWidget(1, self._early)
        self._few = parts.label("", "muted")
        self._few.hide()
        self.body.insertWidget(2, self._few)
        self._waiting = parts.label(surroundings.tr("Drawing your nights …"), "muted")
        self.body.addWidget(self._waiting)
        self.body.addStretch(1)

    def show_review(self, review: Review) -> Iterator[None]:
        """Draw every chart of a review."""
        self._waiting.hide()
        knowledge, language = self.surroundings.knowledge, self.surroundings.language
        self._early.setVisible(len(review.records.nights) < ENOUGH_NIGHTS)
        few = few_nights_words(review.summary, language) if self._early.isHidden() else ""
        self._few.setText(few)
        self._few.setVisible(bool(few))
        names = (*chart_names(), *habit_charts(review, knowledge)) if review.records.nights else ()
        for name in names:
            if name not in self._views:
                title = chart_title(name, review, knowledge, language)
                height = HABIT_HEIGHT if name.startswith("habit:") else WIDE.get(name, USUAL_HEIGHT)
                view = ChartView(name, title, height, self._background, self.surroundings)
                view.setParent(self.widget())  # without a parent it would be a window of its own
                self._views[name] = view
                yield
        if names != self._shown:
            self._shown = names
            self.arrange()
        for name in names:
            self._views[name].show_review(review)
            yield

    def arrange(self) -> None:
        """Set wide charts alone in their line, the others two by two where there is room."""
        super().arrange()
        while (former := self._lines.takeAt(0)) is not None:
            if (layout := former.layout()) is not None:
                layout.deleteLater()
        waiting: QHBoxLayout | None = None
        for name in self._shown:
            alone = self.narrow or name in WIDE or name.startswith("habit:")
            if alone or waiting is None:
                line = parts.row(self.surroundings.look, 18)
                self._lines.addLayout(line)
                line.addWidget(self._views[name], 1)
                waiting = None if alone else line
            else:
                waiting.addWidget(self._views[name], 1)
                waiting = None
        for view in self._views.values():
            view.setVisible(view.name in self._shown)
