"""What of the knowledge base fits a journal: one finding for each factor looked at and each entry met.

Population figures stay with the entry; a finding only says why it is shown and in which group.
"""

from collections.abc import Iterator
from datetime import date

from journal_app.analysis.results import Association, Summary
from journal_app.journal.records import Records
from journal_app.knowledge.consequence import (
    BEGAN_BEFORE,
    GRADES,
    NEW_MEDICINE,
    SEASON,
    consequence,
    group_of_entry,
    group_of_factor,
    place,
    season_matters,
    tells_direction,
)
from journal_app.knowledge.entries import Entry, Kind, Knowledge
from journal_app.knowledge.facts import Answers, JournalFacts, journal_facts
from journal_app.knowledge.findings import Finding, Group, Reason
from journal_app.knowledge.rules import Facts, matches, met_comparisons
from journal_app.knowledge.warnings import hushed

__all__ = ["Finding", "Group", "Reason", "match"]

# Facts that hold for everyone with cramps: alone they make an entry readable, not a finding.
GENERAL = frozenset(
    {
        "cramp_nights",
        "nights_recorded",
        "weeks_recorded",
        "weeks_with_cramps",
        "cramps_per_week",
        "cramp_nights_per_week",
        "woken_nights_per_week",
        "recent_cramp_nights_per_week",
        "recent_woken_nights_per_week",
        "recent_longest_minutes",
        "worst_pain",
        "longest_minutes",
        "tracked",
        "verdict",
        "ratio",
    }
)
ABOUT_MEDICINES = frozenset({"taking", "days_since_start", "days_since_change", BEGAN_BEFORE})
KINDS = (Kind.FACTOR, Kind.REMEDY, Kind.MEDICINE, Kind.CONDITION, Kind.LOOK_ALIKE, Kind.WARNING)


def match(
    records: Records,
    knowledge: Knowledge,
    summary: Summary,
    associations: tuple[Association, ...],
    today: date,
    *,
    answers: Answers | None = None,
    southern: bool = False,
) -> tuple[Finding, ...]:
    """Return the findings of a journal, those of most consequence first.

    `answers` are the answers to the questions of look-alikes, by night and field; `southern` tells
    that summer is in December.
    """
    facts = journal_facts(records, knowledge, summary, associations, answers or {}, southern=southern)
    looked_at = tuple(_of_factors(facts))
    shown = {finding.entry.id for finding in looked_at if finding.entry}
    return tuple(sorted((*looked_at, *_of_entries(facts, shown, today)), key=consequence))


def _of_factors(facts: JournalFacts) -> Iterator[Finding]:
    for association in facts.leading.values():
        about = _about_factor(association.factor, facts)
        entry = _speaking(about, association, facts)
        own = facts.of(entry, association) if entry else {}
        group = group_of_factor(association, entry, own, facts)
        yield Finding(
            group=group,
            entry=entry,
            factor=association.factor,
            association=association,
            reasons=_reasons(entry, own, facts) if entry else (),
            also=tuple(other.id for other in about if other is not entry),
            rank=place(entry, group, own, facts),
        )


def _of_entries(facts: JournalFacts, shown: set[str], today: date) -> Iterator[Finding]:
    looked_at = {entry.id for factor in facts.leading for entry in _about_factor(factor, facts)}
    met: list[Finding] = []
    for entry in facts.knowledge.entries.values():
        own = facts.of(entry)
        if entry.id in shown | looked_at or not matches(entry, own) or _quiet(entry, facts, today):
            continue
        reasons = _reasons(entry, own, facts)
        if entry.kind is Kind.WARNING or any(_is_own(reason, entry, facts) for reason in reasons):
            group = group_of_entry(entry, reasons, own, facts)
            rank = place(entry, group, own, facts)
            met.append(Finding(group, entry, entry.factor, reasons=reasons, rank=rank))
    return _one_a_factor(met)


def _is_own(reason: Reason, entry: Entry, facts: JournalFacts) -> bool:
    """Tell whether a reason is this person's.

    The season is, where cramps may have followed it. What may be tried is a step, and no finding
    before it is taken.
    """
    if reason.fact in GENERAL or (entry.fit_to_try and reason.fact not in ABOUT_MEDICINES):
        return False
    return reason.fact != SEASON or season_matters(reason, facts)


def _quiet(entry: Entry, facts: JournalFacts, today: date) -> bool:
    if entry.kind is not Kind.WARNING:
        return False
    about_medicine = any(one.fact == NEW_MEDICINE for together in entry.when for one in together)
    happened = facts.newest_medicine() if about_medicine else None
    return hushed(entry, facts.records.warnings, today, happened)


def _one_a_factor(met: list[Finding]) -> Iterator[Finding]:
    """Let one entry speak for a factor that was not looked at; the others are read from it."""
    for finding in met:
        rivals = [other for other in met if other.factor and other.factor == finding.factor]
        if not rivals or finding is min(rivals, key=_preference):
            yield finding


def _preference(finding: Finding) -> tuple[int, bool, int, int, str]:
    entry = finding.entry
    if entry is None:
        return (finding.rank, True, 0, 0, finding.factor)
    return (finding.rank, *_standard(entry, finding.factor))


def _about_factor(factor: str, facts: JournalFacts) -> tuple[Entry, ...]:
    """Return the entries about a factor, or else about the habit behind it."""
    entries = [e for e in facts.knowledge.entries.values() if e.factor and e.kind is not Kind.WARNING]
    exactly = tuple(entry for entry in entries if entry.factor == factor)
    habit = facts.habit_of(factor)
    return exactly or tuple(entry for entry in entries if habit and facts.habit_of(entry.factor) == habit)


def _speaking(about: tuple[Entry, ...], association: Association, facts: JournalFacts) -> Entry | None:
    """Return the entry that speaks for a factor: the one that tells of the direction seen."""

    def distance(entry: Entry) -> tuple[bool, bool, int, int, str]:
        agrees = tells_direction(entry, association, facts.of(entry, association))
        return (association.verdict.seen and not agrees, *_standard(entry, association.factor))

    return min(about, key=distance, default=None)


def _standard(entry: Entry, factor: str) -> tuple[bool, int, int, str]:
    named = entry.id.replace("-", "_") == factor
    return (not named, KINDS.index(entry.kind), GRADES.index(entry.grade), entry.id)


def _reasons(entry: Entry, own: Facts, facts: JournalFacts) -> tuple[Reason, ...]:
    met = (one for one in met_comparisons(entry, own) if one.equals is not False)
    return tuple(Reason(one.fact, own[one.fact], _about(one.fact, entry, facts)) for one in met)


def _about(fact: str, entry: Entry, facts: JournalFacts) -> str:
    first, _, other = fact.partition(".")
    if first in ABOUT_MEDICINES:
        spoken_of = facts.knowledge.entries[other] if other else entry
        return ", ".join(medicine.name for medicine in facts.taken(spoken_of))
    return ", ".join(facts.new_medicines()) if fact == NEW_MEDICINE else ""
