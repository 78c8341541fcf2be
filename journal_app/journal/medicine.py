"""Medicines and supplements with the times they were taken and at what dose."""

from dataclasses import dataclass
from datetime import date

from journal_app.journal.checks import not_empty, plain_text
from journal_app.journal.errors import BadEntry
from journal_app.language import later


@dataclass(frozen=True, slots=True)
class DosePeriod:
    """A dose and the days it was taken; `start` None = longer than known, `end` None = still taken."""

    start: date | None = None
    end: date | None = None
    dose: str = ""

    def __post_init__(self) -> None:
        plain_text("dose", self.dose)
        if self.start and self.end and self.end < self.start:
            template = later("end: {end} is before the start, {start}.")
            raise BadEntry("end", template, end=self.end, start=self.start)

    def covers(self, on: date) -> bool:
        """Tell whether the dose was taken on a day."""
        return (self.start is None or self.start <= on) and (self.end is None or on <= self.end)


@dataclass(frozen=True, slots=True)
class Medicine:
    """A medicine or supplement, with its periods in order of time; a new period is a dose change."""

    id: str
    name: str
    periods: tuple[DosePeriod, ...] = (DosePeriod(),)
    supplement: bool = False
    note: str = ""

    def __post_init__(self) -> None:
        not_empty("name", self.name)
        plain_text("note", self.note)
        for earlier, following in zip(self.periods, self.periods[1:], strict=False):
            _in_order(self.name, earlier, following)

    def taken_on(self, on: date) -> bool:
        """Tell whether it was taken on a day."""
        return any(period.covers(on) for period in self.periods)

    def dose_on(self, on: date) -> str:
        """Return the dose of a day, empty where none is known."""
        return next((period.dose for period in reversed(self.periods) if period.covers(on)), "")

    @property
    def start(self) -> date | None:
        """Return the first day it was taken, `None` where that is not known."""
        return self.periods[0].start if self.periods else None

    @property
    def changes(self) -> tuple[date, ...]:
        """Return the days on which a dose began, the start included."""
        return tuple(period.start for period in self.periods if period.start)


def _in_order(name: str, earlier: DosePeriod, following: DosePeriod) -> None:
    if following.start is None or (earlier.start and following.start < earlier.start):
        raise BadEntry("start", later("start: the periods of {name} are not in order of time."), name=name)
    if earlier.end is None or earlier.end >= following.start:
        raise BadEntry("end", later("end: two periods of {name} overlap; end the first one."), name=name)
