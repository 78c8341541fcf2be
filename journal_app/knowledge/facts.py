"""The facts of a journal that the entries' rules ask for; docs/knowledge-format.md lists them.

A fact that is not known is left out: a rule that asks for it then fails.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from journal_app.analysis.results import Association, Summary
from journal_app.journal.medicine import Medicine
from journal_app.journal.night_answer import night_answers
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Entry, FactValue, Kind, Knowledge
from journal_app.knowledge.look_alikes import SPEAKING_AGAINST, likeness, told_by
from journal_app.knowledge.onset import began_before, rises
from journal_app.knowledge.onset import onsets as onsets_of
from journal_app.knowledge.ticks import is_ticked
from journal_app.knowledge.whole_journal import about_nights, about_person, averages, known
from journal_app.knowledge.words import names_of, speaks_of

Answers = Mapping[date, Mapping[str, bool]]

ABOUT_PERSON = ("age", "pregnant", "dialysis", "posture")
ABOUT_JOURNAL = (
    "nights_recorded",
    "cramp_nights",
    "cramp_nights_per_week",
    "cramps_per_week",
    "worst_pain",
    "longest_minutes",
    "woken_nights_per_week",
    "weeks_recorded",
    "doubled",
    "season",
    "recent_woken_nights_per_week",
    "recent_cramp_nights_per_week",
    "recent_longest_minutes",
    "weeks_with_cramps",
    "began_weeks_ago",
    "new_medicine_days",
)
ABOUT_ENTRY = (
    "taking",
    "days_since_start",
    "days_since_change",
    "began_before_cramps_days",
    "condition",
    "ticked",
    "verdict",
    "ratio",
    "differing_answers",
    "nights_with_answers",
    "tracked",
)
ABOUT_CRAMP = (
    "cramp_place",
    "cramp_pain",
    "cramp_minutes",
    "cramp_hard",
    "cramp_eased_by_stretching",
    "cramp_told_by_partner",
)


@dataclass(frozen=True, slots=True)
class JournalFacts:
    """All that rules can ask of one journal; the facts of a single entry are made from it."""

    records: Records
    knowledge: Knowledge
    last: date
    shared: dict[str, FactValue]
    leading: dict[str, Association]
    habits_answered: frozenset[str]
    onsets: tuple[date, ...] = ()
    answers: Answers = field(default_factory=dict)

    def of(self, entry: Entry, association: Association | None = None) -> dict[str, FactValue]:
        """Return every fact as the rule of one entry sees it, its own factor's or a given association's."""
        return {**self.shared, **_entry_facts(entry, association or self.leading.get(entry.factor), self)}

    def habit_of(self, factor: str) -> str:
        """Return the habit behind a factor of the knowledge base, empty where it is not one."""
        return next((known.habit for known in self.knowledge.factors if known.id == factor), "")

    def some_remedy_credited(self) -> bool:
        """Tell whether a remedy was seen to go together with fewer cramps."""
        fewer = {a.factor for a in self.leading.values() if a.verdict.seen and (a.ratio or 1) < 1}
        remedies = self.knowledge.of_kind(Kind.REMEDY)
        return any(entry.factor in fewer for entry in remedies)

    def taken(self, entry: Entry) -> tuple[Medicine, ...]:
        """Return the medicines taken at the period's end that bear one of the entry's names."""
        return taken_of(entry, self.records, self.last)

    def new_medicines(self) -> tuple[str, ...]:
        """Return the names of medicines that may provoke cramps and came before these began."""
        return tuple(dict.fromkeys(medicine.name for medicine in self._came_before()))

    def newest_medicine(self) -> date | None:
        """Return the day of the last start or rise among those medicines."""
        return max((day for medicine in self._came_before() for day in rises(medicine)), default=None)

    def _came_before(self) -> Iterator[Medicine]:
        for entry in self.knowledge.entries.values():
            if _may_provoke(entry) and _began_before(self, entry) is not None:
                yield from self.taken(entry)


def journal_facts(
    records: Records,
    knowledge: Knowledge,
    summary: Summary,
    associations: tuple[Association, ...],
    answers: Answers,
    *,
    southern: bool = False,
) -> JournalFacts:
    """Return the facts of a journal at the end of the summary's period."""
    last = summary.period.last
    facts = JournalFacts(
        records=records,
        knowledge=knowledge,
        last=last,
        shared={},
        leading={a.factor: a for a in associations if a.leading},
        habits_answered=frozenset(_habits_answered(records, summary)),
        onsets=onsets_of(records, last),
        answers=_with_the_nights_own(records, answers, summary),
    )
    facts.shared.update(about_person(records, last))
    facts.shared.update(about_nights(records, summary, southern))
    facts.shared.update(averages(records, summary))
    facts.shared.update(_others(facts))
    return facts


