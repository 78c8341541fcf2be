"""Loads the knowledge base: all of it or, with a sentence naming file and key, nothing."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from journal_app.journal.errors import BadEntry
from journal_app.journal.factor import Factor, Take
from journal_app.journal.habit import Habit, HabitKind
from journal_app.knowledge.entries import Entry, Knowledge, KnowledgeError, Muscle, Source
from journal_app.knowledge.entry_table import read_entry
from journal_app.knowledge.references import FOLDERS, JUDGEMENT, broken_references
from journal_app.knowledge.tables import Fault, Faults, Table, read_toml

RELIEFS = "reliefs"
LISTS = ("happening", "to_try", "asked", "likened")  # in judgement.toml, beside its tables of words
Row = TypeVar("Row")


def load_knowledge(folder: Path) -> Knowledge:
    """Return the knowledge base of a folder.

    Raises:
        KnowledgeError: a file is missing, cannot be read, a key is unknown, missing or of the wrong
            kind, or points to what is not there; the sentence names the file, the key and the reason.

    """
    knowledge, faults = read_knowledge(folder)
    if faults:
        more = f" (and {len(faults) - 1} more)" if len(faults) > 1 else ""
        raise KnowledgeError(f"{faults[0]}{more}")
    return knowledge


def read_knowledge(folder: Path) -> tuple[Knowledge, Faults]:
    """Return what could be read of a knowledge base, with every fault that makes it unfit to use."""
    faults: Faults = []
    if not folder.is_dir():
        return _nothing(), [Fault(str(folder), "", "there is no knowledge base here")]
    habits = read_toml(folder / "habits.toml", "habits.toml", faults)
    reliefs = habits.pop(RELIEFS, {})
    judgement = read_toml(folder / JUDGEMENT, JUDGEMENT, faults)
    lists = Table(JUDGEMENT, {key: judgement.pop(key, []) for key in LISTS}, faults)
    knowledge = Knowledge(
        version=_version(judgement, faults),
        entries=_entries(folder, faults),
        sources={row.id: row for row in _rows("sources.toml", _source, folder, faults)},
        habits=tuple(_read_rows("habits.toml", habits, _habit, faults)),
        factors=tuple(_rows("factors.toml", _factor, folder, faults)),
        muscles=tuple(_rows("muscles.toml", _muscle, folder, faults)),
        reliefs=_words("habits.toml", {RELIEFS: reliefs}, faults)[RELIEFS],
        words=_words(JUDGEMENT, judgement, faults),
        happening=lists.texts("happening"),
        to_try=lists.texts("to_try"),
        asked=lists.texts("asked"),
        likened=lists.texts("likened"),
    )
    faults.extend(broken_references(knowledge))
    return knowledge, faults


def _nothing() -> Knowledge:
    return Knowledge("", {}, {}, (), (), ())


def _entries(folder: Path, faults: Faults) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for name, kind in FOLDERS.items():
        for path in sorted((folder / name).glob("*.toml")):
            file = f"{name}/{path.name}"
            values = read_toml(path, file, faults)
            if not values:
                continue
            entry = read_entry(file, values, path.stem, faults)
            if entry.kind is not kind:
                faults.append(Fault(file, "kind", f'"{entry.kind}" does not belong in {name}/'))
            if entry.id in found:
                faults.append(Fault(file, "", f"there is another entry called {entry.id}"))
            found[entry.id] = entry
    return found


def _version(judgement: dict[str, object], faults: Faults) -> str:
    version = judgement.pop("version", None)
    return Table(JUDGEMENT, {"version": version}, faults).text("version", needed=True)


def _words(file: str, tables: Mapping[str, object], faults: Faults) -> dict[str, dict[str, str]]:
    whole = Table(file, tables, faults)
    return {name: {key: str(text) for key, text in whole.scalars(name).items()} for name in tables}


def _rows(file: str, make: Callable[[str, Table], Row | None], folder: Path, faults: Faults) -> list[Row]:
    return _read_rows(file, read_toml(folder / file, file, faults), make, faults)


def _read_rows(
    file: str, tables: Mapping[str, object], make: Callable[[str, Table], Row | None], faults: Faults
) -> list[Row]:
    rows: list[Row] = []
    for row_id, values in tables.items():
        if not isinstance(values, dict):
            faults.append(Fault(file, row_id, "must be a table"))
            continue
        table = Table(file, {str(key): value for key, value in values.items()}, faults, within=row_id)
        row = _made(row_id, table, make)
        table.finish()
        if row is not None:
            rows.append(row)
    return rows


def _made(row_id: str, table: Table, make: Callable[[str, Table], Row | None]) -> Row | None:
    try:
        return make(row_id, table)
    except BadEntry as error:
        table.fault(error.field, str(error))
        return None


def _source(source_id: str, table: Table) -> Source:
    return Source(
        id=source_id,
        authors=table.text("authors", needed=True),
        title=table.text("title", needed=True),
        year=table.whole("year"),
        type=table.text("type", needed=True),
        journal=table.text("journal"),
        doi=table.text("doi"),
        pmid=table.text("pmid"),
        url=table.text("url"),
    )


def _habit(habit_id: str, table: Table) -> Habit:
    kind = table.choice("kind", HabitKind, needed=True) or HabitKind.YES_NO
    return Habit(
        id=habit_id,
        label=table.text("label", needed=True),
        kind=kind,
        unit=table.text("unit"),
        step=_or(table.number("step"), 1.0),
        low=_or(table.number("low"), 0.0),
        high=_or(table.number("high", needed=kind is not HabitKind.YES_NO), 1.0),
        yes=table.text("yes"),
        no=table.text("no"),
        kinds=table.texts("kinds"),
        preset=table.flag("preset"),
    )


def _factor(factor_id: str, table: Table) -> Factor:
    return Factor(
        id=factor_id,
        label=table.text("label", needed=True),
        habit=table.text("habit", needed=True),
        unit=table.text("unit"),
        take=table.choice("take", Take) or Take.SUM,
        within=table.whole("within") or 1,
        days_before=table.wholes("days_before") or (0, 1, 2),
        cut=table.number("cut"),
        with_words=table.text("with", needed=True),
        without_words=table.text("without", needed=True),
    )


def _muscle(muscle_id: str, table: Table) -> Muscle:
    return Muscle(id=muscle_id, label=table.text("label", needed=True), view=table.text("view", needed=True))


def _or(value: float | None, default: float) -> float:
    return default if value is None else value
