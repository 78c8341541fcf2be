"""A language that nobody speaks, in Hebrew letters, to see a window as it is read from right to left."""

import gettext
import re

from babel import Locale

from journal_app.language import Language

KEPT = re.compile(r"(\{\w*\}|\*\*|\(\*\.\w+\);*|<[^>]*>)")  # filled in, bold, file endings, tags
LETTERS = "אבגדהוזחטיכלמנסעפצקרשתאבגד"
SPOKEN = {ord(latin): hebrew for latin, hebrew in zip("abcdefghijklmnopqrstuvwxyz", LETTERS, strict=True)}


def mirrored_language() -> Language:
    """Return a language that says every text in letters that run from right to left."""
    return Language(Locale("he", "IL"), True, _Mirrored())


class _Mirrored(gettext.NullTranslations):
    """Writes each Latin letter as a Hebrew one; what is filled in stays."""

    def gettext(self, message: str) -> str:
        pieces = KEPT.split(message)
        return "".join(p if k % 2 else p.lower().translate(SPOKEN) for k, p in enumerate(pieces))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)
