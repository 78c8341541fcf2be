"""The open journal as the pages see it: records to read, changes to make, each of which can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from journal_app.journal.day import Day
from journal_app.journal.errors import JournalError
from journal_app.journal.night import Night
from journal_app.ui.edits import Edit
from journal_app.ui.keeper import DeletedNight, Keeper

if TYPE_CHECKING:
    from journal_app.journal.habit import Habit
    from journal_app.journal.medicine import Medicine
    from journal_app.journal.period import Period
    from journal_app.journal.profile import Profile, WarningAnswer
    from journal_app.journal.records import Records
    from journal_app.journal.trial import RemedyTrial
    from journal_app.journal.visit import Appointment, Visit

Record = TypeVar("Record")
Done = TypeVar("Done")


class OpenJournal(QObject):
    """Reads from and writes to the keeper; tells what changed; holds the undo stack."""

    night_changed = Signal(object)  # a night was written, deleted or restored: its evening (a date)
    day_changed = Signal(object)  # a day was written: its date
    about_changed = Signal()  # profile, medicines, warning answers or habits were written
    visits_changed = Signal()  # a visit or the appointment was written
    trials_changed = Signal()  # a trial of a remedy was written
    changed = Signal()  # anything was written
    saved = Signal(object)  # it is on the disk: the moment (a datetime)
    refused = Signal(object)  # a change could not be written: the JournalError

    def __init__(
        self, open_keeper: Callable[[], Keeper], clock: Callable[[], datetime], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self._open_keeper, self._clock = open_keeper, clock
        self._records: Records | None = None
        self._recorded_last: date | None = None

    @cached_property
    def _keeper(self) -> Keeper:
        return self._open_keeper()

    def open(self) -> None:
        """Open the file now; else it is opened with the first thing read or written.

        Raises:
            JournalError: the file cannot be opened.

        """
        _ = self._keeper

    def close(self) -> None:
        """Close the file, if it was opened."""
        if "_keeper" in self.__dict__:
            self._keeper.close()

    def shut(self) -> None:
        """Close the file, and forget all of it but whether last night is recorded."""
        self._recorded_last = self._newest_recorded()
        self.close()
        self.__dict__.pop("_keeper", None)
        self._records = None
        self.undo_stack.clear()

    def while_closed(self, act: Callable[[], Done]) -> Done:
        """Close the file, do something with it, and begin anew with what is there then."""
        self.shut()
        return act()

    # --- reading

    @property
    def now(self) -> datetime:
        """Return the present moment in the person's time zone."""
        return self._clock()

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written."""
        return self._keeper.read_only

    def is_recorded(self, evening: date) -> bool:
        """Tell whether a night is recorded; of a locked journal, by what was known when it was locked."""
        if "_keeper" in self.__dict__:
            return self.night(evening) is not None
        return self._recorded_last is not None and evening <= self._recorded_last

    def records(self) -> Records:
        """Return everything; it is read once and kept in step with each change."""
        if self._records is None:
            self._records = self._keeper.records()
        return self._records

    def night(self, evening: date) -> Night | None:
        """Return a night, `None` where it was not recorded."""
        return self._keeper.night(evening)

    def nights(self, period: Period) -> dict[date, Night]:
        """Return the recorded nights of a period by evening."""
        return {night.evening: night for night in self._keeper.nights(period)}

    def deleted_nights(self) -> Sequence[DeletedNight]:
        """Return the nights that can still be brought back, the newest deletion first."""
        return self._keeper.deleted_nights()

    def day(self, on: date) -> Day:
        """Return a day, empty where nothing was answered."""
        return self._keeper.day(on)

    def habits(self) -> tuple[Habit, ...]:
        """Return the person's list of habits, and their changes to the catalog's."""
        return self._keeper.habits()

    def medicines(self) -> tuple[Medicine, ...]:
        """Return the medicines and supplements."""
        return self._keeper.medicines()

    def profile(self) -> Profile:
        """Return what the person told about themselves."""
        return self._keeper.profile()

    def warning_answers(self) -> tuple[WarningAnswer, ...]:
        """Return the answers to warning questions, oldest first."""
        return tuple(answer for answer in self._keeper.warning_answers() if not answer.of_night)

    def night_answers(self) -> tuple[WarningAnswer, ...]:
        """Return the answers that tell cramps from what resembles them, oldest night first."""
        return tuple(answer for answer in self._keeper.warning_answers() if answer.of_night)

    def visits(self) -> tuple[Visit, ...]:
        """Return the visits to the doctor, oldest first."""
        return self._keeper.visits()

    def appointment(self) -> Appointment:
        """Return the next appointment with its questions."""
        return self._keeper.appointment()

    def trials(self) -> tuple[RemedyTrial, ...]:
        """Return the trials of remedies as they stand today, in the order they were planned."""
        kept = self._records.trials if self._records is not None else self._keeper.trials()
        return tuple(trial.up_to(self.now.date()) for trial in kept)

    # --- changing; `text` says what was done, for the undo menu

    def save_night(self, night: Night, text: str) -> bool:
        """Write a night; tell whether it is on the disk."""
        return self._change(text, self._put_night, self.night(night.evening), night, night.evening)

    def delete_night(self, evening: date, text: str) -> bool:
        """Delete a night; it can be brought back for 30 days."""
        return self._change(text, self._put_night, self.night(evening), None, evening)

    def restore_night(self, night: Night, text: str) -> bool:
        """Bring back a deleted night; one that stands in its place joins the deleted ones."""
        return self._change(text, self._put_back, self.night(night.evening), night, night.evening)

    def save_day(self, day: Day, text: str) -> bool:
        """Write a day's answers."""
        return self._change(text, self._put_day, self.day(day.on), day)

    def save_profile(self, profile: Profile, text: str) -> bool:
        """Write what the person told about themselves."""
        return self._change(text, self._put_profile, self.profile(), profile)

    def save_medicine(self, medicine: Medicine, text: str) -> bool:
        """Write a medicine, new or changed."""
        before = next((m for m in self.medicines() if m.id == medicine.id), None)
        return self._change(text, self._put_medicine, before, medicine, medicine.id)

    def delete_medicine(self, medicine: Medicine, text: str) -> bool:
        """Remove a medicine that was entered by mistake."""
        return self._change(text, self._put_medicine, medicine, None, medicine.id)

    def save_warning_answer(self, answer: WarningAnswer, text: str) -> bool:
        """Write an answer to a warning question, or to one about a night."""
        key = (answer.warning, answer.asked_on)
        kept = self._keeper.warning_answers()
        before = next((a for a in kept if (a.warning, a.asked_on) == key), None)
        return self._change(text, self._put_warning, before, answer, answer)

    def take_back_answer(self, answer: WarningAnswer, text: str) -> bool:
        """Remove an answer that was given by mistake."""
        return self._change(text, self._put_warning, answer, None, answer)

    def save_habits(self, habits: tuple[Habit, ...], text: str) -> bool:
        """Write the person's list of habits."""
        return self._change(text, self._put_habits, self.habits(), habits)

    def save_visit(self, visit: Visit, text: str) -> bool:
        """Write a visit, new or changed."""
        before = next((each for each in self.visits() if each.id == visit.id), None)
        return self._change(text, self._put_visit, before, visit, visit.id)

    def delete_visit(self, visit: Visit, text: str) -> bool:
        """Remove a visit."""
        return self._change(text, self._put_visit, visit, None, visit.id)

    def save_appointment(self, appointment: Appointment, text: str) -> bool:
        """Write the next appointment and its questions."""
        return self._change(text, self._put_appointment, self.appointment(), appointment)

    def save_trial(self, trial: RemedyTrial, text: str) -> bool:
        """Write a trial, new or changed."""
        before = next((each for each in self.trials() if each.id == trial.id), None)
        return self._change(text, self._put_trial, before, trial, trial.id)

    def delete_trial(self, trial: RemedyTrial, text: str) -> bool:
        """Remove a trial that was called off before its first night."""
        return self._change(text, self._put_trial, trial, None, trial.id)

    # --- how a change is made

    def _change(
        self, text: str, put: Callable[..., None], before: Record, after: Record, *key: object
    ) -> bool:
        if before == after:
            return True
        undo, redo = partial(self._write, put, before, *key), partial(self._write, put, after, *key)
        if not redo():
            return False
        self.undo_stack.push(Edit(text, undo, redo, self.now, _night_or_day(after) or _night_or_day(before)))
        return True

    def _write(self, put: Callable[..., None], record: object, *key: object) -> bool:
        try:
            put(record, *key)
        except JournalError as error:
            self.refused.emit(error)
            return False
        self.saved.emit(self.now)
        self.changed.emit()
        return True

    def _newest_recorded(self) -> date | None:
        if "_keeper" not in self.__dict__:
            return self._recorded_last
        recorded = self.records().period
        return recorded.last if recorded else None

    def _put_night(self, night: Night | None, evening: date) -> None:
        if night is None:
            self._keeper.delete_night(evening)
        else:
            self._keeper.save_night(night)
        if self._records is not None:
            kept = tuple(each for each in self._records.nights if each.evening != evening)
            nights = kept if night is None else sorted((*kept, night), key=lambda each: each.evening)
            self._records = replace(self._records, nights=tuple(nights))
        self.night_changed.emit(evening)

    def _put_back(self, night: Night | None, evening: date) -> None:
        self._keeper.delete_night(evening)
        self._put_night(night, evening)

    def _put_day(self, day: Day) -> None:
        self._keeper.save_day(day)
        if self._records is not None:
            kept = (each for each in self._records.days if each.on != day.on)
            days = sorted((*kept, day), key=lambda each: each.on) if day.entries else kept
            self._records = replace(self._records, days=tuple(days))
        self.day_changed.emit(day.on)

    def _put_profile(self, profile: Profile) -> None:
        self._keeper.save_profile(profile)
        self._about_changed()

    def _put_medicine(self, medicine: Medicine | None, medicine_id: str) -> None:
        if medicine is None:
            self._keeper.delete_medicine(medicine_id)
        else:
            self._keeper.save_medicine(medicine)
        self._about_changed()

    def _put_warning(self, answer: WarningAnswer | None, key: WarningAnswer) -> None:
        if answer is None:
            self._keeper.remove_warning_answer(key)
        else:
            self._keeper.save_warning_answer(answer)
        self._about_changed()

    def _put_habits(self, habits: tuple[Habit, ...]) -> None:
        self._keeper.replace_habits(habits)
        self._about_changed()

    def _put_visit(self, visit: Visit | None, visit_id: str) -> None:
        if visit is None:
            self._keeper.delete_visit(visit_id)
        else:
            self._keeper.save_visit(visit)
        self._visits_changed()

    def _put_appointment(self, appointment: Appointment) -> None:
        self._keeper.save_appointment(appointment)
        self._visits_changed()

    def _put_trial(self, trial: RemedyTrial | None, trial_id: str) -> None:
        if trial is None:
            self._keeper.delete_trial(trial_id)
        else:
            # One whose last night is over is kept as ended first: it stands in the way of no other.
            for other in (each for each in self.trials() if each.id != trial_id):
                self._keeper.save_trial(other)
            self._keeper.save_trial(trial)
        if self._records is not None:
            self._records = replace(self._records, trials=self._keeper.trials())
        self.trials_changed.emit()

    def _visits_changed(self) -> None:
        if self._records is not None:
            visits, appointment = self._keeper.visits(), self._keeper.appointment()
            self._records = replace(self._records, visits=visits, appointment=appointment)
        self.visits_changed.emit()

    def _about_changed(self) -> None:
        if self._records is not None:
            self._records = replace(
                self._records,
                medicines=self._keeper.medicines(),
                profile=self._keeper.profile(),
                warnings=self._keeper.warning_answers(),
                own_habits=self._keeper.habits(),
            )
        self.about_changed.emit()


def _night_or_day(record: object) -> date | None:
    if isinstance(record, Night):
        return record.evening
    return record.on if isinstance(record, Day) else None
