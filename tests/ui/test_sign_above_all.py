"""A standing warning sign is told above everything on the pages for every morning and for remedies."""

import pytest

from journal_app.journal.profile import WarningAnswer
from journal_app.store.journal_store import JournalStore
from journal_app.ui.warning_questions import WarningQuestions
from tests.builders import TODAY, cramp_night
from tests.ui.hands import click, in_dialog, says

TOLD = "A warning sign stands: "


@pytest.fixture
def program(open_program, journal_path):
    with JournalStore.create(journal_path) as store:
        store.save_night(cramp_night())
        store.save_warning_answer(WarningAnswer("dvt", True, TODAY))
    return open_program()


@pytest.mark.parametrize("page", ["night", "remedy"])
def test_a_standing_sign_leads_to_its_card(program, page):
    program.window.show_page(page)
    assert says(program.window, TOLD)

    with in_dialog(
        lambda dialog: seen.append(says(dialog, "clot in the leg")) or dialog.reject(), WarningQuestions
    ):
        seen = []
        click(program.window, "What to do")

    assert seen == [True]


def test_it_goes_with_the_answer(program):
    program.window.show_page("night")
    program.journal.save_warning_answer(WarningAnswer("dvt", False, TODAY), "no")

    assert not says(program.window, TOLD)


def test_without_a_sign_nothing_is_told(open_program):
    assert not says(open_program().window, TOLD)
