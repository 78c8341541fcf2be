"""A medicine with its dose and times, as a doctor reads it."""

import re
from datetime import date
from itertools import pairwise

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.language import Language
from journal_app.wording.dates import rough_date

_DOSE = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(\D.*)?")


def medicine_line(medicine: Medicine, on: date, language: Language) -> str:
    """Write one line: bendroflumethiazide 1.25 mg, since June 2026, halved on 21 September 2026."""
    parts = (medicine_title(medicine, on), medicine_times(medicine, on, language))
    return ", ".join(part for part in parts if part)


def medicine_title(medicine: Medicine, on: date) -> str:
    """Return the name with the dose of a day, or with the last dose where it was stopped."""
    dose = medicine.dose_on(on) or next((p.dose for p in reversed(medicine.periods) if p.dose), "")
    return f"{medicine.name} {dose}".strip()


def medicine_times(medicine: Medicine, on: date, language: Language) -> str:
    """Say since when it is taken, how the dose changed last, and when it was stopped."""
    begun = [period for period in medicine.periods if period.start is None or period.start <= on]
    if not begun:
        return _planned(medicine, on, language)
    parts = [_since(begun, on, language), _last_change(begun, on, language), _stopped(begun, on, language)]
    return ", ".join(part for part in parts if part)


def dose_label(medicine: Medicine, period: DosePeriod, language: Language) -> str:
    """Name one stretch on a time axis: the first by name and dose, a later one by its change."""
    if period is medicine.periods[0] or period.start is None:
        return f"{medicine.name} {period.dose}".strip()
    since = language.day_and_month(period.start)
    if period.dose:
        return language.tr("{dose} since {date}", dose=period.dose, date=since)
    return language.tr("{name} since {date}", name=medicine.name, date=since)


def _planned(medicine: Medicine, on: date, language: Language) -> str:
    start = medicine.start
    return language.tr("from {date}", date=rough_date(start, on, language)) if start else ""


def _since(begun: list[DosePeriod], on: date, language: Language) -> str:
    start = begun[0].start
    return language.tr("since {date}", date=rough_date(start, on, language)) if start else ""


def _last_change(begun: list[DosePeriod], on: date, language: Language) -> str:
    changed = [(old, new) for old, new in pairwise(begun) if new.start and old.dose and old.dose != new.dose]
    if not changed:
        return ""
    old, new = changed[-1]
    day = rough_date(new.start or on, on, language)
    match _times(old.dose, new.dose):
        case 0.5:
            return language.tr("halved on {date}", date=day)
        case 2.0:
            return language.tr("doubled on {date}", date=day)
        case _:
            until = rough_date(old.end, on, language) if old.end else day
            return language.tr("{dose} until {date}", dose=old.dose, date=until)


def _stopped(begun: list[DosePeriod], on: date, language: Language) -> str:
    end = begun[-1].end
    if end is None or end >= on:
        return ""
    return language.tr("ended on {date}", date=rough_date(end, on, language))


def _times(old: str, new: str) -> float | None:
    """Return how many times the old dose the new one is, `None` where the units differ."""
    before, after = _DOSE.fullmatch(old), _DOSE.fullmatch(new)
    if not before or not after or before[2] != after[2]:
        return None
    first, second = (float(found[1].replace(",", ".")) for found in (before, after))
    return second / first if first else None
