from datetime import date, timedelta

import pytest

from journal_app.journal.visit import Visit
from tests.charts.conftest import LAST, records_of_nights
from tests.charts.looking import count_of, marks, squeezed, texts


def with_visits(*days):
    visits = tuple(Visit(str(k), day, "seen") for k, day in enumerate(days))
    return records_of_nights(90, visits=visits)


@pytest.mark.parametrize("chart", ["weeks", "pain", "minutes", "habit:alcohol"])
def test_a_visit_is_a_thin_line_with_its_day(drawn, chart):
    made = drawn(chart, records=with_visits(date(2026, 10, 21)))

    assert count_of(made, "visit") == 1
    assert texts(made, "visit") == ["visit 21 Oct"]
    assert squeezed(made) == []


@pytest.mark.parametrize("chart", ["weeks", "pain"])
def test_visits_in_a_row_keep_their_lines_and_touch_no_words(drawn, chart):
    days = [LAST - timedelta(days=back) for back in (0, 1, 2, 8, 60, 88, 89)]
    made = drawn(chart, records=with_visits(*days))

    assert count_of(made, "visit") == len(days)
    assert squeezed(made) == []


def test_visits_outside_the_period_are_not_drawn(drawn):
    made = drawn("weeks", records=with_visits(date(2025, 1, 1), LAST + timedelta(days=3)))

    assert marks(made, "visit") == []


def test_without_a_visit_the_chart_is_as_before(drawn):
    assert marks(drawn("weeks"), "visit") == []
