"""Days and their answers in the table `habit_entry`. A day without answers is no row."""

from datetime import date
from functools import lru_cache
from itertools import groupby
from operator import itemgetter

from sqlite_utils import Database

from journal_app.journal.day import Day, HabitEntry
from journal_app.store.row import Row, Value, insert, iso, rows

ANSWER = ("habit", "amount", "at", "kind", "effort", "note")


def read_days(db: Database, first: date = date.min, last: date = date.max) -> tuple[Day, ...]:
    """Return the days that have answers, in order of time."""
    sql = f"SELECT day, {', '.join(ANSWER)} FROM habit_entry WHERE day BETWEEN ? AND ? ORDER BY day, position"
    found = db.execute(sql, (first.isoformat(), last.isoformat()))
    return tuple(
        Day(Row({"day": on}).day("day"), tuple(_entry(*row[1:]) for row in of_day))
        for on, of_day in groupby(found, key=itemgetter(0))
    )


def write_day(db: Database, day: Day) -> None:
    """Put a day's answers in the place of its former ones; unchanged ones still belong to their import."""
    imported = _batches(db, day.on)
    db.execute("DELETE FROM habit_entry WHERE day = ?", (day.on.isoformat(),))
    for position, entry in enumerate(day.entries):
        insert(db, "habit_entry", _entry_row(day.on, position, entry) | {"batch": imported.get(entry)})


def add_entries(db: Database, day: Day, batch: int | None) -> None:
    """Add answers after those a day already has."""
    last = rows(db, "SELECT max(position) AS last FROM habit_entry WHERE day = ?", (day.on.isoformat(),))
    following = (last[0].whole_or_none("last") or 0) + 1
    for position, entry in enumerate(day.entries, following):
        insert(db, "habit_entry", _entry_row(day.on, position, entry) | {"batch": batch})


def _batches(db: Database, on: date) -> dict[HabitEntry, int | None]:
    sql = f"SELECT batch, {', '.join(ANSWER)} FROM habit_entry WHERE day = ?"
    return {_entry(*row[1:]): row[0] for row in db.execute(sql, (on.isoformat(),))}


@lru_cache(maxsize=50_000)  # ten years hold 40,000 answers, but few different ones
def _entry(*values: object) -> HabitEntry:
    row = Row(dict(zip(ANSWER, values, strict=True)))
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
