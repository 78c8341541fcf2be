"""Findings: each factor looked at once, in its group, and in the order of consequence."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.analysis.results import Verdict
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Kind
from journal_app.knowledge.matcher import Group
from tests.builders import cramp_night, day, evening, records_of
from tests.knowledge.cases import OFTEN, SELDOM, seen, takes, tell, ticked

RECORDS = records_of(SELDOM)
some_warnings = st.sets(st.sampled_from(["pe", "dvt", "mnd", "falls", "quinine-reaction"]))
some_factors = st.sets(st.sampled_from(["alcohol", "water", "stretching_bed", "hard_floor", "own_habit"]))
some_verdicts = st.sampled_from(list(Verdict))


@given(some_warnings, some_factors, some_verdicts, st.sampled_from([0.4, 1.0, 2.5]), st.booleans())
def test_warnings_stand_above_all_else_in_every_mix(knowledge, warnings, factors, verdict, ratio, medicine):
    records = records_of(
        OFTEN,
        warnings=tuple(map(ticked, sorted(warnings))),
        medicines=(takes("quinine"), takes("atorvastatin", evening(60))) if medicine else (),
    )
    told = tell(knowledge, records, *(seen(f, verdict, ratio) for f in sorted(factors)))
    groups = [finding.group for finding in told.findings]

    assert groups == sorted(groups, key=list(Group).index)
    assert warnings <= set(told.warnings)
    assert sorted(f.factor for f in told.findings if f.association) == sorted(factors)


@pytest.mark.parametrize(
    ("factor", "verdict", "ratio", "group"),
    [
        ("alcohol", Verdict.STRONG, 2.2, Group.SEEN_AND_KNOWN),
        ("alcohol", Verdict.HINT, 2.2, Group.SEEN_AND_KNOWN),
        ("alcohol", Verdict.LIKELY, 0.4, Group.SEEN_NOT_KNOWN),
        ("alcohol", Verdict.NONE, 1.1, Group.KNOWN_NOT_SEEN),
        ("alcohol", Verdict.TOO_FEW_NIGHTS, None, Group.NOT_ENOUGH),
        ("stretching_bed", Verdict.LIKELY, 0.4, Group.SEEN_AND_KNOWN),
        ("stretching_bed", Verdict.LIKELY, 2.0, Group.SEEN_NOT_KNOWN),
        ("hard_floor", Verdict.LIKELY, 2.0, Group.SEEN_NOT_KNOWN),
        ("hard_floor", Verdict.NONE, 1.0, Group.NOTHING_FOUND),
        ("my_own_habit", Verdict.LIKELY, 2.0, Group.SEEN_NOT_KNOWN),
        ("my_own_habit", Verdict.NONE, 1.0, Group.NOTHING_FOUND),
    ],
)
def test_a_factor_falls_into_its_group(knowledge, factor, verdict, ratio, group):
    told = tell(knowledge, RECORDS, seen(factor, verdict, ratio))

    assert [finding.group for finding in told.findings if finding.factor == factor] == [group]


def test_a_habit_of_ones_own_has_no_entry(knowledge):
    (finding,) = [f for f in tell(knowledge, RECORDS, seen("my_own_habit")).findings if f.association]

    assert finding.entry is None


def test_other_lags_are_no_findings_of_their_own(knowledge):
    told = tell(knowledge, RECORDS, seen("alcohol"), seen("alcohol", ratio=1.2, leading=False))

    assert [finding.association.ratio for finding in told.findings if finding.association] == [2.2]


def test_surer_findings_stand_before_hints(knowledge):
    told = tell(knowledge, RECORDS, seen("standing", Verdict.HINT), seen("alcohol", Verdict.STRONG))

    assert told.in_group(Group.SEEN_AND_KNOWN) == ["alcohol", "prolonged-standing"]


def test_more_entries_about_a_factor_are_named_beside_the_one_that_speaks(knowledge):
    told = tell(knowledge, RECORDS, seen("alcohol"))

    assert told.of("alcohol").also == ("quit-alcohol-trial",)
    assert "quit-alcohol-trial" not in told.ids


def test_a_factor_without_entries_borrows_those_of_its_habit(knowledge):
    (finding,) = [f for f in tell(knowledge, RECORDS, seen("exercise", ratio=0.5)).findings if f.association]

    assert finding.entry.factor == "exercise_week"


def test_what_holds_for_everyone_is_no_finding(knowledge):
    shown = {finding.entry.kind for finding in tell(knowledge, RECORDS).findings if finding.entry}

    assert Kind.REMEDY not in shown


def test_a_supplement_taken_is_one_card_and_not_six(knowledge):
    records = records_of(SELDOM, medicines=(takes("Magnesium citrate", supplement=True),))
    cards = [entry_id for entry_id in tell(knowledge, records).ids if entry_id.startswith("magnesium")]

    assert cards == ["magnesium"]


def test_quinine_taken_is_told_before_patterns_of_ones_own(knowledge):
    records = records_of(SELDOM, medicines=(takes("Quinine sulfate"),))
    told = tell(knowledge, records, seen("alcohol", Verdict.STRONG))

    assert told.in_group(Group.SEEN_AND_KNOWN)[0].startswith("quinine")


def test_tonic_water_that_seems_to_help_is_told_as_what_can_do_harm(knowledge):
    days = tuple(day(evening(k), tonic_water=1) for k in range(10))
    told = tell(knowledge, records_of(SELDOM, days=days), seen("tonic_water", ratio=0.3))

    assert told.group("tonic-water") is Group.SEEN_AND_KNOWN
    assert "tonic-water" not in told.tried
    assert [step.do for step in told.top.steps if step.entry and step.entry.id == "tonic-water"] == ["ask"]


def test_the_season_is_told_beside_a_remedy_that_is_credited(knowledge):
    told = tell(knowledge, RECORDS, seen("stretching_bed", ratio=0.4))

    assert told.in_group(Group.SEEN_AND_KNOWN) == ["stretch-calf-hamstring"]
    assert told.group("season-summer") is Group.KNOWN_NOT_SEEN


def test_a_summer_alone_is_not_seen_in_the_journal(knowledge):
    july = date(2026, 7, 20)

    assert tell(knowledge, records_of(SELDOM, last=july), last=july).group("season-summer") is (
        Group.KNOWN_NOT_SEEN
    )


def test_warm_days_that_go_together_with_cramps_are_seen(knowledge):
    assert tell(knowledge, RECORDS, seen("warm_day")).group("season-summer") is Group.SEEN_AND_KNOWN


def test_in_autumn_without_a_remedy_the_season_is_no_card(knowledge):
    assert "season-summer" not in tell(knowledge, RECORDS).ids


def test_a_reason_names_the_medicine_it_rests_on(knowledge):
    records = records_of(SELDOM, medicines=(takes("Symbicort"),))
    (reason,) = [r for r in tell(knowledge, records).of("laba-inhaler").reasons if r.fact == "taking"]

    assert (reason.value, reason.about) == (True, "Symbicort")


def test_a_reason_resting_on_another_entry_names_its_medicine(knowledge):
    records = records_of(SELDOM, medicines=(takes("Indapamide"),))

    assert tell(knowledge, records).of("low-potassium").reasons[0].about == "Indapamide"


def test_medicines_taken_stand_before_conditions_told_of(knowledge):
    profile = Profile(conditions=("diabetes",))
    told = tell(knowledge, records_of(SELDOM, profile=profile, medicines=(takes("Symbicort"),)))

    assert told.in_group(Group.KNOWN_NOT_SEEN) == ["laba-inhaler", "diabetes"]


def test_a_remedy_one_might_try_is_no_finding(knowledge):
    days = tuple(day(evening(k), exercise=5) for k in range(20))

    assert "exercise-bike" not in tell(knowledge, records_of(SELDOM, days=days)).ids


def test_a_rise_a_year_before_counts_for_the_medicines_studied_over_a_year(knowledge):
    profile = Profile(cramps_since=evening(30))
    records = records_of(SELDOM, profile=profile, medicines=(takes("Symbicort", evening(300)),))
    told = tell(knowledge, records)

    assert told.group("laba-inhaler") is Group.SEEN_AND_KNOWN
    assert "new-medicine" not in told.warnings


def test_warnings_of_one_level_stand_in_the_order_of_their_questions(knowledge):
    told = tell(
        knowledge, records_of(SELDOM, warnings=(ticked("cauda-equina"), ticked("pe"), ticked("compartment")))
    )

    assert told.warnings == ["pe", "cauda-equina", "compartment"]


def test_sleep_broken_twice_a_week_is_a_reason_to_see_a_doctor(knowledge):
    assert "sleep-disturbed" in tell(knowledge, records_of(OFTEN)).warnings


def test_three_nights_a_week_for_six_weeks_are_too(knowledge):
    assert "frequent-unrelieved" in tell(knowledge, records_of("#o#o#oo" * 8)).warnings


def test_a_cramp_of_a_quarter_of_an_hour_raises_its_card(knowledge):
    records = Records(nights=(*RECORDS.nights[:-1], cramp_night(evening(), minutes=15.0)))
    told = tell(knowledge, records)

    assert told.warnings[0] == "cramp-over-10-min"


def test_an_empty_journal_has_no_findings(knowledge):
    assert tell(knowledge, records_of("")).findings == ()
