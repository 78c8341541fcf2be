"""Medicines, profile, warning answers and own habits in their tables."""

from collections import defaultdict
from collections.abc import Sequence

from sqlite_utils import Database

from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Posture, Profile, WarningAnswer
from journal_app.store.row import Row, Value, insert, iso, rows, text_list


def read_medicines(db: Database) -> tuple[Medicine, ...]:
    """Return the medicines in the order they were first saved."""
    periods: defaultdict[str, list[DosePeriod]] = defaultdict(list)
    for row in rows(db, "SELECT * FROM dose_period ORDER BY medicine, position"):
        periods[row.text("medicine")].append(_dose_period(row))
    found = rows(db, "SELECT * FROM medicine ORDER BY position")
    return tuple(_medicine(row, tuple(periods[row.text("id")])) for row in found)


def write_medicine(db: Database, medicine: Medicine, batch: int | None = None) -> None:
    """Put a medicine in the place of its former state."""
    _replace(db, "medicine", "id", _medicine_row(medicine) | {"batch": batch})
    db.execute("DELETE FROM dose_period WHERE medicine = ?", (medicine.id,))
    for position, period in enumerate(medicine.periods):
        insert(db, "dose_period", _dose_period_row(medicine.id, position, period))


def remove_medicine(db: Database, medicine: str) -> bool:
    """Remove a medicine; tell whether there was one."""
    return db.execute("DELETE FROM medicine WHERE id = ?", (medicine,)).rowcount > 0


def read_profile(db: Database) -> Profile:
    """Return what the person told, an empty profile where nothing was."""
    found = rows(db, "SELECT * FROM profile")
    return _profile(found[0]) if found else Profile()


def write_profile(db: Database, profile: Profile, batch: int | None = None) -> None:
    """Put the profile in the place of its former state."""
    _replace(db, "profile", "id", {"id": 1} | _profile_row(profile) | {"batch": batch})


def read_warning_answers(db: Database) -> tuple[WarningAnswer, ...]:
    """Return the answers in order of time."""
    return tuple(map(_answer, rows(db, "SELECT * FROM warning_answer ORDER BY asked_on, id")))


def write_warning_answer(db: Database, answer: WarningAnswer, batch: int | None = None) -> None:
    """Add an answer, or put it in the place of the one given that day to the same question."""
    _replace(db, "warning_answer", "warning, asked_on", _answer_row(answer) | {"batch": batch})


def remove_warning_answer(db: Database, answer: WarningAnswer) -> None:
    """Remove the answer to a question on its day."""
    key = (answer.warning, answer.asked_on.isoformat())
    db.execute("DELETE FROM warning_answer WHERE warning = ? AND asked_on = ?", key)


def read_habits(db: Database) -> tuple[Habit, ...]:
    """Return the person's habits in their order."""
    return tuple(map(_habit, rows(db, "SELECT * FROM own_habit ORDER BY position, id")))


def write_habit(db: Database, habit: Habit, batch: int | None = None) -> None:
    """Put a habit in the place of its former state, or after the others."""
    places = rows(
        db,
        "SELECT coalesce((SELECT position FROM own_habit WHERE id = ?), max(position) + 1, 1) AS place"
        " FROM own_habit",
        (habit.id,),
    )
    row = _habit_row(habit) | {"position": places[0].whole("place"), "batch": batch}
    _replace(db, "own_habit", "id", row)


def replace_habits(db: Database, habits: Sequence[Habit]) -> None:
    """Put a whole list of habits in the place of the former one."""
    kept = {habit.id for habit in habits}
    for former in read_habits(db):
        if former.id not in kept:
            db.execute("DELETE FROM own_habit WHERE id = ?", (former.id,))
    for position, habit in enumerate(habits, 1):
        write_habit(db, habit)
        db.execute("UPDATE own_habit SET position = ? WHERE id = ?", (position, habit.id))


