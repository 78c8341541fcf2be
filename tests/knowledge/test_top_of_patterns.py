"""The top of Patterns: at most three steps, best founded first, each with its reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.analysis.results import Lacking, Verdict
from journal_app.journal.profile import Profile
from journal_app.knowledge.checks import NEVER_TO_TRY
from journal_app.knowledge.standing import Do
from tests.builders import day, evening, records_of
from tests.knowledge.cases import SELDOM, seen, takes, tell, ticked

RECORDS = records_of(SELDOM)


def does(told):
    return [(step.do, step.entry.id if step.entry else None) for step in told.top.steps]


@given(
    st.sets(st.sampled_from(["dvt", "mnd", "falls", "mood"])),
    st.sets(st.sampled_from(["alcohol", "water", "stretching_bed", "magnesium", "tonic_water", "heat"])),
    st.sampled_from([0.4, 2.5]),
    st.sampled_from(["", "quinine", "potassium chloride", "Symbicort"]),
)
def test_never_more_than_three_and_never_what_can_do_harm(knowledge, warnings, factors, ratio, medicine):
    records = records_of(
        SELDOM,
        warnings=tuple(map(ticked, sorted(warnings))),
        medicines=(takes(medicine),) if medicine else (),
    )
    steps = tell(knowledge, records, *(seen(f, ratio=ratio) for f in sorted(factors))).top.steps

    assert len(steps) <= 3
    assert not NEVER_TO_TRY & {s.entry.id for s in steps if s.entry and s.do in (Do.TRY, Do.KEEP, Do.CHANGE)}
    assert all(step.text or step.do is Do.RECORD for step in steps)


def test_a_warning_of_today_leaves_room_for_nothing_else(knowledge):
    told = tell(knowledge, records_of(SELDOM, warnings=(ticked("dvt"), ticked("falls"))), seen("alcohol"))

    assert does(told) == [("heed", "dvt")]
    assert told.top.urgent


def test_a_routine_sign_comes_first_and_leaves_room(knowledge):
    told = tell(knowledge, records_of(SELDOM, warnings=(ticked("falls"),)), seen("alcohol"))

    assert does(told)[:2] == [("heed", "falls"), ("change", "alcohol")]
    assert not told.top.urgent


def test_what_went_with_fewer_cramps_is_kept_with_the_caveat_of_the_season(knowledge):
    step = tell(knowledge, RECORDS, seen("stretching_bed", ratio=0.4)).top.steps[0]

    assert (step.do, step.entry.id) == ("keep", "stretch-calf-hamstring")
    assert step.caveat.id == "season-summer"
    assert step.finding.association.ratio == 0.4


def test_in_spring_the_caveat_is_that_cramps_come_and_go(knowledge):
    spring = records_of(SELDOM, last=evening().replace(month=4))
    step = tell(
        knowledge, spring, seen("stretching_bed", ratio=0.4), last=evening().replace(month=4)
    ).top.steps[0]

    assert step.caveat.id == "natural-course"


def test_a_hint_alone_changes_nothing(knowledge):
    assert "change" not in [
        step.do for step in tell(knowledge, RECORDS, seen("alcohol", Verdict.HINT)).top.steps
    ]


def test_a_remedy_that_did_nothing_here_is_not_offered_again(knowledge):
    told = tell(knowledge, RECORDS, seen("stretching_bed", Verdict.NONE, 1.0))

    assert "stretch-calf-hamstring" not in told.tried
    assert told.tried


def test_a_remedy_waiting_for_nights_is_still_offered(knowledge):
    few = seen("stretching_bed", Verdict.TOO_FEW_NIGHTS, None, lacking=Lacking.WITH)

    assert "stretch-calf-hamstring" in tell(knowledge, RECORDS, few).tried


@pytest.mark.parametrize("condition", ["diabetes", "neuropathy", "pad"])
def test_heat_is_not_offered_where_it_can_burn(knowledge, condition):
    profile = Profile(conditions=(condition,))
    looked = (seen("stretching_bed", Verdict.NONE, 1.0), seen("loose_bedding", Verdict.NONE, 1.0))
    told = tell(knowledge, records_of(SELDOM, profile=profile), *looked)

    assert "heating-pad" not in told.tried


def test_a_heavy_drinker_is_not_told_to_drink_less_alone(knowledge):
    days = tuple(day(evening(k), alcohol=8) for k in range(30))
    told = tell(knowledge, records_of(SELDOM, days=days), seen("alcohol", Verdict.STRONG))

    assert does(told)[0] == ("heed", "heavy-drinking")
    assert ("change", "alcohol") not in does(told)
    assert "quit-alcohol-trial" not in told.tried


def test_on_dialysis_no_remedy_is_offered_even_when_the_card_was_cleared(knowledge):
    cleared = ticked("dialysis-cramps", cleared_on=evening(), note="told the nurse")
    told = tell(knowledge, records_of(SELDOM, profile=Profile(dialysis=True), warnings=(cleared,)))

    assert told.warnings == []
    assert told.tried == []


def test_without_cramps_nothing_is_to_be_tried(knowledge):
    assert [step.do for step in tell(knowledge, records_of("o" * 40)).top.steps] == ["record"]


def test_a_new_journal_is_asked_for_the_nights_still_missing(knowledge):
    (step,) = tell(knowledge, records_of("ooo")).top.steps

    assert (step.do, step.nights) == ("record", 11)


def test_what_happens_in_the_body_fits_the_journal(knowledge):
    young = tell(knowledge, records_of(SELDOM, profile=Profile(birth_year=1990))).top.happening
    old = tell(knowledge, records_of(SELDOM, profile=Profile(birth_year=1950))).top.happening

    assert "nerve-origin" in [entry.id for entry in young]
    assert {entry.id for entry in old} - {entry.id for entry in young} == {"age"}


def test_without_a_cramp_nothing_is_said_to_happen(knowledge):
    assert tell(knowledge, records_of("o" * 10)).top.happening == ()
