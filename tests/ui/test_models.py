"""The models keep Qt's rules, with no rows, with rows, while searching and sorting."""

from datetime import date

import pytest
from PySide6.QtCore import QStringListModel, Qt

from journal_app.knowledge.loader import load_knowledge
from journal_app.paths import bundled
from journal_app.ui.entry_reader import EntrySearch
from journal_app.ui.night_filter import NightFilter
from journal_app.ui.night_table import COLUMNS, EVENING, NightSearch, NightTable
from tests.builders import TODAY, cramp_night, evening, quiet_night

NIGHTS = (
    quiet_night(evening(6)),
    cramp_night(evening(4), note="Wine & <b>cheese</b>"),
    cramp_night(evening(1), pain=9),
)


@pytest.fixture(scope="module")
def knowledge():
    return load_knowledge(bundled("knowledge_base"))


@pytest.fixture
def table(qapp, knowledge, language):
    return NightTable(knowledge, language)


@pytest.fixture
def search(table):
    table.show_nights(NIGHTS, evening())
    found = NightSearch()
    found.setSourceModel(table)
    return found


def evenings(model):
    return [model.index(row, 0).data(EVENING) for row in range(model.rowCount())]


def test_an_empty_table_keeps_the_rules(table, qtmodeltester):
    qtmodeltester.check(table)


def test_a_table_keeps_the_rules_when_nights_come_and_go(table, qtmodeltester):
    qtmodeltester.check(table)

    table.show_nights(NIGHTS, evening())
    table.show_nights((), evening())

    assert table.rowCount() == 0


def test_a_search_keeps_the_rules(search, qtmodeltester):
    qtmodeltester.check(search)

    search.keep(NightFilter(("calf",), "cramps"))
    search.sort(COLUMNS.index("pain"))
    search.keep(NightFilter(("nothing", "has", "these", "words")))

    assert search.rowCount() == 0


def test_the_library_keeps_the_rules(qtmodeltester, qapp):
    found = EntrySearch(["a", "b"], {"a": "quinine tablets", "b": "tonic water with quinine"}, None)
    found.setSourceModel(QStringListModel(["A", "B"], found))
    qtmodeltester.check(found)

    found.search("quinine WATER")

    assert [found.index(row, 0).data() for row in range(found.rowCount())] == ["B"]


def test_every_evening_from_the_first_night_on_has_a_row(search):
    assert evenings(search) == [evening(back) for back in range(7)]


def test_a_night_after_today_has_a_row_too(table):
    table.show_nights((quiet_night(TODAY),), evening())

    assert evenings(table) == [TODAY]


def test_all_words_must_be_found_in_any_column(search):
    search.keep(NightFilter(("wine", "calf")))

    assert evenings(search) == [evening(4)]


def test_markup_is_searched_as_it_was_typed(search):
    search.keep(NightFilter(("<b>cheese",)))

    assert evenings(search) == [evening(4)]


@pytest.mark.parametrize(("state", "rows"), [("cramps", 2), ("quiet", 1), ("missing", 4), (None, 7)])
def test_one_state_can_be_kept(search, state, rows):
    search.keep(NightFilter(state=state))

    assert search.rowCount() == rows


def test_nights_without_pain_come_last_when_the_worst_comes_first(search):
    search.sort(COLUMNS.index("pain"), Qt.SortOrder.DescendingOrder)

    assert evenings(search)[:2] == [evening(1), evening(4)]


@pytest.mark.parametrize("column", range(len(COLUMNS)))
def test_every_column_sorts_back_and_forth(search, column):
    search.sort(column, Qt.SortOrder.AscendingOrder)
    rising = [str(search.index(row, column).data()) for row in range(search.rowCount())]
    search.sort(column, Qt.SortOrder.DescendingOrder)

    falling = [str(search.index(row, column).data()) for row in range(search.rowCount())]

    assert falling == rising[::-1] or sorted(falling) == sorted(rising)


def test_a_line_break_in_a_note_stays_one_line_of_the_table(table):
    table.show_nights((quiet_night(evening(), note="one\ntwo"),), date.min)

    assert table.index(0, COLUMNS.index("note")).data() == "one two"
