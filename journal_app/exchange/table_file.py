"""A table in a text file (CSV), read into cells that know their line and column."""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from journal_app.exchange.faults import BadCell, quoted, too_large
from journal_app.journal.errors import JournalError
from journal_app.language import later

SEPARATORS = (",", ";", "\t")
MOST_BYTES = 30_000_000
LONGEST_CELL = 2_000_000
LONGEST_NAME = 200
MOST_ROWS = 100_000  # more days than three people live
MOST_CELLS = 1_000_000  # twenty-five years of a hundred columns
Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table: its number in the file, and a cell for each column."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """A table with the names of its columns; `comma` tells that numbers may have a decimal comma."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    comma: bool = False

    def cell(self, row: TableRow, column: str) -> str:
        """Return what stands in a cell, nothing where there is no such column."""
        place = self._places.get(column)
        return "" if place is None else row.cells[place]

    def read(self, row: TableRow, column: str, parse: Callable[[str], Parsed]) -> Parsed | None:
        """Read one cell, `None` where it is empty; a bad one is refused with its line and column."""
        cell = self.cell(row, column)
        if not cell.strip():
            return None
        try:
            return parse(cell)
        except JournalError as why:
            raise self.fault(row, column, why) from why

    def fault(self, row: TableRow, column: str, why: JournalError) -> BadCell:
        """Return a fault that names file, line and column."""
        return BadCell(self.file, row.line, column, why)

    @cached_property
    def _places(self) -> dict[str, int]:
        return {column: place for place, column in enumerate(self.columns)}


def read_table(path: Path) -> Table:
    """Read a table; its first line names the columns, which are separated by comma, semicolon or tab."""
    text = read_text(path)
    separator = max(SEPARATORS, key=_first_line(text).count)
    lines = _lines(path.name, text, separator)
    head = next(lines, None)
    if head is None:
        raise JournalError(later("{file} is empty."), file=path.name)
    columns = _columns(path.name, head[1])
    rows = tuple(_row(path.name, line, columns, cells) for line, cells in _few(path.name, columns, lines))
    return Table(path.name, columns, rows, comma=separator != ",")


def read_text(path: Path) -> str:
    """Read a text file, in UTF-8 or as older spreadsheets write it."""
    content = _content(path)
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
        break
    raise JournalError(later("{file} is not a text file."), file=path.name)


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except IsADirectoryError as fault:
        raise JournalError(later("{file} is a folder, not a file."), file=path) from fault
    except FileNotFoundError as fault:
        raise JournalError(later("There is no file {file}."), file=path) from fault
    except (OSError, ValueError) as fault:
        raise JournalError(later("{file} cannot be read: {why}."), file=path, why=fault) from fault
    if len(content) > MOST_BYTES:
        raise too_large(path.name)
    return content


def _first_line(text: str) -> str:
    found = re.search(r"\S[^\r\n]*", text)
    return found[0] if found else ""


def _lines(file: str, text: str, separator: str) -> Iterator[tuple[int, list[str]]]:
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    began = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield began, cells
            began = reader.line_num + 1
    except csv.Error as fault:
        template = later("{file}, line {line}: the quotation marks are not in order.")
        if "field limit" in str(fault):
            template = later("{file}, line {line}: a cell is too long.")
        raise JournalError(template, file=file, line=reader.line_num) from fault


def _few(
    file: str, columns: tuple[str, ...], lines: Iterator[tuple[int, list[str]]]
) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines, and refuse more of them than any journal has."""
    most = min(MOST_ROWS, MOST_CELLS // len(columns))
    for number, line in enumerate(lines):
        if number == most:
            raise too_large(file)
        yield line


def _columns(file: str, cells: list[str]) -> tuple[str, ...]:
    if len(cells) > MOST_CELLS:
        raise too_large(file)
    columns = tuple(cell.strip() for cell in cells)
    if "" in columns:
        raise JournalError(later("{file}, line 1: a column has no name."), file=file)
    twice = next((column for column, times in Counter(columns).items() if times > 1), None)
    if twice is not None:
        template = later("{file}, line 1: the column {column} stands there twice.")
        raise JournalError(template, file=file, column=quoted(twice))
    long = next((column for column in columns if len(column) > LONGEST_NAME), None)
    if long is not None:
        template = later("{file}, line 1: {column} is too long for the name of a column.")
        raise JournalError(template, file=file, column=quoted(long))
    return columns


def _row(file: str, line: int, columns: tuple[str, ...], cells: list[str]) -> TableRow:
    if len(cells) != len(columns):
        template = later("{file}, line {line}: {found} cells, but there are {wanted} columns.")
        raise JournalError(template, file=file, line=line, found=len(cells), wanted=len(columns))
    return TableRow(line, tuple(cells))
