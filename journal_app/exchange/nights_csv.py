"""NIGHTS.csv: one row a night, readable in any spreadsheet; `analyse` reads what `export` writes.

Columns: night, cramps (empty = not recorded), pain, minutes, one a habit (empty = unknown), note.
It holds less than the journal: one pain and one duration a night, the sum of a habit a day.
The column of a habit the person added has its name and its id, "Sauna (own_1a2b3c4d)": the id finds
it again after it was renamed.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path
from typing import TypeVar

from journal_app.exchange.cells import date_in, defused, number_in, undefused
from journal_app.exchange.faults import BadCellsSoFar, quoted, refuse_bad_cells
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
NAME_AND_ID = re.compile(r"(?P<name>.*\S) \((?P<id>own_[0-9a-f]{8})\)", re.DOTALL)
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class NightsFile:
    """What a file of nights holds: its records, the nights from its first row to its last, its habits."""

    records: Records
    period: Period
    habits: tuple[str, ...]
    rows: int
    names: dict[str, str] = field(default_factory=dict)  # by id, of habits a person added


def read_nights_csv(path: Path) -> NightsFile:
    """Read a file of nights; it is refused for its bad cells, each told with its line and column."""
    table = read_table(path)
    _refuse_missing_columns(table)
    named = {column: undefused(column) for column in table.columns if column not in ABOUT_THE_NIGHT}
    own = {column: found for column, told in named.items() if (found := NAME_AND_ID.fullmatch(told))}
    habits = named | {column: found["id"] for column, found in own.items()}
    rows = _Rows(table, habits)
    for row in table.rows:
        rows.take(row)
    refuse_bad_cells(table.file, rows.bad.faults)
    evenings = sorted(rows.lines)
    records = Records(
        nights=tuple(rows.nights[evening] for evening in evenings if evening in rows.nights),
        days=tuple(rows.days[evening] for evening in evenings if evening in rows.days),
    )
    period, names = Period(evenings[0], evenings[-1]), {found["id"]: found["name"] for found in own.values()}
    return NightsFile(records, period, tuple(habits.values()), len(table.rows), names)


def write_nights_csv(records: Records, path: Path) -> None:
    """Write one row a night, from the first record to the last, gaps included."""
    habits = sorted({entry.habit for day in records.days for entry in day.entries})
    names = {habit.id: habit.label for habit in records.own_habits if habit.own}
    nights = {night.evening: night for night in records.nights}
    days = {day.on: day for day in records.days}
    evenings = sorted(nights.keys() | days.keys())
    text = StringIO()
    lines = csv.writer(text)
    lines.writerow(["night", "cramps", "pain", "minutes", *(_column(each, names) for each in habits), "note"])
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


class _Rows:
    """Takes one row after the other, and notes each cell that cannot be used."""

    def __init__(self, table: Table, habits: dict[str, str]) -> None:
        self.nights: dict[date, Night] = {}
        self.days: dict[date, Day] = {}
        self.lines: dict[date, int] = {}
        self.bad = BadCellsSoFar(table.file)
        self._table = table
        self._habits = habits

    def take(self, row: TableRow) -> None:
        """Take the night and the day of a row."""
        evening = self._noted(lambda: _evening(self._table, row, self.lines))
        on = evening or date.max  # without a date the other cells are looked at all the same
        cramps = self._cramps(row)
        note = self._noted(lambda: _note(self._table, on, row), "")
        entries = tuple(filter(None, (self._entry(row, column) for column in self._habits)))
        if evening and cramps is not None:
            self.nights[evening] = Night(evening, cramps, note=note or "")
        if evening and entries:
            self.days[evening] = Day(evening, entries)

    def _cramps(self, row: TableRow) -> tuple[Episode, ...] | None:
        """Return the cramps of a night, `None` where it is not recorded or they cannot be read."""
        table, before = self._table, len(self.bad.faults)
        count = self._noted(lambda: table.read(row, "cramps", lambda cell: _whole(cell, MOST_CRAMPS)))
        pain = self._noted(lambda: table.read(row, "pain", lambda cell: _whole(cell, 10)))
        minutes = self._noted(lambda: table.read(row, "minutes", lambda cell: _minutes(cell, table.comma)))
        if len(self.bad.faults) == before and not count and any((pain, minutes)):
            template = later("pain or minutes are given, but the night has no cramp.")
            self.bad.add(table.fault(row, "cramps", JournalError(template)))
        if count is None or len(self.bad.faults) > before:
            return None
        return (Episode(pain=pain, minutes=minutes), *[Episode()] * (count - 1)) if count else ()

    def _entry(self, row: TableRow, column: str) -> HabitEntry | None:
        habit, comma = self._habits[column], self._table.comma
        return self._noted(
            lambda: self._table.read(row, column, lambda cell: HabitEntry(habit, number_in(cell, comma)))
        )

    def _noted(self, read: Callable[[], Read], otherwise: Read | None = None) -> Read | None:
        try:
            return read()
        except JournalError as fault:
            self.bad.add(fault)
            return otherwise


def _evening(table: Table, row: TableRow, lines: dict[date, int]) -> date:
    evening = table.read(row, "night", date_in)
    if evening is None:
        raise table.fault(row, "night", JournalError(later("the date is missing.")))
    if evening in lines:
        template = later("{night} stood in line {earlier} already.")
        raise table.fault(row, "night", JournalError(template, night=evening, earlier=lines[evening]))
    lines[evening] = row.line
    return evening


def _note(table: Table, evening: date, row: TableRow) -> str | None:
    return table.read(row, "note", lambda cell: Night(evening, note=undefused(cell)).note)


def _whole(cell: str, most: int) -> int:
    number = number_in(cell)
    if not 0 <= number <= most or number != int(number):
        template = later("{cell} is not a whole number from 0 to {most}.")
        raise JournalError(template, cell=quoted(cell), most=most)
    return int(number)


def _minutes(cell: str, comma: bool) -> float | None:
    return Episode(minutes=number_in(cell, comma)).minutes


def _column(habit: str, names: dict[str, str]) -> str:
    told = f"{names.get(habit, '').strip()} ({habit})"
    if NAME_AND_ID.fullmatch(told):
        return defused(told)
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
