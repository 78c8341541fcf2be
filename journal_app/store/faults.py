"""The fault of a journal that the person needs a backup for."""

from journal_app.journal.errors import JournalError
from journal_app.language import later


class NoJournal(JournalError):
    """A file without a journal in it, where one was looked for. It is left as it is."""


class DamagedJournal(JournalError):
    """A journal with unreadable parts. It is left as it is."""

    def __init__(self, file: str) -> None:
        super().__init__(later("{file} is damaged. It was left as it is; restore a backup."), file=file)
