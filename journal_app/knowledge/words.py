"""Recognising a medicine by the name that a person wrote."""

import re
from functools import lru_cache

from journal_app.knowledge.entries import Entry

MINERALS = frozenset({"potassium", "sodium", "calcium", "magnesium", "kalium", "natrium", "kalzium"})
JOINING = frozenset({"and", "with", "plus", "und", "mit"})


def names_of(entry: Entry) -> tuple[str, ...]:
    """Return all the names an entry goes by."""
    return (entry.title, *entry.names)


def speaks_of(written: str, names: tuple[str, ...]) -> bool:
    """Tell whether what a person wrote holds one of the names, as whole words.

    A mineral counts only where it leads: losartan potassium is no potassium tablet.
    """
    words = _words(written)
    return any(_holds(words, _words(name)) for name in names)


def _holds(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    if not name or name[0] not in words:
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
