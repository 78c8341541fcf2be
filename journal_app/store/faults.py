"""The fault of a journal that the person needs a backup for."""

from journal_app.journal.errors import JournalError
from journal_app.language import later


class NoJournal(JournalError):
    """A file without a journal in it, where one was looked for. It is left as it is."""


class UnsoundCopy(JournalError):
    """A copy that is not sound, or not what it was made of. It is not kept."""


class UnreadableValue(JournalError):
    """A value in a table that is not what stands in that column."""

    def __init__(self, column: str) -> None:
        super().__init__(later("The journal is damaged: a value of {column} cannot be read."), column=column)


class WriteProtected(JournalError):
    """A journal that may be read and not written."""

    def __init__(self, file: str) -> None:
        super().__init__(
            later("{file} is write-protected. Remove the protection, or open it to read only."), file=file
        )


class DamagedJournal(JournalError):
    """A journal with unreadable parts. It is left as it is."""

    def __init__(self, file: str) -> None:
        super().__init__(later("{file} is damaged. It was left as it is; restore a backup."), file=file)
