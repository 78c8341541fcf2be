"""Short ways to build records in tests."""

from datetime import UTC, date, datetime, timedelta

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.night import Episode, Leg, Night
from journal_app.journal.records import Records

TODAY = date(2026, 11, 4)


def evening(back=0):
    """Return the evening `back` nights before the newest one."""
    return TODAY - timedelta(days=1 + back)


def quiet_night(on=None, **more):
    """Return a quiet night, entered the next morning."""
    on = on or evening()
    return Night(on, logged_at=_next_morning(on), **more)


def cramp_night(on=None, pain=5, minutes=3.0, muscle="calf", leg=Leg.LEFT, **more):
    """Return a night with one cramp, entered the next morning."""
    on = on or evening()
    episode = Episode(leg, muscle, pain, minutes=minutes)
    return Night(on, (episode,), logged_at=_next_morning(on), **more)


def day(on=None, **amounts):
    """Return a day with an amount for each habit named."""
    return Day(on or evening(), tuple(HabitEntry(habit, amount) for habit, amount in amounts.items()))


def records_of(pattern, last=None, **more):
    """Return records from a row of marks, oldest first: `#` a cramp, `o` a quiet night, `.` not recorded."""
    last = last or evening()
    first = last - timedelta(days=len(pattern) - 1)
    nights = []
    for k, mark in enumerate(pattern):
        on = first + timedelta(days=k)
        if mark == "#":
            nights.append(cramp_night(on))
        elif mark == "o":
            nights.append(quiet_night(on))
    return Records(nights=tuple(nights), **more)


def _next_morning(on):
    return datetime(on.year, on.month, on.day, 7, 30, tzinfo=UTC) + timedelta(days=1)
