"""The top of Patterns as data: how things stand, what happens in the body, what to do now.

The wording is made elsewhere. Steps come best founded first, warnings before all, three at most.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain, islice

from journal_app.analysis.results import Association, Change, Lacking, Summary, Verdict
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Entry, Grade, Kind, Knowledge, Level
from journal_app.knowledge.facts import JournalFacts, journal_facts
from journal_app.knowledge.findings import Finding, Group
from journal_app.knowledge.rules import any_holds, matches

MOST_STEPS = 3
MOST_ROUTINE_WARNINGS = 2
SEASON, NATURAL_COURSE = "season-summer", "natural-course"
NEW_MEDICINE = "new-medicine"
FIRST_NIGHTS = 14
URGENT = (Level.EMERGENCY, Level.SAME_DAY)
FOUNDED = (Grade.STRONG, Grade.MODERATE, Grade.WEAK, Grade.DISPUTED, Grade.UNPROVEN)
SURE = (Verdict.STRONG, Verdict.LIKELY)


class Do(StrEnum):
    """What kind of step it is."""

    HEED = "heed"  # a warning: its card says what to do
    ASK = "ask"  # a question for the doctor or pharmacist
    KEEP = "keep"  # what went together with fewer cramps
    CHANGE = "change"  # what went together with more
    TRY = "try"  # a remedy without serious harm
    RECORD = "record"  # go on recording


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, and what it rests on: an entry, a finding of one's own, or both.

    `text` is the entry's own sentence. `caveat` is read beside a success: cramps fall without any
    remedy too, and in autumn most of all. `nights` are those still to be recorded.
    """

    do: Do
    text: str = ""
    entry: Entry | None = None
    finding: Finding | None = None
    caveat: Entry | None = None
    nights: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand, what is known to happen in the body, and the steps to take now."""

    now: Summary
    before: Summary
    change: Change | None
    happening: tuple[Entry, ...]
    steps: tuple[Step, ...]

    @property
    def urgent(self) -> bool:
        """Whether a warning of today or of this minute stands: nothing else is shown beside it."""
        return any(step.entry and step.entry.level in URGENT for step in self.steps)


def standing(
    records: Records,
    knowledge: Knowledge,
    summaries: tuple[Summary, Summary],
    change: Change | None,
    findings: tuple[Finding, ...],
) -> Standing:
    """Return the top of Patterns; `summaries` are those of this period and of the one before."""
    now, before = summaries
    associations = tuple(f.association for f in findings if f.association)
    facts = journal_facts(records, knowledge, now, associations, {})
    return Standing(now, before, change, happening(facts), steps(findings, facts))


def happening(facts: JournalFacts) -> tuple[Entry, ...]:
    """Return what is known to happen in the body and fits this journal, in the order of the base."""
    entries = (facts.knowledge.entries.get(entry_id) for entry_id in facts.knowledge.happening)
    return tuple(entry for entry in entries if entry and matches(entry, facts.of(entry)))


def steps(findings: tuple[Finding, ...], facts: JournalFacts) -> tuple[Step, ...]:
    """Return at most three steps; beside an urgent warning there are no others."""
    warnings = [finding for finding in findings if finding.group is Group.WARNING]
    if any(finding.level in URGENT for finding in warnings):
        return tuple(_heed(f) for f in warnings if f.level in URGENT)[:MOST_STEPS]
    ways = chain(
        (_heed(finding) for finding in warnings[:MOST_ROUTINE_WARNINGS]),
        _asked_first(findings, warnings),
        _from_own_nights(findings, facts),
        islice(_asked_too(findings), 1),
        _remedies(findings, facts),
        _recording(findings, facts),
    )
    return tuple(islice(_each_once(ways), MOST_STEPS))


def offered(entry: Entry, facts: JournalFacts) -> bool:
    """Tell whether a remedy may be offered to this person: harmless, and nothing speaks against it."""
    return (
        entry.fit_to_try and entry.grade in FOUNDED and fits(entry, facts) and matches(entry, facts.of(entry))
    )


def fits(entry: Entry, facts: JournalFacts) -> bool:
    """Tell whether nothing the person told speaks against the entry's advice."""
    own = facts.of(entry)
    return not any_holds(entry.unless, own)


