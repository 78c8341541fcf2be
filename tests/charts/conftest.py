"""One journal for the charts: made once, for drawing changes nothing."""

from datetime import date, time, timedelta

import pytest

from journal_app.charts.gallery import draw
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Leg, Night
from journal_app.journal.period import last_nights
from journal_app.journal.records import Records
from journal_app.knowledge.loader import load_knowledge
from journal_app.language import Language
from journal_app.paths import bundled
from journal_app.review import review

LAST = date(2026, 11, 2)
PLACES = [(Leg.LEFT, "calf"), (Leg.LEFT, "calf"), (Leg.RIGHT, "sole"), (None, None)]
AWKWARD = "$\\frac{a}{b}$ <b>{x}</b> ネ"


def nights_of(count):
    """Return nights with a cramp every third night, and a gap of ten in the middle."""
    return tuple(_night(k, LAST - timedelta(days=count - 1 - k)) for k in range(count) if not _gap(k, count))


def records_of_nights(count, **more):
    days = tuple(_day(k, LAST - timedelta(days=count - 1 - k)) for k in range(count) if k % 11)
    halved = (DosePeriod(None, date(2026, 9, 20), "2.5 mg"), DosePeriod(date(2026, 9, 21), None, "1.25 mg"))
    medicines = (
        Medicine("m1", "bendroflumethiazide", halved),
        Medicine("m2", AWKWARD, (DosePeriod(date(2026, 10, 1), None, "5 mg"),)),
    )
    own = (Habit("sauna", "Sauna", HabitKind.YES_NO, own=True),)
    values = {"nights": nights_of(count), "days": days, "medicines": medicines, "own_habits": own}
    return Records(**{**values, **more})


def _gap(k, count):
    return count > 40 and count // 2 <= k < count // 2 + 10


def _night(k, evening):
    if k % 3:
        return Night(evening)
    leg, muscle = PLACES[k // 3 % 4]
    exact = k % 2 == 0
    episode = Episode(
        leg, muscle, 2 + k // 3 % 8, time((23 + k // 3 % 6) % 24), True, 12.0 if exact else 3.0, exact
    )
    return Night(evening, (episode,))


def _day(k, on):
    entries = [
        HabitEntry("alcohol", k % 3),
        HabitEntry("water", 1000 + 100 * (k % 9)),
        HabitEntry("sauna", k % 2),
    ]
    if k % 2 and k > 20:
        entries.append(HabitEntry("stretching_bed", 3))
    return Day(on, tuple(entries))


@pytest.fixture(scope="session")
def knowledge():
    return load_knowledge(bundled("knowledge_base"))


@pytest.fixture(scope="session")
def review_of(knowledge):
    """Return reviews of journals by their length, or of given records."""
    made = {}

    def of(count, records=None):
        if records is not None:
            return review(records, knowledge, last_nights(count, LAST), LAST + timedelta(days=1))
        if count not in made:
            made[count] = of(count, records_of_nights(count))
        return made[count]

    return of


@pytest.fixture
def drawn(review_of, knowledge):
    """Draw a chart of so many nights."""

    def one(name, count=90, records=None, **more):
        return draw(name, review_of(count, records), knowledge, more.pop("language", Language()), **more)

    return one
