"""Recognising a medicine by the name a person wrote, and finding entries by search words."""

import re
from functools import lru_cache

from journal_app.knowledge.entries import Entry, Knowledge

MINERALS = frozenset({"potassium", "sodium", "calcium", "magnesium"})
JOINING = frozenset({"and", "with", "plus"})


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return all the names an entry goes by."""
    return (entry.title, *entry.names)


def speaks_of(written: str, names: tuple[str, ...]) -> bool:
    """Tell whether what a person wrote holds one of the names, as whole words.

    A mineral counts only where it leads: losartan potassium is no potassium tablet.
    """
    words = _words(written)
    return any(_holds(words, _words(name)) for name in names)


def search(knowledge: Knowledge, typed: str) -> tuple[Entry, ...]:
    """Return the entries that hold every word typed: by title first, then by name, then by text."""
    wanted = _words(typed)
    if not wanted:
        return tuple(knowledge.entries.values())
    found: dict[str, Entry] = {}
    for text_of in (_title_of, _names_in_one, _text_of):
        for entry in knowledge.entries.values():
            if _has_all(wanted, text_of(entry)):
                found.setdefault(entry.id, entry)
    return tuple(found.values())


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not name:
        return False
    places = (k for k in range(len(words) - len(name) + 1) if words[k : k + len(name)] == name)
    return any(name[0] not in MINERALS or _leads(words, place) for place in places)


def _leads(words: tuple[str, ...], place: int) -> bool:
    return place == 0 or words[place - 1] in JOINING or words[place - 1] in MINERALS


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    """Return the words in lower case, without the s of a plural."""
    return tuple(_singular(word) for word in re.findall(r"\w+", text.casefold().replace("+", " and ")))


def _singular(word: str) -> str:
    return (
        word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
    )


def _has_all(wanted: tuple[str, ...], text: str) -> bool:
    words = _words(text)
    return all(any(word.startswith(part) for word in words) for part in wanted)


def _title_of(entry: Entry) -> str:
    return entry.title


def _names_in_one(entry: Entry) -> str:
    return " ".join(names_of(entry))


def _text_of(entry: Entry) -> str:
    return " ".join((*names_of(entry), entry.summary, entry.question, *entry.do, *entry.ask))
