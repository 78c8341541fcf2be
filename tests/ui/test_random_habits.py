"""Habits added, renamed, moved, hidden, undone in any order: the list is as told, no answer is lost."""

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.habit_list import moved, on_form, renamed, shown_or_not
from journal_app.store.journal_store import JournalStore
from journal_app.ui.open_journal import OpenJournal
from tests.builders import day, evening
from tests.ui.test_random_week import NOW

PRESET = (Habit("water", "Water", HabitKind.AMOUNT, "ml"), Habit("heat", "Heat", HabitKind.YES_NO))
ANSWERED = day(water=500, heat=1, own_0=1, own_1=0, own_2=1, own_3=0)
names = st.text("aé<&{}'\" ", min_size=1, max_size=6).map(lambda text: f"x{text}")
picks = st.integers(0, 9)


class HabitLists(RuleBasedStateMachine):
    """The list as it should be, kept a second time as the states before and after each change."""

    def __init__(self):
        super().__init__()
        self.folder = TemporaryDirectory()
        self.path = Path(self.folder.name) / "journal.db"
        with JournalStore.create(self.path) as store:
            store.save_day(ANSWERED)
            store.replace_habits(PRESET)
        self.now, self.before, self.undone, self.added = PRESET, [], [], 0
        self.open()

    def open(self):
        self.journal = OpenJournal(lambda: JournalStore.open(self.path), lambda: NOW)

    def save(self, habits):
        assert self.journal.save_habits(habits, "habits")
        if habits != self.now:
            self.before.append(self.now)
            self.now, self.undone = habits, []

    @rule(name=names)
    def add(self, name):
        own = Habit(f"own_{self.added}", name, HabitKind.YES_NO, own=True)
        self.added += 1
        self.save((*self.now, own))

    @rule(place=picks, name=names)
    def rename(self, place, name):
        self.save(renamed(self.now, self.now[place % len(self.now)].id, name))

    @rule(place=picks, steps=st.sampled_from([-1, 1]))
    def move(self, place, steps):
        shown = on_form(self.now)
        if shown:
            self.save(moved(self.now, shown[place % len(shown)].id, steps))

    @rule(place=picks, shown=st.booleans())
    def hide_or_show(self, place, shown):
        self.save(shown_or_not(self.now, self.now[place % len(self.now)].id, shown))

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
    def the_list_is_as_told(self):
        assert self.journal.habits() == self.now
        assert self.journal.records().own_habits == self.now

    @invariant()
    def every_answer_is_kept(self):
        assert self.journal.day(evening()) == ANSWERED

    def teardown(self):
        self.journal.close()
        self.folder.cleanup()


TestRandomHabits = HabitLists.TestCase
TestRandomHabits.settings = settings(max_examples=20, stateful_step_count=20, deadline=None)
