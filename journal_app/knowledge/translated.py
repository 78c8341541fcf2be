"""The knowledge base in the person's language: its texts, and the names that people there use.

What the language's catalogue does not say stays English: a sentence that was changed since is
rather read in English than told wrongly.
"""

from dataclasses import replace
from gettext import NullTranslations

from journal_app.knowledge.entries import Entry, Knowledge
from journal_app.knowledge.texts import whom_to_call, with_texts
from journal_app.language import Language

NAMES = "names"  # the context of an entry's names in the catalogue
BETWEEN_NAMES = ";"


def spoken(knowledge: Knowledge, language: Language) -> Knowledge:
    """Return the knowledge base as a person of some language reads it."""
    return translated(knowledge, language.known()) if language.known else knowledge


def translated(knowledge: Knowledge, catalog: NullTranslations) -> Knowledge:
    """Return the knowledge base with the texts of a catalogue, which answers "" where it has none."""
    untranslated: set[str] = set()

    def say(_key: str, text: str) -> str:
        said = catalog.gettext(text)
        if not said:
            untranslated.add(text)
        return said or text

    entries = {
        entry.id: replace(with_texts(entry, say), names=_names(entry, catalog))
        for entry in knowledge.entries.values()
    }
    words = knowledge.words | whom_to_call(knowledge, say)
    return replace(knowledge, entries=entries, words=words, untranslated=frozenset(untranslated))


def names_key(entry: Entry) -> str:
    """Return under what an entry's names stand in the catalogue: medicine/quinine."""
    return f"{entry.kind}/{entry.id}"


def own_names(entry: Entry, catalog: NullTranslations) -> tuple[str, ...]:
    """Return the names that people of the catalogue's language use for an entry."""
    listed = catalog.pgettext(NAMES, names_key(entry)).split(BETWEEN_NAMES)
    return tuple(name.strip() for name in listed if name.strip())


def _names(entry: Entry, catalog: NullTranslations) -> tuple[str, ...]:
    """Return the English names beside the language's own: a packet from abroad is recognised too."""
    return tuple(dict.fromkeys((entry.title, *entry.names, *own_names(entry, catalog))))
