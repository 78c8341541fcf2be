"""Records as plain lists and dictionaries, and back: the shape of our JSON.

The shape follows from the records' own fields, so a new field is written and read without a change
here. What is read is checked against the fields' types; a fault names the place, `nights[3].evening`.
"""

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from functools import cache

from journal_app.exchange.cells import refuse_other_times
from journal_app.exchange.faults import Located, quoted, shown
from journal_app.journal.checks import plain_text
from journal_app.journal.errors import JournalError
from journal_app.language import later

LARGEST = 2**63 - 1  # the largest whole number a journal can hold


def to_plain(value: object) -> object:
    """Turn a record into plain values."""
    if is_dataclass(value):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, tuple):
        return [to_plain(each) for each in value]
    if isinstance(value, date | time):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value


def from_plain(kind: object, plain: object, place: str) -> object:
    """Turn plain values into a record of a kind; a fault names its place."""
    if isinstance(kind, types.UnionType):
        return None if plain is None else from_plain(_known(kind), plain, place)
    if typing.get_origin(kind) is tuple:
        return _tuple(typing.get_args(kind)[0], plain, place)
    if isinstance(kind, type) and is_dataclass(kind):
        return _record(kind, plain, place)
    return _single(kind, plain, place)


def _known(kind: types.UnionType) -> object:
    return next(each for each in kind.__args__ if each is not types.NoneType)


def _tuple(kind: object, plain: object, place: str) -> tuple[object, ...]:
    if not isinstance(plain, list):
        raise JournalError(later("{place}: a list is wanted."), place=place)
    return tuple(from_plain(kind, each, f"{place}[{k}]") for k, each in enumerate(plain))


def _record(kind: type, plain: object, place: str) -> object:
    if not isinstance(plain, dict):
        raise JournalError(later("{place}: a group of named values is wanted."), place=place)
    known = _fields(kind)
    strange = next((name for name in plain if name not in known), None)
    if strange is not None:
        raise JournalError(later("{place}: {name} is not known."), place=place, name=shown(f"{strange}"))
    missing = next((name for name, (each, _) in known.items() if _needed(each) and name not in plain), None)
    if missing is not None:
        raise JournalError(later("{place}: {name} is missing."), place=place, name=missing)
    values = {name: from_plain(known[name][1], each, f"{place}.{name}") for name, each in plain.items()}
    return _placed(lambda: kind(**values), place)


@cache
def _fields(kind: type) -> dict[str, tuple[Field[object], object]]:
    hints = typing.get_type_hints(kind)
    return {each.name: (each, hints[each.name]) for each in fields(kind)}


def _needed(each: Field[object]) -> bool:
    return each.default is MISSING and each.default_factory is MISSING


def _single(kind: object, plain: object, place: str) -> object:
    if isinstance(plain, str) and kind is not str:
        parse = _parser(kind)
        if parse:
            return _placed(lambda: parse(plain), place)
    if not _fits(kind, plain):
        template = later("{place}: {value} is not what is wanted there.")
        raise JournalError(template, place=place, value=_as_shown(plain))
    if isinstance(plain, str):
        plain_text(place, plain)
    return plain


def _as_shown(plain: object) -> str:
    return shown(f"{plain}") if isinstance(plain, int | float | None) else quoted(f"{plain}")


def _fits(kind: object, plain: object) -> bool:
    if isinstance(plain, int) and abs(plain) > LARGEST:
        return False
    if kind is float:
        return isinstance(plain, int | float) and not isinstance(plain, bool)
    return isinstance(kind, type) and type(plain) is kind


def _parser(kind: object) -> Callable[[str], object] | None:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return _PARSERS.get(kind)


def _day(text: str) -> date:
    return refuse_other_times(date.fromisoformat(text))


def _moment(text: str) -> datetime:
    found = datetime.fromisoformat(text)
    refuse_other_times(found.date())
    return found


def _clock(text: str) -> time:
    return time.fromisoformat(text).replace(tzinfo=None)  # the wall clock where the person slept


_PARSERS: dict[object, Callable[[str], object]] = {date: _day, datetime: _moment, time: _clock}


def _placed(make: Callable[[], object], place: str) -> object:
    try:
        return make()
    except JournalError as why:
        raise Located(later("{place}: {why}"), why, place=place) from why
    except ValueError as why:
        raise JournalError(later("{place}: this value cannot be read."), place=place) from why
