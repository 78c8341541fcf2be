"""What a password has to be."""

from journal_app.journal.errors import JournalError
from journal_app.language import later

SHORTEST = 8


def refuse_short(password: str) -> None:
    """Refuse a password that is tried out in no time.

    Raises:
        JournalError: it is too short.

    """
    if len(password) < SHORTEST:
        raise JournalError(later("The password needs at least {count} characters."), count=str(SHORTEST))
