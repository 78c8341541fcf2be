"""A language that nobody speaks, made from the templates of texts: accented, bracketed, 40 % longer.

What is shown in it with a plain vowel was not translated; what no longer fits would not in German either.
"""

import gettext
import math
import re
from functools import cache
from pathlib import Path

from babel import Locale
from babel.messages.pofile import read_po

from journal_app.language import Language
from journal_app.paths import bundled

TEMPLATE = bundled("resources") / "translations" / "journal_app.pot"
KNOWN = bundled("resources") / "translations" / "knowledge.pot"
LONGER = 0.4
ACCENTED = str.maketrans("aeiouAEIOU", "äêïôûÄÊÏÔÛ")
KEPT = re.compile(r"(\{\w*\}|\*\*|\(\*\.\w+\);*)")  # filled in, bold, file endings


def pseudo_language(template: Path = TEMPLATE) -> Language:
    """Return a language that says every text of the template in this way, with British dates."""
    return Language(Locale("en", "GB"), True, _catalogue(template), known=pseudo_knowledge)


def pseudo_knowledge() -> gettext.NullTranslations:
    """Return a catalogue that says every text of the knowledge base in this way, and has no names."""
    return _PseudoKnowledge(_texts_of(KNOWN))


def said(text: str) -> str:
    """Return a text accented, with vowels doubled until it is 40 % longer, in brackets."""
    pieces = KEPT.split(text)
    missing = math.ceil(LONGER * sum(len(piece) for piece in pieces[::2]))
    spoken = []
    for k, piece in enumerate(pieces):
        longer, missing = (piece, missing) if k % 2 else _drawn_out(piece, missing)
        spoken.append(longer)
    return f"[{''.join(spoken)}]"


def _drawn_out(piece: str, missing: int) -> tuple[str, int]:
    """Return a piece with as many vowels doubled as are missing, and how many still are."""
    letters = []
    for letter in piece.translate(ACCENTED):
        double = missing > 0 and letter in "äêïôûÄÊÏÔÛ"
        letters.append(letter + letter.lower() if double else letter)
        missing -= double
    return "".join(letters), missing


class _Pseudo(gettext.NullTranslations):
    """Knows the texts of a template; leaves all others as they are."""

    def __init__(self, texts: frozenset[str]) -> None:
        super().__init__()
        self._texts = texts

    def gettext(self, message: str) -> str:
        return said(message) if message in self._texts else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


class _PseudoKnowledge(_Pseudo):
    """Answers as a catalogue of the knowledge base does: nothing where it has no text."""

    def gettext(self, message: str) -> str:
        return super().gettext(message) if message in self._texts else ""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return ""


@cache
def _catalogue(template: Path) -> _Pseudo:
    return _Pseudo(_texts_of(template))


@cache
def _texts_of(template: Path) -> frozenset[str]:
    with template.open(encoding="utf-8") as lines:
        ids = [message.id for message in read_po(lines) if message.id]
    return frozenset(text for each in ids for text in ((each,) if isinstance(each, str) else each))
