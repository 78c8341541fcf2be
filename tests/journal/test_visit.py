from datetime import date, timedelta

import pytest

from journal_app.journal.errors import BadEntry
from journal_app.journal.profile import WarningAnswer
from journal_app.journal.visit import Appointment, Preparation, Stage, Visit, nights_before, preparation

DAY = date(2026, 11, 18)


def prepared(days_before, evenings=(), warnings=(), visits=(), **more):
    today = DAY - timedelta(days=days_before)
    return preparation(Appointment(DAY, **more), evenings, warnings, visits, today)


@pytest.mark.parametrize(
    ("days_before", "stage"),
    [
        (15, Stage.NONE),
        (14, Stage.RECORDING),
        (2, Stage.RECORDING),
        (1, Stage.EVE),
        (0, Stage.EVE),
        (-1, Stage.AFTER),
        (-14, Stage.AFTER),
        (-15, Stage.NONE),
    ],
)
def test_the_stage_follows_from_how_far_it_is(days_before, stage):
    assert prepared(days_before).stage is stage


def test_without_a_day_there_is_nothing_to_prepare():
    assert preparation(Appointment(), (), (), (), DAY) == Preparation(Stage.NONE)


def test_the_fourteen_nights_end_the_evening_before():
    nights = nights_before(DAY)

    assert (nights.first, nights.last) == (date(2026, 11, 4), date(2026, 11, 17))


def test_only_nights_of_the_two_weeks_are_counted():
    evenings = [DAY - timedelta(days=back) for back in (0, 1, 5, 14, 15)]

    assert prepared(1, evenings).nights_recorded == 3


def test_warning_questions_count_as_asked_within_the_two_weeks():
    before, within = (WarningAnswer("dvt", False, DAY - timedelta(days=back)) for back in (15, 14))

    assert not prepared(3, warnings=[before]).warnings_asked
    assert prepared(3, warnings=[before, within]).warnings_asked


def test_only_questions_with_words_are_counted():
    assert prepared(3, questions=("Why?", " ", "")).questions == 1


def test_a_visit_that_is_written_down_ends_the_asking():
    assert prepared(-2, visits=[Visit("v", DAY, "well")]).stage is Stage.NONE
    assert prepared(-2, visits=[Visit("v", DAY - timedelta(days=1), "well")]).stage is Stage.AFTER


def test_an_appointment_is_to_come_until_its_day_is_over():
    assert Appointment(DAY).day_from(DAY) == DAY
    assert Appointment(DAY).day_from(DAY + timedelta(days=1)) is None


@pytest.mark.parametrize(
    "make",
    [
        lambda: Visit("v", DAY, answers=("a",) * 4),
        lambda: Visit("v", DAY, assessment="\0"),
        lambda: Visit(" ", DAY),
        lambda: Visit("v", DAY, answers=("x" * 100_001,)),
        lambda: Appointment(DAY, ("a",) * 4),
        lambda: Appointment(None, ("\0",)),
    ],
)
def test_what_no_page_could_hold_is_refused(make):
    with pytest.raises(BadEntry):
        make()


def test_a_visit_of_blank_fields_is_empty():
    assert Visit("v", DAY, "  ", answers=("", "\n")).empty
    assert not Visit("v", DAY, next_visit="in March").empty