def not_to_try(records: Records, knowledge: Knowledge, summary: Summary) -> frozenset[str]:
    """Return the remedies fit to try for others, against which speaks what this person told."""
    facts = journal_facts(records, knowledge, summary, (), {})
    remedies = (entry for entry in knowledge.of_kind(Kind.REMEDY) if entry.fit_to_try)
    return frozenset(entry.id for entry in remedies if not fits(entry, facts))


def _heed(finding: Finding) -> Step:
    return Step(Do.HEED, finding.entry.card if finding.entry else "", finding.entry, finding)


def _asked_first(findings: tuple[Finding, ...], warnings: list[Finding]) -> Iterator[Step]:
    """Yield what to ask first: unsafe remedies in use, medicines begun before cramps, look-alikes."""
    told = any(warning.entry and warning.entry.id == NEW_MEDICINE for warning in warnings)
    for finding in findings:
        entry = finding.entry
        if not entry or finding.group is not Group.SEEN_AND_KNOWN or finding.association:
            continue
        unsafe = entry.grade is Grade.UNSAFE
        new = entry.kind is Kind.MEDICINE and not told
        if (unsafe or new or entry.kind is Kind.LOOK_ALIKE) and entry.ask:
            yield Step(Do.ASK, entry.ask[0], entry, finding)


def _from_own_nights(findings: tuple[Finding, ...], facts: JournalFacts) -> Iterator[Step]:
    for finding in findings:
        entry, association = finding.entry, finding.association
        if not entry or not association or finding.group is not Group.SEEN_AND_KNOWN:
            continue
        if entry.grade is Grade.UNSAFE:
            yield from (Step(Do.ASK, question, entry, finding) for question in entry.ask[:1])
        elif association.verdict in SURE and entry.do and fits(entry, facts):
            yield _own_step(entry, association, finding, facts)


def _own_step(entry: Entry, association: Association, finding: Finding, facts: JournalFacts) -> Step:
    if association.ratio is not None and association.ratio < 1:
        return Step(Do.KEEP, entry.do[0], entry, finding, caveat=_caveat(facts))
    return Step(Do.CHANGE, entry.do[0], entry, finding)


def _caveat(facts: JournalFacts) -> Entry | None:
    season = facts.knowledge.entries.get(SEASON)
    if season and facts.shared.get("season") in ("summer", "autumn"):
        return season
    return facts.knowledge.entries.get(NATURAL_COURSE)


def _asked_too(findings: tuple[Finding, ...]) -> Iterator[Step]:
    """Yield what to ask because of a medicine or a condition that the person told of."""
    for finding in findings:
        entry = finding.entry
        if finding.group is not Group.KNOWN_NOT_SEEN or finding.association or not entry or not entry.ask:
            continue
        if entry.kind in (Kind.MEDICINE, Kind.CONDITION):
            yield Step(Do.ASK, entry.ask[0], entry, finding)


def _remedies(findings: tuple[Finding, ...], facts: JournalFacts) -> Iterator[Step]:
    """Yield remedies to try, best founded first, without those that did nothing for this person."""
    shown = {
        f.factor for f in findings if f.association and f.association.verdict is not Verdict.TOO_FEW_NIGHTS
    }
    if facts.shared.get("dialysis") is True or not facts.shared.get("cramp_nights"):
        return
    remedies = [e for e in facts.knowledge.of_kind(Kind.REMEDY) if offered(e, facts)]
    for entry in sorted(remedies, key=lambda e: (FOUNDED.index(e.grade), _place(e, facts), e.id)):
        if not entry.factor or entry.factor not in shown:
            yield Step(Do.TRY, entry.do[0], entry)


def _place(entry: Entry, facts: JournalFacts) -> int:
    order = facts.knowledge.to_try
    return order.index(entry.id) if entry.id in order else len(order)


def _recording(findings: tuple[Finding, ...], facts: JournalFacts) -> Iterator[Step]:
    recorded = facts.shared.get("nights_recorded", 0)
    if not isinstance(recorded, str) and recorded < FIRST_NIGHTS:
        yield Step(Do.RECORD, nights=FIRST_NIGHTS - int(recorded))
        return
    waiting = (f.association for f in findings if f.association and f.association.lacking is Lacking.NIGHTS)
    needed = [association.nights_needed for association in waiting if association.nights_needed]
    yield Step(Do.RECORD, nights=min(needed, default=None))


def _each_once(ways: Iterator[Step]) -> Iterator[Step]:
    seen: set[str] = set()
    for step in ways:
        about = step.entry.factor or step.entry.id if step.entry else step.do
        if about not in seen:
            seen.add(about)
            yield step
