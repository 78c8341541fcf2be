"""Reads the doctor's review back from a report that was filled in and saved as a PDF."""

import logging
import re
import zlib
from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from time import thread_time
from typing import TYPE_CHECKING

from journal_app.journal.errors import JournalError
from journal_app.journal.visit import Visit
from journal_app.language import later
from journal_app.report.review_part import ANSWERS, ASSESSMENT, MEDICINES, NEXT_VISIT, REPORT_MARK, TESTS

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_BYTES = 5_000_000  # a report has fifty thousand
MOST_UNPACKED = 2_000_000  # of one compressed stream
MOST_SECONDS = 1.0  # of the processor's time, for what takes a fiftieth of it
MOST_LETTERS = 20_000  # in one field
FIELDS = (ASSESSMENT, TESTS, MEDICINES, *ANSWERS, NEXT_VISIT)
_MARK = re.compile(
    REPORT_MARK.format(
        id=r"(?P<id>[0-9a-f]{4}(?:-[0-9a-f]{4}){2})", day=r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    )
)
# What a PDF reader meets in files that were cut short or made up; it does not wrap all of them.
_FAULTS = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RuntimeError,
    zlib.error,
)


class _ReadInTime(BytesIO):
    """A file that refuses to be read for too long: pages can lead a reader in circles, or be nothing else."""

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._until = thread_time() + MOST_SECONDS

    def read(self, size: int | None = -1, /) -> bytes:
        if thread_time() > self._until:
            raise ValueError("this takes too long")
        return super().read(size)


def read_visit(path: Path) -> Visit:
    """Return what stands in the fields of a filled report, with the id of that report.

    The day is that of the appointment the report was made for, else the day it was printed. The same
    file gives the same visit, so that reading it twice keeps one.

    Raises:
        JournalError: it is no PDF, is locked, damaged, too large, not our report, or not filled in.

    """
    identity, day, texts = _read(path, _bytes(path))
    answers = tuple(texts[name] for name in ANSWERS)
    visit = Visit(
        id=f"{identity}-{sha256(repr(sorted(texts.items())).encode()).hexdigest()[:8]}",
        day=day,
        assessment=texts[ASSESSMENT],
        tests=texts[TESTS],
        medicines=texts[MEDICINES],
        answers=answers if any(answers) else (),
        next_visit=texts[NEXT_VISIT],
        report=identity,
    )
    if visit.empty:
        template = later(
            "{file} is a report of this program, but its fields are empty. A page filled in by hand "
            "can be typed in instead."
        )
        raise JournalError(template, file=path.name)
    return visit


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise JournalError(later("{file} is too large to be a report."), file=path.name)
        content = path.read_bytes()
    except OSError as fault:
        template = later("{file} cannot be read: {why}.")
        raise JournalError(template, file=path.name, why=fault.strerror) from fault
    if b"%PDF-" not in content[:1024]:
        raise JournalError(later("{file} is not a PDF."), file=path.name)
    return content


def _read(path: Path, content: bytes) -> tuple[str, date, dict[str, str]]:
    from pypdf import PdfReader, apply_configuration  # noqa: PLC0415 loaded with the first page read back
    from pypdf.errors import DependencyError, DeprecationError, PyPdfError  # noqa: PLC0415

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its notes on odd files help nobody here
    try:
        with apply_configuration(zlib_maximum_output_length=MOST_UNPACKED):
            reader = PdfReader(_ReadInTime(content))
            if reader.is_encrypted:
                template = later("{file} is locked with a password. Save it without one to read it.")
                raise JournalError(template, file=path.name)
            keywords = str((reader.metadata or {}).get("/Keywords", ""))
            values = _values(reader)
    except (PyPdfError, DependencyError, DeprecationError, *_FAULTS) as fault:
        template = later("{file} is damaged and cannot be read. Ask for it to be saved again.")
        raise JournalError(template, file=path.name) from fault
    identity, day = _known(path, keywords)
    return identity, day, _texts(path, values)


def _values(reader: "PdfReader") -> dict[str, str]:
    """Return the texts of the fields; whatever is no text, or in no field of ours, is left alone."""
    fields = reader.get_fields() or {}
    found: dict[str, str] = {}
    for name in FIELDS:
        value: object = fields[name].get("/V") if name in fields else None
        found[name] = value if isinstance(value, str) else ""
    return found


def _known(path: Path, keywords: str) -> tuple[str, date]:
    found = _MARK.search(keywords)
    template = later("{file} is not a report of this program.")
    if found is None:
        raise JournalError(template, file=path.name)
    try:
        return found["id"], date.fromisoformat(found["day"])
    except ValueError as fault:
        raise JournalError(template, file=path.name) from fault


def _texts(path: Path, values: Mapping[str, str]) -> dict[str, str]:
    for text in values.values():
        if len(text) > MOST_LETTERS:
            template = later("{file}: one of its fields holds more than {most} letters.")
            raise JournalError(template, file=path.name, most=MOST_LETTERS)
    return {name: _cleaned(text) for name, text in values.items()}


def _cleaned(text: str) -> str:
    """Return a text as a person typed it: one kind of line break, no control or broken characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (
        letter for letter in lines if letter == "\n" or (letter >= " " and not "\ud800" <= letter <= "\udfff")
    )
    return "".join(kept).strip()
