"""The journal as JSON: complete, so that a journal can move to another computer or program."""

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

from journal_app.exchange.faults import Located, shown, too_large
from journal_app.exchange.files import write_text
from journal_app.exchange.plain import from_plain, to_plain
from journal_app.exchange.table_file import read_text
from journal_app.journal.errors import JournalError
from journal_app.journal.records import Records
from journal_app.language import later

FORMAT = "night-cramp-journal"
VERSION = 1
MOST_VALUES = 1_500_000  # forty years hold about as many


def write_journal_json(records: Records, path: Path) -> None:
    """Write everything a journal holds."""
    head: dict[str, object] = {"format": FORMAT, "version": VERSION}
    content = head | {"journal": to_plain(records)}
    write_text(path, json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def read_journal_json(path: Path) -> Records:
    """Read what was written; a fault names the file and the place in it."""
    content = _loaded(path)
    _refuse_strange(path, content)
    try:
        records = from_plain(Records, content.get("journal"), "journal")
    except JournalError as why:
        raise Located(later("{file}: {why}"), why, file=path.name) from why
    if not isinstance(records, Records):
        raise TypeError(type(records))
    return _in_order(path, records)


def _loaded(path: Path) -> dict[str, object]:
    text = read_text(path)
    if sum(map(text.count, ",[{")) > MOST_VALUES:
        raise too_large(path.name)
    try:
        content: object = json.loads(text, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as fault:
        raise JournalError(later("{file} cannot be read as JSON."), file=path.name) from fault
    return content if isinstance(content, dict) else {}


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _refuse_strange(path: Path, content: dict[str, object]) -> None:
    version = content.get("version")
    if content.get("format") != FORMAT or not isinstance(version, int):
        raise JournalError(later("{file} was not exported by this program."), file=path.name)
    if version > VERSION:
        template = later(
            "{file} was exported by a newer version of this program. Update it to import this file."
        )
        raise JournalError(template, file=path.name)


def _in_order(path: Path, records: Records) -> Records:
    for key, values in _keys(records).items():
        twice = next((value for value, times in Counter(values).items() if times > 1), None)
        if twice is not None:
            template = later("{file}: the {key} {value} stands there twice.")
            raise JournalError(template, file=path.name, key=key, value=shown(twice))
    return replace(
        records,
        nights=tuple(sorted(records.nights, key=lambda night: night.evening)),
        days=tuple(sorted(records.days, key=lambda day: day.on)),
        warnings=tuple(sorted(records.warnings, key=lambda answer: answer.asked_on)),
        visits=tuple(sorted(records.visits, key=lambda visit: (visit.day, visit.id))),
    )


def _keys(records: Records) -> dict[str, list[str]]:
    return {
        "night": [f"{night.evening}" for night in records.nights],
        "day": [f"{day.on}" for day in records.days],
        "medicine": [medicine.id for medicine in records.medicines],
        "warning": [f"{answer.warning} {answer.asked_on}" for answer in records.warnings],
        "habit": [habit.id for habit in records.own_habits],
        "trial": [trial.id for trial in records.trials],
        "visit": [visit.id for visit in records.visits],
    }
