"""NIGHTS.csv: one row a night, readable in any spreadsheet; `analyse` reads what `export` writes.

Columns: night, cramps (empty = not recorded), pain, minutes, one a habit (empty = unknown), note.
It holds less than the journal: one pain and one duration a night, the sum of a habit a day.
"""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from journal_app.exchange.cells import date_in, defused, number_in, undefused
from journal_app.exchange.files import write_text
from journal_app.exchange.table_file import Table, TableRow, read_table
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.errors import JournalError
from journal_app.journal.night import Episode, Night
from journal_app.journal.period import Period
from journal_app.journal.records import Records
from journal_app.language import later

ABOUT_THE_NIGHT = ("night", "cramps", "pain", "minutes", "note")
MOST_CRAMPS = 99


@dataclass(frozen=True, slots=True)
class NightsFile:
    """What a file of nights holds: its records, the nights from its first row to its last, its habits."""

    records: Records
    period: Period
    habits: tuple[str, ...]
    rows: int


def read_nights_csv(path: Path) -> NightsFile:
    """Read a file of nights; a bad cell is refused with its line and column."""
    table = read_table(path)
    _refuse_missing_columns(table)
    habits = {column: undefused(column) for column in table.columns if column not in ABOUT_THE_NIGHT}
    evenings = _evenings(table)
    in_order = sorted(zip(evenings, table.rows, strict=True), key=lambda pair: pair[0])
    nights = (_night(table, evening, row) for evening, row in in_order)
    days = (_day(table, evening, row, habits) for evening, row in in_order)
    records = Records(
        nights=tuple(night for night in nights if night), days=tuple(day for day in days if day.entries)
    )
    return NightsFile(records, Period(min(evenings), max(evenings)), tuple(habits.values()), len(table.rows))


def write_nights_csv(records: Records, path: Path) -> None:
    """Write one row a night, from the first record to the last, gaps included."""
    habits = sorted({entry.habit for day in records.days for entry in day.entries})
    nights = {night.evening: night for night in records.nights}
    days = {day.on: day for day in records.days}
    evenings = sorted(nights.keys() | days.keys())
    text = StringIO()
    lines = csv.writer(text)
    lines.writerow(["night", "cramps", "pain", "minutes", *map(_column, habits), "note"])
    for evening in Period(evenings[0], evenings[-1]).evenings() if evenings else ():
        lines.writerow(_cells(evening, nights.get(evening), days.get(evening, Day(evening)), habits))
    write_text(path, text.getvalue())


def thin(night: Night) -> Night:
    """Return what of a night survives in the file."""
    first = Episode(pain=night.worst_pain, minutes=night.cramp_minutes)
    episodes = () if night.quiet else (first, *[Episode()] * (len(night.episodes) - 1))
    return Night(night.evening, episodes, note=night.note if night.note.strip() else "")


def _refuse_missing_columns(table: Table) -> None:
    for column in ("night", "cramps"):
        if column not in table.columns:
            template = later("{file}: the column {column} is missing.")
            raise JournalError(template, file=table.file, column=column)
    if not table.rows:
        raise JournalError(later("{file} holds no night."), file=table.file)


def _evenings(table: Table) -> list[date]:
    lines: dict[date, int] = {}
    for row in table.rows:
        evening = table.read(row, "night", date_in)
        if evening is None:
            raise table.fault(row, "night", JournalError(later("the date is missing.")))
        if evening in lines:
            template = later("{night} stood in line {earlier} already.")
            raise table.fault(row, "night", JournalError(template, night=evening, earlier=lines[evening]))
        lines[evening] = row.line
    return list(lines)


def _night(table: Table, evening: date, row: TableRow) -> Night | None:
    count = table.read(row, "cramps", lambda cell: _whole(cell, MOST_CRAMPS))
    pain = table.read(row, "pain", lambda cell: _whole(cell, 10))
    minutes = table.read(row, "minutes", lambda cell: Episode(minutes=number_in(cell, table.comma)).minutes)
    if not count:
        _refuse_cramp_without_count(table, row, pain, minutes)
    if count is None:
        return None
    cramps = (Episode(pain=pain, minutes=minutes), *[Episode()] * (count - 1)) if count else ()
    note = table.read(row, "note", lambda cell: Night(evening, note=undefused(cell)).note)
    return Night(evening, cramps, note=note or "")


def _day(table: Table, evening: date, row: TableRow, habits: dict[str, str]) -> Day:
    entries = (
        table.read(row, column, lambda cell, habit=habit: HabitEntry(habit, number_in(cell, table.comma)))
        for column, habit in habits.items()
    )
    return Day(evening, tuple(entry for entry in entries if entry))


def _whole(cell: str, most: int) -> int:
    number = number_in(cell)
    if number != int(number) or not 0 <= number <= most:
        template = later("{cell} is not a whole number from 0 to {most}.")
        raise JournalError(template, cell=repr(cell), most=most)
    return int(number)


def _refuse_cramp_without_count(table: Table, row: TableRow, *measures: float | None) -> None:
    if any(measures):
        template = later("pain or minutes are given, but the night has no cramp.")
        raise table.fault(row, "cramps", JournalError(template))


def _column(habit: str) -> str:
    # A habit named like one of our own columns would be read as that column.
    return defused(f"{habit} (habit)" if habit in ABOUT_THE_NIGHT else habit)


def _cells(evening: date, night: Night | None, day: Day, habits: Iterable[str]) -> Iterator[str]:
    yield evening.isoformat()
    yield "" if night is None else str(len(night.episodes))
    yield _figure(night.worst_pain if night else None)
    yield _figure(night.cramp_minutes if night else None)
    yield from (_figure(day.amount(habit)) for habit in habits)
    yield defused(thin(night).note) if night else ""


def _figure(number: float | None) -> str:
    if number is None:
        return ""
    return str(int(number)) if number == int(number) else repr(number)
