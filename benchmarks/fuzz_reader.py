"""What a fuzzed reader is, and the records its sound files are made of."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from random import Random

from journal_app.exchange.example import example_records
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment, Visit

ROOT = Path(__file__).parent.parent
CASES = ROOT / "tests" / "samples" / "abuse"  # what was found once is spoiled again
LAST = date(2026, 11, 3)


@dataclass(frozen=True)
class Reader:
    """One way to read a file: how an input is made and read; `named` has to stand in each sentence."""

    name: str
    file: str
    make: Callable[[Random], bytes]
    read: Callable[[Path], object]
    named: str
    sound: tuple[bytes, ...] = ()
    writes: bool = False  # a sound file may be changed: a journal is opened to be written


class BrokenPromise(Exception):
    """A reader changed what it may not, or gave what cannot be used."""


def few_records() -> Records:
    """Return a week of the example journal with something in every field."""
    whole = example_records(LAST)
    marked = "Dr. Ümit said: \"no\", 'maybe'; see =A1\n<b>twice</b> 👣 \u202e"
    nights = [replace(night, note=marked) for night in whole.nights[-7:]]
    return replace(
        whole,
        nights=tuple(nights),
        days=whole.days[-7:],
        own_habits=(Habit("own_1", "Evening walk, slow", HabitKind.AMOUNT, "min", high=600, own=True),),
        visits=(Visit("v", LAST, "idiopathic", answers=("yes", "", "no"), note=marked),),
        appointment=Appointment(LAST, ("Is it the tablet?",)),
    )


def cases_of(reader: str) -> list[bytes]:
    """Return the files that a reader once failed at."""
    return [path.read_bytes() for path in sorted(CASES.glob(f"{reader}-*"))]
