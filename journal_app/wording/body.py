"""The places of a cramp and what is done about it, in words."""

from journal_app.journal.night import Episode
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, later

_LEGS = {"left": later("left leg"), "right": later("right leg")}
_SIDES = {"left": later("left {muscle}"), "right": later("right {muscle}")}


def place(leg: str | None, muscle: str | None, knowledge: Knowledge, language: Language) -> str:
    """Name the place of a cramp: left calf, right leg, calf, or that it was not given."""
    if muscle:
        label = muscle_label(muscle, knowledge, language)
        return language.tr(_SIDES[leg], muscle=label) if leg else label
    return language.tr(_LEGS[leg]) if leg else language.tr("place not given")


def muscle_label(muscle: str, knowledge: Knowledge, language: Language) -> str:
    """Name a muscle without its side; one that is no longer on the picture keeps its own word."""
    labels = {known.id: known.label for known in knowledge.muscles}
    return language.tr(labels.get(muscle, muscle.replace("_", " ")))


def places(episodes: tuple[Episode, ...], knowledge: Knowledge, language: Language) -> tuple[str, ...]:
    """Name the places of a night's cramps, each once."""
    named = (place(e.leg, e.muscle, knowledge, language) for e in episodes if e.leg or e.muscle)
    return tuple(dict.fromkeys(named))


def relief_label(relief: str, knowledge: Knowledge, language: Language) -> str:
    """Name what was done at a cramp: stretched it."""
    return language.tr(knowledge.reliefs.get(relief, relief.replace("_", " ")))
