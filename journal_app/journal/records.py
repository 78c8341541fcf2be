"""Everything a journal holds, as it is handed from the store to a review."""

from dataclasses import dataclass, field

from journal_app.journal.day import Day
from journal_app.journal.habit import Habit
from journal_app.journal.medicine import Medicine
from journal_app.journal.night import Night
from journal_app.journal.period import Period
from journal_app.journal.profile import Profile, WarningAnswer
from journal_app.journal.trial import RemedyTrial
from journal_app.journal.visit import Appointment, Visit


@dataclass(frozen=True, slots=True)
class Records:
    """The person's records, nights and days in order of time, each evening at most once."""

    nights: tuple[Night, ...] = ()
    days: tuple[Day, ...] = ()
    medicines: tuple[Medicine, ...] = ()
    profile: Profile = field(default_factory=Profile)
    warnings: tuple[WarningAnswer, ...] = ()
    own_habits: tuple[Habit, ...] = ()
    trials: tuple[RemedyTrial, ...] = ()
    visits: tuple[Visit, ...] = ()
    appointment: Appointment = field(default_factory=Appointment)

    @property
    def period(self) -> Period | None:
        """Return the stretch from the first recorded night to the last, `None` without nights."""
        return Period(self.nights[0].evening, self.nights[-1].evening) if self.nights else None
