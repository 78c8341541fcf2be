"""Collect every text a person reads, bring each language up to date with them, and compile it.

Run as `python -m resources.translations.collect_texts` (or `make translations`). There are two
catalogues: `journal_app` has the texts of the code and the short labels of the knowledge base,
`knowledge` the texts of its entries, and their names. A new language is a folder such as
`fr/LC_MESSAGES` with an empty `journal_app.po` and an empty `knowledge.po`.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from journal_app.exchange.example import example_recipe
from journal_app.exchange.recipe import recipe_texts
from journal_app.knowledge.entries import Knowledge
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.references import file_of
from journal_app.knowledge.texts import all_texts
from journal_app.knowledge.translated import NAMES, names_key
from journal_app.language import DOMAIN, KNOWLEDGE
from journal_app.paths import bundled

HERE = Path(__file__).parent
CODE = Path(__file__).parents[2] / "journal_app"
HEAD = "# Texts of Night Cramp Journal. Written by `make translations`; fill in each msgstr."
TEXTS_OF = {"tr": 1, "trn": 2, "later": 1, "later_counted": 2}  # how many texts each call begins with
SHOWN_WORDS = (
    "grade",
    "page_grade",
    "level",
    "group",
    "confidence",
    "testable",
    "no_warning",
    "applies",
)
LABELS_FROM = "knowledge_base"
NAMES_HINT = "What people call it: all names in use, with ; between them. The English ones:"
OF_ARGPARSE = (  # what Python's reader of commands says, in all the versions we run on
    "usage: ",
    "positional arguments",
    "options",
    "show this help message and exit",
    "show program's version number and exit",
    "argument %(argument_name)s: %(message)s",
    "the following arguments are required: %s",
    "unrecognized arguments: %s",
    "expected one argument",
    "invalid %(type)s value: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)",
)


class Undated(Catalog):
    """A catalogue without dates, so that collecting twice changes nothing."""

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """Return the headers that say how the file is read."""
        kept = ("MIME-Version", "Content-Type", "Content-Transfer-Encoding", "Language", "Plural-Forms")
        return [(name, value) for name, value in super().mime_headers if name in kept]


def main() -> None:
    """Write the templates, and for every language its texts and what the program reads of them."""
    for domain, template in ((DOMAIN, collected()), (KNOWLEDGE, collected_knowledge())):
        _write(HERE / f"{domain}.pot", template)
        for file in sorted(HERE.glob(f"*/LC_MESSAGES/{domain}.po")):
            spoken = up_to_date(file, template)
            _write(file, spoken)
            with file.with_suffix(".mo").open("wb") as compiled:
                write_mo(compiled, spoken)


def collected() -> Catalog:
    """Return the program's template: all texts in the order of the files, with the file each is from."""
    template = Undated(charset="utf-8", fuzzy=False, header_comment=HEAD)
    for file in sorted(CODE.rglob("*.py")):
        place = file.relative_to(CODE.parent).as_posix()
        for text in texts_of(file.read_text(encoding="utf-8")):
            template.add(text, locations=[(place, 1)])
    for text in OF_ARGPARSE:
        template.add(text, locations=[("argparse", 1)])
    for label in labels(load_knowledge(bundled("knowledge_base"))):
        template.add(label, locations=[(LABELS_FROM, 1)])
    for text in recipe_texts(example_recipe()):
        template.add(text, locations=[("resources/example", 1)])
    return template


def collected_knowledge() -> Catalog:
    """Return the template of the knowledge base; for the names, the English ones stand beside each."""
    knowledge = load_knowledge(bundled("knowledge_base"))
    template = Undated(charset="utf-8", fuzzy=False, header_comment=HEAD)
    for file, _key, text in all_texts(knowledge):
        template.add(text, locations=[(f"{LABELS_FROM}/{file}", 1)])
    for entry in filter(lambda entry: entry.names, knowledge.entries.values()):
        place = f"{LABELS_FROM}/{file_of(entry.kind, entry.id)}"
        told = (NAMES_HINT, "; ".join(entry.names))
        template.add(names_key(entry), locations=[(place, 1)], auto_comments=told, context=NAMES)
    return template


def texts_of(code: str) -> Iterator[str | tuple[str, ...]]:
    """Yield the texts marked in some code, in their order; those with a plural come with it."""
    calls = [node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call)]
    for call in sorted(calls, key=lambda call: (call.lineno, call.col_offset)):
        count = TEXTS_OF.get(_name(call.func).lstrip("_"), 0)
        texts = tuple(text for argument in call.args[:count] for text in _literals(argument))
        if count > 1 and len(texts) == count:
            yield texts
        elif count == 1:
            yield from texts


def labels(knowledge: Knowledge) -> Iterator[str]:
    """Yield the short texts of the knowledge base that the program translates where it shows them."""
    for habit in knowledge.habits:
        yield from filter(None, (habit.label, habit.unit, habit.yes, habit.no, *habit.kinds))
    for factor in knowledge.factors:
        yield from filter(None, (factor.label, factor.unit, factor.with_words, factor.without_words))
    yield from (muscle.label for muscle in knowledge.muscles)
    yield from knowledge.reliefs.values()
    yield from (label for entry in knowledge.entries.values() for label in entry.ticks.values())
    for table in SHOWN_WORDS:
        yield from knowledge.words[table].values()


def up_to_date(file: Path, template: Catalog) -> Catalog:
    """Return a language's catalogue: what is still said, and nothing for what is new."""
    code = file.parent.parent.name
    with file.open(encoding="utf-8") as lines:
        before = read_po(lines, locale=code)
    spoken = Undated(code, charset="utf-8", fuzzy=False, header_comment=HEAD)
    for message in filter(lambda message: message.id, template):
        known = before.get(message.id, message.context)
        said = known.string if known and known.pluralizable == message.pluralizable else ""
        told = message.auto_comments
        spoken.add(message.id, said, message.locations, message.flags, told, context=message.context)
    return spoken


def _name(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def _literals(argument: ast.expr) -> Iterator[str]:
    """Yield a text that is written out, or both where a condition chooses."""
    if isinstance(argument, ast.IfExp):
        yield from (*_literals(argument.body), *_literals(argument.orelse))
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str) and argument.value:
        yield argument.value


def _write(file: Path, catalog: Catalog) -> None:
    with file.open("wb") as lines:
        write_po(lines, catalog, width=100, include_lineno=False)


if __name__ == "__main__":
    main()
