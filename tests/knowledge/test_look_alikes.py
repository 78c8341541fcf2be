"""Which look-alike's questions are offered after a night, and what the answers say of it."""

from dataclasses import replace

import pytest

from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.journal.night_answer import night_answer, night_answers
from journal_app.journal.profile import Profile
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Kind
from journal_app.knowledge.facts import fact_is_known, told_facts
from journal_app.knowledge.look_alikes import NIGHTS_WANTED, likeness, offered_after, told_by
from tests.builders import TODAY, evening, quiet_night, records_of
from tests.knowledge.cases import tell


def night(on=None, **cramp):
    return Night(on or evening(), (Episode(Leg.LEFT, **{"muscle": "calf", **cramp}),))


def offered(knowledge, one, answers=(), **profile):
    told = told_facts(Records(profile=Profile(**profile)), knowledge, TODAY)
    entry = offered_after(one, knowledge, told, night_answers(answers))
    return entry and entry.id


@pytest.mark.parametrize(
    ("cramp", "conditions", "entry"),
    [
        ({"hard": False}, (), "restless-legs"),
        ({"hard": False}, ("pad",), "claudication"),
        ({"hard": False, "muscle": "toes"}, (), "rest-pain"),
        ({"hard": False}, ("diabetes",), "neuropathic-pain"),
        ({"hard": True, "muscle": "toes"}, ("parkinsons",), "dystonia"),
        ({"minutes": 20, "muscle": "sole"}, (), "dystonia"),
        ({"minutes": 0.5, "pain": 0}, (), "nocturnal-myoclonus"),
        ({"minutes": 20, "relief": ("stretched",), "helped": Helped.NO}, (), "clot-look-alike"),
    ],
)
def test_a_cramp_points_to_whose_questions_are_worth_asking(knowledge, cramp, conditions, entry):
    assert offered(knowledge, night(**cramp), conditions=conditions) == entry


@pytest.mark.parametrize("cramp", [{}, {"hard": True}, {"minutes": 3, "pain": 6}, {"minutes": 20}])
def test_nothing_is_offered_after_an_ordinary_cramp(knowledge, cramp):
    assert offered(knowledge, night(**cramp)) is None


def test_nothing_is_offered_after_a_quiet_night(knowledge):
    assert offered(knowledge, quiet_night()) is None


@pytest.mark.parametrize("yes", [True, False, None])
def test_nothing_more_is_offered_for_a_night_about_which_something_was_answered(knowledge, yes):
    assert offered(knowledge, night(hard=False), [night_answer("urge", yes, evening())]) is None


def test_after_enough_nights_nothing_is_offered_any_more(knowledge):
    answers = [night_answer("urge", True, evening(back)) for back in range(1, NIGHTS_WANTED + 1)]

    assert offered(knowledge, night(hard=False), answers[1:]) == "restless-legs"
    assert offered(knowledge, night(hard=False), answers) is None


def test_answers_about_one_look_alike_do_not_hush_the_questions_of_another(knowledge):
    answers = [
        night_answer(field, False, evening(back))
        for back in range(1, NIGHTS_WANTED + 1)
        for field in ("urge", "hard_knot")
    ]

    assert offered(knowledge, night(hard=False, muscle="toes"), answers) == "rest-pain"


def test_every_fact_that_offers_questions_exists(knowledge):
    asked = [
        one.fact for e in knowledge.of_kind(Kind.LOOK_ALIKE) for all_of in e.asked_when for one in all_of
    ]

    assert [fact for fact in asked if not fact_is_known(fact, knowledge)] == []


def test_every_sign_of_a_warning_speaks_against_a_night_cramp_by_a_yes(knowledge):
    signs = [q for e in knowledge.of_kind(Kind.LOOK_ALIKE) for q in e.questions if q.sign_of]

    assert {question.answer for question in signs} == {"yes"}


@pytest.mark.parametrize(
    ("relief", "helped", "told"),
    [
        (("stretched",), Helped.MUCH, {"stretching_ended_it": True}),
        (("stretched",), Helped.NO, {"stretching_ended_it": False}),
        (("stretched",), Helped.LITTLE, {}),
        (("stretched", "walked"), Helped.MUCH, {}),
        (("walked",), Helped.MUCH, {}),
        (("stretched",), None, {}),
    ],
)
def test_a_night_tells_whether_stretching_ended_it_only_where_it_can(relief, helped, told):
    assert told_by(night(relief=relief, helped=helped)) == told


def test_answers_that_differ_from_a_night_cramps_are_counted_apart(knowledge):
    found = likeness(knowledge.entries["restless-legs"], {"urge": True, "hard_knot": True, "shoot": True})

    assert (found.differing, found.agreeing, found.fits_more) == (1, 1, False)


def test_not_known_speaks_neither_way(knowledge):
    found = likeness(knowledge.entries["restless-legs"], {"urge": None, "starts_in_evening": None})

    assert (found.differing, found.agreeing) == (0, 0)


def answered(nights, *fields, yes=True):
    records = records_of("#" * 20)
    answers = [night_answer(field, yes, evening(back)) for back in range(nights) for field in fields]
    return replace(records, warnings=tuple(answers))


@pytest.mark.parametrize(("nights", "shown"), [(2, False), (3, True)])
def test_two_differing_answers_on_three_nights_bring_a_look_alike_to_patterns(knowledge, nights, shown):
    told = tell(knowledge, answered(nights, "urge", "eased_by_moving"))

    assert ("restless-legs" in told.ids) is shown


def test_answers_that_are_not_known_bring_nothing(knowledge):
    told = tell(knowledge, answered(5, "urge", "eased_by_moving", yes=None))

    assert "restless-legs" not in told.ids


def test_answers_about_a_night_that_was_deleted_do_not_count(knowledge):
    records = answered(3, "urge", "eased_by_moving")
    told = tell(knowledge, replace(records, nights=records.nights[:-1]))

    assert "restless-legs" not in told.ids


def test_an_answer_about_a_night_raises_no_warning_by_itself(knowledge):
    assert "dvt" not in tell(knowledge, answered(5, "swelling_one", "ache_hours")).warnings
