"""What a file gave, and what of it a journal does not hold yet."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from journal_app.exchange.nights_csv import thin
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.errors import JournalError
from journal_app.journal.night import Night
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment
from journal_app.language import later

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Reading:
    """Records from a file; what could not be read of it, and why; rows that held nothing."""

    records: Records
    rows: int
    skipped: tuple[JournalError, ...] = ()
    empty_rows: int = 0


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import will add. Every entry of the file is new, a duplicate or skipped."""

    new: Records
    added: int
    duplicates: int
    skipped: tuple[JournalError, ...]
    rows: int
    empty_rows: int

    @property
    def read(self) -> int:
        """Return how many entries the file held."""
        return self.added + self.duplicates + len(self.skipped)


@dataclass
class _Sorting:
    """Sorts what came against what is there."""

    duplicates: int = 0
    skipped: list[JournalError] = field(default_factory=list[JournalError])

    def new_of(
        self,
        came: Iterable[Record],
        have: Iterable[Record],
        key: Callable[[Record], Hashable],
        same: Callable[[Record, Record], bool],
    ) -> tuple[Record, ...]:
        """Return what is new; what is there already is counted, what differs is told."""
        there = {key(each): each for each in have}
        return tuple(each for each in came if self._is_new(each, there.get(key(each)), key, same))

    def _is_new(
        self,
        came: Record,
        have: Record | None,
        key: Callable[[Record], Hashable],
        same: Callable[[Record, Record], bool],
    ) -> bool:
        if have is None:
            return True
        if same(came, have):
            self.duplicates += 1
        else:
            template = later("{what}: the journal holds something else there, which was kept.")
            self.skipped.append(JournalError(template, what=_words(key(came))))
        return False


def plan_import(have: Records, reading: Reading) -> ImportPlan:
    """Return what of a file is new to a journal. What a person entered is never overwritten."""
    came, sorting = reading.records, _Sorting()
    new = Records(
        nights=sorting.new_of(came.nights, have.nights, lambda night: night.evening, _same_night),
        days=_days(sorting.new_of(_answers(came.days), _answers(have.days), _day_and_habit, _same_answers)),
        medicines=sorting.new_of(came.medicines, have.medicines, lambda each: each.id, _equal),
        profile=next(iter(sorting.new_of(_told(came), _told(have), lambda _: "profile", _equal)), Profile()),
        warnings=sorting.new_of(came.warnings, have.warnings, lambda a: (a.asked_on, a.warning), _equal),
        own_habits=sorting.new_of(came.own_habits, have.own_habits, lambda each: each.id, _equal),
        trials=sorting.new_of(came.trials, have.trials, lambda each: each.id, _equal),
        visits=sorting.new_of(came.visits, have.visits, lambda each: each.id, _equal),
        appointment=_appointment(sorting, came, have),
    )
    skipped = (*reading.skipped, *sorting.skipped)
    return ImportPlan(new, _count(new), sorting.duplicates, skipped, reading.rows, reading.empty_rows)


def _count(records: Records) -> int:
    answers = sum(1 for _ in _answers(records.days))
    parts = (records.medicines, records.warnings, records.own_habits, records.trials, records.visits)
    return len(records.nights) + answers + sum(map(len, parts)) + len(_told(records)) + len(_asked(records))


def _answers(days: Iterable[Day]) -> Iterator[Day]:
    """Cut days into one day a habit, since each habit is new or known on its own."""
    for day in days:
        for habit in dict.fromkeys(entry.habit for entry in day.entries):
            yield Day(day.on, tuple(entry for entry in day.entries if entry.habit == habit))


def _days(answers: Iterable[Day]) -> tuple[Day, ...]:
    entries: defaultdict[date, list[HabitEntry]] = defaultdict(list)
    for answer in answers:
        entries[answer.on].extend(answer.entries)
    return tuple(Day(on, tuple(each)) for on, each in entries.items())


def _day_and_habit(answer: Day) -> tuple[date, str]:
    return answer.on, answer.entries[0].habit


def _told(records: Records) -> tuple[Profile, ...]:
    return () if records.profile == Profile() else (records.profile,)


def _asked(records: Records) -> tuple[Appointment, ...]:
    return () if records.appointment == Appointment() else (records.appointment,)


def _appointment(sorting: _Sorting, came: Records, have: Records) -> Appointment:
    new = sorting.new_of(_asked(came), _asked(have), lambda _: "appointment", _equal)
    return next(iter(new), Appointment())


def _same_night(came: Night, have: Night) -> bool:
    return came in (have, thin(have))


def _same_answers(came: Day, have: Day) -> bool:
    summed = HabitEntry(have.entries[0].habit, have.amount(have.entries[0].habit) or 0)
    return came.entries in (have.entries, (summed,))


def _equal(came: object, have: object) -> bool:
    return came == have


def _words(key: Hashable) -> str:
    return ", ".join(map(str, key)) if isinstance(key, tuple) else str(key)
