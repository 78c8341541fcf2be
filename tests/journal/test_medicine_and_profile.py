from datetime import date

import pytest
from hypothesis import given

from journal_app.journal.errors import BadEntry, JournalError
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Profile, WarningAnswer
from tests.builders import TODAY
from tests.strategies import dose_periods

MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


def changed_dose():
    """A tablet from May on, doubled in June, stopped at the end of July."""
    return Medicine("a", "A", (DosePeriod(MAY, date(2026, 5, 31), "1 mg"), DosePeriod(JUNE, JULY, "2 mg")))


def test_the_dose_of_a_day_is_that_of_its_period():
    taken = changed_dose()

    assert [taken.dose_on(on) for on in (date(2026, 4, 30), MAY, JUNE, JULY)] == ["", "1 mg", "2 mg", "2 mg"]


def test_a_medicine_is_taken_on_the_first_and_the_last_day():
    taken = changed_dose()

    assert [taken.taken_on(on) for on in (MAY, JULY, date(2026, 7, 2))] == [True, True, False]


def test_each_new_dose_is_a_change_and_the_first_is_the_start():
    assert changed_dose().changes == (MAY, JUNE)
    assert changed_dose().start == MAY


def test_longer_than_known_and_still_taken_covers_every_day():
    always = Medicine("a", "A")

    assert always.taken_on(date(1990, 1, 1))
    assert always.taken_on(TODAY)
    assert always.start is None


@given(dose_periods())
def test_periods_in_order_of_time_are_accepted(periods):
    assert Medicine("a", "A", periods).periods == periods


@pytest.mark.parametrize(
    ("field", "periods"),
    [
        ("end", (DosePeriod(MAY, JUNE), DosePeriod(JUNE, JULY))),
        ("end", (DosePeriod(MAY), DosePeriod(JUNE))),
        ("start", (DosePeriod(JUNE, JULY), DosePeriod(MAY, MAY))),
        ("start", (DosePeriod(MAY, JUNE), DosePeriod(None, JULY))),
    ],
)
def test_periods_that_overlap_or_are_out_of_order_are_refused(field, periods):
    with pytest.raises(BadEntry) as refused:
        Medicine("a", "A", periods)

    assert refused.value.field == field


def test_a_period_that_ends_before_it_begins_is_refused():
    with pytest.raises(BadEntry, match="before the start"):
        DosePeriod(JUNE, MAY)


def test_a_medicine_needs_a_name():
    with pytest.raises(BadEntry, match="name"):
        Medicine("a", " ")


def test_the_age_is_that_reached_in_the_year():
    assert Profile(birth_year=1950).age_on(TODAY) == 76
    assert Profile().age_on(TODAY) is None


def test_a_birth_year_that_cannot_be_is_refused():
    with pytest.raises(BadEntry, match="birth_year"):
        Profile(birth_year=1850)


@pytest.mark.parametrize(
    ("answer", "stands"),
    [
        (WarningAnswer("clot", True, MAY), True),
        (WarningAnswer("clot", False, MAY), False),
        (WarningAnswer("clot", True, MAY, cleared_on=JUNE, note="seen"), False),
    ],
)
def test_a_yes_stands_until_the_person_clears_it(answer, stands):
    assert answer.standing is stands


def test_a_fault_speaks_the_persons_language():
    fault = JournalError("{n} cats", n=3)

    assert fault.sentence({"{n} cats": "{n} Katzen"}.get) == "3 Katzen"
