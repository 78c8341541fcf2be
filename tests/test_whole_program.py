"""The whole program in a process of its own: what it asks of the network, and who can read what it writes."""

import os
import resource
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SESSION = """
import sys
from functools import partial
asked = []
sys.addaudithook(lambda event, told: asked.append((event, told)) if event.startswith("socket.") else None)

import journal_app.ui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from journal_app.paths import default_journal
from journal_app.window import start
from tests.builders import cramp_night, evening, quiet_night

def live(program):
    QTimer.singleShot(1000, QApplication.quit)
    program.journal.save_night(quiet_night(), "")
    backups = program.backups.place
    made = backups.make(backups.folders, program.journal.now).made
    program.journal.save_night(cramp_night(evening(1)), "")
    program.backups.restore(made[0])
    print("lived")
    QTimer.singleShot(0, fail)

def fail():
    raise RuntimeError("a fault of ours")

code = start(default_journal(), when_ready=lambda program: QTimer.singleShot(0, partial(live, program)))
print([each for each in asked if each[0] != "socket.gethostname"])
sys.exit(code)
"""
LOOK = """
import sys
from functools import partial
import journal_app.ui
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel
from journal_app.paths import default_journal
from journal_app.window import start

def live(program):
    print([label.text() for label in program.window.findChildren(QLabel) if "read only" in label.text()])
    QApplication.quit()

sys.exit(start(default_journal(), when_ready=lambda program: QTimer.singleShot(0, partial(live, program))))
"""


@pytest.fixture
def home(tmp_path):
    return tmp_path / "new" / "home"


def run(code, home, **more):
    """Run the program as a person does who has never had it."""
    environment = {**os.environ, "CRAMP_JOURNAL_HOME": str(home)}
    ended = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        **more,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_a_session_with_saves_backups_a_restore_and_a_fault_opens_no_socket(home):
    assert run(SESSION, home).splitlines() == ["lived", "[]"]


def test_whatever_a_session_makes_is_for_its_owner_only(home):
    run(SESSION, home)
    made = [home.parent, home, *home.rglob("*")]
    folders = {each.name for each in made if each.is_dir()}
    open_to_others = {
        each: oct(each.stat().st_mode) for each in made if stat.S_IMODE(each.stat().st_mode) & 0o077
    }

    assert open_to_others == {}
    assert folders >= {"home", "cache", "logs", "backups"}
    assert {each.name for each in made} >= {"journal.db", "settings.ini", "night-cramp-journal.log"}
    assert list(home.glob("journal-before-restore-*.db"))


def test_the_window_opens_on_a_full_disk_and_shows_what_there_is(home):
    run(SESSION, home)
    shown = run(LOOK, home, preexec_fn=no_room)

    assert "journal.db cannot be written now, so it is open to read only." in shown


def no_room():
    """Let this process write no byte into any file."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, resource.RLIM_INFINITY))


@pytest.mark.parametrize(
    "reach",
    [
        lambda own: own.connect(("192.0.2.1", 80)),
        lambda own: own.connect_ex(("192.0.2.1", 80)),
        lambda own: own.sendto(b"night", ("192.0.2.1", 80)),
        lambda own: own.bind(("0.0.0.0", 0)),
        lambda _own: socket.getaddrinfo("example.org", 80),
        lambda _own: socket.create_connection(("192.0.2.1", 80)),
    ],
)
def test_no_test_reaches_the_network(reach):
    with (
        socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as own,
        pytest.raises(AssertionError, match="network"),
    ):
        reach(own)
