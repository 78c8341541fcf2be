"""Warning signs: their questions in order, the cards that stand, and the numbers to call.

A standing yes is cleared only by the person, with a note. The program never clears one.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from journal_app.journal.profile import WarningAnswer
from journal_app.knowledge.entries import Entry, Kind, Knowledge, Level
from journal_app.knowledge.references import COUNTRIES, OTHER_COUNTRY

LEVELS = (Level.EMERGENCY, Level.SAME_DAY, Level.ROUTINE)
CLEARED_FOR = timedelta(days=28)  # a cleared card that the journal raised is raised again after this


@dataclass(frozen=True, slots=True)
class Card:
    """One warning card: what to do, what it can be a sign of, and the answer that raised it."""

    entry: Entry
    text: str
    answer: WarningAnswer | None = None


def tick_questions(knowledge: Knowledge) -> tuple[Entry, ...]:
    """Return the warnings in the order in which they are asked: emergencies first."""
    return tuple(sorted(knowledge.of_kind(Kind.WARNING), key=lambda entry: _urgency(entry, knowledge)))


def standing_cards(answers: Iterable[WarningAnswer], knowledge: Knowledge, country: str) -> tuple[Card, ...]:
    """Return a card for each yes that was not cleared, the most urgent first."""
    standing = [answer for answer in answers if answer.standing and answer.warning in knowledge.entries]
    cards = {answer.warning: _card(answer, knowledge, country) for answer in standing}
    return tuple(sorted(cards.values(), key=lambda card: _urgency(card.entry, knowledge)))


def answers_today(answers: Iterable[WarningAnswer], today: date) -> dict[str, bool]:
    """Return what is answered as of today: a yes stands until it is cleared, a no for its day."""
    return {
        answer.warning: answer.yes
        for answer in answers
        if answer.standing or (answer.asked_on == today and not answer.cleared_on)
    }


def answer_to(entry: Entry, yes: bool, knowledge: Knowledge, today: date) -> WarningAnswer:
    """Return the answer to a question as it is kept, with the version of the rules."""
    return WarningAnswer(entry.id, yes, today, rules_version(knowledge))


def hushed(entry: Entry, answers: Iterable[WarningAnswer], today: date, happened: date | None = None) -> bool:
    """Tell whether the person cleared a warning that the journal raised, and did not tick it again.

    It is quiet for four weeks, or, where it rests on one event, for as long as nothing new `happened`.
    """
    own = [answer for answer in answers if answer.warning == entry.id]
    cleared = max((answer.cleared_on for answer in own if answer.cleared_on), default=None)
    if cleared is None or any(answer.standing for answer in own):
        return False
    return cleared >= happened if happened else cleared > today - CLEARED_FOR


def with_numbers(text: str, knowledge: Knowledge, country: str) -> str:
    """Fill in the numbers of a country; one that is not known gets words instead of numbers."""
    for kind in COUNTRIES:
        numbers = knowledge.words[kind]
        text = text.replace("{" + kind + "}", numbers.get(country, numbers[OTHER_COUNTRY]))
    return text


def countries(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the countries whose numbers are known, `other` last."""
    return tuple(knowledge.words["emergency"])


def rules_version(knowledge: Knowledge) -> str:
    """Return the version of the rules, which is kept with each answer."""
    return knowledge.version


def no_warning(knowledge: Knowledge) -> str:
    """Return what is said when no warning sign is ticked."""
    return knowledge.words["no_warning"]["text"]


def _card(answer: WarningAnswer, knowledge: Knowledge, country: str) -> Card:
    entry = knowledge.entries[answer.warning]
    return Card(entry, with_numbers(entry.card, knowledge, country), answer)


def _urgency(entry: Entry, knowledge: Knowledge) -> tuple[int, int]:
    return LEVELS.index(entry.level or Level.ROUTINE), knowledge.asked.index(entry.id)
