"""Words of buttons, ticks and tags take two lines where there is little room, and one where there is more."""

import pytest
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from journal_app.ui import parts
from journal_app.ui.folding import fold_words, stack_rows
from tests.ui.hands import name_of

WORDS = "Read all that is known about <b>cramps</b> at night"
LITTLE, MUCH = 200, 2000


@pytest.fixture
def body(qtbot):
    made = QWidget()
    made.setLayout(QVBoxLayout())
    qtbot.addWidget(made)
    return made


def add(body, control):
    body.layout().addWidget(control)
    return control


@pytest.mark.parametrize("kind", [QPushButton, QCheckBox])
def test_a_control_is_no_wider_than_the_room_and_keeps_its_name(body, kind):
    control = add(body, kind(WORDS))

    fold_words(body, LITTLE)

    assert control.sizeHint().width() <= LITTLE
    assert name_of(control) == WORDS


def test_with_more_room_the_words_stand_in_one_line_again(body):
    control = add(body, QPushButton(WORDS))
    fold_words(body, LITTLE)

    fold_words(body, MUCH)
    assert control.text() == WORDS
    fold_words(body, LITTLE)
    fold_words(body, None)

    assert control.text() == WORDS


def test_words_that_were_changed_meanwhile_are_folded_and_not_the_former_ones(body):
    control = add(body, QPushButton(WORDS))
    fold_words(body, LITTLE)
    control.setText("Close")

    fold_words(body, LITTLE)

    assert control.text() == "Close"


def test_a_word_wider_than_the_room_is_cut_in_pieces_and_none_is_lost(body):
    control = add(body, QPushButton("Muskelkrampfaufzeichnungsbuch" * 2))

    fold_words(body, LITTLE)

    assert control.sizeHint().width() <= LITTLE
    assert control.text().replace("\n", "") == "Muskelkrampfaufzeichnungsbuch" * 2


@pytest.mark.parametrize(("room", "direction"), [(LITTLE, "TopToBottom"), (MUCH, "LeftToRight")])
def test_a_row_becomes_a_column_only_where_it_does_not_fit(body, room, direction):
    line = QHBoxLayout()
    line.setObjectName(parts.YIELDING)
    body.layout().addLayout(line)
    for words in ("What I did", "Stretched the muscle"):
        line.addWidget(QPushButton(words))

    stack_rows(body, room)

    assert line.direction().name == direction
