"""A journal in plain dictionaries: what the one on disk has to hold after any history."""

from dataclasses import dataclass, field
from datetime import timedelta

from journal_app.journal.day import Day
from journal_app.journal.profile import Profile
from journal_app.journal.visit import Appointment

CAN_BE_BROUGHT_BACK = timedelta(days=30)


@dataclass
class PlainJournal:
    """Everything is kept with the number of the import it came from, `None` for the person's own."""

    nights: dict = field(default_factory=dict)  # evening: (night, import)
    deleted: list = field(default_factory=list)  # (night, moment, import), the oldest deletion first
    days: dict = field(default_factory=dict)  # day: ((answer, import), ...)
    medicines: dict = field(default_factory=dict)  # id: (medicine, import)
    visits: dict = field(default_factory=dict)  # id: (visit, import)
    warnings: dict = field(default_factory=dict)  # (question, day): answer
    trials: dict = field(default_factory=dict)  # id: trial
    habits: tuple = ()
    profile: Profile = field(default_factory=Profile)
    appointment: Appointment = field(default_factory=Appointment)
    imports: dict = field(default_factory=dict)  # number: how many things it added

    def put_night(self, night, evening, now):
        if night is None:
            self.delete(evening, now)
        elif evening in self.nights:
            self.nights[evening] = (night, None)
        else:
            self.deleted = [each for each in self.deleted if each[0] != night]
            self.nights[evening] = (night, None)
        self.forget(now)

    def put_back(self, night, evening, now):
        self.delete(evening, now)
        self.put_night(night, evening, now)

    def delete(self, evening, now):
        if evening in self.nights:
            night, batch = self.nights.pop(evening)
            self.deleted.append((night, now, batch))

    def forget(self, now):
        self.deleted = [each for each in self.deleted if each[1] >= now - CAN_BE_BROUGHT_BACK]

    def put_day(self, day, on, now):
        known = dict(self.days.pop(on, ()))
        if day.entries:
            self.days[on] = tuple((entry, known.get(entry)) for entry in day.entries)
        self.forget(now)

    def put_medicine(self, medicine, key, now):
        self._put(self.medicines, key, None if medicine is None else (medicine, None), now)

    def put_visit(self, visit, key, now):
        self._put(self.visits, key, None if visit is None else (visit, None), now)

    def put_warning(self, answer, key, now):
        self._put(self.warnings, key, answer, now)

    def put_trial(self, trial, key, now):
        self._put(self.trials, key, trial, now)

    def put_habits(self, habits, _key, now):
        self.habits = habits
        self.forget(now)

    def put_profile(self, profile, _key, now):
        self.profile = profile
        self.forget(now)

    def put_appointment(self, appointment, _key, now):
        self.appointment = appointment
        self.forget(now)

    def day(self, on):
        return Day(on, tuple(entry for entry, _ in self.days.get(on, ())))

    def take_in(self, new, number, now):
        """Add what an import adds; nothing of it is there yet."""
        self.nights |= {night.evening: (night, number) for night in new.nights}
        self.days |= {day.on: tuple((entry, number) for entry in day.entries) for day in new.days}
        self.medicines |= {each.id: (each, number) for each in new.medicines}
        self.visits |= {each.id: (each, number) for each in new.visits}
        self.deleted = [each for each in self.deleted if each[0] not in new.nights]
        answers = sum(len(day.entries) for day in new.days)
        self.imports[number] = len(new.nights) + answers + len(new.medicines) + len(new.visits)
        self.forget(now)

    def take_back(self, number, now):
        """Remove what an import added and nobody changed since; return how much of it had been changed."""
        before = self._of_import(number)
        for kept in (self.nights, self.medicines, self.visits):
            for key in [key for key, (_, batch) in kept.items() if batch == number]:
                del kept[key]
        self.deleted = [each for each in self.deleted if each[2] != number]
        own = {on: tuple(each for each in of_day if each[1] != number) for on, of_day in self.days.items()}
        self.days = {on: of_day for on, of_day in own.items() if of_day}
        self.forget(now)
        return self.imports.pop(number) - before

    def _put(self, kept, key, record, now):
        kept.pop(key, None)
        if record is not None:
            kept[key] = record
        self.forget(now)

    def _of_import(self, number):
        kept = [*self.nights.values(), *self.medicines.values(), *self.visits.values()]
        answers = [each for of_day in self.days.values() for each in of_day]
        return sum(batch == number for *_, batch in (*kept, *answers, *self.deleted))
