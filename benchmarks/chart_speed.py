"""How long each chart of ten years takes to draw off-screen.

Run `python benchmarks/chart_speed.py`; it prints the medians of processor time (wanted: at most 300 ms each).
"""

import random
import statistics
from datetime import date, time, timedelta
from time import process_time

from journal_app.charts.gallery import draw
from journal_app.charts.names import chart_names
from journal_app.charts.saving import pixels
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.night import Episode, Leg, Night
from journal_app.journal.period import last_nights
from journal_app.journal.records import Records
from journal_app.knowledge.loader import load_knowledge
from journal_app.language import Language
from journal_app.paths import bundled
from journal_app.review import review

NIGHTS = 3650
LAST = date(2026, 11, 2)
REPEATS = 5
MOST_MS = 300


def main() -> int:
    """Print the medians; exit 1 where a chart is too slow."""
    knowledge = load_knowledge(bundled("knowledge_base"))
    made = review(_records(random.Random(1)), knowledge, last_nights(NIGHTS, LAST), LAST + timedelta(days=1))

    def seconds(name: str) -> float:
        start = process_time()
        pixels(draw(name, made, knowledge, Language()), 96)
        return process_time() - start

    taken = {
        name: 1000 * statistics.median(seconds(name) for _ in range(REPEATS))
        for name in (*chart_names(), "habit:alcohol")
    }
    print(f"{NIGHTS} nights: " + ", ".join(f"{name} {ms:.0f} ms" for name, ms in taken.items()))
    return 0 if max(taken.values()) <= MOST_MS else 1


def _records(chance: random.Random) -> Records:
    evenings = [LAST - timedelta(days=k) for k in reversed(range(NIGHTS))]
    days = tuple(Day(on, (HabitEntry("alcohol", chance.randrange(4)),)) for on in evenings)
    return Records(tuple(_night(on, chance) for on in evenings if chance.random() < 0.93), days)


def _night(evening: date, chance: random.Random) -> Night:
    if chance.random() < 0.6:
        return Night(evening)
    muscle = chance.choice(["calf", "calf", "sole", "toes"])
    hour = time((22 + chance.randrange(9)) % 24)
    episode = Episode(chance.choice(list(Leg)), muscle, chance.randrange(11), hour, True, 3.0)
    return Night(evening, (episode,))


if __name__ == "__main__":
    raise SystemExit(main())
