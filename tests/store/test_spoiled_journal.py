"""Whatever happens to the bytes of a journal, it is read or refused in one sentence, and left as it is."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from journal_app.journal.errors import JournalError
from journal_app.store.journal_store import JournalStore
from tests.builders import records_of


def sound_journal():
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        with JournalStore.create(path) as store:
            store.apply(records_of("#o#oo.##"), "test")
        return path.read_bytes()


CONTENT = sound_journal()


@settings(max_examples=200)
@given(st.integers(0, len(CONTENT) - 1), st.binary(min_size=1, max_size=200), st.booleans())
def test_a_spoiled_journal_is_read_or_refused_and_left_as_it_is(place, filling, cut):
    spoiled = CONTENT[:place] if cut else (CONTENT[:place] + filling + CONTENT[place + len(filling) :])
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.db"
        path.write_bytes(spoiled)
        with suppress(JournalError), JournalStore.open(path, read_only=True) as store:
            store.records()
        assert path.read_bytes() == spoiled
