"""What is taken for a night cramp: whose questions to offer after a night, and what the answers say.

Nothing here names an illness: answers fit a look-alike more or less, and that is worth asking a doctor.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from journal_app.journal.night import Episode, Helped, Night
from journal_app.journal.night_answer import Given
from journal_app.knowledge.entries import Entry, FactValue, Kind, Knowledge, Question
from journal_app.knowledge.rules import Facts, any_holds

SPEAKING_AGAINST = 2  # differing answers in a night from which a look-alike is thought of
NIGHTS_WANTED = 3  # nights with such answers, after which Patterns shows it and nothing more is offered
STRETCHED = "stretched"
TOLD_BY_NIGHT = frozenset({"hard_knot", "over_ten_minutes", "stretching_ended_it"})  # asked for many of them


@dataclass(frozen=True, slots=True)
class Likeness:
    """How one night fits a look-alike: answers that differ from a night cramp's, and that do not."""

    entry: Entry
    differing: int
    agreeing: int
    nights: int = 0  # nights on which at least two answers differ
    warning_sign: bool = False  # whether a differing answer is a warning sign by itself

    @property
    def fits_more(self) -> bool:
        """Whether the look-alike is thought of."""
        return self.differing >= SPEAKING_AGAINST


def told_by(night: Night) -> dict[str, bool]:
    """Return the answers a night gives itself: the muscle's hardness, the minutes, the stretching."""
    felt = [episode.hard for episode in night.episodes if episode.hard is not None]
    told = {"hard_knot": any(felt)} if felt else {}
    if night.cramp_minutes is not None:
        told["over_ten_minutes"] = any(episode.long for episode in night.episodes)
    eased = [eased for episode in night.episodes if (eased := _eased_by_stretching(episode)) is not None]
    if eased:
        told["stretching_ended_it"] = any(eased)
    return told


def differs(question: Question, yes: bool | None) -> bool:
    """Tell whether an answer is not that of a night cramp."""
    return yes is not None and yes == (question.answer == "yes")


def likeness(entry: Entry, given: Mapping[str, bool | None], nights: int = 0) -> Likeness:
    """Return how what is known of a night fits a look-alike."""
    known = [(q, yes) for q in entry.questions if (yes := given.get(q.field)) is not None]
    differing = [question for question, yes in known if differs(question, yes)]
    warning_sign = any(question.sign_of for question in differing)
    return Likeness(entry, len(differing), len(known) - len(differing), nights, warning_sign)


def offered_after(
    night: Night, knowledge: Knowledge, told: Facts, given: Mapping[date, Given]
) -> Entry | None:
    """Return the look-alike whose questions are worth offering after a night, if any.

    Nothing is offered for a night about which something was answered, nor once enough nights were.
    """
    if night.quiet or night.evening in given:
        return None
    return next((e for e in _in_order(knowledge) if _points_to(e, night, told) and _wanted(e, given)), None)


def _in_order(knowledge: Knowledge) -> list[Entry]:
    return sorted(knowledge.of_kind(Kind.LOOK_ALIKE), key=lambda entry: knowledge.likened.index(entry.id))


def _points_to(entry: Entry, night: Night, told: Facts) -> bool:
    return any(any_holds(entry.asked_when, {**told, **facts}) for facts in _cramps_of(night))


def _wanted(entry: Entry, given: Mapping[date, Given]) -> bool:
    fields = {question.field for question in entry.questions} - TOLD_BY_NIGHT
    return sum(not fields.isdisjoint(answers) for answers in given.values()) < NIGHTS_WANTED


def _cramps_of(night: Night) -> Iterator[dict[str, FactValue]]:
    """Yield the facts of each cramp; what is not known is left out."""
    for episode in night.episodes:
        facts = {
            "cramp_place": episode.muscle,
            "cramp_pain": episode.pain,
            "cramp_minutes": episode.minutes,
            "cramp_hard": episode.hard,
            "cramp_eased_by_stretching": _eased_by_stretching(episode),
            "cramp_told_by_partner": bool(night.logged_by) or None,
        }
        yield {name: value for name, value in facts.items() if value is not None}


def _eased_by_stretching(episode: Episode) -> bool | None:
    """Tell whether stretching ended a cramp; beside other reliefs it cannot be told which one did."""
    if STRETCHED not in episode.relief or episode.helped is None:
        return None
    if episode.helped is Helped.NO:
        return False
    return True if episode.helped is Helped.MUCH and len(episode.relief) == 1 else None
