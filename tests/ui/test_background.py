"""Work in the background: results reach whoever still wants them."""

from threading import Event

import pytest
from PySide6.QtCore import QObject
from shiboken6 import delete

from journal_app.ui.background import Background


class Asking(QObject):
    """Asks for a result, and keeps what it is told outside of itself."""

    def __init__(self, told):
        super().__init__()
        self._told = told

    def take(self, result):
        self._told.append(result)


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.finish()


@pytest.mark.parametrize(("gone", "expected"), [(False, [3]), (True, [])])
def test_a_result_reaches_its_page_unless_that_is_gone(gone, expected, background, qtbot):
    told = []
    asking = Asking(told)
    background.run("sum", sum, (1, 2), then=asking.take)
    if gone:
        delete(asking)

    qtbot.waitUntil(lambda: not background.busy)
    assert told == expected


def test_only_the_newest_result_of_a_name_is_handed_on(background, qtbot):
    told = []
    for number in (1, 2, 3):
        background.run("sum", sum, (number,), then=told.append)

    qtbot.waitUntil(lambda: not background.busy)
    assert told == [3]


def test_work_that_was_asked_anew_while_it_waited_is_not_done(background, qtbot):
    done, may_go_on = [], Event()
    background.run("first", may_go_on.wait, then=done.append)
    for number in (1, 2, 3):
        background.run("add", done.append, number, then=lambda _: None)
    may_go_on.set()

    qtbot.waitUntil(lambda: not background.busy)
    assert sorted(done) == [True, 3]
