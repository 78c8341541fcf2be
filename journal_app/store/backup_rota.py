"""Which backups are kept: all of the newest day, 10 daily, 12 monthly, and one of every year."""

from collections.abc import Callable, Hashable, Iterable
from datetime import datetime
from itertools import islice

DAILY = 10
MONTHLY = 12


def worth_keeping(made: Iterable[datetime]) -> frozenset[datetime]:
    """Return the moments whose backups are kept: the last of each day, month and year that counts."""
    newest_first = sorted(set(made), reverse=True)
    of_newest_day = (each for each in newest_first if each.date() == newest_first[0].date())
    return frozenset(
        (
            *of_newest_day,
            *islice(_last_of_each(newest_first, datetime.date), DAILY),
            *islice(_last_of_each(newest_first, lambda each: (each.year, each.month)), MONTHLY),
            *_last_of_each(newest_first, lambda each: each.year),
        )
    )


def _last_of_each(newest_first: list[datetime], span: Callable[[datetime], Hashable]) -> Iterable[datetime]:
    last: dict[Hashable, datetime] = {}
    for each in newest_first:
        last.setdefault(span(each), each)
    return last.values()
