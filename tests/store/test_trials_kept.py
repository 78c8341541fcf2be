from datetime import timedelta

import pytest
from sqlite_utils import Database

from journal_app.exchange.journal_json import read_journal_json, write_journal_json
from journal_app.journal.errors import JournalError
from journal_app.journal.records import Records
from journal_app.journal.trial import Block, RemedyTrial, TrialDesign
from journal_app.store.journal_store import JournalStore
from journal_app.store.schema import VERSION, migrations
from tests.builders import TODAY


@pytest.fixture
def store(tmp_path):
    with JournalStore.create(tmp_path / "journal.db") as store:
        yield store


def trial(name="stretch", pairs=6):
    blocks = (Block(TODAY + timedelta(days=k), 1, k % 2 == 0, k // 2) for k in range(2 * pairs))
    return RemedyTrial(name, name, name.title(), TrialDesign.PAIRS, tuple(blocks), seed=7, planned_on=TODAY)


def lived():
    """Return a trial with everything that can happen to one."""
    begun = trial().begun().kept_on(TODAY, used=True).kept_on(TODAY + timedelta(days=1), used=False)
    return begun.paused_from(TODAY + timedelta(days=2)).resumed_from(TODAY + timedelta(days=4))


def test_a_trial_comes_back_as_it_was_saved(store):
    store.save_trial(lived())

    assert store.trials() == (lived(),)
    assert store.records().trials == (lived(),)


def test_a_trial_saved_again_takes_its_own_place(store):
    store.save_trial(trial())
    store.save_trial(lived())

    assert store.trials() == (lived(),)


def test_a_deleted_trial_leaves_nothing_behind(store):
    store.save_trial(lived())

    assert store.delete_trial("stretch")
    assert not store.delete_trial("stretch")
    assert {store.counts()[table] for table in ("trial_block", "trial_pause", "trial_night")} == {0}


def test_a_second_trial_at_a_time_is_refused(store):
    store.save_trial(trial().begun())

    with pytest.raises(JournalError, match="Stretch is being tried"):
        store.save_trial(trial("heat"))
    assert store.trials() == (trial().begun(),)


def test_a_locked_schedule_is_kept(store):
    store.save_trial(trial().begun())

    with pytest.raises(JournalError, match="locked"):
        store.save_trial(trial(pairs=7).begun())
    assert store.trials() == (trial().begun(),)


def test_an_imported_trial_goes_with_its_import(store):
    number = store.apply(Records(trials=(lived(),)), "old.json")

    assert store.trials() == (lived(),)
    assert store.undo_import(number).others == 1
    assert store.trials() == ()


def test_a_trial_travels_in_json(tmp_path):
    records = Records(trials=(lived(),))
    write_journal_json(records, tmp_path / "journal.json")

    assert read_journal_json(tmp_path / "journal.json") == records


def first_version(path):
    """Turn a journal back into one from before there were trials."""
    JournalStore.create(path).close()
    path.unlink()
    db = Database(path)
    migrations.apply(db, stop_before="trials_of_remedies")
    db.execute("INSERT INTO night (evening, logged_by, note) VALUES ('2026-03-02', '', 'cold feet')")
    db.close()


def test_a_journal_from_before_trials_can_keep_them_once_opened(tmp_path):
    first_version(tmp_path / "old.db")

    with JournalStore.open(tmp_path / "old.db") as store:
        store.save_trial(lived())

        assert store.trials() == (lived(),)
        assert store.setting("user_version") == VERSION


def test_a_journal_from_before_trials_has_none_when_only_read(tmp_path):
    first_version(tmp_path / "old.db")

    with JournalStore.open(tmp_path / "old.db", read_only=True) as store:
        assert store.records().trials == ()


def test_a_journal_is_copied_beside_itself_before_it_is_brought_up_to_date(tmp_path):
    first_version(tmp_path / "old.db")
    JournalStore.open(tmp_path / "old.db").close()

    with JournalStore.open(tmp_path / "old-before-update-2.db", read_only=True) as kept:
        assert kept.setting("user_version") == 1
        assert [night.note for night in kept.nights()] == ["cold feet"]


def test_a_journal_of_this_version_is_not_copied(store):
    assert [each.name for each in store.path.parent.glob("*.db")] == ["journal.db"]
