"""Reading TOML tables strictly: every fault is noted with file, key and reason, and none is skipped."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

Choice = TypeVar("Choice", bound=StrEnum)
Faults = list["Fault"]
LONGEST_LINE = 5_000  # a key of thousands of parts would take minutes
LONGEST_SENTENCE = 300
LARGEST = 1e15


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong in one file of the knowledge base."""

    file: str
    key: str
    reason: str

    def __str__(self) -> str:
        told = f"{self.file}: {self.key}: {self.reason}" if self.key else f"{self.file}: {self.reason}"
        told = told if len(told) <= LONGEST_SENTENCE else f"{told[:LONGEST_SENTENCE]} …"
        return "".join(letter if letter.isprintable() else "\ufffd" for letter in told)


def read_toml(path: Path, name: str, faults: Faults) -> dict[str, object]:
    """Return a file's tables; a file that cannot be read is noted and gives none."""
    try:
        text = path.read_text(encoding="utf-8")
        if max(map(len, text.splitlines()), default=0) > LONGEST_LINE:
            raise ValueError("a line is too long")
        return dict(tomllib.loads(text))
    except (OSError, UnicodeDecodeError) as error:
        faults.append(Fault(name, "", f"cannot be read ({error})"))
    except (ValueError, RecursionError) as error:
        faults.append(Fault(name, "", f"is not TOML: {error}"))
    return {}


class Table:
    """One TOML table that is being read: give it keys, then `finish()` names those left over."""

    def __init__(self, file: str, values: Mapping[str, object], faults: Faults, within: str = "") -> None:
        self._file = file
        self._values = values
        self._faults = faults
        self._within = within
        self._read: set[str] = set()

    def text(self, key: str, needed: bool = False) -> str:
        """Return a text, empty where there is none."""
        value = self._value(key, "a text", needed)
        if value is None:
            return ""
        if not isinstance(value, str) or not value.strip():
            self.fault(key, "must be a text that is not empty")
            return ""
        return value

    def texts(self, key: str, needed: bool = False) -> tuple[str, ...]:
        """Return a list of texts, empty where there is none."""
        values = self._list(key, "a list of texts", needed)
        if not all(isinstance(value, str) and value.strip() for value in values):
            self.fault(key, "must be a list of texts that are not empty")
        return tuple(value for value in values if isinstance(value, str))

    def number(self, key: str, needed: bool = False) -> float | None:
        """Return a number, `None` where there is none."""
        value = self._value(key, "a number", needed)
        if value is None:
            return None
        if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) <= LARGEST:
            return value
        self.fault(key, "must be a number")
        return None

    def whole(self, key: str) -> int | None:
        """Return a whole number, `None` where there is none."""
        value = self.number(key)
        if isinstance(value, float):
            self.fault(key, "must be a whole number")
            return None
        return value

    def wholes(self, key: str) -> tuple[int, ...]:
        """Return a list of whole numbers, empty where there is none."""
        values = self._list(key, "a list of whole numbers")
        if not all(isinstance(value, int) and not isinstance(value, bool) for value in values):
            self.fault(key, "must be a list of whole numbers")
        return tuple(value for value in values if isinstance(value, int))

    def flag(self, key: str, needed: bool = False) -> bool:
        """Return true or false; false where it is not given."""
        value = self._value(key, "true or false", needed)
        if value is not None and not isinstance(value, bool):
            self.fault(key, "must be true or false")
        return value is True

    def day(self, key: str) -> date:
        """Return a date, which must be given."""
        value = self._value(key, "a date such as 2026-11-23", needed=True)
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        if value is not None:
            self.fault(key, "must be a date such as 2026-11-23, without quotes")
        return date.min

    def choice(self, key: str, choices: type[Choice], needed: bool = False) -> Choice | None:
        """Return one of a few words."""
        text = self.text(key, needed)
        if not text:
            return None
        if text not in set(choices):
            self.fault(key, f'"{text}" is not one of {", ".join(choices)}')
            return None
        return choices(text)

    def scalars(self, key: str) -> dict[str, bool | float | str]:
        """Return a table of texts, numbers and true or false."""
        found: dict[str, bool | float | str] = {}
        for name, value in self._table(key).items():
            if isinstance(value, bool | int | float | str):
                found[name] = value
            else:
                self.fault(f"{key}.{name}", "must be a text, a number, or true or false")
        return found

    def tables(self, key: str) -> Iterator["Table"]:
        """Yield the tables of a list of tables."""
        for number, value in enumerate(self._list(key, "a list of tables"), start=1):
            label = f"{key} {number}"
            if isinstance(value, dict):
                yield Table(self._file, _by_name(value), self._faults, self._path(label))
            else:
                self.fault(label, "must be a table")

    def lists_of_tables(self, key: str, inner: str) -> Iterator[tuple["Table", ...]]:
        """Yield, for each table of a list, the tables of the list it holds."""
        for table in self.tables(key):
            yield tuple(table.tables(inner))
            table.finish()

    def raw(self, key: str) -> object:
        """Return a value of any kind, `None` where there is none."""
        return self._value(key, "", needed=False)

    def fault(self, key: str, reason: str) -> None:
        """Note a fault of one key."""
        self._faults.append(Fault(self._file, self._path(key), reason))

    def finish(self) -> None:
        """Note every key that nobody asked for."""
        for key in self._values:
            if key not in self._read:
                self.fault(key, "is not a key that is known here")

    def _value(self, key: str, wanted: str, needed: bool) -> object:
        self._read.add(key)
        value = self._values.get(key)
        if value is None and needed:
            self.fault(key, f"is missing; it must be {wanted}")
        return value

    def _list(self, key: str, wanted: str, needed: bool = False) -> list[object]:
        value = self._value(key, wanted, needed)
        if value is None or isinstance(value, list):
            return list(value or [])
        self.fault(key, f"must be {wanted}")
        return []

    def _table(self, key: str) -> dict[str, object]:
        value = self._value(key, "a table", needed=True)
        if isinstance(value, dict):
            return _by_name(value)
        if value is not None:
            self.fault(key, "must be a table")
        return {}

    def _path(self, key: str) -> str:
        return " > ".join(filter(None, (self._within, key)))


def _by_name(table: dict[object, object]) -> dict[str, object]:
    return {str(name): value for name, value in table.items()}
