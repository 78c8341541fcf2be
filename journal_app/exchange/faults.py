"""Faults of a file, with the place they stand at; what the file itself says is shown on one line."""

from collections.abc import Callable, Sequence

from journal_app.journal.errors import JournalError
from journal_app.language import later

LONGEST_SHOWN = 60
CELLS_TOLD = 20
MOST_BAD_CELLS = 10_000  # then the table is another than was meant


def shown(text: str) -> str:
    """Return a text from a file as a sentence can hold it: short, and on one line."""
    return text if len(text) <= LONGEST_SHOWN and text.isprintable() else quoted(text)


def quoted(text: str) -> str:
    """Return a text from a file in quotation marks, its beginning if it is long."""
    found = repr(text[:LONGEST_SHOWN])
    return found if len(text) <= LONGEST_SHOWN >= len(found) - 2 else f"{found[:LONGEST_SHOWN]} …"


class Located(JournalError):
    """A reason with its place; both are told in the person's language."""

    def __init__(self, template: str, why: JournalError, **values: object) -> None:
        super().__init__(template, why=why, **values)
        self.why = why

    def __str__(self) -> str:
        return self.sentence(str)

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the sentence, its reason on the same line."""
        why = self.why.sentence(translate)
        # A reason may name a habit, and a habit may be called anything.
        plain = "".join(letter if letter.isprintable() else "\ufffd" for letter in why)
        return translate(self.template).format(**self.values | {"why": plain})


class BadCell(Located):
    """A cell that cannot be used, and why."""

    def __init__(self, file: str, line: int, column: str, why: JournalError) -> None:
        template = later("{file}, line {line}, column {column}: {why}")
        super().__init__(template, why, file=file, line=line, column=shown(column))


class BadCells(JournalError):
    """Several cells that cannot be used; the first of them are told."""

    def __init__(self, file: str, faults: Sequence[JournalError]) -> None:
        template = later("{file}: {count} cells cannot be read, so nothing of it was used.")
        if len(faults) > MOST_BAD_CELLS:
            template = later("{file}: more than {count} cells cannot be read, so nothing of it was used.")
        super().__init__(template, file=file, count=min(len(faults), MOST_BAD_CELLS))
        self.faults = tuple(faults[:MOST_BAD_CELLS])

    def __str__(self) -> str:
        return self.sentence(str)

    def sentence(self, translate: Callable[[str], str]) -> str:
        """Return the sentence, then a line for each of the first cells."""
        lines = [super().sentence(translate)]
        lines += [f"  {fault.sentence(translate)}" for fault in self.faults[:CELLS_TOLD]]
        if len(self.faults) > CELLS_TOLD:
            more = translate(later("and {count} more")).format(count=len(self.faults) - CELLS_TOLD)
            lines.append(f"  {more}")
        return "\n".join(lines)


class BadCellsSoFar:
    """Gathers bad cells, and refuses a table that is full of them."""

    def __init__(self, file: str) -> None:
        self.faults: list[JournalError] = []
        self._file = file

    def add(self, fault: JournalError) -> None:
        """Note a bad cell, without the way through the code that it took: there may be thousands."""
        for each in (fault, getattr(fault, "why", fault)):
            each.__cause__ = each.__context__ = each.__traceback__ = None
        self.faults.append(fault)
        if len(self.faults) > MOST_BAD_CELLS:
            raise BadCells(self._file, self.faults)


def refuse_bad_cells(file: str, faults: Sequence[JournalError]) -> None:
    """Refuse a file for its bad cells, if there are any."""
    if faults:
        raise faults[0] if len(faults) == 1 else BadCells(file, faults)


def too_large(file: str) -> JournalError:
    """Return the fault of a file that holds more than any journal does."""
    return JournalError(later("{file} is too large for a journal, so it was not read."), file=file)
