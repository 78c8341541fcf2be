"""Which warning questions fit a person: what they told leaves some out, a circumstance brings some in.

A question is left out only for what was told, never for what is not known. Emergencies are asked of all.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import groupby

from journal_app.journal.profile import WarningAnswer
from journal_app.knowledge.entries import Entry, Knowledge, Level
from journal_app.knowledge.references import CIRCUMSTANCES
from journal_app.knowledge.rules import Facts, any_holds, holds
from journal_app.knowledge.warnings import tick_questions

MOST_ON_A_PAGE = 5


@dataclass(frozen=True, slots=True)
class Circumstance:
    """What is asked about first, and the questions that are asked only where it applies."""

    id: str
    text: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A question that cannot apply, and the facts told that make it needless."""

    entry: Entry
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fitting:
    """The questions for one person, in their order."""

    asked: tuple[Entry, ...]
    circumstances: tuple[Circumstance, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """What is asked at a time: questions of one level, or whether some circumstances apply."""

    level: Level | None = None
    entries: tuple[Entry, ...] = ()
    circumstances: tuple[Circumstance, ...] = ()


def every_question(knowledge: Knowledge) -> Fitting:
    """Return all questions, whomever they fit."""
    return Fitting(tick_questions(knowledge))


def fitting_questions(knowledge: Knowledge, told: Facts, long_cramp: bool = False) -> Fitting:
    """Return the questions that fit what a person told; after a long cramp, only those about it."""
    asked: list[Entry] = []
    waiting: dict[str, list[Entry]] = {}
    left_out: list[LeftOut] = []
    for entry in tick_questions(knowledge):
        if long_cramp and not entry.long_cramp:
            continue
        if any_holds(entry.applies_when, told):
            asked.append(entry)
        elif any_holds(entry.unless, told):
            left_out.append(LeftOut(entry, _needless_for(entry, told)))
        elif entry.applies:
            waiting.setdefault(entry.applies, []).append(entry)
        else:
            asked.append(entry)
    return Fitting(tuple(asked), _circumstances(waiting, knowledge), tuple(left_out))


def question_pages(fitting: Fitting, applying: Collection[str] = ()) -> tuple[QuestionPage, ...]:
    """Return what is asked page by page: emergencies, circumstances, then the rest with what applies."""
    brought_in = {entry.id for each in fitting.circumstances if each.id in applying for entry in each.entries}
    waiting = [entry for each in fitting.circumstances for entry in each.entries]
    late = [entry for entry in waiting if entry.id in brought_in]
    pages: list[QuestionPage] = []
    for level in Level:
        pages.extend(_pages_of(level, [e for e in (*fitting.asked, *late) if e.level is level]))
        if level is Level.EMERGENCY and fitting.circumstances:
            pages.append(QuestionPage(circumstances=fitting.circumstances))
    return tuple(pages)


def last_asked(answers: Iterable[WarningAnswer], knowledge: Knowledge) -> tuple[WarningAnswer, ...]:
    """Return the answers to the last page of what everyone is asked: who gave one went through the rest.

    A routine question further on is no measure: a no to a circumstance answers it early.
    """
    of_everyone = tuple(entry for entry in tick_questions(knowledge) if not entry.applies)
    late = {entry.id for entry in question_pages(Fitting(of_everyone))[-1].entries}
    return tuple(answer for answer in answers if answer.warning in late)


def _pages_of(level: Level, entries: list[Entry]) -> list[QuestionPage]:
    """Share questions evenly among as few pages as hold them."""
    pages = -(-len(entries) // MOST_ON_A_PAGE)
    shares = groupby(enumerate(entries), key=lambda placed: placed[0] * pages // len(entries))
    return [QuestionPage(level, tuple(entry for _, entry in share)) for _, share in shares]


def _circumstances(waiting: dict[str, list[Entry]], knowledge: Knowledge) -> tuple[Circumstance, ...]:
    words = knowledge.words[CIRCUMSTANCES]
    return tuple(Circumstance(each, words[each], tuple(waiting[each])) for each in words if each in waiting)


def _needless_for(entry: Entry, told: Facts) -> tuple[str, ...]:
    met = (together for together in entry.unless if all(holds(one, told) for one in together))
    return tuple(dict.fromkeys(one.fact for together in met for one in together))
