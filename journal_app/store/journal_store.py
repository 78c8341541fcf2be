"""The journal on disk. Records in, records out; each method that changes something is one transaction."""

from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from journal_app.journal.day import Day
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit
from journal_app.journal.medicine import Medicine
from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.journal.profile import Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.journal.trial import RemedyTrial, refuse_other_schedule, refuse_second_trial
from journal_app.journal.visit import Appointment, Visit
from journal_app.language import later
from journal_app.store import days, imports, nights, person, trials, visits
from journal_app.store.connection import connect, faults_told, spoiled_told
from journal_app.store.copies import count_rows, find_faults, write_copy
from journal_app.store.first_bytes import hold, identity_of, let_go
from journal_app.store.imports import ImportBatch, UndoneImport
from journal_app.store.journal_file import (
    keep_former_version,
    make_journal,
    refuse_no_journal,
    refuse_write_protected,
)
from journal_app.store.key import Key, is_protected
from journal_app.store.nights import DeletedNight, NightsHeld
from journal_app.store.row import rows
from journal_app.store.schema import migrate

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """Return the moment by the computer's clock."""
    return datetime.now(UTC)


class JournalStore:
    """One open journal. It belongs to the thread that opened it."""

    def __init__(
        self, path: Path, db: Database, read_only: bool, clock: Clock, key: Key | None = None
    ) -> None:
        self.path = path
        self.key = key
        self.read_only = read_only
        self._db = db
        self._clock = clock
        self._identity = identity_of(path)
        self._held = hold(path)

    @classmethod
    def open(
        cls, path: Path, read_only: bool = False, clock: Clock = utc_now, key: Key | None = None
    ) -> Self:
        """Open a journal; what is none, is newer or damaged is refused and left untouched."""
        refuse_no_journal(path, key)
        key = key if is_protected(path) else None
        if not read_only:
            refuse_write_protected(path)
        with faults_told(path), ExitStack() as on_failure:
            db = on_failure.enter_context(connect(path, read_only, key))
            if not read_only:
                keep_former_version(path, db, key)
                db.enable_wal()
                migrate(db)
            on_failure.pop_all()
        return cls(path, db, read_only, clock, key)

    @classmethod
    def create(cls, path: Path, clock: Clock = utc_now, key: Key | None = None) -> Self:
        """Make a new journal and open it; a file that is there already is refused."""
        make_journal(path, key)
        return cls.open(path, clock=clock, key=key)

    @classmethod
    def open_or_create(cls, path: Path, clock: Clock = utc_now, key: Key | None = None) -> Self:
        """Open a journal, or make it where there is none yet."""
        return (cls.open if path.exists() else cls.create)(path, clock=clock, key=key)

    def close(self) -> None:
        """Close the file; everything saved is in it."""
        self._db.close()
        let_go(self._held)
        self._held = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # Reading

    def records(self) -> Records:
        """Return everything the journal holds, as of one moment."""
        with self._reading(), self._db.atomic():
            return Records(
                nights=nights.read_nights(self._db),
                days=days.read_days(self._db),
                medicines=person.read_medicines(self._db),
                profile=person.read_profile(self._db),
                warnings=person.read_warning_answers(self._db),
                own_habits=person.read_habits(self._db),
                trials=trials.read_trials(self._db),
                visits=visits.read_visits(self._db),
                appointment=visits.read_appointment(self._db),
            )

    def night(self, evening: date) -> Night | None:
        """Return the night of an evening, `None` where it is not recorded."""
        return next(iter(self.nights(Period(evening, evening))), None)

    def nights(self, period: Period | None = None) -> tuple[Night, ...]:
        """Return the recorded nights of a period, or all, in order of time."""
        period = period or Period(date.min, date.max)
        where = f"{nights.STANDING} AND evening BETWEEN ? AND ?"
        with self._reading():
            return nights.read_nights(self._db, where, (period.first.isoformat(), period.last.isoformat()))

    def deleted_nights(self) -> tuple[DeletedNight, ...]:
        """Return the nights that can still be brought back, the newest deletion first."""
        with self._reading():
            return nights.read_deleted(self._db, self._now() - nights.KEPT_AFTER_DELETION)

    def day(self, on: date) -> Day:
        """Return the answers of a day; without any it is an empty day."""
        with self._reading():
            return next(iter(days.read_days(self._db, on, on)), Day(on))

    def days(self, period: Period | None = None) -> tuple[Day, ...]:
        """Return the days of a period that have answers, or all, in order of time."""
        period = period or Period(date.min, date.max)
        with self._reading():
            return days.read_days(self._db, period.first, period.last)

    def medicines(self) -> tuple[Medicine, ...]:
        """Return the medicines and supplements."""
        with self._reading():
            return person.read_medicines(self._db)

    def profile(self) -> Profile:
        """Return what the person told about themselves."""
        with self._reading():
            return person.read_profile(self._db)

    def warning_answers(self) -> tuple[WarningAnswer, ...]:
        """Return the answers to warning questions, in order of time."""
        with self._reading():
            return person.read_warning_answers(self._db)

    def habits(self) -> tuple[Habit, ...]:
        """Return the person's habits, in their order."""
        with self._reading():
            return person.read_habits(self._db)

    def trials(self) -> tuple[RemedyTrial, ...]:
        """Return the trials of remedies, in the order they were planned."""
        with self._reading():
            return trials.read_trials(self._db)

    def visits(self) -> tuple[Visit, ...]:
        """Return the visits to the doctor, in order of time."""
        with self._reading():
            return visits.read_visits(self._db)

    def appointment(self) -> Appointment:
        """Return the next appointment with its questions."""
        with self._reading():
            return visits.read_appointment(self._db)

    def imports(self) -> tuple[ImportBatch, ...]:
        """Return the imports that can be undone, the newest first."""
        with self._reading():
            return imports.read_imports(self._db)

    # Changing

    def save_night(self, night: Night) -> None:
        """Save a night in the place of the one that stood for its evening."""
        with self._change():
            nights.write_night(self._db, night)

    def delete_night(self, evening: date) -> bool:
        """Delete a night; it can be brought back for 30 days. Tell whether there was one."""
        with self._change():
            return nights.move_to_deleted(self._db, evening, self._now())

    def restore_night(self, evening: date) -> bool:
        """Bring back the night of an evening that was deleted last. Tell whether there was one."""
        with self._change():
            return nights.bring_back(self._db, evening, self._now())

    def save_day(self, day: Day) -> None:
        """Save a day's answers in the place of its former ones."""
        with self._change():
            days.write_day(self._db, day)

    def save_morning(self, night: Night, day: Day) -> None:
        """Save a night together with its day."""
        with self._change():
            nights.write_night(self._db, night)
            days.write_day(self._db, day)

    def save_medicine(self, medicine: Medicine) -> None:
        """Save a medicine in the place of its former state."""
        with self._change():
            person.write_medicine(self._db, medicine)

    def delete_medicine(self, medicine: str) -> bool:
        """Delete a medicine by its id. Tell whether there was one."""
        with self._change():
            return person.remove_medicine(self._db, medicine)

    def save_profile(self, profile: Profile) -> None:
        """Save what the person told about themselves."""
        with self._change():
            person.write_profile(self._db, profile)

    def save_warning_answer(self, answer: WarningAnswer) -> None:
        """Save an answer; a later one of the same day to the same question takes its place."""
        with self._change():
            person.write_warning_answer(self._db, answer)

    def remove_warning_answer(self, answer: WarningAnswer) -> None:
        """Take back the answer to a question on its day, as undoing it does."""
        with self._change():
            person.remove_warning_answer(self._db, answer)

    def replace_habits(self, habits: Sequence[Habit]) -> None:
        """Put a whole list of habits, in its order, in the place of the former one."""
        with self._change():
            person.replace_habits(self._db, habits)

    def save_trial(self, trial: RemedyTrial) -> None:
        """Save a trial in the place of its former state; a second at a time or a changed lot is refused."""
        with self._change():
            others = trials.read_trials(self._db)
            refuse_second_trial(others, trial)
            for former in (other for other in others if other.id == trial.id):
                refuse_other_schedule(former, trial)
            trials.write_trial(self._db, trial)

    def delete_trial(self, trial: str) -> bool:
        """Delete a trial by its id. Tell whether there was one."""
        with self._change():
            return trials.remove_trial(self._db, trial)

    def save_visit(self, visit: Visit) -> None:
        """Save a visit in the place of its former state."""
        with self._change():
            visits.write_visit(self._db, visit)

    def delete_visit(self, visit: str) -> bool:
        """Delete a visit by its id. Tell whether there was one."""
        with self._change():
            return visits.remove_visit(self._db, visit)

    def save_appointment(self, appointment: Appointment) -> None:
        """Save the next appointment and its questions in the place of the former ones."""
        with self._change():
            visits.write_appointment(self._db, appointment)

    def apply(self, new: Records, source: str) -> int:
        """Add many new records at once; the number returned undoes it."""
        with self._change():
            return imports.add_records(self._db, new, source, self._now())

    def undo_import(self, number: int | None = None) -> UndoneImport:
        """Take back an import, the newest if none is named; what the person changed since stays."""
        with self._change():
            return imports.take_back(self._db, number, self._now())

    # For backups

    def copy_into(self, path: Path, name: Path) -> None:
        """Copy the journal, as of one moment, into a file that is verified and will be called `name`."""
        write_copy(self._db, path, name, self.key)

    def counts(self) -> dict[str, int]:
        """Return how many rows each table holds."""
        with self._reading():
            return count_rows(self._db)

    def nights_held(self) -> NightsHeld:
        """Return how many nights there are, and which are the first and the last."""
        with self._reading():
            return nights.nights_held(self._db)

    def setting(self, name: str) -> object:
        """Return a setting of SQLite as it stands for this connection."""
        return rows(self._db, f"PRAGMA {name}")[0].values[name]

    def faults(self) -> tuple[str, ...]:
        """Check the whole file thoroughly; return what is wrong with it, nothing if it is sound."""
        with self._reading():
            return find_faults(self._db)

    def _now(self) -> datetime:
        return self._clock().astimezone(UTC)

    @contextmanager
    def _reading(self) -> Generator[None, None, None]:
        with spoiled_told(self.path):
            yield

    @contextmanager
    def _change(self) -> Generator[None, None, None]:
        self._refuse_if_lost()
        with faults_told(self.path), self._db.atomic():
            yield
            nights.forget_deleted(self._db, self._now() - nights.KEPT_AFTER_DELETION)

    def _refuse_if_lost(self) -> None:
        # SQLite would go on writing into a file that was moved, deleted or replaced under it.
        if self.read_only:
            raise JournalError(
                later("{file} is open to read only, so nothing can be changed."), file=self.path.name
            )
        if identity_of(self.path) != self._identity:
            template = later(
                "{file} was moved, deleted or replaced while it was open. Nothing was changed; open it again."
            )
            raise JournalError(template, file=self.path.name)
