"""Journals a report is made of: two weeks, three months with a finding, ten years, none at all."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.journal.period import last_nights
from journal_app.journal.profile import Posture, Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.translated import spoken
from journal_app.language import Language
from journal_app.paths import bundled
from journal_app.report.choices import ReportChoices
from journal_app.report.contents import report_contents
from journal_app.review import review

LAST = date(2026, 11, 1)
PRINTED_ON = date(2026, 11, 2)
KNOWLEDGE = load_knowledge(bundled("knowledge_base"))
QUESTIONS = (
    "Could the water tablet be the reason?",
    "Do the tingling feet belong to it?",
    "Should I go on with magnesium?",
)
LONG_NAMES = (
    "Гидрохлоротиазид с валсартаном и амлодипином пролонгированного действия 160 мг / 12,5 мг",
    "Υδροχλωροθειαζίδη με βαλσαρτάνη δισκία επικαλυμμένα με λεπτό υμένιο",
    "ヒドロクロロチアジド錠",
    "هيدروكلوروثيازيد",
    "Bendroflumethiazide <b>tablets</b> & <img src='x.png'/>",
    "Salmeterol/fluticasone propionate inhalation powder, pre-dispensed 50 micrograms/500 micrograms",
    "Atorvastatin calcium trihydrate film-coated tablets",
    "Magnesiumbisglycinathydrochloriddihydratbrausetablettenzubereitungsform",
    "Žluťoučký kůň – příliš dlouhý název přípravku s prodlouženým uvolňováním",
    "Amlodipine besilate",
    "Colecalciferol 25 micrograms with calcium carbonate 1.25 g chewable",
    "Omeprazole gastro-resistant capsules",
)


def contents_of(records, nights=90, language=None, last=LAST, printed_on=PRINTED_ON, **choices):
    """Return the report of a journal over its last nights."""
    spoken_in = language or Language()
    knowledge = spoken(KNOWLEDGE, spoken_in)
    found = review(records, knowledge, last_nights(nights, last), printed_on)
    return report_contents(found, knowledge, spoken_in, ReportChoices(**choices), printed_on)


def two_weeks():
    """Return 14 nights, three of them with a bare cramp, and nothing else."""
    return Records(
        nights=tuple(_bare_night(LAST - timedelta(days=k), k in (2, 6, 9)) for k in reversed(range(14)))
    )


def three_months(**more):
    """Return 180 nights of a person on a thiazide, with alcohol on bad evenings and a warning sign."""
    rng = Random(7)
    nights, days = [], []
    for k in reversed(range(180)):
        on = LAST - timedelta(days=k)
        drink, stretched = rng.random() < 0.3, k < 40 and rng.random() < 0.8
        if rng.random() > 0.07:
            cramped = rng.random() < (0.5 if drink else 0.15) * (1.0 if k < 90 else 1.4)
            nights.append(_full_night(on, rng) if cramped else _quiet(on, rng))
        amounts = {
            "alcohol": rng.choice([1, 2, 3]) if drink else 0,
            "water": rng.choice([750, 1000, 1500, 2000]),
        }
        amounts |= {"exercise": rng.choice([0, 20, 40, 60]), "stretching_bed": 3 if stretched else 0}
        amounts |= {"sitting": rng.choice([4, 5, 6]), "caffeine": rng.choice([1, 2, 3])}
        days.append(Day(on, tuple(HabitEntry(habit, amount) for habit, amount in amounts.items())))
    return Records(tuple(nights), tuple(days), **{**_person(), **more})


def ten_years():
    """Return 3,650 nights and twelve medicines with long names in several scripts."""
    rng = Random(3)
    nights = []
    for k in reversed(range(3650)):
        on = LAST - timedelta(days=k)
        if rng.random() > 0.2:
            nights.append(_full_night(on, rng) if rng.random() < 0.2 else _quiet(on, rng))
    medicines = tuple(
        Medicine(
            str(k), name, (DosePeriod(LAST - timedelta(days=900 - 70 * k), dose="1 tablet in the morning"),)
        )
        for k, name in enumerate(LONG_NAMES)
    )
    return Records(tuple(nights), **{**_person(), "medicines": medicines})


def _person():
    cut = date(2026, 9, 21)
    return {
        "profile": Profile(
            name="Margaret O'Neill",
            birth_year=1954,
            conditions=("diabetes", "varicose-veins"),
            other_conditions="high blood pressure",
            pregnant=False,
            dialysis=False,
            posture=Posture.STANDING,
            cramps_since=date(2024, 5, 1),
        ),
        "medicines": (
            Medicine(
                "1",
                "bendroflumethiazide",
                (
                    DosePeriod(date(2026, 6, 10), cut - timedelta(days=1), "2.5 mg"),
                    DosePeriod(cut, None, "1.25 mg"),
                ),
            ),
            Medicine("2", "atorvastatin", (DosePeriod(date(2019, 3, 1), None, "20 mg"),)),
            Medicine("3", "amlodipine", (DosePeriod(date(2015, 3, 1), None, "5 mg"),)),
            Medicine("4", "magnesium", (DosePeriod(date(2026, 9, 1), None, ""),), supplement=True),
        ),
        "warnings": tuple(
            WarningAnswer(
                entry, entry == "numbness-or-swelling", PRINTED_ON, note="since spring" * (entry == "mood")
            )
            for entry in KNOWLEDGE.entries
            if KNOWLEDGE.entries[entry].kind.value == "warning"
        ),
    }


def _bare_night(on, cramped):
    return Night(on, (Episode(),) if cramped else (), logged_at=_morning(on))


def _quiet(on, rng):
    return Night(on, sleep_disturbance=rng.choice([0, 0, 1]), logged_at=_morning(on))


def _full_night(on, rng):
    leg = Leg.LEFT if rng.random() < 0.75 else Leg.RIGHT
    muscle = rng.choice(["calf"] * 8 + ["sole", "toes", "hamstring"])
    cramps = tuple(
        Episode(
            leg,
            muscle,
            rng.randint(3, 8),
            time(rng.choice([1, 2, 3, 3, 4, 4, 5])),
            minutes=rng.choice([0.5, 3, 3, 3, 7]),
            woke=rng.random() < 0.9,
            hard=rng.random() < 0.9,
            relief=("stretched",) if rng.random() < 0.7 else ("walked", "massage"),
            helped=rng.choice([Helped.MUCH, Helped.MUCH, Helped.LITTLE]),
        )
        for _ in range(rng.choice([1, 1, 1, 2]))
    )
    late = _morning(on) + timedelta(days=2 * (rng.random() < 0.05))
    return Night(on, cramps, rng.randint(2, 7), soreness=rng.choice([0, 1, 2, None]), logged_at=late)


def _morning(on):
    return datetime(on.year, on.month, on.day, 7, 30, tzinfo=UTC) + timedelta(days=1)
