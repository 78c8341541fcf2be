"""Any history a journal can have, step by step at random, against one in plain dictionaries.

The tests play a few short ones, `python -m benchmarks.histories` many long ones.
"""

import shutil
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from journal_app.journal.day import Day
from journal_app.journal.records import Records
from journal_app.journal.trial import Block, RemedyTrial, TrialDesign
from journal_app.store.backup_folders import BackupFolders
from journal_app.store.journal_store import JournalStore
from journal_app.ui.open_journal import OpenJournal
from tests import strategies
from tests.store.plain_journal import CAN_BE_BROUGHT_BACK, PlainJournal

BEGAN = datetime(2026, 11, 4, 7, 30, tzinfo=UTC)
FAR_OFF = date(2040, 1, 1)  # the trial is not over by itself, however many days pass
evenings = st.integers(0, 6).map(lambda back: date(2026, 11, 3) - timedelta(days=back))
habit_lists = st.lists(strategies.habits, max_size=3, unique_by=lambda each: each.id).map(tuple)
few_visits = st.lists(strategies.visits, max_size=2, unique_by=lambda each: each.id)
few_medicines = st.lists(strategies.medicines, max_size=2, unique_by=lambda each: each.id)
few_nights = st.lists(strategies.nights(evenings), max_size=4, unique_by=lambda each: each.evening)
few_days = st.lists(strategies.days(evenings), max_size=4, unique_by=lambda each: each.on)


