"""Whatever is in a file, a reader reads it or refuses it in one sentence."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from journal_app.exchange.journal_json import read_journal_json, write_journal_json
from journal_app.exchange.mapped_table import ColumnMap, read_mapped_table
from journal_app.exchange.nights_csv import read_nights_csv, write_nights_csv
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.records import Records
from tests.builders import cramp_night, day, evening, quiet_night

HELD = Records(
    nights=(quiet_night(evening(1)), cramp_night(note="=cmd|'/c calc'!A1")),
    days=(day(evening(1), water=500), day(alcohol=2)),
)
WATER = Habit("water", "Water", HabitKind.AMOUNT, "ml", high=10_000)


def mapped(path):
    return read_mapped_table(path, "night", [ColumnMap("water", "water", "l")], [WATER])


def written(write):
    """Return the bytes of a sound file."""
    with TemporaryDirectory() as folder:
        write(HELD, Path(folder) / "sound")
        return (Path(folder) / "sound").read_bytes()


@st.composite
def spoiled(draw, content):
    """A sound file with a stretch of it replaced by anything."""
    begin = draw(st.integers(0, len(content)))
    end = draw(st.integers(begin, min(len(content), begin + 20)))
    filling = draw(
        st.binary(max_size=8) | st.sampled_from([b"\0", b"\xff\xfe", b'"', b",", b"\n", b"[", b"1e999"])
    )
    return content[:begin] + filling + content[end:]


def read_or_refused(read, content):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "file"
        path.write_bytes(content)
        with suppress(JournalError):
            assert read(path) is not None


@pytest.mark.parametrize("read", [read_nights_csv, read_journal_json, mapped])
@settings(max_examples=150)
@given(content=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(read, content):
    read_or_refused(read, content)


@settings(max_examples=250)
@given(content=spoiled(written(write_nights_csv)))
def test_a_spoiled_table_is_read_or_refused(content):
    read_or_refused(read_nights_csv, content)
    read_or_refused(mapped, content)


@settings(max_examples=250)
@given(content=spoiled(written(write_journal_json)))
def test_a_spoiled_json_is_read_or_refused(content):
    read_or_refused(read_journal_json, content)
