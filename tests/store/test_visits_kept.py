from datetime import date

import pytest
from sqlite_utils import Database

from journal_app.exchange.journal_json import read_journal_json, write_journal_json
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment, Visit
from journal_app.store.journal_store import JournalStore
from journal_app.store.schema import migrations

DAY = date(2026, 11, 3)
VISIT = Visit(
    "v1", DAY, "<b>cramps</b>", "ferritin", "half the tablet", ("yes", "", "no"), "in 3 months", "r1"
)
APPOINTMENT = Appointment(date(2026, 11, 18), ("Could it be the tablet?",))


@pytest.fixture
def store(tmp_path):
    with JournalStore.create(tmp_path / "journal.db") as store:
        yield store


def test_a_visit_comes_back_as_it_was_saved(store):
    store.save_visit(VISIT)

    assert store.visits() == store.records().visits == (VISIT,)


def test_visits_stand_in_order_of_time(store):
    earlier = Visit("a later id", date(2026, 3, 1), "well")
    store.save_visit(VISIT)
    store.save_visit(earlier)

    assert store.visits() == (earlier, VISIT)


def test_a_visit_saved_again_takes_its_own_place(store):
    store.save_visit(Visit("v1", DAY))
    store.save_visit(VISIT)

    assert store.visits() == (VISIT,)


def test_a_visit_is_deleted_once(store):
    store.save_visit(VISIT)

    assert store.delete_visit("v1")
    assert not store.delete_visit("v1")
    assert store.visits() == ()


def test_the_appointment_and_its_questions_are_kept(store):
    assert store.appointment() == Appointment()

    store.save_appointment(Appointment(DAY, ("Why?",)))
    store.save_appointment(APPOINTMENT)

    assert store.appointment() == store.records().appointment == APPOINTMENT


def test_imported_visits_and_appointment_go_with_their_import(store):
    number = store.apply(Records(visits=(VISIT,), appointment=APPOINTMENT), "old.json")

    assert (store.visits(), store.appointment()) == ((VISIT,), APPOINTMENT)
    assert store.undo_import(number).others == 2
    assert (store.visits(), store.appointment()) == ((), Appointment())


def test_visits_and_appointment_travel_in_json(tmp_path):
    records = Records(visits=(VISIT,), appointment=APPOINTMENT)
    write_journal_json(records, tmp_path / "journal.json")

    assert read_journal_json(tmp_path / "journal.json") == records


def from_before(path):
    """Turn a journal back into one from before there were visits."""
    JournalStore.create(path).close()
    path.unlink()
    db = Database(path)
    migrations.apply(db, stop_before="visits_to_the_doctor")
    db.close()
    return path


def test_a_journal_from_before_visits_can_keep_them_once_opened(tmp_path):
    with JournalStore.open(from_before(tmp_path / "old.db")) as store:
        store.save_visit(VISIT)

        assert store.visits() == (VISIT,)


def test_a_journal_from_before_visits_has_none_when_only_read(tmp_path):
    with JournalStore.open(from_before(tmp_path / "old.db"), read_only=True) as store:
        assert (store.visits(), store.appointment()) == ((), Appointment())
