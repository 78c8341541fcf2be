"""Collect every text a person reads, bring each language up to date with them, and compile it.

Run as `python -m resources.translations.collect_texts` (or `make translations`). Beside the texts of
the code these are the short labels of the knowledge base; its longer texts are not translated yet.
A new language is a folder such as `fr/LC_MESSAGES` with an empty `journal_app.po`.
"""

from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from journal_app.knowledge.entries import Knowledge
from journal_app.knowledge.loader import load_knowledge
from journal_app.paths import bundled

HERE = Path(__file__).parent
CODE = Path(__file__).parents[2] / "journal_app"
DOMAIN = "journal_app"
KEYWORDS = {"tr": None, "trn": (1, 2), "later": None}
SHOWN_WORDS = ("grade", "page_grade", "level", "group", "confidence", "testable", "no_warning")
LABELS_FROM = "knowledge_base"


class Undated(Catalog):
    """A catalogue without dates, so that collecting twice changes nothing."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the headers that say how the file is read."""
        kept = ("MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Language", "Plural-Forms")
        return [(name, value) for name, value in super().mime_headers if name in kept]


def main() -> None:
    """Write the template, and for every language its texts and what the program reads of them."""
    template = collected()
    _write(HERE / f"{DOMAIN}.pot", template)
    for file in sorted(HERE.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        spoken = up_to_date(file, template)
        _write(file, spoken)
        with file.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, spoken)


def collected() -> Catalog:
    """Return the template: all texts in the order of the files, with the file each is from."""
    template = Undated(charset="utf-8", fuzzy=False)
    for file, _line, text, _comments, _context in extract_from_dir(CODE, keywords=KEYWORDS):
        template.add(text, locations=[(f"{DOMAIN}/{file}", 1)])
    for label in labels(load_knowledge(bundled("knowledge_base"))):
        template.add(label, locations=[(LABELS_FROM, 1)])
    return template


def labels(knowledge: Knowledge) -> Iterator[str]:
    """Yield the short texts of the knowledge base that the program translates where it shows them."""
    for habit in knowledge.habits:
        yield from filter(None, (habit.label, habit.unit, habit.yes, habit.no, *habit.kinds))
    for factor in knowledge.factors:
        yield from filter(None, (factor.label, factor.unit, factor.with_words, factor.without_words))
    yield from (muscle.label for muscle in knowledge.muscles)
    yield from knowledge.reliefs.values()
    for table in SHOWN_WORDS:
        yield from knowledge.words[table].values()
    yield from (entry.title for entry in knowledge.entries.values())


def up_to_date(file: Path, template: Catalog) -> Catalog:
    """Return a language's catalogue: what is still said, and nothing for what is new."""
    code = file.parent.parent.name
    with file.open(encoding="utf-8") as lines:
        before = read_po(lines, locale=code)
    spoken = Undated(code, charset="utf-8", fuzzy=False)
    for message in filter(lambda message: message.id, template):
        known = before.get(message.id)
        same_shape = known is not None and known.pluralizable == message.pluralizable
        spoken.add(message.id, known.string if same_shape else "", message.locations, message.flags)
    return spoken


def _write(file: Path, catalog: Catalog) -> None:
    with file.open("wb") as lines:
        write_po(lines, catalog, width=100, include_lineno=False)


if __name__ == "__main__":
    main()
