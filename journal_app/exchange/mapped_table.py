"""Any table with one row a day, read by a map from its columns to habits: "COLUMN=habit:unit"."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from journal_app.exchange.cells import date_in, number_in
from journal_app.exchange.faults import BadCellsSoFar, shown
from journal_app.exchange.reading import Reading
from journal_app.exchange.table_file import Table, TableRow, read_table
from journal_app.exchange.units import converted, kept_unit
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.records import Records
from journal_app.language import later

WORDS = {"yes": 1.0, "no": 0.0, "true": 1.0, "false": 0.0, "y": 1.0, "n": 0.0}
MOST = 1_000_000.0
MINUTES_A_DAY = 1440.0  # milliseconds taken for minutes are refused, not kept


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """A column of the table, the habit it is about, and the unit its numbers are in."""

    column: str
    habit: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column with the habit that its amounts become entries of."""

    name: str
    unit: str
    habit: Habit


def column_map(text: str) -> ColumnMap:
    """Read `COLUMN=habit:unit`; the unit may be left out where the numbers are in the habit's own."""
    column, found, rest = text.rpartition("=")
    habit, _, unit = rest.partition(":")
    if not found or not column.strip() or not habit.strip():
        raise JournalError(later("{text} is not of the form COLUMN=habit:unit."), text=repr(text))
    return ColumnMap(column.strip(), habit.strip(), unit.strip())


def read_mapped_table(
    path: Path, date_column: str, maps: Sequence[ColumnMap], habits: Iterable[Habit]
) -> Reading:
    """Read answers from a table; a habit that nobody knows yet becomes one of the person's own.

    An empty cell is no answer. A cell or row that cannot be used is skipped and told, never guessed.
    """
    table = read_table(path)
    _refuse_missing(table, [date_column, *(each.column for each in maps)])
    columns = _columns(maps, habits)
    skipped = BadCellsSoFar(table.file)
    days = _days(table, date_column, columns, skipped)
    own = tuple({column.habit.id: column.habit for column in columns if column.habit.own}.values())
    held = Records(days=tuple(days[on] for on in sorted(days)), own_habits=own)
    empty = sum(not any(table.cell(row, column.name).strip() for column in columns) for row in table.rows)
    return Reading(held, len(table.rows), tuple(skipped.faults), empty)


def _refuse_missing(table: Table, wanted: Sequence[str]) -> None:
    missing = next((column for column in wanted if column not in table.columns), None)
    if missing is not None:
        template = later("{file} has no column {column}. Its columns are: {columns}.")
        columns = shown(", ".join(table.columns))
        raise JournalError(template, file=table.file, column=repr(missing), columns=columns)


def _columns(maps: Sequence[ColumnMap], habits: Iterable[Habit]) -> tuple[_Column, ...]:
    known = {habit.id: habit for habit in habits}
    columns = tuple(_column(each, known.get(each.habit)) for each in maps)
    for column in columns:
        converted(0, column.unit, column.habit.unit)
    return columns


def _column(mapped: ColumnMap, known: Habit | None) -> _Column:
    if known:
        return _Column(mapped.column, mapped.unit or known.unit, known)
    label = mapped.habit.replace("_", " ").capitalize()
    unit = kept_unit(mapped.unit)
    high = MINUTES_A_DAY if unit == "min" else MOST
    habit = Habit(mapped.habit, label, HabitKind.AMOUNT, unit, high=high, own=True)
    return _Column(mapped.column, mapped.unit, habit)


def _days(
    table: Table, date_column: str, columns: Sequence[_Column], skipped: BadCellsSoFar
) -> dict[date, Day]:
    days: dict[date, Day] = {}
    lines: dict[date, int] = {}
    for row in table.rows:
        entries = tuple(_entries(table, row, columns, skipped))
        try:
            on = _new_date(table, row, date_column, lines) if entries else None
        except JournalError as why:
            skipped.add(why)
            continue
        if on:
            days[on] = Day(on, entries)
    return days


def _new_date(table: Table, row: TableRow, column: str, lines: dict[date, int]) -> date:
    on = table.read(row, column, date_in)
    if on is None:
        raise table.fault(row, column, JournalError(later("the date is missing.")))
    if on in lines:
        template = later("{day} stood in line {earlier} already.")
        raise table.fault(row, column, JournalError(template, day=on, earlier=lines[on]))
    lines[on] = row.line
    return on


def _entries(
    table: Table, row: TableRow, columns: Sequence[_Column], skipped: BadCellsSoFar
) -> Iterator[HabitEntry]:
    for column in columns:
        try:
            entry = table.read(
                row, column.name, lambda cell, column=column: _entry(cell, column, table.comma)
            )
        except JournalError as why:
            skipped.add(why)
        else:
            if entry:
                yield entry


def _entry(cell: str, column: _Column, comma: bool) -> HabitEntry:
    word = WORDS.get(cell.strip().lower())
    amount = number_in(cell, comma) if word is None else word
    # Rounded so that a conversion there and back, or a second program, gives the very same amount.
    entry = HabitEntry(column.habit.id, round(converted(amount, column.unit, column.habit.unit), 6))
    column.habit.check(entry)
    return entry
