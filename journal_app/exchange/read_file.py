"""Reads a file of any kind the program knows into one `Reading`."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from journal_app.exchange.journal_json import read_journal_json, write_journal_json
from journal_app.exchange.mapped_table import ColumnMap, read_mapped_table
from journal_app.exchange.nights_csv import read_nights_csv, write_nights_csv
from journal_app.exchange.reading import Reading
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.records import Records
from journal_app.language import later


def read_file(
    path: Path, habits: Iterable[Habit], date_column: str = "", maps: Sequence[ColumnMap] = ()
) -> Reading:
    """Read our own CSV or JSON, or with a date column and maps any table of one row a day."""
    if date_column or maps:
        _refuse_half_a_map(date_column, maps)
        return read_mapped_table(path, date_column, maps, habits)
    if path.suffix.lower() == ".json":
        records = read_journal_json(path)
        return Reading(records, rows=len(records.nights))
    return _own_csv(path, {habit.id: habit for habit in habits})


def write_file(records: Records, path: Path) -> None:
    """Write a journal as CSV or JSON, whichever the file's name asks for."""
    writers = {".csv": write_nights_csv, ".json": write_journal_json}
    if path.suffix.lower() not in writers:
        template = later("{file}: a name that ends in .csv or .json is needed.")
        raise JournalError(template, file=path.name)
    writers[path.suffix.lower()](records, path)


def _refuse_half_a_map(date_column: str, maps: Sequence[ColumnMap]) -> None:
    if not date_column or not maps:
        raise JournalError(later("A table needs both a date column and at least one map to a habit."))


def _own_csv(path: Path, known: Mapping[str, Habit]) -> Reading:
    found = read_nights_csv(path)
    habits = (known.get(each) or _strange_habit(each, found.names.get(each)) for each in found.habits)
    own = tuple(habit for habit in habits if habit.own)
    records = Records(nights=found.records.nights, days=found.records.days, own_habits=own)
    return Reading(records, found.rows)


def _strange_habit(habit: str, name: str | None) -> Habit:
    return Habit(habit, name or habit.capitalize(), HabitKind.AMOUNT, high=1_000_000, own=True)
