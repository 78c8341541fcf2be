"""What of the knowledge base fits a journal: one finding for each factor looked at and each entry met.

Population figures stay with the entry; a finding only says why it is shown and in which group.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_app.analysis.results import Association, Summary, Verdict
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Entry, FactValue, Grade, Kind, Knowledge, Level
from journal_app.knowledge.facts import Answers, JournalFacts, journal_facts
from journal_app.knowledge.rules import Facts, matches, met_comparisons
from journal_app.knowledge.warnings import hushed


class Group(StrEnum):
    """The groups in which findings are shown, in this order."""

    WARNING = "warning"
    SEEN_AND_KNOWN = "seen_and_known"
    SEEN_NOT_KNOWN = "seen_not_known"
    KNOWN_NOT_SEEN = "known_not_seen"
    NOTHING_FOUND = "nothing_found"
    NOT_ENOUGH = "not_enough"


@dataclass(frozen=True, slots=True)
class Reason:
    """One fact that made an entry match; `about` names the medicines it rests on."""

    fact: str
    value: FactValue
    about: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One card: what is known, what was seen, or both.

    `entry` is `None` for a factor that the knowledge base says nothing about. `also` are further
    entries about the same factor. Findings are sorted; `rank` is the place of consequence.
    """

    group: Group
    entry: Entry | None = None
    factor: str = ""
    association: Association | None = None
    reasons: tuple[Reason, ...] = ()
    also: tuple[str, ...] = ()
    rank: int = 0

    @property
    def level(self) -> Level | None:
        """Return how soon a warning wants a doctor, `None` for all else."""
        return self.entry.level if self.entry else None


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
        "worst_pain",
        "longest_minutes",
        "recent_longest_minutes",
        "tracked",
        "verdict",
        "ratio",
    }
)
FROM_THE_JOURNAL = frozenset({"began_before_cramps_days", "doubled", "season", "differing_answers"})
KNOWN = frozenset({Grade.STRONG, Grade.MODERATE, Grade.WEAK, Grade.DISPUTED})
GROUPS = tuple(Group)
GRADES = tuple(Grade)
KINDS = (Kind.FACTOR, Kind.REMEDY, Kind.MEDICINE, Kind.CONDITION, Kind.LOOK_ALIKE, Kind.WARNING)
VERDICTS = (Verdict.STRONG, Verdict.LIKELY, Verdict.HINT, Verdict.NONE, Verdict.TOO_FEW_NIGHTS)
LEVELS = (Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE)
NEW_MEDICINE = "new_medicine_days"


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
    found = [*_of_factors(facts), *_of_entries(facts, today)]
    return tuple(sorted(found, key=_consequence))


def entry_for(association: Association, facts: JournalFacts) -> Entry | None:
    """Return the entry that speaks for a factor: the one that tells of the direction seen."""
    about = _about_factor(association.factor, facts.knowledge)
    return min(about, key=lambda entry: _distance(entry, association, facts), default=None)


def _of_factors(facts: JournalFacts) -> Iterator[Finding]:
    for association in facts.leading.values():
        entry = entry_for(association, facts)
        about = _about_factor(association.factor, facts.knowledge)
        group = _factor_group(association, entry, facts)
        yield Finding(
            group=group,
            entry=entry,
            factor=association.factor,
            association=association,
            reasons=_reasons(entry, facts) if entry else (),
            also=tuple(other.id for other in about if other is not entry),
            rank=_rank(entry, group, facts),
        )


def _of_entries(facts: JournalFacts, today: date) -> Iterator[Finding]:
    spoken = {entry.id for a in facts.leading.values() if (entry := entry_for(a, facts))}
    for entry in facts.knowledge.entries.values():
        if entry.id in spoken or not matches(entry, facts.of(entry)):
            continue
        if entry.kind is Kind.WARNING and hushed(entry, facts.records.warnings, today):
            continue
        reasons = _reasons(entry, facts)
        if entry.kind is Kind.WARNING or any(_is_own(reason) for reason in reasons):
            group = _entry_group(entry, reasons, facts)
            yield Finding(group, entry, entry.factor, reasons=reasons, rank=_rank(entry, group, facts))


def _about_factor(factor: str, knowledge: Knowledge) -> tuple[Entry, ...]:
    return tuple(e for e in knowledge.entries.values() if e.factor == factor and e.kind is not Kind.WARNING)


def _distance(
    entry: Entry, association: Association, facts: JournalFacts
) -> tuple[bool, bool, int, int, str]:
    return (
        association.verdict.seen and not _tells_direction(entry, association, facts),
        entry.id.replace("-", "_") != association.factor,
        KINDS.index(entry.kind),
        GRADES.index(entry.grade),
        entry.id,
    )


