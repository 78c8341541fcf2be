"""The example: marked on every page, in a file of its own, and never mixed with one's own journal."""

from datetime import date

import pytest
from PySide6.QtCore import QProcess
from PySide6.QtWidgets import QPushButton

from journal_app import cli
from journal_app.app import Program
from journal_app.cli import example_journal as making
from journal_app.language import Language, language_for
from journal_app.paths import cache_home, default_journal
from journal_app.store.journal_store import JournalStore
from journal_app.ui.preferences import PreferenceFile, Preferences
from journal_app.window import choices_for
from tests.ui.conftest import MORNING, delete_what_is_due
from tests.ui.hands import click, says, texts
from tests.ui.places import PAGES

TODAY = date(2026, 11, 4)
RIBBON = "Example journal – nothing here is yours"


@pytest.fixture
def example_file():
    return making.example_journal(TODAY, Language())


@pytest.fixture
def example(qtbot, qapp, example_file):
    """Open the example as the program does; it saves into its own file and its own settings."""
    program = Program(
        qapp,
        None,
        choices_for(example=True),
        example=True,
        clock=lambda: MORNING,
        journal_file=example_file,
    )
    program.open_window("night")
    program.begin()
    qtbot.waitUntil(program.window.isActiveWindow)
    yield program
    program.window.close()
    program.close()
    program.window.deleteLater()
    delete_what_is_due()


def test_it_holds_half_a_year_up_to_last_night_in_the_cache(example_file):
    with JournalStore.open(example_file, read_only=True) as store:
        nights = store.nights()

    assert cache_home() in example_file.parents
    assert nights[-1].evening == date(2026, 11, 3)
    assert len(nights) > 150


def test_it_is_made_once_a_day(example_file):
    made = example_file.stat().st_mtime_ns
    assert making.example_journal(TODAY, Language()).stat().st_mtime_ns == made

    tomorrow = making.example_journal(date(2026, 11, 5), Language())

    assert sorted(tomorrow.parent.glob("*.db")) == [tomorrow]


def test_each_language_has_an_example_of_its_own(example_file):
    german = making.example_journal(TODAY, language_for("de"))

    with JournalStore.open(german, read_only=True) as store:
        assert store.profile().name == "Beispielperson"
    assert example_file.exists()


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_marked(example, page):
    example.window.show_page(page)

    assert RIBBON in texts(example.window)
    assert example.window.windowTitle() == "Example journal – Night Cramp Journal"


def test_what_is_done_in_it_leaves_ones_own_alone(example):
    click(example.window, "Quiet night")
    click(example.window, "Trends")

    assert not default_journal().exists()
    assert list(default_journal().parent.iterdir()) == [cache_home()]


def test_it_looks_as_ones_own_does_but_does_not_remind():
    PreferenceFile(default_journal().with_name("settings.ini")).save(
        Preferences(theme="dark", text_scale=150, reminder=True)
    )

    chosen = choices_for(example=True).load()

    assert (chosen.theme, chosen.text_scale, chosen.reminder, chosen.welcomed) == ("dark", 150, False, True)


def test_it_neither_welcomes_nor_reminds_nor_opens_itself(example):
    example.window.show_page("settings")

    assert not says(example.window, "Welcome to Night Cramp Journal")
    assert not says(example.window, "Remind me at")
    assert not [b for b in buttons(example.window) if b.text() == "Look at an example journal"]


def test_it_can_be_closed_from_every_page(example, qtbot):
    with qtbot.waitSignal(example.presence.quit_wanted):
        click(example.window, "Close the example")

    assert not example.window.isVisible()


def test_ones_own_journal_has_no_ribbon(open_program):
    assert RIBBON not in texts(open_program().window)


@pytest.mark.parametrize("page", ["trends", "patterns", "settings"])
def test_empty_pages_and_settings_lead_to_it(open_program, monkeypatch, page):
    started = []
    monkeypatch.setattr(QProcess, "startDetached", lambda *asked: (started.append(asked) is None, 1))
    window = open_program(page=page).window
    open_program.settle()

    click(window, "Look at an example journal")

    assert started[0][1][-1] == "--example"


@pytest.mark.parametrize(
    ("written", "opened"),
    [(["--example"], (True, False)), (["--in-tray"], (False, True)), ([], (False, False))],
)
def test_the_command_line_opens_it_too(monkeypatch, written, opened):
    asked = []

    def run_window(journal=None, example=False, in_tray=False):
        asked.append((journal, example, in_tray))
        return 0

    monkeypatch.setattr("journal_app.window.run_window", run_window)

    assert cli.main(written) == 0
    assert asked[0][1:] == opened
    assert (asked[0][0] is not None) is opened[0]


def buttons(window):
    return [button for button in window.findChildren(QPushButton) if button.isVisible()]
