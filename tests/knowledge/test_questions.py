"""Which warning questions fit a person: left out only for what was told, emergencies asked of all."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Kind, Level
from journal_app.knowledge.facts import told_facts
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.questions import (
    MOST_ON_A_PAGE,
    every_question,
    fitting_questions,
    last_asked,
    question_pages,
)
from journal_app.knowledge.warnings import answers_today, tick_questions
from journal_app.paths import bundled
from tests.builders import TODAY, evening
from tests.knowledge.cases import ticked

KNOWLEDGE = load_knowledge(bundled("knowledge_base"))
PREGNANCY = {"pregnancy-swelling", "pregnancy-cramps"}
CHILD = {"child", "child-dark-urine"}
maybe = st.sampled_from([None, True, False])


def fitting(medicines=(), **told):
    records = Records(profile=Profile(**told), medicines=medicines)
    return fitting_questions(KNOWLEDGE, told_facts(records, KNOWLEDGE, TODAY))


def left_out(found):
    return {each.entry.id for each in found.left_out}


def asked(found):
    return {entry.id for entry in found.asked}


def waiting(found):
    return {entry.id for each in found.circumstances for entry in each.entries}


@given(st.none() | st.integers(1930, 2024), maybe, maybe, st.sets(st.sampled_from(["diabetes", "pregnancy"])))
def test_every_question_is_asked_or_waits_or_is_left_out_and_only_one_of_these(year, pregnant, dialysis, ill):
    found = fitting(birth_year=year, pregnant=pregnant, dialysis=dialysis, conditions=tuple(ill))

    places = [asked(found), waiting(found), left_out(found)]
    assert sum(map(len, places)) == len(tick_questions(KNOWLEDGE))
    assert set.union(*places) == {entry.id for entry in tick_questions(KNOWLEDGE)}


def test_nothing_is_left_out_of_someone_who_told_nothing():
    assert left_out(fitting()) == set()


@given(st.none() | st.integers(1930, 2024), maybe, maybe)
def test_emergencies_are_asked_of_all(year, pregnant, dialysis):
    found = fitting(birth_year=year, pregnant=pregnant, dialysis=dialysis)

    emergencies = {entry.id for entry in tick_questions(KNOWLEDGE) if entry.level is Level.EMERGENCY}
    assert emergencies <= asked(found)


def test_an_adult_is_not_asked_whether_the_journal_is_for_a_child():
    assert left_out(fitting(birth_year=1990)) == CHILD


def test_past_sixty_nobody_is_asked_about_a_pregnancy():
    assert left_out(fitting(birth_year=1950)) == CHILD | PREGNANCY


def test_who_is_not_pregnant_may_have_given_birth():
    found = fitting(birth_year=1990, pregnant=False)

    assert "pregnancy-cramps" in left_out(found)
    assert "pregnancy-swelling" in waiting(found)


def test_what_applies_is_asked_straight_away_whatever_speaks_against_it():
    assert asked(fitting(birth_year=1950, pregnant=True)) >= PREGNANCY
    assert asked(fitting(conditions=("pregnancy",), pregnant=False)) >= PREGNANCY


@pytest.mark.parametrize(("told", "place"), [(True, asked), (False, left_out), (None, waiting)])
def test_dialysis_is_asked_about_as_it_was_told(told, place):
    assert "dialysis-cramps" in place(fitting(dialysis=told))


def test_a_box_that_is_not_ticked_is_no_answer():
    assert "diabetic-foot" in waiting(fitting(conditions=("pad",)))


def test_a_ticked_illness_brings_its_question_in():
    assert "diabetic-foot" in asked(fitting(conditions=("diabetes",)))


def test_a_statin_in_the_list_brings_its_question_in():
    statin = Medicine("s", "Atorvastatin", (DosePeriod(date(2026, 1, 1)),))

    assert "statin-weakness" in asked(fitting(medicines=(statin,)))
    assert "statin-weakness" in waiting(fitting())


def test_a_reason_names_the_fact_that_was_told():
    (dialysis,) = fitting(dialysis=False).left_out

    assert (dialysis.entry.id, dialysis.facts) == ("dialysis-cramps", ("dialysis",))


def test_after_a_long_cramp_only_what_it_can_be_a_sign_of_is_asked():
    found = fitting_questions(KNOWLEDGE, {}, long_cramp=True)

    assert {"dvt", "acute-limb-ischaemia", "cramp-over-10-min"} <= asked(found)
    assert len(asked(found)) < 10
    assert (found.circumstances, found.left_out) == ((), ())


def test_pages_are_short_and_hold_every_question_once():
    pages = question_pages(every_question(KNOWLEDGE))

    assert max(len(page.entries) for page in pages) <= MOST_ON_A_PAGE
    assert [e.id for page in pages for e in page.entries] == [e.id for e in tick_questions(KNOWLEDGE)]


def test_circumstances_come_after_the_emergencies():
    levels = [page.level for page in question_pages(fitting())]

    assert levels.index(None) == levels.count(Level.EMERGENCY)


def test_a_circumstance_that_applies_brings_its_questions_in():
    found = fitting()
    entries = [entry.id for page in question_pages(found, {"diabetes"}) for entry in page.entries]

    assert "diabetic-foot" in entries
    assert "dialysis-cramps" not in entries


def test_a_no_holds_for_its_day_and_a_yes_until_it_is_cleared():
    no_of_yesterday = replace(ticked("pe", on=evening()), yes=False)
    cleared = ticked("mnd", on=TODAY, cleared_on=TODAY)
    answers = (no_of_yesterday, replace(ticked("clti", on=TODAY), yes=False), ticked("dvt", on=evening(9)))

    assert answers_today((*answers, cleared), TODAY) == {"clti": False, "dvt": True}


def test_only_the_questions_that_come_last_show_that_all_were_gone_through():
    answers = (ticked("pe"), ticked("dvt"), ticked("falls"))

    assert last_asked(answers, KNOWLEDGE) == (ticked("falls"),)


def test_a_no_to_a_circumstance_does_not_show_that_all_were_gone_through():
    answers = [
        replace(ticked(entry.id), yes=False)
        for circumstance in fitting().circumstances
        for entry in circumstance.entries
    ]

    assert last_asked(answers, KNOWLEDGE) == ()


def test_a_sign_that_was_told_of_one_night_does_not_show_that_all_were_gone_through():
    asked_of_nights = [q for entry in KNOWLEDGE.of_kind(Kind.LOOK_ALIKE) for q in entry.questions]
    answers = [ticked(question.sign_of) for question in asked_of_nights if question.sign_of]

    assert last_asked(answers, KNOWLEDGE) == ()
