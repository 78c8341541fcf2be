"""A table in a text file (CSV), read into cells that know their line and column."""

import csv
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from journal_app.journal.errors import JournalError
from journal_app.language import later

SEPARATORS = (",", ";", "\t")
LONGEST_CELL = 1_000_000
Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One line of a table: its number in the file, and a cell for each column."""

    line: int
    cells: dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table with the names of its columns; `comma` tells that numbers may have a decimal comma."""

    file: str
    columns: tuple[str, ...]
    rows: tuple[TableRow, ...]
    comma: bool = False

    def read(self, row: TableRow, column: str, parse: Callable[[str], Parsed]) -> Parsed | None:
        """Read one cell, `None` where it is empty; a bad one is refused with its line and column."""
        cell = row.cells.get(column, "")
        if not cell.strip():
            return None
        try:
            return parse(cell)
        except JournalError as why:
            raise self.fault(row, column, why) from why

    def fault(self, row: TableRow, column: str, why: JournalError) -> "BadCell":
        """Return a fault that names file, line and column."""
        return BadCell(self.file, row.line, column, why)


class BadCell(JournalError):
    """A cell that cannot be used, and why."""

    def __init__(self, file: str, line: int, column: str, why: JournalError) -> None:
        template = later("{file}, line {line}, column {column}: {why}")
        super().__init__(template, file=file, line=line, column=column, why=why)
        self.why = why

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the sentence, with its reason, in the person's language."""
        return translate(self.template).format(**self.values | {"why": self.why.sentence(translate)})


def read_table(path: Path) -> Table:
    """Read a table; its first line names the columns, which are separated by comma, semicolon or tab."""
    text = read_text(path)
    separator = max(SEPARATORS, key=_first_line(text).count)
    lines = list(_lines(path.name, text, separator))
    if not lines:
        raise JournalError(later("{file} is empty."), file=path.name)
    columns = _columns(path.name, lines[0][1])
    rows = tuple(_row(path.name, line, columns, cells) for line, cells in lines[1:])
    return Table(path.name, columns, rows, comma=separator != ",")


def read_text(path: Path) -> str:
    """Read a text file, in UTF-8 or as older spreadsheets write it."""
    try:
        content = path.read_bytes()
    except IsADirectoryError as fault:
        raise JournalError(later("{file} is a folder, not a file."), file=path) from fault
    except FileNotFoundError as fault:
        raise JournalError(later("There is no file {file}."), file=path) from fault
    except (OSError, ValueError) as fault:
        raise JournalError(later("{file} cannot be read: {why}."), file=path, why=fault) from fault
    if b"\0" in content and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise JournalError(later("{file} is not a text file."), file=path.name)
    return _decoded(path.name, content)


def _decoded(file: str, content: bytes) -> str:
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise JournalError(later("{file} is not a text file."), file=file)


def _first_line(text: str) -> str:
    return next(iter(text.lstrip().splitlines()), "")


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
        template = later("{file}, line {line}: the quotation marks are not in order ({why}).")
        raise JournalError(template, file=file, line=reader.line_num, why=fault) from fault


def _columns(file: str, cells: list[str]) -> tuple[str, ...]:
    columns = tuple(cell.strip() for cell in cells)
    twice = next((column for column in columns if columns.count(column) > 1), None)
    if twice is not None:
        template = later("{file}, line 1: the column {column} stands there twice.")
        raise JournalError(template, file=file, column=repr(twice))
    if "" in columns:
        raise JournalError(later("{file}, line 1: a column has no name."), file=file)
    return columns


def _row(file: str, line: int, columns: tuple[str, ...], cells: list[str]) -> TableRow:
    if len(cells) != len(columns):
        template = later("{file}, line {line}: {found} cells, but there are {wanted} columns.")
        raise JournalError(template, file=file, line=line, found=len(cells), wanted=len(columns))
    return TableRow(line, dict(zip(columns, cells, strict=True)))
