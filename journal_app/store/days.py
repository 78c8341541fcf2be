"""Days and their answers in the table `habit_entry`. A day without answers is no row."""

from collections import defaultdict
from datetime import date

from sqlite_utils import Database

from journal_app.journal.day import Day, HabitEntry
from journal_app.store.row import Row, Value, insert, iso, rows


def read_days(db: Database, first: date = date.min, last: date = date.max) -> tuple[Day, ...]:
    """Return the days that have answers, in order of time."""
    entries: defaultdict[date, list[HabitEntry]] = defaultdict(list)
    for row in _rows(db, first, last):
        entries[row.day("day")].append(_entry(row))
    return tuple(Day(on, tuple(each)) for on, each in entries.items())


def write_day(db: Database, day: Day) -> None:
    """Put a day's answers in the place of its former ones; unchanged ones still belong to their import."""
    imported = {_entry(row): row.whole_or_none("batch") for row in _rows(db, day.on, day.on)}
    db.execute("DELETE FROM habit_entry WHERE day = ?", (day.on.isoformat(),))
    for position, entry in enumerate(day.entries):
        insert(db, "habit_entry", _entry_row(day.on, position, entry) | {"batch": imported.get(entry)})


def add_entries(db: Database, day: Day, batch: int | None) -> None:
    """Add answers after those a day already has."""
    last = rows(db, "SELECT max(position) AS last FROM habit_entry WHERE day = ?", (day.on.isoformat(),))
    following = (last[0].whole_or_none("last") or 0) + 1
    for position, entry in enumerate(day.entries, following):
        insert(db, "habit_entry", _entry_row(day.on, position, entry) | {"batch": batch})


def _rows(db: Database, first: date, last: date) -> list[Row]:
    sql = "SELECT * FROM habit_entry WHERE day BETWEEN ? AND ? ORDER BY day, position"
    return rows(db, sql, (first.isoformat(), last.isoformat()))


def _entry(row: Row) -> HabitEntry:
    return HabitEntry(
        habit=row.text("habit"),
        amount=row.number("amount"),
        at=row.clock_or_none("at"),
        kind=row.text("kind"),
        effort=row.whole_or_none("effort"),
        note=row.text("note"),
    )


def _entry_row(on: date, position: int, entry: HabitEntry) -> dict[str, Value]:
    return {
        "day": on.isoformat(),
        "position": position,
        "habit": entry.habit,
        "amount": entry.amount,
        "at": iso(entry.at),
        "kind": entry.kind,
        "effort": entry.effort,
        "note": entry.note,
    }
