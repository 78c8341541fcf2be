"""What a chart is drawn from, and what every chart can do."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from journal_app.charts.sheet import Sheet
from journal_app.journal.night import Night
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.review import Review
from journal_app.wording.amounts import METRIC, Units
from journal_app.wording.nights import night_told


@dataclass(frozen=True)
class Scene:
    """A review with what is needed to put it into words."""

    review: Review
    knowledge: Knowledge
    language: Language
    units: Units = METRIC

    @cached_property
    def nights(self) -> dict[date, Night]:
        """Return the recorded nights of the period by their evenings."""
        period = self.review.period
        return {night.evening: night for night in self.review.records.nights if night.evening in period}

    @cached_property
    def missing(self) -> list[date]:
        """Return the evenings of the period that were not recorded, in order."""
        return [evening for evening in self.review.period.evenings() if evening not in self.nights]

    @property
    def visits(self) -> list[date]:
        """Return the days of the visits to the doctor."""
        return [visit.day for visit in self.review.records.visits]

    def told(self, evening: date) -> str:
        """Tell one night for the pointer."""
        return night_told(evening, self.nights.get(evening), self.knowledge, self.language)


@dataclass(frozen=True, slots=True)
class Drawing:
    """How one chart is made: what it says, why it has nothing to show (or ""), and how it is drawn."""

    sentence: Callable[[Scene], str]
    lacking: Callable[[Scene], str]
    paint: Callable[[Scene, Sheet, float], None]


def no_night(scene: Scene) -> str:
    """Say what to do where the period holds no recorded night."""
    if scene.nights:
        return ""
    return scene.language.tr(
        "No night is recorded in this period. Record one on the page Last night, and it shows here."
    )
