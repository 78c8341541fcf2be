"""The person's language and locale: translated texts, plurals, dates and numbers.

Everything a person reads is made with a `Language`, so a text is marked for translation where it
is written: `language.tr("Quiet night")`, `language.trn("{n} night", "{n} nights", 3)`. Texts that
are written before a language is known (tables, error sentences) are marked with `later()` or, where
they depend on a count, `later_counted()`.
"""

import gettext
import locale
import os
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from functools import partial
from pathlib import Path

from babel import Locale, UnknownLocaleError, dates, numbers
from babel.core import get_global

from journal_app.paths import bundled

SOURCE_LANGUAGE = "en"
DOMAIN = "journal_app"
KNOWLEDGE = "knowledge"  # the texts of the knowledge base, in a catalogue of their own
SOME = 2  # stands for one and a half in the choice of a plural


def later(text: str) -> str:
    """Mark a text for translation that is translated only where it is shown."""
    return text


def later_counted(one: str, many: str) -> tuple[str, str]:
    """Mark a text and its plural for translation; `trn(*both, n)` translates them."""
    return one, many


class Silent(gettext.NullTranslations):
    """Says nothing where a catalogue has no text, so that it is known which are missing."""

    def gettext(self, message: str) -> str:  # noqa: ARG002
        """Return no text."""
        return ""

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        """Return no text."""
        return ""


@dataclass(frozen=True)
class Language:
    """Speaks one language: texts, plurals, dates and numbers as its readers write them."""

    locale: Locale = field(default_factory=lambda: Locale("en", "GB"))
    clock_24h: bool = True
    catalog: gettext.NullTranslations = field(default_factory=gettext.NullTranslations)
    # What the knowledge base says in this language, read when it is first wanted; None: as written.
    known: Callable[[], gettext.NullTranslations] | None = field(default=None, compare=False)

    def tr(self, text: str, **values: object) -> str:
        """Translate a text and fill in its {named} values."""
        translated = self.catalog.gettext(text) if text else ""  # gettext answers "" with its header
        return translated.format(**values) if values else translated

    def trn(self, one: str, many: str, n: float, **values: object) -> str:
        """Translate a text that depends on a count; `{n}` is filled in with it."""
        whole = int(n) if n == int(n) else SOME  # languages have rules for whole counts only
        return self.catalog.ngettext(one, many, whole).format(n=self.number(n, 2), **values)

    def number(self, value: float, digits: int = 1) -> str:
        """Write a number with at most `digits` decimals: 1.4, 12, 1,200."""
        shape = "#,##0" + ("." + "#" * digits if digits else "")
        return numbers.format_decimal(round(value, digits) + 0.0, format=shape, locale=self.locale)

    def full_date(self, day: date) -> str:
        """Write a date in full: 3 November 2026."""
        return dates.format_date(day, "long", locale=self.locale)

    def short_date(self, day: date) -> str:
        """Write a date shortly, with its year: 3 Nov 2026."""
        return dates.format_date(day, "medium", locale=self.locale)

    def day_and_month(self, day: date) -> str:
        """Write a date without its year: 3 Nov."""
        return dates.format_skeleton("MMMd", day, locale=self.locale)

    def weekday(self, day: date) -> str:
        """Name the day of the week: Tuesday."""
        return dates.format_date(day, "EEEE", locale=self.locale)

    def short_weekday(self, day: date) -> str:
        """Name the day of the week shortly, as the head of a column: Tue."""
        return dates.format_date(day, "ccc", locale=self.locale)

    def short_month(self, day: date) -> str:
        """Name the month shortly, as the head of a row: Nov."""
        return dates.format_date(day, "LLL", locale=self.locale)

    def month_and_year(self, day: date) -> str:
        """Name a month with its year: November 2026."""
        return dates.format_skeleton("yMMMM", day, locale=self.locale)

    @property
    def first_weekday(self) -> int:
        """Return the day that weeks begin with here, Monday being 0."""
        return self.locale.first_week_day

    def weekday_and_day(self, day: date) -> str:
        """Write a date with its weekday, as a heading has it: Tuesday 3 November."""
        return self.tr(
            "{weekday} {day} {month}",
            weekday=self.weekday(day),
            day=day.day,
            month=dates.format_date(day, "MMMM", locale=self.locale),
        )

    def clock(self, moment: time) -> str:
        """Write a time of day: 02:10, or 2:10 am where the person wants that."""
        return dates.format_time(moment, "HH:mm" if self.clock_24h else "h:mm a", locale=self.locale)

    def date_and_time(self, moment: datetime) -> str:
        """Write a date with its time of day."""
        return f"{self.short_date(moment.date())} {self.clock(moment.time())}"


def language_for(tag: str = "", clock_24h: bool = True) -> Language:
    """Return the language for a tag such as `de` or `en_US`; empty means the system's own."""
    wanted = tag or _system_tag()
    try:
        found = Locale.parse(wanted.replace("-", "_").split(".")[0])
    except (ValueError, UnknownLocaleError):
        found = Locale("en", "GB")
    code = found.language
    known = None if code == SOURCE_LANGUAGE else partial(known_texts, code)
    return Language(_with_country(found), clock_24h, _catalog(code), known)


def in_alphabet(text: str) -> str:
    """Return what a text is sorted by: an umlaut stands with its letter, as in a dictionary."""
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def available_languages() -> tuple[str, ...]:
    """List the languages the program speaks, English first."""
    others = sorted(path.parent.parent.name for path in catalogues().glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (SOURCE_LANGUAGE, *others)


def known_texts(code: str) -> gettext.NullTranslations:
    """Return what the knowledge base says in a language; it answers "" where a text is missing."""
    if gettext.find(KNOWLEDGE, catalogues(), [code]) is None:
        return Silent()
    found = gettext.translation(KNOWLEDGE, catalogues(), [code])
    found.add_fallback(Silent())
    return found


def catalogues() -> Path:
    """Return the folder of the translated texts."""
    return bundled("resources") / "translations"


def _with_country(found: Locale) -> Locale:
    """Return a locale with a country: the system's own, else the one where most speak the language."""
    if found.territory:
        return found
    likely = str(get_global("likely_subtags").get(found.language, "")).split("_")[-1]
    for country in (_system_tag().replace("-", "_").split(".")[0].split("_")[-1], likely):
        try:
            return Locale(found.language, country)
        except UnknownLocaleError:
            continue
    return found


def _catalog(code: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, catalogues(), languages=[code], fallback=True)


def _system_tag() -> str:
    variables = (os.environ.get(name) for name in ("LC_ALL", "LC_TIME", "LANG"))
    from_environment = next(filter(None, variables), "")
    tag = from_environment or (locale.getlocale()[0] or "")
    return "en_GB" if tag.split(".")[0] in ("", "C", "POSIX") else tag
