"""Visits to the doctor and the next appointment in the tables `visit` and `appointment`."""

from sqlite_utils import Database

from journal_app.journal.visit import Appointment, Visit
from journal_app.store.row import Row, Value, iso, rows, text_list


def read_visits(db: Database) -> tuple[Visit, ...]:
    """Return the visits in order of time; none in a file from before there were any."""
    return tuple(map(_visit, _rows(db, "visit", "day, id")))


def write_visit(db: Database, visit: Visit, batch: int | None = None) -> None:
    """Put a visit in the place of its former state."""
    _replace(db, "visit", _visit_row(visit) | {"batch": batch})


def remove_visit(db: Database, visit: str) -> bool:
    """Remove a visit; tell whether there was one."""
    return db.execute("DELETE FROM visit WHERE id = ?", (visit,)).rowcount > 0


def read_appointment(db: Database) -> Appointment:
    """Return the next appointment, an empty one where there is none."""
    found = _rows(db, "appointment", "id")
    return Appointment(found[0].day_or_none("day"), found[0].texts("questions")) if found else Appointment()


def write_appointment(db: Database, appointment: Appointment, batch: int | None = None) -> None:
    """Put the appointment in the place of its former state."""
    row: dict[str, Value] = {
        "id": 1,
        "day": iso(appointment.day),
        "questions": text_list(appointment.questions),
        "batch": batch,
    }
    _replace(db, "appointment", row)


def _rows(db: Database, table: str, order: str) -> list[Row]:
    if not rows(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", (table,)):
        return []
    return rows(db, f"SELECT * FROM {table} ORDER BY {order}")


def _replace(db: Database, table: str, row: dict[str, Value]) -> None:
    changes = ", ".join(f"{column} = excluded.{column}" for column in row)
    db.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
        f" ON CONFLICT (id) DO UPDATE SET {changes}",
        list(row.values()),
    )


def _visit(row: Row) -> Visit:
    return Visit(
        id=row.text("id"),
        day=row.day("day"),
        assessment=row.text("assessment"),
        tests=row.text("tests"),
        medicines=row.text("medicines"),
        answers=row.texts("answers"),
        next_visit=row.text("next_visit"),
        report=row.text("report"),
        note=row.text("note"),
    )


def _visit_row(visit: Visit) -> dict[str, Value]:
    return {
        "id": visit.id,
        "day": visit.day.isoformat(),
        "assessment": visit.assessment,
        "tests": visit.tests,
        "medicines": visit.medicines,
        "answers": text_list(visit.answers),
        "next_visit": visit.next_visit,
        "report": visit.report,
        "note": visit.note,
    }