def _tells_direction(entry: Entry, association: Association, facts: JournalFacts) -> bool:
    """Tell whether the entry speaks of the direction seen: more cramps, or fewer.

    A rule that asks for the ratio says so itself; else remedies go with fewer, all else with more.
    """
    if association.ratio is None:
        return True
    asked = [one for together in entry.when for one in together]
    if any(one.fact == "ratio" for one in asked):
        return matches(entry, _without_general_ways(entry, facts))
    return (association.ratio < 1) is (entry.kind is Kind.REMEDY)


def _without_general_ways(entry: Entry, facts: JournalFacts) -> Facts:
    """Leave only verdict and ratio, so that an alternative such as "is tracked" does not decide."""
    return {name: value for name, value in facts.of(entry).items() if name in {"verdict", "ratio"}}


def _factor_group(association: Association, entry: Entry | None, facts: JournalFacts) -> Group:
    if entry and _unsafe_in_use(entry, facts.of(entry), facts):
        return Group.SEEN_AND_KNOWN
    if association.verdict is Verdict.TOO_FEW_NIGHTS:
        return Group.NOT_ENOUGH
    known = entry is not None and entry.grade in KNOWN
    if association.verdict is Verdict.NONE:
        return Group.KNOWN_NOT_SEEN if known else Group.NOTHING_FOUND
    agrees = entry is not None and _tells_direction(entry, association, facts)
    return Group.SEEN_AND_KNOWN if known and agrees else Group.SEEN_NOT_KNOWN


def _entry_group(entry: Entry, reasons: tuple[Reason, ...], facts: JournalFacts) -> Group:
    if entry.kind is Kind.WARNING:
        return Group.WARNING
    seen = any(reason.fact in FROM_THE_JOURNAL for reason in reasons)
    unsafe = _unsafe_in_use(entry, facts.of(entry), facts)
    return Group.SEEN_AND_KNOWN if seen or unsafe else Group.KNOWN_NOT_SEEN


def _unsafe_in_use(entry: Entry, own: Facts, facts: JournalFacts) -> bool:
    habit = next((f.habit for f in facts.knowledge.factors if f.id == entry.factor), "")
    amount = facts.shared.get(f"average.{habit}", 0)
    used = own.get("taking") is True or (not isinstance(amount, str) and amount > 0)
    return entry.grade is Grade.UNSAFE and used


def _reasons(entry: Entry, facts: JournalFacts) -> tuple[Reason, ...]:
    own = facts.of(entry)
    met = (one for one in met_comparisons(entry, own) if one.equals is not False)
    return tuple(Reason(one.fact, own[one.fact], _about(one.fact, entry, facts)) for one in met)


def _about(fact: str, entry: Entry, facts: JournalFacts) -> str:
    if fact in {"taking", "days_since_start", "days_since_change", "began_before_cramps_days"}:
        return ", ".join(medicine.name for medicine in facts.taken(entry))
    if fact == NEW_MEDICINE:
        return ", ".join(facts.new_medicines())
    return ""


def _is_own(reason: Reason) -> bool:
    return reason.fact not in GENERAL


def _rank(entry: Entry | None, group: Group, facts: JournalFacts) -> int:
    """Return the place by consequence: warnings by level, medicine changes, look-alikes, the rest."""
    if entry is None:
        return 20
    own = facts.of(entry)
    if group is Group.WARNING:
        return _warning_rank(entry, own)
    if group is not Group.SEEN_AND_KNOWN:
        return 20 if entry.factor in facts.leading else 10 + KINDS.index(_by_weight(entry))
    places: Mapping[int, bool] = {
        5: entry.kind is Kind.MEDICINE and "began_before_cramps_days" in own,
        6: _unsafe_in_use(entry, own, facts),
        7: entry.kind is Kind.LOOK_ALIKE,
        8: entry.factor not in facts.leading,
    }
    return next((place for place, here in places.items() if here), 9)


def _warning_rank(entry: Entry, own: Facts) -> int:
    if entry.level is not Level.ROUTINE:
        return LEVELS.index(entry.level or Level.ROUTINE)
    if own.get("ticked") is True:
        return 2
    asks_medicine = any(one.fact == NEW_MEDICINE for one in met_comparisons(entry, own))
    return 3 if asks_medicine else 4


def _by_weight(entry: Entry) -> Kind:
    """Put medicines and conditions of the person before what is only read."""
    return Kind.FACTOR if entry.kind in (Kind.MEDICINE, Kind.CONDITION) else entry.kind


def _consequence(finding: Finding) -> tuple[int, int, int, float, int, str]:
    association, entry = finding.association, finding.entry
    chance = association.q if association and association.q is not None else 1.0
    return (
        GROUPS.index(finding.group),
        finding.rank,
        VERDICTS.index(association.verdict) if association else len(VERDICTS),
        chance,
        GRADES.index(entry.grade) if entry else len(GRADES),
        entry.id if entry else finding.factor,
    )
