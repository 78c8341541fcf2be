"""The tick boxes of "About me": which conditions are asked about, and what a kept tick means.

A condition whose entry has `ticks` is asked about in several boxes, kept as `entry.tick`. A tick of
the entry as a whole, from before it was parted, stays as it is until the person takes it back.
"""

from collections.abc import Collection
from dataclasses import dataclass

from journal_app.journal.profile import OWN_QUESTION
from journal_app.knowledge.entries import Entry, Kind, Knowledge
from journal_app.knowledge.rules import asks_condition
from journal_app.language import Language

BETWEEN = "."


@dataclass(frozen=True, slots=True)
class Tick:
    """One box: what is kept for it, its words, and whether it is shown only where it was ticked before."""

    id: str
    label: str
    former: bool = False


def tick_boxes(knowledge: Knowledge, language: Language) -> tuple[Tick, ...]:
    """Return every box; conditions with a question of their own have none."""
    asked = (e for e in knowledge.of_kind(Kind.CONDITION) if asks_condition(e) and e.id not in OWN_QUESTION)
    return tuple(tick for entry in asked for tick in _boxes_of(entry, language))


def tick_words(condition: str, knowledge: Knowledge, language: Language) -> str:
    """Return the words of a kept tick; what the knowledge base does not know stays as it was kept."""
    of_entry, _, tick = condition.partition(BETWEEN)
    entry = knowledge.entries.get(of_entry)
    if entry is None or (tick and tick not in entry.ticks):
        return condition
    return language.tr(entry.ticks[tick]) if tick else entry.title


def is_ticked(entry: Entry, conditions: Collection[str]) -> bool:
    """Tell whether a box of an entry is ticked."""
    return any(condition.partition(BETWEEN)[0] == entry.id for condition in conditions)


def _boxes_of(entry: Entry, language: Language) -> tuple[Tick, ...]:
    parted = tuple(
        Tick(f"{entry.id}{BETWEEN}{tick}", language.tr(label)) for tick, label in entry.ticks.items()
    )
    return (*parted, Tick(entry.id, entry.title, former=bool(parted)))
