"""Cells of a table: what they may hold, and how they are kept from becoming formulas elsewhere."""

import re
from datetime import date, datetime

from journal_app.exchange.faults import quoted
from journal_app.journal.errors import JournalError
from journal_app.language import later

# A spreadsheet takes a cell that begins so for a formula; an apostrophe before it makes it text.
_FORMULA = re.compile(r"[' ]*[=+\-@\t\r\n＝＋－＠]")
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?")
_DECIMAL_COMMA = re.compile(r"[+-]?\d+,\d+")
FIRST_YEAR, LAST_YEAR = 1900, 2199  # before and after, a day in a file is a slip
LONGEST_NUMBER = 60


def defused(text: str) -> str:
    """Write a text so that no spreadsheet runs it."""
    return f"'{text}" if _FORMULA.match(text) else text


def undefused(cell: str) -> str:
    """Read a text that may have been defused."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell


def number_in(cell: str, comma: bool = False) -> float:
    """Read a number; `comma` allows a decimal comma. Words such as nan and inf are no numbers."""
    text = cell.strip()
    if comma and _DECIMAL_COMMA.fullmatch(text):
        text = text.replace(",", ".")
    if len(text) > LONGEST_NUMBER or not text.isascii() or not _NUMBER.fullmatch(text):
        raise JournalError(later("{cell} is not a number."), cell=quoted(cell))
    return float(text)


def date_in(cell: str) -> date:
    """Read a date written as 2026-11-03, with or without a time after it."""
    text = cell.strip().replace("/", "-")
    try:
        found = (
            datetime.fromisoformat(text).date() if len(text) > len("2026-11-03") else date.fromisoformat(text)
        )
    except ValueError:
        raise JournalError(later("{cell} is not a date such as 2026-11-03."), cell=quoted(cell)) from None
    return refuse_other_times(found)


def refuse_other_times(found: date) -> date:
    """Refuse a day of another century; return any other."""
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        template = later("{day} is not between the years {first} and {last}.")
        raise JournalError(template, day=found.isoformat()[:10], first=FIRST_YEAR, last=LAST_YEAR)
    return found
