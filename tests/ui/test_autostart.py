"""Starting with the computer: what is written on each system, and that it goes away again."""

import plistlib
import shlex
import sys
from configparser import ConfigParser
from pathlib import Path

import pytest

from journal_app.journal.errors import JournalError
from journal_app.ui import autostart
from journal_app.ui.autostart import entry_file, entry_text, no_longer_start, start_with_computer
from journal_app.ui.own_command import IN_TRAY, own_command

COMMAND = ("/opt/night cramps/100 %/python", "-m", "journal_app", "--in-tray")
HOME = Path("/home/ada")


@pytest.mark.parametrize(
    ("system", "environment", "file"),
    [
        ("linux", {}, HOME / ".config/autostart/night-cramp-journal.desktop"),
        ("linux", {"XDG_CONFIG_HOME": "/cfg"}, Path("/cfg/autostart/night-cramp-journal.desktop")),
        ("darwin", {}, HOME / "Library/LaunchAgents/night-cramp-journal.plist"),
        ("win32", {}, None),
    ],
)
def test_each_system_has_its_place(system, environment, file):
    assert entry_file(system, HOME, environment) == file


def test_linux_reads_the_command_back_from_the_desktop_entry():
    desktop = ConfigParser(interpolation=None)
    desktop.read_string(entry_text("linux", COMMAND, "Night Cramp Journal"))
    entry = desktop["Desktop Entry"]

    assert (entry["Type"], entry["Name"]) == ("Application", "Night Cramp Journal")
    assert tuple(word.replace("%%", "%") for word in shlex.split(entry["Exec"])) == COMMAND


def test_a_mac_reads_the_command_back_from_the_launch_agent():
    agent = plistlib.loads(entry_text("darwin", COMMAND, "Night Cramp Journal").encode())

    assert agent["ProgramArguments"] == list(COMMAND)
    assert agent["RunAtLoad"] is True


def test_windows_gets_one_quoted_line():
    line = entry_text("win32", COMMAND, "Night Cramp Journal")

    assert line == '"/opt/night cramps/100 %/python" -m journal_app --in-tray'


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_it_is_turned_on_and_off_in_ones_own_home(system, monkeypatch, own_home):
    monkeypatch.setattr(sys, "platform", system)
    assert not autostart.starts_with_computer()

    start_with_computer(own_command(IN_TRAY), "Night Cramp Journal")
    assert autostart.starts_with_computer()
    assert IN_TRAY in next(path for path in own_home.rglob("night-cramp-journal.*")).read_text("utf-8")

    no_longer_start()
    no_longer_start()
    assert not autostart.starts_with_computer()


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(monkeypatch, own_home):
    monkeypatch.setattr(sys, "platform", "linux")
    (own_home / ".config").write_text("a file where a folder should be")

    with pytest.raises(JournalError, match="could not be changed"):
        start_with_computer(COMMAND, "Night Cramp Journal")
