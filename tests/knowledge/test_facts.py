"""The facts that rules ask for, read off a journal."""

from datetime import date, timedelta

import pytest

from journal_app.analysis.summary import summarise
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.period import last_nights
from journal_app.journal.profile import Posture, Profile
from journal_app.journal.records import Records
from journal_app.knowledge.facts import fact_is_known, journal_facts
from tests.builders import cramp_night, day, evening, quiet_night, records_of
from tests.knowledge.cases import seen, takes, ticked

QUIET, EVERY_OTHER = "o" * 28, "o#" * 14


def facts_of(knowledge, records, *associations, answers=None, nights=56, last=None, southern=False):
    summary = summarise(records, last_nights(nights, last or evening()))
    return journal_facts(records, knowledge, summary, associations, answers or {}, southern=southern)


def shared(knowledge, records, **more):
    return facts_of(knowledge, records, **more).shared


def own(knowledge, records, entry_id, *associations, **more):
    return facts_of(knowledge, records, *associations, **more).of(knowledge.entries[entry_id])


def test_what_the_person_did_not_tell_is_not_known(knowledge):
    found = shared(knowledge, records_of("o#o"))

    assert not {"age", "pregnant", "dialysis", "posture"} & set(found)


def test_what_the_person_told_is_known(knowledge):
    profile = Profile(birth_year=1954, pregnant=False, dialysis=True, posture=Posture.STANDING)
    found = shared(knowledge, records_of("o#o", profile=profile))

    assert (found["age"], found["pregnant"], found["dialysis"], found["posture"]) == (
        72,
        False,
        True,
        "standing",
    )


def test_rates_rest_on_recorded_nights_only(knowledge):
    found = shared(knowledge, records_of("#.o.#.o"), nights=7)

    assert (found["nights_recorded"], found["cramp_nights"], found["cramp_nights_per_week"]) == (4, 2, 3.5)


def test_an_average_is_of_answered_days(knowledge):
    days = (day(evening(5), alcohol=3), day(evening(4), water=500), day(evening(3), alcohol=0))

    assert shared(knowledge, Records(days=days))["average.alcohol"] == 1.5


def test_a_habit_never_answered_is_not_tracked(knowledge):
    records = Records(days=(day(evening(3), alcohol=0),))

    assert own(knowledge, records, "alcohol")["tracked"] is True
    assert own(knowledge, records, "heating-pad")["tracked"] is False


@pytest.mark.parametrize(
    ("month", "southern", "expected"),
    [
        (1, False, "winter"),
        (4, False, "spring"),
        (7, False, "summer"),
        (11, False, "autumn"),
        (1, True, "summer"),
        (4, True, "autumn"),
        (7, True, "winter"),
        (12, True, "summer"),
    ],
)
def test_the_season_follows_month_and_hemisphere(knowledge, month, southern, expected):
    found = shared(knowledge, Records(), last=date(2026, month, 15), southern=southern)

    assert found["season"] == expected


def test_a_medicine_is_known_by_any_of_its_names(knowledge):
    records = Records(medicines=(takes("Symbicort 200/6 Turbohaler"),))

    assert own(knowledge, records, "laba-inhaler")["taking"] is True
    assert shared(knowledge, records)["taking.laba-inhaler"] is True


def test_a_medicine_that_was_ended_is_not_taken(knowledge):
    ended = Medicine("a", "Atorvastatin", (DosePeriod(date(2025, 1, 1), evening(10)),))

    assert own(knowledge, Records(medicines=(ended,)), "statin")["taking"] is False


def test_days_since_a_change_count_from_the_last_dose(knowledge):
    periods = (DosePeriod(evening(100), evening(21), "10 mg"), DosePeriod(evening(20), None, "20 mg"))
    found = own(knowledge, Records(medicines=(Medicine("a", "Atorvastatin", periods),)), "statin")

    assert (found["days_since_start"], found["days_since_change"]) == (100, 20)


def test_the_leading_association_gives_verdict_and_ratio(knowledge):
    found = own(knowledge, records_of("o#o"), "alcohol", seen("alcohol", ratio=1.8))

    assert (found["verdict"], found["ratio"]) == ("likely", 1.8)


def test_another_lag_does_not_speak_for_its_factor(knowledge):
    found = own(knowledge, records_of("o#o"), "alcohol", seen("alcohol", leading=False))

    assert "verdict" not in found


def test_a_condition_is_ticked_by_its_entry(knowledge):
    records = Records(profile=Profile(conditions=("diabetes",)))

    assert own(knowledge, records, "diabetes")["condition"] is True
    assert shared(knowledge, records)["condition.parkinsons"] is False


def test_a_cleared_yes_is_not_ticked(knowledge):
    cleared = ticked("dvt", cleared_on=evening(), note="seen by the doctor")

    assert own(knowledge, Records(warnings=(cleared,)), "dvt")["ticked"] is False


def test_a_night_tells_itself_that_the_muscle_was_soft_and_the_cramp_long(knowledge):
    night = cramp_night(evening(1), minutes=25.0)
    records = Records(nights=(night,))
    answers = {evening(1): {"tingling": True}}

    assert own(knowledge, records, "neuropathic-pain", answers=answers)["differing_answers"] == 2


def test_long_cramps_of_months_ago_are_not_recent(knowledge):
    long_ago = tuple(cramp_night(evening(k), minutes=30.0) for k in (50, 49))
    found = shared(knowledge, Records(nights=(*long_ago, quiet_night(evening(1)))))

    assert found["longest_minutes"] == 30
    assert "recent_longest_minutes" not in found


def test_too_few_recent_nights_give_no_recent_rate(knowledge):
    found = shared(knowledge, records_of("#" * 13))

    assert "recent_cramp_nights_per_week" not in found


def test_weeks_with_cramps_count_from_what_was_told(knowledge):
    profile = Profile(cramps_since=evening() - timedelta(weeks=10))

    assert shared(knowledge, records_of("o#o", profile=profile))["weeks_with_cramps"] == 10


def test_doubled_needs_twice_the_nights_of_the_month_before(knowledge):
    assert shared(knowledge, records_of(QUIET + EVERY_OTHER))["doubled"] is True
    assert shared(knowledge, records_of(EVERY_OTHER * 2))["doubled"] is False


def test_exactly_twice_is_doubled(knowledge):
    assert shared(knowledge, records_of("oooooo#" * 4 + "ooo#oo#" * 4))["doubled"] is True
    assert shared(knowledge, records_of("oooooo#" * 3 + "#ooooo#" + "ooo#oo#" * 4))["doubled"] is False


def test_three_cramp_nights_are_too_few_to_speak_of_doubling(knowledge):
    assert shared(knowledge, records_of(QUIET + "o" * 25 + "###"))["doubled"] is False


@pytest.mark.parametrize("name", ["age", "taking", "taking.quinine", "average.water", "condition.diabetes"])
def test_a_listed_fact_is_known(knowledge, name):
    assert fact_is_known(name, knowledge)


@pytest.mark.parametrize("name", ["ages", "taking.aspirin2", "average.tea", "weather.rain", ""])
def test_any_other_is_not(knowledge, name):
    assert not fact_is_known(name, knowledge)
