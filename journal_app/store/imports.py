"""Imports: what one of them added, so that it can be taken back in one go."""

from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from journal_app.journal.errors import JournalError
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment
from journal_app.language import later
from journal_app.store.days import add_entries
from journal_app.store.nights import write_night
from journal_app.store.person import write_habit, write_medicine, write_profile, write_warning_answer
from journal_app.store.row import Row, insert, rows
from journal_app.store.trials import write_trial
from journal_app.store.visits import write_appointment, write_visit

OTHER_TABLES = ("medicine", "profile", "warning_answer", "own_habit", "remedy_trial", "visit", "appointment")


@dataclass(frozen=True, slots=True)
class ImportBatch:
    """One import: where it came from and how much it added."""

    number: int
    source: str
    imported_at: datetime | None
    nights: int
    entries: int
    others: int


@dataclass(frozen=True, slots=True)
class UndoneImport:
    """What taking an import back removed; `kept` counts what the person changed since."""

    source: str
    nights: int
    entries: int
    others: int
    kept: int


def add_records(db: Database, new: Records, source: str, now: datetime) -> int:
    """Add records that the journal does not hold yet; return the number of the import."""
    batch = _new_batch(db, new, source, now)
    for night in new.nights:
        write_night(db, night, batch)
    for day in new.days:
        add_entries(db, day, batch)
    for medicine in new.medicines:
        write_medicine(db, medicine, batch)
    for answer in new.warnings:
        write_warning_answer(db, answer, batch)
    for habit in new.own_habits:
        write_habit(db, habit, batch)
    for trial in new.trials:
        write_trial(db, trial, batch)
    for visit in new.visits:
        write_visit(db, visit, batch)
    if new.appointment != Appointment():
        write_appointment(db, new.appointment, batch)
    if new.profile != Profile():
        write_profile(db, new.profile, batch)
    return batch


def read_imports(db: Database) -> tuple[ImportBatch, ...]:
    """Return the imports that still stand, the newest first."""
    return tuple(map(_batch, rows(db, "SELECT * FROM import_batch WHERE undone_at IS NULL ORDER BY id DESC")))


def take_back(db: Database, number: int | None, now: datetime) -> UndoneImport:
    """Remove what an import added and nobody changed since; without a number, the newest one's."""
    batch = next((each for each in read_imports(db) if number in (None, each.number)), None)
    if batch is None:
        raise JournalError(later("There is no import to undo."))
    nights, entries = _remove(db, "night", batch.number), _remove(db, "habit_entry", batch.number)
    others = sum(_remove(db, table, batch.number) for table in OTHER_TABLES)
    db.execute("UPDATE import_batch SET undone_at = ? WHERE id = ?", (now.isoformat(), batch.number))
    kept = batch.nights + batch.entries + batch.others - nights - entries - others
    return UndoneImport(batch.source, nights, entries, others, kept)


def _new_batch(db: Database, new: Records, source: str, now: datetime) -> int:
    parts = (new.medicines, new.warnings, new.own_habits, new.trials, new.visits)
    others = sum(map(len, parts)) + (new.profile != Profile()) + (new.appointment != Appointment())
    row = {
        "source": source,
        "imported_at": now.isoformat(),
        "nights": len(new.nights),
        "entries": sum(len(day.entries) for day in new.days),
        "others": others,
    }
    return insert(db, "import_batch", {**row})


def _batch(row: Row) -> ImportBatch:
    return ImportBatch(
        row.whole("id"),
        row.text("source"),
        row.moment_or_none("imported_at"),
        row.whole("nights"),
        row.whole("entries"),
        row.whole("others"),
    )


def _remove(db: Database, table: str, batch: int) -> int:
    return db.execute(f"DELETE FROM {table} WHERE batch = ?", (batch,)).rowcount
