import pytest

from journal_app.report.items import Listing, Pair, Paragraph, Section, Series, told
from journal_app.report.paper.fitting import fitted
from journal_app.report.paper.sections import section_block
from journal_app.report.paper.typeface import Typeface, register_faces

WIDTH = 250.0


@pytest.fixture(scope="module", autouse=True)
def faces():
    register_faces()


@pytest.fixture
def face():
    return Typeface("?")


def listing(count, least=1):
    rows = tuple(Paragraph(told(f"row {k}")) for k in range(count))
    return Listing(rows, tuple(f"and {k} more" for k in range(1, count + 1)), least)


def test_sections_that_fit_are_left_as_they_are(face):
    section = Section("Medicines", (listing(4),))

    assert fitted((section,), WIDTH, 500, face).height == section_block(section, WIDTH, face).height


@pytest.mark.parametrize("room", [40, 60, 80, 120])
def test_a_list_gives_up_rows_until_it_fits(face, room):
    assert fitted((Section("Medicines", (listing(30),)),), WIDTH, room, face).height <= room


def test_a_list_says_how_many_rows_are_left_out():
    shorter = listing(5).shorter().shorter()

    assert [row.text[0][0] for row in shorter.shown] == ["row 0", "row 1", "row 2", "and 2 more"]


def test_a_list_keeps_its_least_rows():
    assert listing(2, least=2).shorter() == listing(2, least=2)


def test_a_series_says_how_many_parts_are_left_out():
    series = Series((), ("calf", "sole", "toes"), ("and 1 more", "and 2 more", "and 3 more"))

    assert series.shorter().text == (("calf; sole; and 1 more.", False),)


def test_what_should_stand_gives_way_before_the_page_overflows(face):
    rows = tuple(Pair(told("a name"), told("a long story, " * 30), 12, 6) for _ in range(4))
    section = Section("Medicines", (Listing(rows, ("1 more", "2 more", "3 more", "4 more"), least=4),))

    assert fitted((section,), WIDTH, 60, face).height <= 60


def test_the_heavier_section_is_shortened_last(face):
    light, heavy = Section("Tried", (listing(8),)), Section("Medicines", (listing(8),), weight=3.0)
    whole = section_block(heavy, WIDTH, face).height
    room = whole + section_block(Section("Tried", (listing(2),)), WIDTH, face).height + 10

    assert fitted((light, heavy), WIDTH, room, face).height > whole
    assert fitted((light, heavy), WIDTH, room, face).height <= room
