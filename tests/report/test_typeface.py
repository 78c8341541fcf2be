import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.report.paper.typeface import Typeface, cleaned, register_faces

SIZE = 9.0


@pytest.fixture(scope="module", autouse=True)
def faces():
    register_faces()


@pytest.fixture
def face():
    return Typeface("[other letters]")


def texts(lines):
    return ["".join(chunk.text for chunk in line.chunks) for line in lines]


def test_a_text_breaks_between_words(face):
    lines = face.lines((("cramps on nine of twenty nights", False),), SIZE, 60, 9)

    assert texts(lines) == ["cramps on", "nine of twenty", "nights"]


def test_a_word_longer_than_a_line_is_cut(face):
    lines = face.lines((("x" * 60, False),), SIZE, 60, 99)

    assert "".join(texts(lines)) == "x" * 60
    assert len(lines) > 1


def test_a_word_with_hyphens_breaks_after_one(face):
    assert texts(face.lines((("calf-and-hamstring", False),), SIZE, 50, 9)) == ["calf-and-", "hamstring"]


def test_too_many_lines_end_with_an_ellipsis(face):
    lines = face.lines((("one two three four five six seven", False),), SIZE, 50, 2)

    assert len(lines) == 2
    assert texts(lines)[-1].endswith("…")


def test_bold_and_regular_parts_touch_where_no_space_stands_between_them(face):
    line = face.lines((("9 of ", False), ("26", True), (".", False)), SIZE, 200, 1)[0]

    assert [(chunk.text, chunk.face) for chunk in line.chunks] == [
        ("9 of ", "JournalRegular"),
        ("26", "JournalBold"),
        (".", "JournalRegular"),
    ]


def test_letters_outside_the_face_come_from_the_fallback(face):
    line = face.line((("ώρα 3", False),), SIZE)

    assert [chunk.face for chunk in line.chunks] == ["JournalFallback", "JournalRegular"]


@pytest.mark.parametrize("text", ["クランプ", "تشنج", "עווית", "痉挛"])
def test_letters_that_no_face_can_print_are_told_in_words(face, text):
    assert texts([face.line(((text, False),), SIZE)]) == ["[other letters]"]


def test_control_and_invisible_characters_are_dropped():
    assert cleaned("a\x07b\u200bc\u202ed\ne\tf") == "abcd e f"


@given(text=st.text(), width=st.floats(20, 300), most=st.integers(1, 5))
def test_no_line_is_wider_than_its_room(text, width, most):
    lines = Typeface("[other letters]").lines(((text, False),), SIZE, width, most)

    assert len(lines) <= most
    assert all(line.width <= width + 0.01 for line in lines)


@given(text=st.text(st.characters(codec="latin-1", exclude_categories=["C"])))
def test_no_letter_is_lost_where_there_is_room(text):
    face = Typeface("[other letters]")
    lines = face.lines(((text, False),), SIZE, 80, 10_000)

    assert "".join(texts(lines)).replace(" ", "") == cleaned(text).replace(" ", "")


def test_a_language_whose_letters_no_face_has_gives_a_page_all_the_same():
    hebrew = Typeface("[אותיות אחרות]")

    assert texts(hebrew.lines((("כאב in the calf", False),), SIZE, 500, 9)) == ["… in the calf"]