class AnyHistory(RuleBasedStateMachine):
    """One person's journal, its backups and its undo stack, and the same kept a second time."""

    played = 0  # of all histories: how often each rule was played

    def __init__(self):
        super().__init__()
        self.root = TemporaryDirectory()
        self.now, self.lives = BEGAN, 0
        self.model, self.done, self.undone, self.copies = PlainJournal(), [], [], {}
        self.place = Path(self.root.name) / "0"
        (self.place / "stick").mkdir(parents=True)
        self.start()

    def teardown(self):
        self.leave()
        self.root.cleanup()

    def start(self):
        """Open the journal as the program does at its start; nothing can be undone then."""
        path = self.place / "journal.db"
        self.folders = BackupFolders(path, self.place / "stick")
        self.journal = OpenJournal(
            lambda: JournalStore.open_or_create(path, clock=lambda: self.now), lambda: self.now
        )
        self.journal.open()
        self.done, self.undone = [], []

    def change(self, saved, put, before, after, key):
        """Keep a change the second time; one to what stands there already is none."""
        assert saved
        if before != after:
            put = put.__name__  # of the journal that is kept then
            self.done.append((put, before, after, key))
            self.undone = []
            getattr(self.model, put)(after, key, self.now)

    # --- the person

    @rule(night=strategies.nights(evenings))
    def save_a_night(self, night):
        before = self.journal.night(night.evening)
        saved = self.journal.save_night(night, "")
        self.change(saved, PlainJournal.put_night, before, night, night.evening)

    @rule(evening=evenings)
    def delete_a_night(self, evening):
        before = self.journal.night(evening)
        saved = self.journal.delete_night(evening, "")
        self.change(saved, PlainJournal.put_night, before, None, evening)

    @precondition(lambda self: self.model.deleted)
    @rule(which=st.integers(0, 20))
    def bring_a_night_back(self, which):
        offered = self.journal.deleted_nights()
        if offered:
            night = offered[which % len(offered)].night
            before = self.journal.night(night.evening)
            saved = self.journal.restore_night(night, "")
            self.change(saved, PlainJournal.put_back, before, night, night.evening)

    @rule(day=strategies.days(evenings))
    def save_a_day(self, day):
        before = self.journal.day(day.on)
        self.change(self.journal.save_day(day, ""), PlainJournal.put_day, before, day, day.on)

    @precondition(lambda self: self.model.days)
    @rule(which=st.integers(0, 20), more=strategies.habit_entries)
    def answer_one_more_question(self, which, more):
        on = sorted(self.model.days)[which % len(self.model.days)]
        before = self.journal.day(on)
        day = Day(on, (*before.entries, more))
        self.change(self.journal.save_day(day, ""), PlainJournal.put_day, before, day, on)

    @rule(medicine=strategies.medicines)
    def save_a_medicine(self, medicine):
        before = self.model.medicines.get(medicine.id, (None,))[0]
        saved = self.journal.save_medicine(medicine, "")
        self.change(saved, PlainJournal.put_medicine, before, medicine, medicine.id)

    @precondition(lambda self: self.model.medicines)
    @rule(which=st.integers(0, 20))
    def delete_a_medicine(self, which):
        medicine = pick(self.model.medicines, which)[0]
        saved = self.journal.delete_medicine(medicine, "")
        self.change(saved, PlainJournal.put_medicine, medicine, None, medicine.id)

    @rule(answer=strategies.warning_answers)
    def answer_a_warning_question(self, answer):
        key = (answer.warning, answer.asked_on)
        saved = self.journal.save_warning_answer(answer, "")
        self.change(saved, PlainJournal.put_warning, self.model.warnings.get(key), answer, key)

    @rule(habits=habit_lists)
    def choose_habits(self, habits):
        saved = self.journal.save_habits(habits, "")
        self.change(saved, PlainJournal.put_habits, self.model.habits, habits, None)

    @rule(profile=strategies.profiles)
    def tell_about_oneself(self, profile):
        saved = self.journal.save_profile(profile, "")
        self.change(saved, PlainJournal.put_profile, self.model.profile, profile, None)

    @rule(visit=strategies.visits)
    def keep_a_visit(self, visit):
        before = self.model.visits.get(visit.id, (None,))[0]
        saved = self.journal.save_visit(visit, "")
        self.change(saved, PlainJournal.put_visit, before, visit, visit.id)

    @rule(appointment=strategies.appointments)
    def make_an_appointment(self, appointment):
        saved = self.journal.save_appointment(appointment, "")
        self.change(saved, PlainJournal.put_appointment, self.model.appointment, appointment, None)

    @rule(begun=st.booleans(), nights=st.integers(0, 3))
    def follow_a_trial(self, begun, nights):
        blocks = tuple(Block(FAR_OFF + timedelta(days=k), 1, k % 2 == 0, k // 2) for k in range(12))
        trial = RemedyTrial("t", "heat", "Heat", TrialDesign.PAIRS, blocks, seed=7)
        trial = trial.begun() if begun else trial
        for back in range(nights if begun else 0):
            trial = trial.kept_on(FAR_OFF + timedelta(days=back), used=back % 2 == 0)
        saved = self.journal.save_trial(trial, "")
        self.change(saved, PlainJournal.put_trial, self.model.trials.get("t"), trial, "t")

    @precondition(lambda self: self.done)
    @rule()
    def undo(self):
        put, before, after, key = self.done.pop()
        self.journal.undo_stack.undo()
        self.undone.append((put, before, after, key))
        getattr(self.model, put)(before, key, self.now)

    @precondition(lambda self: self.undone)
    @rule()
    def redo(self):
        put, before, after, key = self.undone.pop()
        self.journal.undo_stack.redo()
        self.done.append((put, before, after, key))
        getattr(self.model, put)(after, key, self.now)

    # --- files

    @rule(nights=few_nights, days=few_days, brought=few_medicines, visits=few_visits)
    def import_a_file(self, nights, days, brought, visits):
        new = Records(
            nights=tuple(each for each in nights if each.evening not in self.model.nights),
            days=tuple(each for each in days if each.on not in self.model.days),
            medicines=tuple(each for each in brought if each.id not in self.model.medicines),
            visits=tuple(each for each in visits if each.id not in self.model.visits),
        )
        self.leave()
        with JournalStore.open(self.folders.journal, clock=lambda: self.now) as store:
            number = store.apply(new, "file.csv")
        self.model.take_in(new, number, self.now)
        self.start()

    @precondition(lambda self: self.model.imports)
    @rule(which=st.integers(0, 20))
    def undo_an_import(self, which):
        number = sorted(self.model.imports)[which % len(self.model.imports)]
        self.leave()
        with JournalStore.open(self.folders.journal, clock=lambda: self.now) as store:
            undone = store.undo_import(number)
        assert undone.kept == self.model.take_back(number, self.now)
        self.start()

    @rule()
    def back_up(self):
        outcome = self.folders.make(self.folders.folders, self.wall_clock)
        assert (len(outcome.made), outcome.faults) == (2, ())
        for path in outcome.made:
            self.copies[path.relative_to(self.place)] = deepcopy(self.model)

    @precondition(lambda self: self.copies)
    @rule(which=st.integers(0, 50))
    def restore_a_backup(self, which):
        held = self.folders.held()
        assert [each.fault for each in held if each.fault] == []
        chosen = held[which % len(held)].found.path
        former = self.journal.while_closed(lambda: self.folders.restore(chosen, self.wall_clock))
        self.copies[former.relative_to(self.place)] = deepcopy(self.model)
        self.model = deepcopy(self.copies[chosen.relative_to(self.place)])
        self.done, self.undone = [], []

    # --- the computer

    @rule()
    def close_and_open(self):
        self.leave()
        self.start()

    @rule()
    def crash(self):
        """Go on with the files as they lie on the disk while the journal is open."""
        self.lives += 1
        fresh = self.place.with_name(str(self.lives))
        shutil.copytree(self.place, fresh, ignore=shutil.ignore_patterns("*-shm"))
        assert (fresh / "journal.db-wal").exists()
        self.leave()
        shutil.rmtree(self.place)
        self.place = fresh
        self.start()

    @rule(days=st.sampled_from([1, 1, 1, 29, 31, 400]))
    def time_passes(self, days):
        self.now += timedelta(days=days)

    def leave(self):
        """Close it, and leave nothing of it to be collected later, from a thread that Qt does not expect."""
        self.journal.close()
        self.journal.undo_stack.clear()
        self.journal = None

    @property
    def wall_clock(self):
        return self.now.replace(tzinfo=None)

    # --- what holds after each step

    @invariant()
    def the_journal_holds_what_the_plain_one_holds(self):
        model, self.now = self.model, self.now + timedelta(seconds=1)
        AnyHistory.played += 1
        with JournalStore.open(self.folders.journal, read_only=True) as store:
            assert store.faults() == ()
            on_disk = store.records()
        for held in (on_disk, self.journal.records()):
            assert held.nights == tuple(model.nights[on][0] for on in sorted(model.nights))
            assert held.days == tuple(model.day(on) for on in sorted(model.days))
            assert {each.id: each for each in held.medicines} == firsts(model.medicines)
            assert {each.id: each for each in held.visits} == firsts(model.visits)
            assert {(each.warning, each.asked_on): each for each in held.warnings} == model.warnings
            assert {each.id: each for each in held.trials} == model.trials
            told = (held.own_habits, held.profile, held.appointment)
            assert told == (model.habits, model.profile, model.appointment)

    @invariant()
    def what_was_deleted_can_be_brought_back_for_thirty_days(self):
        offered = [(each.night, each.deleted_at) for each in self.journal.deleted_nights()]
        since = self.now - CAN_BE_BROUGHT_BACK
        expected = [(night, moment) for night, moment, _ in self.model.deleted if moment >= since]
        assert sorted(offered, key=repr) == sorted(expected, key=repr)


def pick(kept, which):
    """Return one of the values, the same for the same number."""
    return kept[sorted(kept)[which % len(kept)]]


def firsts(kept):
    """Leave out the imports."""
    return {key: record for key, (record, _) in kept.items()}
