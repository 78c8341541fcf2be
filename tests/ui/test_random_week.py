"""A random week of changes, undone, done again and reopened, against plain dictionaries."""

from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.medicine import Medicine
from journal_app.journal.night import Episode, Leg, Night
from journal_app.store.journal_store import JournalStore
from journal_app.ui.open_journal import OpenJournal

MONDAY = date(2026, 10, 26)
NOW = datetime(2026, 11, 4, 7, 41, tzinfo=ZoneInfo("Europe/London"))
evenings = st.integers(0, 6).map(lambda days: MONDAY + timedelta(days=days))
pains = st.none() | st.integers(0, 10)
texts = st.text("aé<&\n'\"", max_size=6)
episodes = st.builds(Episode, st.sampled_from(Leg), st.sampled_from(["calf", "sole"]), pains, note=texts)
nights = st.builds(
    Night, evenings, st.lists(episodes, max_size=3).map(tuple), logged_at=st.just(NOW), note=texts
)
entries = st.builds(HabitEntry, st.sampled_from(["water", "alcohol"]), st.integers(0, 9).map(float))
days = st.builds(Day, evenings, st.lists(entries, max_size=1).map(tuple))
medicines = st.builds(Medicine, st.sampled_from(["a", "b"]), st.sampled_from(["Magnesium", "Statin <b>"]))


class Week(RuleBasedStateMachine):
    """What stands in the journal, kept a second time as the states before and after each change."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.db"
        JournalStore.create(self.path).close()
        self.now, self.before, self.undone = ({}, {}, {}), [], []
        self.open()

    def open(self):
        self.journal = OpenJournal(lambda: JournalStore.open(self.path), lambda: NOW)

    def change(self, which, key, record):
        """Change one of the dictionaries; a change to what stands there already is none."""
        changed = tuple(dict(each) for each in self.now)
        changed[which].pop(key, None)
        if record is not None:
            changed[which][key] = record
        if changed != self.now:
            self.before.append(self.now)
            self.now, self.undone = changed, []

    @rule(night=nights)
    def save_a_night(self, night):
        assert self.journal.save_night(night, "night")
        self.change(0, night.evening, night)

    @rule(evening=evenings)
    def delete_a_night(self, evening):
        assert self.journal.delete_night(evening, "deleted")
        self.change(0, evening, None)

    @rule(day=days)
    def save_a_day(self, day):
        assert self.journal.save_day(day, "day")
        self.change(1, day.on, day if day.entries else None)

    @rule(medicine=medicines)
    def save_a_medicine(self, medicine):
        assert self.journal.save_medicine(medicine, "medicine")
        self.change(2, medicine.id, medicine)

    @precondition(lambda self: self.now[2])
    @rule(data=st.data())
    def delete_a_medicine(self, data):
        medicine = data.draw(st.sampled_from(sorted(self.now[2].values(), key=lambda each: each.id)))
        assert self.journal.delete_medicine(medicine, "removed")
        self.change(2, medicine.id, None)

    @rule()
    def undo(self):
        self.journal.undo_stack.undo()
        if self.before:
            self.undone.append(self.now)
            self.now = self.before.pop()

    @rule()
    def redo(self):
        self.journal.undo_stack.redo()
        if self.undone:
            self.before.append(self.now)
            self.now = self.undone.pop()

    @rule()
    def reopen(self):
        self.journal.close()
        self.open()
        self.before, self.undone = [], []

    @invariant()
    def the_journal_holds_what_it_should(self):
        records = self.journal.records()

        assert {night.evening: night for night in records.nights} == self.now[0]
        assert {day.on: day for day in records.days if day.entries} == self.now[1]
        assert {medicine.id: medicine for medicine in records.medicines} == self.now[2]

    @invariant()
    def only_what_was_done_can_be_undone(self):
        stack = self.journal.undo_stack

        assert (stack.canUndo(), stack.canRedo()) == (bool(self.before), bool(self.undone))

    def teardown(self):
        self.journal.close()
        self.folder.cleanup()


TestRandomWeek = Week.TestCase
TestRandomWeek.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
