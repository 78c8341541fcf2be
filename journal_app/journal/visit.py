"""A visit to the doctor: the appointment ahead with its questions, and what was said when it is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from journal_app.journal.checks import not_empty, plain_text
from journal_app.journal.errors import BadEntry
from journal_app.journal.period import Period, last_nights
from journal_app.journal.profile import WarningAnswer
from journal_app.language import later

MOST_QUESTIONS = 3
NIGHTS_TO_RECORD = 14
DAYS_AFTER = 14  # for so long the window asks what the doctor said


@dataclass(frozen=True, slots=True)
class Visit:
    """What a doctor said on one day. All but the day is optional; empty means that nothing was told."""

    id: str
    day: date
    assessment: str = ""
    tests: str = ""  # asked for
    medicines: str = ""  # changes to them
    answers: tuple[str, ...] = ()  # to the questions, in their order; empty where there was none
    next_visit: str = ""
    report: str = ""  # the id of the report the doctor had before them
    note: str = ""

    def __post_init__(self) -> None:
        not_empty("id", self.id)
        _at_most_three("answers", self.answers)
        for field in ("assessment", "tests", "medicines", "next_visit", "report", "note"):
            plain_text(field, getattr(self, field))

    @property
    def empty(self) -> bool:
        """Whether nothing was told."""
        texts = (self.assessment, self.tests, self.medicines, *self.answers, self.next_visit, self.note)
        return not any(text.strip() for text in texts)


@dataclass(frozen=True, slots=True)
class Appointment:
    """The next appointment, and what the person would like to know. Both may be unknown."""

    day: date | None = None
    questions: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _at_most_three("questions", self.questions)

    def day_from(self, today: date) -> date | None:
        """Return the day if it is still to come."""
        return self.day if self.day is not None and self.day >= today else None


class Stage(StrEnum):
    """How far it is to an appointment."""

    NONE = "none"  # no appointment, or far ahead, or over and written down
    RECORDING = "recording"  # two weeks or less
    EVE = "eve"  # the day before, and the day itself
    AFTER = "after"  # over, and no visit is written down yet


@dataclass(frozen=True, slots=True)
class Preparation:
    """What there is to do for an appointment, and how much of it is done."""

    stage: Stage
    day: date | None = None
    nights_recorded: int = 0
    warnings_asked: bool = False
    questions: int = 0


def preparation(
    appointment: Appointment,
    evenings: Iterable[date],
    warnings: Iterable[WarningAnswer],
    visits: Iterable[Visit],
    today: date,
) -> Preparation:
    """Return the stage of an appointment, from the recorded evenings and what was answered."""
    stage = _stage(appointment.day, visits, today)
    if stage is Stage.NONE or appointment.day is None:
        return Preparation(Stage.NONE)
    nights = nights_before(appointment.day)
    return Preparation(
        stage,
        appointment.day,
        sum(evening in nights for evening in evenings),
        any(answer.asked_on >= nights.first for answer in warnings),
        sum(bool(question.strip()) for question in appointment.questions),
    )


def nights_before(day: date) -> Period:
    """Return the 14 nights before an appointment."""
    return last_nights(NIGHTS_TO_RECORD, day - timedelta(days=1))


def _stage(day: date | None, visits: Iterable[Visit], today: date) -> Stage:
    if day is None or (day - today).days > NIGHTS_TO_RECORD:
        return Stage.NONE
    if day >= today:
        return Stage.EVE if (day - today).days <= 1 else Stage.RECORDING
    told = any(visit.day >= day for visit in visits)
    return Stage.NONE if told or (today - day).days > DAYS_AFTER else Stage.AFTER


def _at_most_three(field: str, texts: tuple[str, ...]) -> None:
    if len(texts) > MOST_QUESTIONS:
        raise BadEntry(field, later("{field}: at most {most} have room."), most=MOST_QUESTIONS)
    for text in texts:
        plain_text(field, text)
