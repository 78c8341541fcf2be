"""Which group a finding belongs to, and how far up it stands: what matters most comes first."""

from journal_app.analysis.results import Association, Verdict
from journal_app.knowledge.entries import Entry, Grade, Kind, Level
from journal_app.knowledge.facts import JournalFacts
from journal_app.knowledge.findings import Finding, Group, Reason
from journal_app.knowledge.rules import Facts, matches, met_comparisons

NEW_MEDICINE = "new_medicine_days"
BEGAN_BEFORE = "began_before_cramps_days"
SEASON = "season"
FROM_THE_JOURNAL = frozenset({BEGAN_BEFORE, "doubled", "differing_answers"})
KNOWN = frozenset({Grade.STRONG, Grade.MODERATE, Grade.WEAK, Grade.DISPUTED})

GROUPS = tuple(Group)
GRADES = tuple(Grade)
LEVELS = (Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE)
VERDICTS = (Verdict.STRONG, Verdict.LIKELY, Verdict.HINT, Verdict.NONE, Verdict.TOO_FEW_NIGHTS)

# Places within a group. Warnings: by level, then ticked, then a medicine, then how often.
TICKED, CHANGED_MEDICINE, OTHER_WARNING = 2, 3, 4
AMONG_WARNINGS = 100  # then in the order of the questions
# Seen and known: a medicine begun before, what can do harm, look-alikes, other facts, then own nights.
BEGUN_BEFORE, UNSAFE, LOOK_ALIKE, OTHER_FACT, OWN_NIGHTS = 5, 6, 7, 8, 9
# The rest: medicines taken, conditions told of, then what was only read or looked at.
TAKEN, TOLD, READ, LOOKED_AT = 10, 11, 12, 13


def group_of_factor(association: Association, entry: Entry | None, own: Facts, facts: JournalFacts) -> Group:
    """Return the group of a factor that was looked at: seen or not, known or not, or too few nights."""
    if entry and unsafe_in_use(entry, own, facts):
        return Group.SEEN_AND_KNOWN
    if association.verdict is Verdict.TOO_FEW_NIGHTS:
        return Group.NOT_ENOUGH
    known = entry is not None and entry.grade in KNOWN
    if association.verdict is Verdict.NONE:
        return Group.KNOWN_NOT_SEEN if known else Group.NOTHING_FOUND
    agrees = entry is not None and tells_direction(entry, association, own)
    return Group.SEEN_AND_KNOWN if known and agrees else Group.SEEN_NOT_KNOWN


def group_of_entry(entry: Entry, reasons: tuple[Reason, ...], own: Facts, facts: JournalFacts) -> Group:
    """Return the group of an entry that matched without a factor looked at."""
    if entry.kind is Kind.WARNING:
        return Group.WARNING
    seen = any(map(seen_in_journal, reasons))
    return Group.SEEN_AND_KNOWN if seen or unsafe_in_use(entry, own, facts) else Group.KNOWN_NOT_SEEN


def tells_direction(entry: Entry, association: Association, own: Facts) -> bool:
    """Tell whether the entry speaks of the direction seen: more cramps, or fewer.

    A rule that asks for the ratio says so itself; else remedies go with fewer, all else with more.
    """
    if association.ratio is None:
        return True
    if any(one.fact == "ratio" for together in entry.when for one in together):
        return matches(entry, {name: own[name] for name in ("verdict", "ratio") if name in own})
    return (association.ratio < 1) is (entry.kind is Kind.REMEDY)


def seen_in_journal(reason: Reason) -> bool:
    """Tell whether a reason was read off the nights; the date alone shows no season in them."""
    return reason.fact in FROM_THE_JOURNAL


def season_matters(reason: Reason, facts: JournalFacts) -> bool:
    """Tell whether the season is worth a card: in summer, or where it may stand behind a success."""
    return reason.value == "summer" or facts.some_remedy_credited()


def unsafe_in_use(entry: Entry, own: Facts, facts: JournalFacts) -> bool:
    """Tell whether the person takes or drinks what can do harm."""
    if entry.grade is not Grade.UNSAFE:
        return False
    amount = facts.shared.get(f"average.{facts.habit_of(entry.factor)}", 0)
    return own.get("taking") is True or (not isinstance(amount, str) and amount > 0)


def place(entry: Entry | None, group: Group, own: Facts, facts: JournalFacts) -> int:
    """Return the place within the group; a low one stands first."""
    if entry is None:
        return LOOKED_AT
    if group is Group.WARNING:
        asked = facts.knowledge.asked.index(entry.id)
        return _warning_place(entry, own) * AMONG_WARNINGS + asked
    if group is Group.SEEN_AND_KNOWN:
        return _seen_place(entry, own, facts)
    if entry.factor in facts.leading:
        return LOOKED_AT
    return {Kind.MEDICINE: TAKEN, Kind.CONDITION: TOLD}.get(entry.kind, READ)


def consequence(finding: Finding) -> tuple[int, int, int, float, int, str]:
    """Return what findings are sorted by: group, place, verdict, chance of a false alarm, grade."""
    association, entry = finding.association, finding.entry
    return (
        GROUPS.index(finding.group),
        finding.rank,
        VERDICTS.index(association.verdict) if association else len(VERDICTS),
        association.q if association and association.q is not None else 1.0,
        GRADES.index(entry.grade) if entry else len(GRADES),
        entry.id if entry else finding.factor,
    )


def _warning_place(entry: Entry, own: Facts) -> int:
    if entry.level is not Level.ROUTINE:
        return LEVELS.index(entry.level or Level.ROUTINE)
    if own.get("ticked") is True:
        return TICKED
    about_medicine = any(one.fact == NEW_MEDICINE for one in met_comparisons(entry, own))
    return CHANGED_MEDICINE if about_medicine else OTHER_WARNING


def _seen_place(entry: Entry, own: Facts, facts: JournalFacts) -> int:
    if entry.kind is Kind.MEDICINE and BEGAN_BEFORE in own:
        return BEGUN_BEFORE
    if unsafe_in_use(entry, own, facts):
        return UNSAFE
    if entry.kind is Kind.LOOK_ALIKE:
        return LOOK_ALIKE
    return OWN_NIGHTS if entry.factor in facts.leading else OTHER_FACT
