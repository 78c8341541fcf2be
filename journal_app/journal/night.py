"""Nights and the cramps in them. A night carries the date of the evening it began."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from journal_app.journal.checks import plain_text, within
from journal_app.journal.errors import BadEntry
from journal_app.language import later

NOON = time(12)
LONG_CRAMP_MINUTES = 10


class Leg(StrEnum):
    """Which leg."""

    LEFT = "left"
    RIGHT = "right"


class Helped(StrEnum):
    """Whether what was done at a cramp helped."""

    NO = "no"
    LITTLE = "little"
    MUCH = "much"


def evening_of(moment: datetime) -> date:
    """Return the evening that a local moment belongs to: before noon, it is the day before.

    The rule reads the clock on the wall, so it holds on nights when the clock is changed and on
    journeys across time zones. Pass an aware moment in the zone where the person slept.
    """
    return moment.date() - timedelta(days=1) if moment.time() < NOON else moment.date()


@dataclass(frozen=True, slots=True)
class Episode:
    """One cramp. Nothing is required; `None` means unknown, never zero.

    `began` is the wall clock where the person slept. `began_exact` False means "within that hour",
    `minutes_exact` False means that `minutes` stands for a band (see `MINUTE_BANDS`).
    """

    leg: Leg | None = None
    muscle: str | None = None
    pain: int | None = None
    began: time | None = None
    began_exact: bool = False
    minutes: float | None = None
    minutes_exact: bool = False
    woke: bool | None = None
    hard: bool | None = None
    relief: tuple[str, ...] = ()
    helped: Helped | None = None
    note: str = ""

    def __post_init__(self) -> None:
        within("pain", self.pain, 0, 10)
        within("minutes", self.minutes, 0, 24 * 60)
        plain_text("note", self.note)

    @property
    def long(self) -> bool:
        """Whether it lasted over ten minutes, where the warning questions are asked."""
        return self.minutes is not None and self.minutes > LONG_CRAMP_MINUTES


MINUTE_BANDS: tuple[tuple[float, float, float], ...] = ((0, 1, 0.5), (1, 5, 3), (5, 10, 7), (10, 24 * 60, 15))
"""The bands on the form: from, to, and the minutes a band stands for."""


@dataclass(frozen=True, slots=True)
class Night:
    """One recorded night; without episodes it is a quiet night. A night not recorded has no Night."""

    evening: date
    episodes: tuple[Episode, ...] = ()
    sleep_disturbance: int | None = None
    slept_hours: float | None = None
    soreness: int | None = None
    logged_at: datetime | None = None
    logged_by: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        within("sleep_disturbance", self.sleep_disturbance, 0, 10)
        within("slept_hours", self.slept_hours, 0, 24)
        within("soreness", self.soreness, 0, 10)
        plain_text("note", self.note)
        plain_text("logged_by", self.logged_by)
        if self.logged_at and self.logged_at.date() < self.evening - timedelta(days=1):
            template = later("evening: the night of {evening} had not begun when it was entered ({logged}).")
            raise BadEntry("evening", template, evening=self.evening, logged=self.logged_at.date())

    @property
    def quiet(self) -> bool:
        """Whether the night had no cramp."""
        return not self.episodes

    @property
    def worst_pain(self) -> int | None:
        """Return the worst pain of the night's cramps, `None` where none was given."""
        return max((episode.pain for episode in self.episodes if episode.pain is not None), default=None)

    @property
    def cramp_minutes(self) -> float | None:
        """Return the minutes of the longest cramp, `None` where none was given."""
        return max(
            (episode.minutes for episode in self.episodes if episode.minutes is not None), default=None
        )

    @property
    def late(self) -> bool:
        """Whether it was entered after the day on which the night ended."""
        return self.logged_at is not None and self.logged_at.date() > self.evening + timedelta(days=1)
