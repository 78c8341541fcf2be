"""Records as hypothesis draws them, for round trips."""

from datetime import UTC, date, datetime, time, timedelta, timezone

from hypothesis import strategies as st

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.journal.profile import Posture, Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.journal.trial import Block, KeptNight, RemedyTrial, TrialDesign
from journal_app.journal.visit import Appointment, Visit

evenings = st.dates(date(2026, 1, 1), date(2026, 12, 31))
texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)
names = texts.filter(str.strip)
ids = st.text("ab_=-é'", min_size=1, max_size=5)
scores = st.integers(0, 10)
clocks = st.times().map(lambda moment: moment.replace(microsecond=0, fold=0))
zones = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))


def maybe(strategy):
    return st.none() | strategy


episodes = st.builds(
    Episode,
    leg=maybe(st.sampled_from(Leg)),
    muscle=maybe(texts),
    pain=maybe(scores),
    began=maybe(clocks),
    began_exact=st.booleans(),
    minutes=maybe(st.floats(0, 1440)),
    minutes_exact=st.booleans(),
    woke=maybe(st.booleans()),
    hard=maybe(st.booleans()),
    relief=st.lists(texts, max_size=3).map(tuple),
    helped=maybe(st.sampled_from(Helped)),
    note=texts,
)


@st.composite
def nights(draw, on=evenings):
    evening = draw(on)
    logged = draw(maybe(st.timedeltas(timedelta(0), timedelta(days=40))))
    noon = datetime.combine(evening, time(12), draw(zones | st.just(UTC)))
    return Night(
        evening=evening,
        episodes=tuple(draw(st.lists(episodes, max_size=3))),
        sleep_disturbance=draw(maybe(scores)),
        slept_hours=draw(maybe(st.floats(0, 24))),
        soreness=draw(maybe(scores)),
        logged_at=None if logged is None else noon + logged,
        logged_by=draw(texts),
        note=draw(texts),
    )


habit_entries = st.builds(
    HabitEntry,
    habit=st.sampled_from(["water", "alcohol", "exercise"]) | ids,
    amount=st.integers(0, 3000) | st.floats(0, 100_000),
    at=maybe(clocks),
    kind=texts,
    effort=maybe(scores),
    note=texts,
)


def days(on=evenings):
    return st.builds(Day, on=on, entries=st.lists(habit_entries, min_size=1, max_size=4).map(tuple))


@st.composite
def dose_periods(draw):
    marks = sorted(draw(st.lists(evenings, max_size=4, unique=True)))
    pairs = zip(marks[::2], marks[1::2], strict=False)
    return tuple(DosePeriod(first, last, draw(texts)) for first, last in pairs)


medicines = st.builds(
    Medicine, id=ids, name=names, periods=dose_periods(), supplement=st.booleans(), note=texts
)
profiles = st.builds(
    Profile,
    name=texts,
    birth_year=maybe(st.integers(1900, 2100)),
    conditions=st.lists(texts, max_size=3).map(tuple),
    other_conditions=texts,
    pregnant=maybe(st.booleans()),
    due=maybe(evenings),
    dialysis=maybe(st.booleans()),
    posture=maybe(st.sampled_from(Posture)),
    cramps_since=maybe(evenings),
    suspects=st.lists(texts, max_size=5).map(tuple),
    note=texts,
)
warning_answers = st.builds(
    WarningAnswer,
    warning=names,
    yes=st.booleans(),
    asked_on=evenings,
    rules_version=texts,
    cleared_on=maybe(evenings),
    note=texts,
)
habits = st.builds(
    Habit,
    id=ids,
    label=names,
    kind=st.sampled_from(HabitKind),
    unit=texts,
    step=st.floats(0.001, 1000),
    low=st.just(0.0),
    high=st.floats(1, 10_000),
    yes=texts,
    no=texts,
    kinds=st.lists(texts, max_size=3).map(tuple),
    preset=st.booleans(),
    own=st.booleans(),
    hidden=st.booleans(),
)


@st.composite
def trials(draw):
    first, nights = draw(evenings), draw(st.integers(1, 3))
    washout = draw(st.integers(0, nights - 1))
    orders = draw(st.lists(st.booleans(), min_size=6, max_size=6))
    arms = [on for order in orders for on in (order, not order)]
    blocks = tuple(
        Block(first + timedelta(days=k * nights), nights, on, k // 2, washout) for k, on in enumerate(arms)
    )
    kept = draw(
        st.lists(st.builds(KeptNight, evenings, st.booleans()), max_size=2, unique_by=lambda n: n.evening)
    )
    plan = RemedyTrial(
        id=draw(ids),
        remedy=draw(names),
        name=draw(names),
        design=TrialDesign.PAIRS,
        blocks=blocks,
        seed=draw(st.integers(0, 2**31)),
        planned_on=draw(maybe(evenings)),
        kept=tuple(sorted(kept, key=lambda night: night.evening)),
        note=draw(texts),
    )
    paused = plan.begun().paused_from(first + timedelta(days=3))
    later = first + timedelta(days=draw(st.integers(4, 9)))
    return draw(
        st.sampled_from([plan, plan.begun(), paused, paused.resumed_from(later), paused.ended(later)])
    )


def several(strategy, key, most=3):
    return st.lists(strategy, max_size=most, unique_by=key).map(lambda found: tuple(sorted(found, key=key)))


questions = st.lists(texts, max_size=3).map(tuple)
visits = st.builds(
    Visit,
    id=names,
    day=evenings,
    assessment=texts,
    tests=texts,
    medicines=texts,
    answers=questions,
    next_visit=texts,
    report=texts,
    note=texts,
)
appointments = st.builds(Appointment, day=maybe(evenings), questions=questions)


def by_day(found):
    return tuple(sorted(found, key=lambda visit: (visit.day, visit.id)))


records = st.builds(
    Records,
    nights=several(nights(), lambda night: night.evening, 5),
    days=several(days(), lambda day: day.on, 5),
    medicines=several(medicines, lambda medicine: medicine.id),
    profile=profiles,
    warnings=several(warning_answers, lambda answer: (answer.asked_on, answer.warning)),
    own_habits=several(habits, lambda habit: habit.id),
    trials=several(trials(), lambda trial: trial.id, 2),
    visits=several(visits, lambda visit: visit.id).map(by_day),
    appointment=appointments,
)
