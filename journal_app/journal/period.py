"""Stretches of nights: the period a chart, a finding or a report is about."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.journal.errors import BadEntry
from journal_app.language import later


@dataclass(frozen=True, slots=True)
class Period:
    """The nights from one evening to another, both included."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            template = later("period: it ends ({last}) before it begins ({first}).")
            raise BadEntry("period", template, first=self.first, last=self.last)

    def __len__(self) -> int:
        return (self.last - self.first).days + 1

    def __contains__(self, evening: date) -> bool:
        return self.first <= evening <= self.last

    def evenings(self) -> Iterator[date]:
        """Yield every evening, recorded or not."""
        return (self.first + timedelta(days=k) for k in range(len(self)))

    def before(self) -> "Period":
        """Return the period of the same length that ends the evening before."""
        return last_nights(len(self), self.first - timedelta(days=1))


def last_nights(count: int, to: date) -> Period:
    """Return the `count` nights that end with the evening `to`."""
    return Period(to - timedelta(days=count - 1), to)
