"""The checks that records share: each refuses an impossible value with a sentence naming its field."""

import re

from journal_app.journal.errors import BadEntry
from journal_app.language import later

LONGEST_TEXT = 100_000
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")


def within(field: str, value: float | None, low: float, high: float) -> None:
    """Refuse a number outside low..high; `None` (unknown) passes."""
    if value is not None and not low <= value <= high:
        template = later("{field}: {value} is outside {low} to {high}.")
        raise BadEntry(field, template, value=f"{value:g}", low=f"{low:g}", high=f"{high:g}")


def plain_text(field: str, text: str) -> None:
    """Refuse a text no file or page could hold: too long, or with a zero or half a character."""
    if len(text) > LONGEST_TEXT:
        template = later("{field}: this text has {length} characters; at most {most} can be kept.")
        raise BadEntry(field, template, length=len(text), most=LONGEST_TEXT)
    if "\0" in text or (not text.isascii() and _HALF_A_CHARACTER.search(text)):
        raise BadEntry(field, later("{field}: this text holds a broken character, which cannot be kept."))


def not_empty(field: str, text: str) -> None:
    """Refuse an empty text where a name is needed."""
    plain_text(field, text)
    if not text.strip():
        raise BadEntry(field, later("{field}: please give it a name."))
