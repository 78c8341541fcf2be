"""One row of a table, read as the types that records are made of."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NoReturn, TypeVar

from sqlite_utils import Database

from journal_app.store.faults import UnreadableValue

Value = str | float | None
Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class Row:
    """A row by column names; a value of the wrong type means that the file was damaged."""

    values: dict[str, object]

    def text(self, column: str) -> str:
        """Read a text."""
        value = self.values[column]
        return value if isinstance(value, str) else _damaged(column)

    def text_or_none(self, column: str) -> str | None:
        """Read a text that may be unknown."""
        return None if self.values[column] is None else self.text(column)

    def whole(self, column: str) -> int:
        """Read a whole number."""
        value = self.values[column]
        return value if isinstance(value, int) else _damaged(column)

    def whole_or_none(self, column: str) -> int | None:
        """Read a whole number that may be unknown."""
        return None if self.values[column] is None else self.whole(column)

    def number(self, column: str) -> float:
        """Read a number."""
        value = self.values[column]
        return value if isinstance(value, int | float) else _damaged(column)

    def number_or_none(self, column: str) -> float | None:
        """Read a number that may be unknown."""
        return None if self.values[column] is None else self.number(column)

    def flag(self, column: str) -> bool:
        """Read a yes or no."""
        return bool(self.whole(column))

    def flag_or_none(self, column: str) -> bool | None:
        """Read a yes or no that may be unknown."""
        return None if self.values[column] is None else self.flag(column)

    def day(self, column: str) -> date:
        """Read a date."""
        return _parsed(column, date.fromisoformat, self.text(column))

    def day_or_none(self, column: str) -> date | None:
        """Read a date that may be unknown."""
        return None if self.values[column] is None else self.day(column)

    def clock_or_none(self, column: str) -> time | None:
        """Read a time of day that may be unknown."""
        text = self.text_or_none(column)
        return None if text is None else _parsed(column, time.fromisoformat, text)

    def moment_or_none(self, column: str) -> datetime | None:
        """Read a date with its time, that may be unknown."""
        text = self.text_or_none(column)
        return None if text is None else _parsed(column, datetime.fromisoformat, text)

    def texts(self, column: str) -> tuple[str, ...]:
        """Read a list of texts."""
        found = _parsed(column, json.loads, self.text(column))
        return tuple(str(each) for each in found) if isinstance(found, list) else _damaged(column)


def rows(db: Database, sql: str, values: tuple[Value, ...] = ()) -> list[Row]:
    """Return the rows of a query."""
    cursor = db.execute(sql, values)
    columns = [each[0] for each in cursor.description]
    return [Row(dict(zip(columns, row, strict=True))) for row in cursor]


def insert(db: Database, table: str, row: dict[str, Value]) -> int:
    """Add a row to a table and return its number."""
    marks = ", ".join("?" * len(row))
    cursor = db.execute(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})", list(row.values()))
    return cursor.lastrowid or 0


def text_list(texts: tuple[str, ...]) -> str:
    """Write a list of texts into one column."""
    return json.dumps(texts, ensure_ascii=False)


def iso(moment: date | time | None) -> str | None:
    """Write a date, a time or both as text; unknown stays unknown."""
    return None if moment is None else moment.isoformat()


def _parsed(column: str, parse: Callable[[str], Parsed], text: str) -> Parsed:
    try:
        return parse(text)
    except (ValueError, RecursionError):
        _damaged(column)


def _damaged(column: str) -> NoReturn:
    raise UnreadableValue(column)
