"""When cramps began or clearly rose, and whether a medicine was begun or raised before that."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from journal_app.analysis.trend import change_between
from journal_app.journal.medicine import Medicine
from journal_app.journal.night import Night
from journal_app.journal.period import Period, last_nights
from journal_app.journal.records import Records

MONTH = 28  # four weeks are compared with the four before
ENOUGH_NIGHTS = 14  # recorded in each of them
ENOUGH_CRAMPS = 4  # cramp nights in the later one, else twice is chance
SEARCHED = 400  # days back: what doubled earlier is no longer news
DISTURBING = 4  # pain or disturbance from which sleep is disturbed, on the scale of the form


def doubled(records: Records, last: date) -> bool:
    """Tell whether cramp nights of the last four weeks are at least twice those of the four before.

    Nights not recorded are left out: shares of the recorded nights are compared.
    """
    return _doubled_from(_cramp_nights(records), last - timedelta(days=MONTH - 1))


def began_on(records: Records) -> date | None:
    """Return the day cramps began, as told or as the journal shows it; `None` where neither does."""
    return records.profile.cramps_since or _first_after_quiet(_cramp_nights(records))


def onsets(records: Records, last: date) -> tuple[date, ...]:
    """Return the days on which cramps began or clearly rose, in order of time."""
    by_night = _cramp_nights(records)
    days = set(filter(None, (records.profile.cramps_since, _first_after_quiet(by_night))))
    if by_night:
        start = max(min(by_night) + timedelta(days=MONTH // 2), last - timedelta(days=SEARCHED))
        end = last - timedelta(days=MONTH // 2)
        risen = (day for day in _days(start, end) if _doubled_from(by_night, day))
        days.update(day for day in risen if _beyond_chance(records, day))
    return tuple(sorted(day for day in days if day <= last))


def began_before(changes: Iterable[date], onset_days: tuple[date, ...]) -> int | None:
    """Return the fewest days from a change to an onset after it, `None` where none came after."""
    gaps = [(onset - change).days for change in changes for onset in onset_days if onset >= change]
    return min(gaps, default=None)


def rises(medicine: Medicine) -> tuple[date, ...]:
    """Return the days on which a medicine was begun, begun again, or raised."""
    found: list[date] = []
    before = None
    for period in medicine.periods:
        again = before is None or before.end is None or _gap(before.end, period.start) > 1
        if period.start and (again or not _lowered(before.dose if before else "", period.dose)):
            found.append(period.start)
        before = period
    return tuple(found)


def woken(night: Night) -> bool:
    """Tell whether cramps woke the person or disturbed the night."""
    if night.quiet:
        return False
    told = [episode.woke for episode in night.episodes if episode.woke is not None]
    if told:
        return any(told)
    return max(night.sleep_disturbance or 0, night.worst_pain or 0) >= DISTURBING


def _cramp_nights(records: Records) -> dict[date, bool]:
    return {night.evening: not night.quiet for night in records.nights}


def _doubled_from(by_night: dict[date, bool], day: date) -> bool:
    later = _window(by_night, day)
    earlier = _window(by_night, day - timedelta(days=MONTH))
    if min(len(later), len(earlier)) < ENOUGH_NIGHTS or sum(later) < ENOUGH_CRAMPS:
        return False
    return sum(later) / len(later) >= 2 * sum(earlier) / len(earlier)


def _beyond_chance(records: Records, day: date) -> bool:
    """Tell whether the interval of the ratio, runs of bad weeks included, leaves out "no change".

    Without it some day of nearly every year would look like a doubling, for so many are looked at.
    """
    earlier = last_nights(MONTH, day - timedelta(days=1))
    later = Period(day, day + timedelta(days=MONTH - 1))
    near = Records(tuple(n for n in records.nights if earlier.first <= n.evening <= later.last))
    change = change_between(near, earlier, later)
    return change is not None and change.low is not None and change.low > 1


def _window(by_night: dict[date, bool], first: date) -> list[bool]:
    days = (first + timedelta(days=k) for k in range(MONTH))
    return [by_night[day] for day in days if day in by_night]


def _first_after_quiet(by_night: dict[date, bool]) -> date | None:
    """Return the first cramp night, if the journal opens with two recorded weeks without one."""
    evenings = sorted(by_night)
    first = next((day for day in evenings if by_night[day]), None)
    return first if first and evenings.index(first) >= ENOUGH_NIGHTS else None


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=k) for k in range((last - first).days + 1))


def _gap(end: date, start: date | None) -> int:
    return (start - end).days if start else 0


def _lowered(before: str, after: str) -> bool:
    earlier, later = _amount(before), _amount(after)
    return None not in (earlier, later) and (later or 0) <= (earlier or 0)


def _amount(dose: str) -> float | None:
    found = re.search(r"\d+(?:[.,]\d+)?", dose)
    return float(found[0].replace(",", ".")) if found else None
