"""Medicines that are followed: the nights around their first and last day, as a trial's blocks."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from journal_app.journal.medicine import Medicine
from journal_app.journal.trial import Block, RemedyTrial, TrialDesign, TrialStatus

NIGHTS_AROUND = 45
NIGHTS_TO_WAIT = 28
SEAMLESS_DAYS = 1
FIRST_REVIEW = 28
REVIEW_EVERY = 91


def followed(medicine: Medicine, today: date, began: date = date.min) -> RemedyTrial | None:
    """Return the nights around a medicine's known start and stop, to be compared; nothing is suggested.

    A change of dose is no start. It has ended, and may be looked at, 28 nights after its last start
    or stop. No night before the journal `began` is meant. `None` where neither day is known, a start
    lies ahead, or only nights with it or only nights without are left.
    """
    spells = _spells(medicine)
    changes = sorted(day for first, end in spells for day in (first, end) if day and day <= today)
    if not changes:
        return None
    around = _blocks(spells, changes, today)
    blocks = tuple(_from(began, block) for block in around if block.last >= began)
    if {block.on for block in blocks} != {True, False}:
        return None
    ready = changes[-1] + timedelta(days=NIGHTS_TO_WAIT)
    over = ready <= today
    return RemedyTrial(
        id=f"followed-{medicine.id}",
        remedy=medicine.id,
        name=medicine.name,
        design=TrialDesign.FOLLOWED,
        blocks=blocks,
        status=TrialStatus.ENDED if over else TrialStatus.RUNNING,
        ended_on=today if over else None,
    )


def review_days(start: date, today: date) -> tuple[date, date]:
    """Return the days to talk about quinine with a doctor: four weeks in, and the next three-month one.

    As the UK's medicines agency asked in June 2010, reported by trade papers (row quinine-uk-use).
    """
    months = REVIEW_EVERY * max(1, -(-(today - start).days // REVIEW_EVERY))
    return start + timedelta(days=FIRST_REVIEW), start + timedelta(days=months)


def _spells(medicine: Medicine) -> list[tuple[date | None, date | None]]:
    """Return first day taken and first day not taken, dose changes joined."""
    spells: list[tuple[date | None, date | None]] = []
    for period in medicine.periods:
        end = period.end + timedelta(days=1) if period.end else None
        joined = spells and _seamless(spells[-1][1], period.start)
        if joined:
            spells[-1] = (spells[-1][0], end)
        else:
            spells.append((period.start, end))
    return spells


def _seamless(end: date | None, start: date | None) -> bool:
    return end is not None and start is not None and (start - end).days < SEAMLESS_DAYS


def _blocks(
    spells: list[tuple[date | None, date | None]], changes: list[date], today: date
) -> tuple[Block, ...]:
    """Return the nights between the changes, of long times only the 45 next to a change."""
    around = timedelta(days=NIGHTS_AROUND)
    edges = (changes[0] - around, *changes, min(changes[-1] + around, today))
    return tuple(
        Block(first, (end - first).days, _taken(spells, first))
        for begin, finish in pairwise(edges)
        for first, end in _near(begin, finish, around)
        if first < end
    )


def _from(began: date, block: Block) -> Block:
    before = max(0, (began - block.first).days)
    return replace(block, first=block.first + timedelta(days=before), nights=block.nights - before)


def _near(begin: date, finish: date, around: timedelta) -> tuple[tuple[date, date], ...]:
    if finish - begin <= 2 * around:
        return ((begin, finish),)
    return (begin, begin + around), (finish - around, finish)


def _taken(spells: list[tuple[date | None, date | None]], on: date) -> bool:
    return any((first is None or first <= on) and (end is None or on < end) for first, end in spells)
