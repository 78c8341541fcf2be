from datetime import date, timedelta

import pytest

from journal_app.journal.errors import BadEntry, JournalError
from journal_app.journal.followed import followed, review_days
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.trial import (
    Block,
    RemedyTrial,
    TrialDesign,
    TrialStatus,
    refuse_other_schedule,
    refuse_second_trial,
)

FIRST = date(2026, 3, 2)


def after(nights):
    return FIRST + timedelta(days=nights)


def pairs_of(count, nights=1, washout=0):
    """Return pairs that always begin with the remedy."""
    return tuple(Block(after(k * nights), nights, k % 2 == 0, k // 2, washout) for k in range(2 * count))


def trial(count=6, nights=1, washout=0, **more):
    blocks = pairs_of(count, nights, washout)
    return RemedyTrial("stretch-1", "stretch", "Stretching", TrialDesign.PAIRS, blocks, **more)


def medicine(*periods):
    return Medicine("water-pill", "Water pill", tuple(DosePeriod(*period) for period in periods))


def arms(trial):
    return [(block.first, block.nights, block.on) for block in trial.blocks]


def test_a_trial_needs_six_pairs():
    with pytest.raises(BadEntry, match="5 pairs can never tell"):
        trial(5)


def test_each_pair_has_one_block_with_and_one_without():
    blocks = tuple(Block(after(k), 1, k % 4 < 2, k // 2) for k in range(12))

    with pytest.raises(BadEntry, match="each pair needs one block with and one without"):
        RemedyTrial("t", "stretch", "Stretching", TrialDesign.PAIRS, blocks)


def test_blocks_must_not_share_nights():
    blocks = (Block(FIRST, 28, on=False), Block(after(27), 28, on=True))

    with pytest.raises(BadEntry, match="belong to two blocks"):
        RemedyTrial("t", "stretch", "Stretching", TrialDesign.BEFORE_AFTER, blocks)


def test_a_block_keeps_at_least_one_night_after_its_washout():
    with pytest.raises(BadEntry, match="washout"):
        Block(FIRST, 4, on=True, washout=4)


def test_the_schedule_tells_what_to_do_on_an_evening():
    planned = trial()

    assert [planned.arm_on(after(k)) for k in (-1, 0, 1, 11, 12)] == [None, True, False, False, None]


def test_the_first_nights_of_a_block_are_not_compared():
    compared = [night.compared for night in trial(nights=4, washout=1).nights[:8]]

    assert compared == [False, True, True, True] * 2


def test_a_pause_moves_the_nights_to_come_and_keeps_their_order():
    resumed = trial().begun().paused_from(after(2)).resumed_from(after(5))

    assert [night.evening for night in resumed.nights[:4]] == [after(0), after(1), after(5), after(6)]
    assert [night.on for night in resumed.nights] == [night.on for night in trial().nights]
    assert resumed.agreed_end == after(14)


def test_a_second_pause_counts_from_where_the_first_left_the_schedule():
    once = trial().begun().paused_from(after(2)).resumed_from(after(5))
    twice = once.paused_from(after(6)).resumed_from(after(8))

    assert [night.evening for night in twice.nights[2:5]] == [after(5), after(8), after(9)]


def test_a_pause_taken_back_the_same_evening_leaves_no_trace():
    running = trial().begun()

    assert running.paused_from(after(2)).resumed_from(after(2)) == running


def test_a_trial_that_stands_still_has_no_end_and_no_evening():
    paused = trial().begun().paused_from(after(3))

    assert paused.agreed_end is None
    assert paused.arm_on(after(3)) is None
    assert len(paused.nights) == 3


def test_a_running_trial_ends_the_day_after_its_last_night():
    running = trial().begun()

    assert running.up_to(after(11)).status is TrialStatus.RUNNING
    assert running.up_to(after(12)).status is TrialStatus.ENDED
    assert not running.up_to(after(12)).ended_early


def test_a_trial_ended_by_the_person_keeps_the_nights_before():
    ended = trial().begun().ended(after(4))

    assert ended.ended_early
    assert [night.evening for night in ended.nights] == [after(k) for k in range(4)]


def test_a_paused_trial_can_be_ended():
    ended = trial().begun().paused_from(after(2)).ended(after(9))

    assert ended.ended_early
    assert len(ended.nights) == 2


def test_a_later_answer_takes_the_place_of_the_first():
    kept = trial().kept_on(after(1), used=False).kept_on(after(0), used=True).kept_on(after(1), used=True)

    assert [(each.evening, each.used) for each in kept.kept] == [(after(0), True), (after(1), True)]


def test_a_schedule_that_runs_is_locked():
    running = trial().begun()
    other = trial(7).begun()

    with pytest.raises(JournalError, match="drawn by lot and is locked"):
        refuse_other_schedule(running, other)


def test_a_schedule_may_be_drawn_anew_while_it_is_only_planned():
    refuse_other_schedule(trial(), trial(7))


def test_two_trials_at_a_time_are_refused():
    heat = RemedyTrial("heat-1", "heat", "Heating pad", TrialDesign.PAIRS, pairs_of(6))

    with pytest.raises(JournalError, match="Stretching is being tried"):
        refuse_second_trial([trial().begun()], heat)


def test_a_trial_may_follow_one_that_ended():
    heat = RemedyTrial("heat-1", "heat", "Heating pad", TrialDesign.PAIRS, pairs_of(6))

    refuse_second_trial([trial().begun().ended(after(4)), heat], heat)


def test_a_medicine_is_followed_for_45_nights_each_side_of_its_start():
    found = followed(medicine((FIRST,)), after(100))

    assert arms(found) == [(after(-45), 45, False), (FIRST, 45, True)]
    assert found.status is TrialStatus.ENDED
    assert not found.ended_early


def test_a_medicine_begun_of_late_is_not_looked_at_yet():
    assert followed(medicine((FIRST,)), after(27)).status is TrialStatus.RUNNING
    assert followed(medicine((FIRST,)), after(28)).status is TrialStatus.ENDED


@pytest.mark.parametrize("days", [1, 20, 44])
def test_nights_before_the_journal_began_are_not_followed(days):
    began = after(-days)
    found = followed(medicine((FIRST,)), after(100), began)

    assert found.nights[0].evening == began
    assert [block.on for block in found.blocks] == [False, True]


@pytest.mark.parametrize("days", [0, 10, 800])
def test_a_medicine_begun_before_the_journal_has_nothing_to_be_compared_with(days):
    assert followed(medicine((FIRST,)), after(900), after(days)) is None


def test_a_medicine_that_was_stopped_is_followed_over_both_days():
    found = followed(medicine((FIRST, after(29))), after(200))

    assert arms(found) == [(after(-45), 45, False), (FIRST, 30, True), (after(30), 45, False)]


def test_nights_far_from_start_and_stop_are_left_out():
    found = followed(medicine((FIRST, after(299))), after(400))

    assert [(block.first, block.on) for block in found.blocks] == [
        (after(-45), False),
        (FIRST, True),
        (after(255), True),
        (after(300), False),
    ]


def test_a_new_dose_is_no_start():
    found = followed(medicine((FIRST, after(9), "5 mg"), (after(10), None, "10 mg")), after(100))

    assert arms(found) == [(after(-45), 45, False), (FIRST, 45, True)]


@pytest.mark.parametrize("periods", [((None, None),), ((after(150), None),)])
def test_a_medicine_without_a_day_to_go_by_is_not_followed(periods):
    assert followed(medicine(*periods), after(100)) is None


@pytest.mark.parametrize(("today", "following"), [(5, 91), (91, 91), (92, 182), (400, 455)])
def test_quinine_is_talked_over_after_four_weeks_and_every_three_months(today, following):
    assert review_days(FIRST, after(today)) == (after(28), after(following))
