"""What an entry of the knowledge base is. docs/knowledge-format.md tells the same to its authors."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from journal_app.journal.factor import Factor
from journal_app.journal.habit import Habit

FactValue = bool | float | str


class KnowledgeError(Exception):
    """A fault in the knowledge base; its sentence names file and key."""


class Kind(StrEnum):
    """What an entry is about."""

    FACTOR = "factor"
    REMEDY = "remedy"
    MEDICINE = "medicine"
    CONDITION = "condition"
    WARNING = "warning"
    LOOK_ALIKE = "look_alike"


class Grade(StrEnum):
    """Our grade of today's evidence. Its words are in `knowledge_base/judgement.toml`."""

    STRONG = "strong"
    MODERATE = "moderate"
    WEAK = "weak"
    DISPUTED = "disputed"
    UNPROVEN = "unproven"
    AGAINST = "against"
    UNSAFE = "unsafe"


class PageGrade(StrEnum):
    """The grade that the source page gave, where one survives."""

    RISK_GRADE_LOST = "risk_grade_lost"
    MAY_BE_USEFUL = "may_be_useful"


class Level(StrEnum):
    """How soon a warning wants a doctor."""

    EMERGENCY = "emergency"
    SAME_DAY = "same_day"
    ROUTINE = "routine"


class Testable(StrEnum):
    """Whether one person's journal can test it."""

    NIGHTLY = "nightly"  # varies from night to night
    BLOCKS = "blocks"  # only weeks with against weeks without
    NO = "no"


@dataclass(frozen=True, slots=True)
class Source:
    """One source: where a claim can be read."""

    id: str
    authors: str
    title: str
    year: int | None  # None where the page gives none
    type: str  # trial, review, cohort, case_control, guideline, regulator, label, website ...
    journal: str = ""
    doi: str = ""
    pmid: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Effect:
    """One figure. Only confidence S (seen at the source) or R (reported by) may be one."""

    text: str
    source: str
    confidence: str
    measure: str = ""  # risk_ratio, odds_ratio, sequence_ratio, mean_difference, percent ...
    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int | None = None
    design: str = ""


@dataclass(frozen=True, slots=True)
class Comparison:
    """One fact against a value: exactly one of the four comparisons is given."""

    fact: str
    equals: FactValue | None = None
    at_least: float | None = None
    at_most: float | None = None
    one_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """Facts with which the entry must, or must not, match."""

    matches: bool
    facts: dict[str, FactValue]


@dataclass(frozen=True, slots=True)
class Question:
    """A discriminating question of a look-alike: `answer` is the one that differs from a night cramp."""

    ask: str
    answer: str
    field: str = ""
    sign_of: str = ""  # the warning of which the answer that differs is a sign


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is known, with its evidence, advice, limits and rule for matching.

    Every text is plain words for the person; it may hold `{emergency}` and `{urgent}`, which are
    the numbers of the person's country. `when` holds alternatives; within one, all must hold.
    """

    id: str
    kind: Kind
    title: str
    summary: str
    grade: Grade
    grade_reason: str
    confidence: str  # S, R, M, N or O, of the entry as a whole
    reviewed: date
    names: tuple[str, ...] = ()
    page_grade: PageGrade | None = None
    effects: tuple[Effect, ...] = ()
    conflicts: str = ""
    correction: str = ""  # what is wrong with the source page's statement
    do: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
    fit_to_try: bool = False
    testable: Testable = Testable.NO
    factor: str = ""  # the factor that tests it
    test_note: str = ""
    sources: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()  # the rows of the evidence that it covers
    when: tuple[tuple[Comparison, ...], ...] = ()
    # As `when`: then a remedy is not offered to try, and a warning's question is left out.
    unless: tuple[tuple[Comparison, ...], ...] = ()
    examples: tuple[Example, ...] = ()
    ticks: dict[str, str] = field(default_factory=dict)  # a condition with several boxes: id -> label
    level: Level | None = None  # warnings only, as the next five
    question: str = ""
    card: str = ""
    applies: str = ""  # the circumstance that is asked about first: a key of `applies` in judgement.toml
    applies_when: tuple[tuple[Comparison, ...], ...] = ()  # as `when`: then it is known to apply
    long_cramp: bool = False  # asked after a cramp over ten minutes
    questions: tuple[Question, ...] = ()  # look-alikes only, as the next
    asked_when: tuple[tuple[Comparison, ...], ...] = ()  # as `when`, of one night: its questions are offered


@dataclass(frozen=True, slots=True)
class Muscle:
    """A place one can click on the leg picture."""

    id: str
    label: str
    view: str  # front or back


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The whole knowledge base. Entries by id; order is that of the files' names."""

    version: str
    entries: dict[str, Entry]
    sources: dict[str, Source]
    habits: tuple[Habit, ...]
    factors: tuple[Factor, ...]
    muscles: tuple[Muscle, ...]
    reliefs: dict[str, str] = field(default_factory=dict)  # what one does at a cramp: id -> label
    words: dict[str, dict[str, str]] = field(default_factory=dict)  # judgement.toml: grade and level words
    happening: tuple[str, ...] = ()  # entries that tell what happens in the body, first ones first
    to_try: tuple[str, ...] = ()  # remedies equally well founded are offered in this order
    asked: tuple[str, ...] = ()  # warnings of one level are asked in this order
    likened: tuple[str, ...] = ()  # look-alikes are thought of in this order
    untranslated: frozenset[str] = frozenset()  # what is in English still, in another language

    def of_kind(self, kind: Kind) -> tuple[Entry, ...]:
        """Return the entries of one kind."""
        return tuple(entry for entry in self.entries.values() if entry.kind is kind)
