"""A fault of ours: one dialog, a log and a report without a word of the journal; the window goes on."""

import json
import logging
import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPushButton

from journal_app.store.journal_store import JournalStore
from journal_app.ui.fault_dialog import FaultDialog
from journal_app.ui.fault_report import fault_report, kept_log
from tests.builders import cramp_night, evening
from tests.ui.hands import click, named, says

SECRETS = ("Zebrafinch", "Quetiapine")
SAID = "Something went wrong in the program. Your journal is untouched."


def faulty(words):
    """Fail as a page might: with what the person typed in the message, the values and the cause."""
    try:
        json.loads(words)
    except ValueError as cause:
        raise KeyError(f"no habit {words}") from cause


def caught(words):
    try:
        faulty(words)
    except KeyError as error:
        return error
    raise AssertionError


@pytest.fixture(autouse=True)
def faults_are_wanted(caplog):
    """Let a test end well that has logged a fault."""
    yield
    caplog.get_records("call").clear()


@pytest.fixture
def watched(open_program, journal_path, tmp_path):
    """Open the program on a journal with words of its own, as `start` does: log and hook in place."""
    with JournalStore.create(journal_path) as store:
        store.save_night(cramp_night(evening(), note=SECRETS[0]))
    program = open_program()
    program.log_folder = tmp_path / "logs"
    with kept_log(program.log_folder), program.faults:
        yield program


@pytest.fixture
def button(watched):
    """A button whose slot fails."""
    made = QPushButton("Fail", watched.window.stack.currentWidget())
    made.clicked.connect(lambda: faulty(" ".join(SECRETS)))
    made.show()
    return made


def told(window):
    return [dialog for dialog in window.findChildren(FaultDialog) if dialog.isVisible()]


def test_a_fault_of_a_click_is_told_and_the_window_goes_on(watched, button, qtbot):
    click(watched.window, "Fail")
    qtbot.waitUntil(lambda: bool(told(watched.window)))
    assert says(watched.window, SAID)

    click(told(watched.window)[0], "Close")
    click(watched.window, "Quiet night")

    assert any(night.quiet for night in watched.journal.records().nights)


def test_the_same_fault_is_told_once(watched, button, qtbot):
    click(watched.window, "Fail")
    qtbot.waitUntil(lambda: bool(told(watched.window)))
    click(told(watched.window)[0], "Close")

    click(watched.window, "Fail")

    assert told(watched.window) == []


def test_a_fault_in_the_background_is_told_too(watched, qtbot):
    with qtbot.waitSignal(watched.background.failed):
        watched.background.run("faulty", faulty, SECRETS[1], then=print)

    assert len(told(watched.window)) == 1


def test_neither_log_nor_report_hold_a_word_of_the_journal(watched, button, qtbot):
    click(watched.window, "Fail")
    qtbot.waitUntil(lambda: bool(told(watched.window)))
    watched.background.run("faulty", faulty, SECRETS[1], then=print)
    qtbot.waitUntil(lambda: not watched.background.busy)
    click(told(watched.window)[0], "Copy report")

    log = "".join(file.read_text("utf-8") for file in watched.log_folder.iterdir())
    report = QGuiApplication.clipboard().text()

    assert "in faulty" in log
    assert "in faulty" in report
    assert [word for word in SECRETS if word in log + report] == []


def test_the_report_names_versions_kinds_of_errors_and_places():
    report = fault_report(caught("Zebrafinch"))

    assert "Night Cramp Journal" in report
    assert report.index("JSONDecodeError") < report.index("KeyError")
    assert "test_faults.py, line" in report


def test_the_report_names_no_folder_of_the_person(own_home):
    assert str(own_home.parent) not in fault_report(caught("Zebrafinch"))
    assert __file__.removesuffix("tests/ui/test_faults.py") not in fault_report(caught("Zebrafinch"))


def test_the_log_keeps_fixed_words_only(tmp_path):
    with kept_log(tmp_path / "logs"):
        logging.getLogger("journal_app.ui.somewhere").error("habit %s is odd", SECRETS[0])

    assert "habit %s is odd" in (tmp_path / "logs" / "night-cramp-journal.log").read_text("utf-8")


def test_no_log_is_made_before_there_is_something_to_tell(tmp_path):
    with kept_log(tmp_path / "logs"):
        assert not (tmp_path / "logs").exists()


def test_a_log_that_cannot_be_written_ends_nothing(tmp_path, capsys):
    (tmp_path / "logs").write_text("a file where a folder should be")

    with kept_log(tmp_path / "logs"):
        logging.getLogger("journal_app").error("lost")

    assert capsys.readouterr().err == ""


def test_the_log_never_grows_large(tmp_path):
    with kept_log(tmp_path / "logs"):
        for _ in range(900):
            logging.getLogger("journal_app").error("x" * 1000)

    assert sum(file.stat().st_size for file in (tmp_path / "logs").iterdir()) < 700_000


def test_the_dialog_says_where_the_log_lies(watched, qtbot):
    watched.faults.tell(caught("Zebrafinch"))

    dialog = told(watched.window)[0]
    assert named(dialog, "The folder of the log").text() == str(watched.log_folder)
    assert named(dialog, "Report").toPlainText() == fault_report(caught("Zebrafinch")).replace("\xa0", " ")
    assert isinstance(dialog, QDialog)
    assert not dialog.isModal()


def test_being_interrupted_is_no_fault(watched, monkeypatch):
    passed_on = []
    monkeypatch.setattr(watched.faults, "_former", lambda *fault: passed_on.append(fault[0]))

    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)

    assert passed_on == [KeyboardInterrupt]
    assert told(watched.window) == []
