"""Reads a day as people write it: 3.11.2026, 3/11/2026, 2026-11-03, 3 Nov 2026, November 3, 2026."""

import re
import unicodedata
from datetime import date

from babel import Locale

from journal_app.journal.errors import JournalError
from journal_app.language import Language, later

SHORTEST_NAME = 3  # fewer letters may be another month's too
FOUR_DIGITS = 4
PARTS = 3
ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")
YEAR_FIRST = re.compile(r"\d{4}\s*[-./]\s*\d{1,2}\s*[-./]\s*\d{1,2}")
NUMBERS = re.compile(r"\d+\s*([-./\s])\s*\d+\s*([-./\s])\s*\d+\.?")
WORDS_AND_NUMBERS = re.compile(r"\d+|[^\W\d_]+")


def read_day(typed: str, language: Language, example: date) -> date:
    """Read a day; numbers alone stand in the order of the language's country. `example` is for the sentence.

    Raises:
        JournalError: it is no day, or may be several.

    """
    text = ORDINAL.sub("", typed.strip().casefold())
    parts = WORDS_AND_NUMBERS.findall(text)
    found = _year_month_day(text, parts, language.locale)
    shown = language.short_date(example)
    if found is not None and len(found[0]) == FOUR_DIGITS:
        try:
            return date(*map(int, found))
        except ValueError:
            pass
    elif found is not None:
        raise JournalError(later("Please write the year with four digits, as in {example}."), example=shown)
    unread = later("“{typed}” cannot be read as a day. Please write it as in {example}.")
    raise JournalError(unread, typed=typed.strip(), example=shown)


def _year_month_day(text: str, parts: list[str], locale: Locale) -> tuple[str, str, str] | None:
    if len(parts) != PARTS:
        return None
    first, second, third = parts
    if YEAR_FIRST.fullmatch(text):
        return first, second, third
    if NUMBERS.fullmatch(text):
        return (third, first, second) if _month_comes_first(locale) else (third, second, first)
    return _with_named_month(parts, locale)


def _with_named_month(parts: list[str], locale: Locale) -> tuple[str, str, str] | None:
    words, numbers = [each for each in parts if each.isalpha()], [each for each in parts if each.isdecimal()]
    month = _month(words[0], locale) if len(words) == 1 else 0
    if not month or len(numbers) != PARTS - 1:
        return None
    day, year = numbers if len(numbers[0]) < FOUR_DIGITS else reversed(numbers)
    return year, str(month), day


def _month_comes_first(locale: Locale) -> bool:
    order = locale.date_formats["short"].pattern
    return order.index("M") < order.index("d")


def _month(word: str, locale: Locale) -> int:
    """Return the month with a name that begins so, 0 where there is none or several."""
    named = {
        month
        for context in locale.months.values()
        for width in ("wide", "abbreviated")
        for month, name in context.get(width, {}).items()
        if _plain(name).startswith(_plain(word))
    }
    return named.pop() if len(named) == 1 and len(word) >= SHORTEST_NAME else 0


def _plain(name: str) -> str:
    """Return the letters without their marks: März, Maerz and Marz are one."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(each for each in letters if each.isalpha()).replace("ae", "a")
