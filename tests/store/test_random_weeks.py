"""A random user: whatever is saved, deleted, restored, imported and undone, the journal holds just that."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from tests.builders import day, evening
from tests.strategies import days, nights

week = st.integers(0, 6).map(evening)


class RandomWeeks(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.store = JournalStore.create(Path(self.folder.name) / "journal.db")
        self.nights, self.days, self.deleted, self.imported = {}, {}, {}, None

    def teardown(self):
        self.store.close()
        self.folder.cleanup()

    @rule(night=nights(week))
    def save_a_night(self, night):
        self.store.save_night(night)
        self.nights[night.evening] = night
        self._no_longer_imported(night.evening)

    @rule(saved=days(week))
    def save_a_day(self, saved):
        self.store.save_day(saved)
        self.days[saved.on] = saved

    @rule(on=week)
    def delete_a_night(self, on):
        assert self.store.delete_night(on) == (on in self.nights)
        if on in self.nights:
            self.deleted[on] = self.nights.pop(on)
            self._no_longer_imported(on)

    @precondition(lambda self: self.deleted)
    @rule()
    def restore_the_night_deleted_last(self):
        last = self.store.deleted_nights()
        if last and last[0].night == self.deleted.get(last[0].night.evening):
            night = last[0].night
            assert self.store.restore_night(night.evening)
            self.nights[night.evening] = night
            self._no_longer_imported(night.evening)

    @precondition(lambda self: self.imported is None)
    @rule(night=nights(st.just(evening(20))))
    def import_a_file(self, night):
        if night.evening not in self.nights:
            self.store.apply(Records(nights=(night,), days=(day(evening(20), water=1),)), "file.csv")
            self.nights[night.evening] = night
            self.imported = night.evening
            self.days[night.evening] = day(evening(20), water=1)

    @precondition(lambda self: self.imported is not None)
    @rule()
    def undo_the_import(self):
        self.store.undo_import()
        self.nights.pop(self.imported, None)
        self.days.pop(evening(20), None)
        self.imported = None

    @rule()
    def open_it_again(self):
        self.store.close()
        self.store = JournalStore.open(self.store.path)

    @invariant()
    def the_journal_holds_what_was_saved(self):
        held = self.store.records()

        assert held.nights == tuple(self.nights[on] for on in sorted(self.nights))
        assert held.days == tuple(self.days[on] for on in sorted(self.days))
        assert self.store.faults() == ()

    def _no_longer_imported(self, on):
        if on == evening(20):
            self.imported = None


TestRandomWeeks = RandomWeeks.TestCase
TestRandomWeeks.settings = settings(max_examples=20, stateful_step_count=15, deadline=None)