def _replace(db: Database, table: str, key: str, row: dict[str, Value]) -> None:
    changes = ", ".join(f"{column} = excluded.{column}" for column in row)
    marks = ", ".join("?" * len(row))
    db.execute(
        f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"
        f" ON CONFLICT ({key}) DO UPDATE SET {changes}",
        list(row.values()),
    )


def _medicine(row: Row, periods: tuple[DosePeriod, ...]) -> Medicine:
    return Medicine(row.text("id"), row.text("name"), periods, row.flag("supplement"), row.text("note"))


def _medicine_row(medicine: Medicine) -> dict[str, Value]:
    return {
        "id": medicine.id,
        "name": medicine.name,
        "supplement": medicine.supplement,
        "note": medicine.note,
    }


def _dose_period(row: Row) -> DosePeriod:
    return DosePeriod(row.day_or_none("first_day"), row.day_or_none("last_day"), row.text("dose"))


def _dose_period_row(medicine: str, position: int, period: DosePeriod) -> dict[str, Value]:
    return {
        "medicine": medicine,
        "position": position,
        "first_day": iso(period.start),
        "last_day": iso(period.end),
        "dose": period.dose,
    }


def _profile(row: Row) -> Profile:
    posture = row.text_or_none("posture")
    return Profile(
        name=row.text("name"),
        birth_year=row.whole_or_none("birth_year"),
        conditions=row.texts("conditions"),
        other_conditions=row.text("other_conditions"),
        pregnant=row.flag_or_none("pregnant"),
        due=row.day_or_none("due"),
        dialysis=row.flag_or_none("dialysis"),
        posture=Posture(posture) if posture else None,
        cramps_since=row.day_or_none("cramps_since"),
        note=row.text("note"),
        suspects=row.texts("suspects"),
    )


def _profile_row(profile: Profile) -> dict[str, Value]:
    return {
        "name": profile.name,
        "birth_year": profile.birth_year,
        "conditions": text_list(profile.conditions),
        "other_conditions": profile.other_conditions,
        "pregnant": profile.pregnant,
        "due": iso(profile.due),
        "dialysis": profile.dialysis,
        "posture": profile.posture,
        "cramps_since": iso(profile.cramps_since),
        "note": profile.note,
        "suspects": text_list(profile.suspects),
    }


def _answer(row: Row) -> WarningAnswer:
    return WarningAnswer(
        warning=row.text("warning"),
        yes=row.flag("yes"),
        asked_on=row.day("asked_on"),
        rules_version=row.text("rules_version"),
        cleared_on=row.day_or_none("cleared_on"),
        note=row.text("note"),
    )


def _answer_row(answer: WarningAnswer) -> dict[str, Value]:
    return {
        "warning": answer.warning,
        "yes": answer.yes,
        "asked_on": answer.asked_on.isoformat(),
        "rules_version": answer.rules_version,
        "cleared_on": iso(answer.cleared_on),
        "note": answer.note,
    }


def _habit(row: Row) -> Habit:
    return Habit(
        id=row.text("id"),
        label=row.text("label"),
        kind=HabitKind(row.text("kind")),
        unit=row.text("unit"),
        step=row.number("step"),
        low=row.number("low"),
        high=row.number("high"),
        yes=row.text("yes"),
        no=row.text("no"),
        kinds=row.texts("kinds"),
        preset=row.flag("preset"),
        own=row.flag("own"),
        hidden=row.flag("hidden"),
    )


def _habit_row(habit: Habit) -> dict[str, Value]:
    return {
        "id": habit.id,
        "label": habit.label,
        "kind": habit.kind,
        "unit": habit.unit,
        "step": habit.step,
        "low": habit.low,
        "high": habit.high,
        "yes": habit.yes,
        "no": habit.no,
        "kinds": text_list(habit.kinds),
        "preset": habit.preset,
        "own": habit.own,
        "hidden": habit.hidden,
    }
