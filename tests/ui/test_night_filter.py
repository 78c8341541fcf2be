"""Which nights fit what is looked for."""

import pytest

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Leg, Night
from journal_app.ui.night_filter import Amount, NightFilter
from tests.builders import cramp_night, day, evening, quiet_night

ON = evening()
TWO_CRAMPS = Night(ON, (Episode(Leg.LEFT, "calf", 3), Episode(Leg.RIGHT, "sole", 7)))


def kept(wanted, night=None, answers=None, text=""):
    return wanted.keeps(ON, night, answers, lambda: text)


def test_what_asks_for_nothing_keeps_everything():
    assert kept(NightFilter())
    assert NightFilter().count == 0


@pytest.mark.parametrize(
    ("state", "night"), [("missing", None), ("quiet", quiet_night(ON)), ("cramps", cramp_night(ON))]
)
def test_a_state_keeps_its_own_nights(state, night):
    assert kept(NightFilter(state=state), night)
    assert not kept(NightFilter(state="other"), night)


def test_any_cramp_of_the_night_may_be_in_the_muscle():
    assert kept(NightFilter(muscle="sole"), TWO_CRAMPS)
    assert not kept(NightFilter(muscle="shin"), TWO_CRAMPS)


def test_the_worst_cramp_counts_for_the_pain():
    assert kept(NightFilter(least_pain=7), TWO_CRAMPS)
    assert not kept(NightFilter(least_pain=8), TWO_CRAMPS)


def test_a_cramp_without_pain_is_not_counted_as_painful():
    assert not kept(NightFilter(least_pain=1), Night(ON, (Episode(),)))


def test_a_medicine_keeps_the_nights_it_was_taken():
    taken = Medicine("m", "Tablet", (DosePeriod(evening(5), evening(1)),))
    still = Medicine("m", "Tablet", (DosePeriod(evening(5), None),))

    assert not kept(NightFilter(medicine=taken))
    assert kept(NightFilter(medicine=still))


@pytest.mark.parametrize(
    ("amount", "answers", "expected"),
    [
        (Amount.ANSWERED, day(alcohol=0), True),
        (Amount.ANSWERED, day(water=1000), False),
        (Amount.SOME, day(alcohol=2), True),
        (Amount.SOME, day(alcohol=0), False),
        (Amount.NONE, day(alcohol=0), True),
        (Amount.NONE, None, False),
    ],
)
def test_a_day_not_answered_is_not_a_day_without(amount, answers, expected):
    assert kept(NightFilter(habit="alcohol", amount=amount), answers=answers) is expected


def test_all_words_must_be_there():
    assert kept(NightFilter(words=("left", "calf")), text="1 cramp, left calf")
    assert not kept(NightFilter(words=("left", "sole")), text="1 cramp, left calf")