def told_facts(records: Records, knowledge: Knowledge, today: date) -> dict[str, FactValue]:
    """Return what a person told in "About me". A box not ticked and a medicine not listed are unknown."""
    ticked = {f"condition.{e.id}": _has_condition(e, records) for e in knowledge.of_kind(Kind.CONDITION)}
    entries = (*knowledge.of_kind(Kind.MEDICINE), *knowledge.of_kind(Kind.REMEDY))
    taken = {f"taking.{entry.id}": bool(taken_of(entry, records, today)) for entry in entries}
    return {
        **about_person(records, today),
        **{fact: True for fact, is_so in (ticked | taken).items() if is_so},
    }


def taken_of(entry: Entry, records: Records, last: date) -> tuple[Medicine, ...]:
    """Return the medicines taken on a day that bear one of an entry's names."""
    return tuple(
        medicine
        for medicine in records.medicines
        if _taken_at(medicine, last) and speaks_of(medicine.name, names_of(entry))
    )


def fact_is_known(name: str, knowledge: Knowledge) -> bool:
    """Tell whether a rule may ask for a fact of this name."""
    first, dot, rest = name.partition(".")
    if not dot:
        return name in (*ABOUT_PERSON, *ABOUT_JOURNAL, *ABOUT_ENTRY, *ABOUT_CRAMP)
    if first == "average":
        return any(habit.id == rest for habit in knowledge.habits)
    return first in ("taking", "condition", "ticked") and rest in knowledge.entries


def _habits_answered(records: Records, summary: Summary) -> Iterator[str]:
    for day in records.days:
        if day.on in summary.period:
            yield from (entry.habit for entry in day.entries)


def _others(facts: JournalFacts) -> dict[str, FactValue]:
    entries = facts.knowledge.entries.values()
    others: dict[str, FactValue] = {}
    for entry in entries:
        if entry.kind in (Kind.MEDICINE, Kind.REMEDY):
            others[f"taking.{entry.id}"] = bool(facts.taken(entry))
        elif entry.kind is Kind.CONDITION:
            others[f"condition.{entry.id}"] = _has_condition(entry, facts.records)
        elif entry.kind is Kind.WARNING:
            others[f"ticked.{entry.id}"] = _ticked(entry, facts.records)
    sooner = (_began_before(facts, entry) for entry in entries if _may_provoke(entry))
    others.update(known(new_medicine_days=min((d for d in sooner if d is not None), default=None)))
    return others


def _entry_facts(entry: Entry, association: Association | None, facts: JournalFacts) -> dict[str, FactValue]:
    habit = facts.habit_of(entry.factor)
    medicines = facts.taken(entry)
    starts = [m.start for m in medicines if m.start and m.start <= facts.last]
    changes = [c for m in medicines for c in m.changes if c <= facts.last]
    against = _against(entry, facts.answers)
    return known(
        taking=bool(medicines),
        days_since_start=(facts.last - max(starts)).days if starts else None,
        days_since_change=(facts.last - max(changes)).days if changes else None,
        began_before_cramps_days=_began_before(facts, entry),
        condition=_has_condition(entry, facts.records),
        ticked=_ticked(entry, facts.records),
        verdict=association.verdict.value if association else None,
        ratio=association.ratio if association else None,
        differing_answers=max(against, default=0) if entry.questions else None,
        nights_with_answers=sum(n >= SPEAKING_AGAINST for n in against) if entry.questions else None,
        tracked=habit in facts.habits_answered if habit else None,
    )


def _may_provoke(entry: Entry) -> bool:
    """Tell whether the entry's rule asks for a start before the cramps: only such medicines are meant."""
    asked = (one.fact for together in entry.when for one in together)
    return entry.kind is Kind.MEDICINE and "began_before_cramps_days" in asked


def _began_before(facts: JournalFacts, entry: Entry) -> int | None:
    changes = [day for medicine in facts.taken(entry) for day in rises(medicine)]
    return began_before(changes, facts.onsets)


def _has_condition(entry: Entry, records: Records) -> bool:
    profile = records.profile
    return is_ticked(entry, profile.conditions) or profile.has(entry.id) is True


def _ticked(entry: Entry, records: Records) -> bool:
    return any(answer.standing and answer.warning == entry.id for answer in records.warnings)


def _against(entry: Entry, answers: Answers) -> list[int]:
    return [likeness(entry, given).differing for given in answers.values()]


def _with_the_nights_own(records: Records, answers: Answers, summary: Summary) -> dict[date, dict[str, bool]]:
    """Add what was answered about the cramp nights, and what the nights tell themselves."""
    found = {night: dict(given) for night, given in answers.items() if night in summary.period}
    kept = night_answers(records.warnings)
    for night in records.nights:
        if night.evening in summary.period and not night.quiet:
            given = {f: yes for f, yes in kept.get(night.evening, {}).items() if yes is not None}
            told = {**told_by(night), **given, **found.get(night.evening, {})}
            if told:
                found[night.evening] = told
    return found


def _taken_at(medicine: Medicine, last: date) -> bool:
    return medicine.taken_on(last) or medicine.taken_on(last + timedelta(days=1))
