"""A day is read as people write it, in the order of their country, and never as another day."""

from datetime import date

import pytest
from babel import dates
from hypothesis import given
from hypothesis import strategies as st

from journal_app.journal.errors import JournalError
from journal_app.language import language_for
from journal_app.ui.typed_day import read_day

EXAMPLE = date(2026, 11, 3)
DAYS_FIRST = ("d.M.y", "dd.MM.y", "d/M/y", "dd/MM/y", "d M y", "d-M-y")
MONTHS_FIRST = ("M/d/y", "MM/dd/y")
NAMED = ("y-MM-dd", "d MMM y", "d MMMM y", "d. MMMM y", "MMM d, y", "MMMM d, y", "d-MMM-y", "ddMMMMy")
FORMS = [
    *((tag, form) for tag in ("en_GB", "de") for form in (*DAYS_FIRST, *NAMED)),
    *(("en_US", form) for form in (*MONTHS_FIRST, *NAMED)),
]


def read(typed, tag="en_GB"):
    return read_day(typed, language_for(tag), EXAMPLE)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(FORMS))
def test_every_day_in_every_form_is_that_day(day, form):
    tag, pattern = form

    assert read(dates.format_date(day, pattern, locale=language_for(tag).locale), tag) == day


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(["en_GB", "en_US", "de"]))
def test_a_day_as_it_is_shown_is_that_day(day, tag):
    language = language_for(tag)

    assert read(language.short_date(day), tag) == read(language.full_date(day), tag) == day


@pytest.mark.parametrize(
    ("typed", "tag", "day"),
    [
        ("01/03/2020", "en_GB", date(2020, 3, 1)),
        ("01/03/2020", "en_US", date(2020, 1, 3)),
        ("1 Sep 2026", "en_GB", date(2026, 9, 1)),
        ("1 Sept 2026", "en_GB", date(2026, 9, 1)),
        ("  15th october 2026 ", "en_GB", date(2026, 10, 15)),
        ("3. Maerz 2026", "de", date(2026, 3, 3)),
        ("3. mär 2026", "de", date(2026, 3, 3)),
    ],
)
def test_days_are_read_as_they_are_written_there(typed, tag, day):
    assert read(typed, tag) == day


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "31/02/2026", "10/15/2026", "1 Ju 2026", "3 Foo 2026", "Nov 2026", "1 2", "1.2.3.2026"],
)
def test_what_is_no_day_is_told_with_an_example(typed):
    with pytest.raises(JournalError, match=r"cannot be read as a day. .* 3 Nov 2026"):
        read(typed)


@pytest.mark.parametrize("typed", ["1/3/20", "1 Mar 20", "1.3.020"])
def test_a_year_of_two_digits_is_asked_for_in_full(typed):
    with pytest.raises(JournalError, match="four digits"):
        read(typed)
