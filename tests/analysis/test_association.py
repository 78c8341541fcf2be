from datetime import timedelta

import numpy as np
import pytest

from journal_app.analysis.association import associate
from journal_app.analysis.results import Lacking, Verdict
from journal_app.journal.factor import Factor
from tests.analysis.tables import FIRST, coin, factors_for, nights_after, table_of

YEAR = 364


def leading(table, name, **more):
    """Return the row that speaks for a factor."""
    rows = associate(table, factors_for(table), **more)
    return next(row for row in rows if row.factor == name and row.leading)


def test_a_habit_with_twice_the_cramps_is_found():
    wine = coin(YEAR)
    found = leading(table_of(nights_after(wine, 0.6, 0.2), wine=wine, other=coin(YEAR, seed=9)), "wine")

    assert found.verdict is Verdict.STRONG
    assert found.low <= 3 <= found.high
    assert found.difference_low <= 0.4 <= found.difference_high


def test_a_habit_that_goes_with_quiet_nights_has_a_ratio_below_one():
    stretching = coin(YEAR)
    found = leading(table_of(nights_after(stretching, 0.15, 0.5), stretching=stretching), "stretching")

    assert found.verdict.seen
    assert found.high < 1


def test_nothing_is_seen_where_nothing_is():
    found = leading(table_of(coin(YEAR, seed=3), wine=coin(YEAR, seed=4)), "wine")

    assert found.verdict is Verdict.NONE
    assert found.low < 1 < found.high


def test_the_counts_are_those_of_recorded_nights():
    wine, cramps = coin(100), nights_after(coin(100))
    cramps[:10] = np.nan
    found = leading(table_of(cramps, wine=wine), "wine")
    kept, with_wine = np.isfinite(cramps), wine == 1

    assert (found.nights_with, found.nights_without) == (sum(kept & with_wine), sum(kept & ~with_wine))
    assert found.cramps_with == np.nansum(cramps[with_wine])


def test_several_cramps_in_a_night_are_one_cramp_night():
    wine = coin(YEAR)
    nights = nights_after(wine)

    once, thrice = (leading(table_of(cramps, wine=wine), "wine") for cramps in (nights, 3 * nights))
    assert once.cramps_with == thrice.cramps_with
    assert once.ratio == thrice.ratio


def test_a_habit_of_the_day_before_is_found_at_its_lag():
    standing = coin(YEAR)
    found = leading(table_of(nights_after(np.append(0, standing[:-1])), standing=standing), "standing")

    assert (found.days_before, found.verdict.seen) == (1, True)


def test_every_lag_has_its_row_and_one_of_them_speaks():
    table = table_of(coin(YEAR, seed=3), wine=coin(YEAR))
    rows = associate(table, factors_for(table))

    assert [row.days_before for row in rows] == [0, 1, 2]
    assert sum(row.leading for row in rows) == 1


def test_where_nothing_is_seen_the_nearest_day_speaks():
    for seed in range(20):
        found = leading(table_of(coin(112, seed=seed), wine=coin(112, seed=50 + seed)), "wine")
        assert found.verdict.seen or found.days_before == 0


def test_an_amount_is_read_as_the_persons_own_thirds():
    water = np.random.default_rng(5).normal(2000, 400, YEAR)
    low, high = np.quantile(water, [1 / 3, 2 / 3])
    found = leading(table_of(nights_after(water < low, 0.6, 0.2), water=water), "water")

    assert found.bottom_to == pytest.approx(low)
    assert found.top_from == pytest.approx(water[water > high].min())
    assert found.verdict.seen
    assert found.high < 1


def test_an_amount_has_a_picture_of_its_doses():
    water = np.random.default_rng(5).normal(2000, 400, 200)
    found = leading(table_of(coin(200), water=water), "water")

    assert sum(dose.nights for dose in found.doses) == 200 - found.days_before
    assert all(dose.share_low <= dose.cramp_nights / dose.nights <= dose.share_high for dose in found.doses)


def test_many_days_of_zero_stay_together_in_one_dose():
    walking = np.where(coin(200, 0.3) > 0, np.arange(200.0) + 1, 0.0)
    doses = leading(table_of(coin(200, seed=7), walking=walking), "walking").doses

    assert (doses[0].low, doses[0].high, doses[0].nights) == (0, 0, sum(walking == 0))


def test_too_few_nights_is_an_answer_with_the_nights_still_needed():
    found = leading(table_of(coin(20), wine=coin(20, seed=3)), "wine")

    assert (found.verdict, found.lacking, found.ratio) == (Verdict.TOO_FEW_NIGHTS, Lacking.NIGHTS, None)
    assert found.nights_needed >= 10


def test_a_person_without_cramps_lacks_cramps():
    assert leading(table_of(np.zeros(100), wine=coin(100)), "wine").lacking is Lacking.CRAMPS


def test_a_habit_of_every_day_lacks_days_without():
    assert leading(table_of(coin(100), tea=np.ones(100)), "tea").lacking is Lacking.WITHOUT


def test_a_habit_hardly_ever_done_lacks_days_with():
    sauna = np.zeros(100)
    sauna[[20, 70]] = 1

    assert leading(table_of(coin(100), sauna=sauna), "sauna").lacking is Lacking.WITH


def test_a_habit_that_moves_with_time_alone_has_no_variation_of_its_own():
    dose = np.arange(400.0)
    found = leading(table_of(coin(400), dose=dose), "dose")

    assert (found.lacking, found.nights_needed) == (Lacking.OWN_VARIATION, None)


def test_what_is_judged_only_at_the_next_checkpoint_says_how_many_nights_that_is():
    found = leading(table_of(coin(36), wine=coin(36, seed=3)), "wine", began=FIRST - timedelta(days=19))

    assert (found.verdict, found.lacking) == (Verdict.TOO_FEW_NIGHTS, Lacking.NIGHTS)
    assert found.nights_needed == 1


def test_habits_of_the_same_days_are_named_together_and_share_a_finding():
    walk = coin(YEAR)
    stretching = walk.copy()
    stretching[::40] = 1 - stretching[::40]
    table = table_of(nights_after(walk), walk=walk, stretching=stretching)
    one, two = leading(table, "walk"), leading(table, "stretching")

    assert (one.inseparable_from, two.inseparable_from) == (("stretching",), ("walk",))
    assert one.verdict.seen
    assert two.verdict.seen


def test_a_companion_of_a_cause_is_not_taken_for_one():
    out = coin(YEAR, 0.4)
    late = np.where(coin(YEAR, 0.75, seed=8) > 0, out, 1 - out)
    table = table_of(nights_after(out), out=out, late=late)

    assert leading(table, "out").verdict is Verdict.STRONG
    assert leading(table, "late").verdict is Verdict.NONE


def test_a_remedy_used_after_cramps_is_marked_as_following_them():
    cramps = coin(YEAR, 0.4)
    cream = np.append(0, np.where(cramps[:-1] > 0, coin(YEAR - 1, 0.9, 5), coin(YEAR - 1, 0.1, 6)))

    assert leading(table_of(cramps, cream=cream), "cream").follows_cramps


def test_a_habit_that_lasts_for_days_is_not_taken_for_one_that_follows():
    spell = np.repeat(coin(YEAR // 4), 4)

    assert not leading(table_of(nights_after(spell), spell=spell), "spell").follows_cramps


def test_suspects_named_beforehand_are_a_family_of_their_own():
    wine = coin(112)
    others = {f"other_{k}": coin(112, seed=20 + k) for k in range(12)}
    table = table_of(nights_after(wine, 0.5, 0.2), wine=wine, **others)
    among_all, alone = leading(table, "wine"), leading(table, "wine", suspects=("wine",))

    assert alone.suspect
    assert alone.q < among_all.q


def test_more_than_five_suspects_are_refused():
    table = table_of(coin(60))

    with pytest.raises(ValueError, match="at most 5"):
        associate(table, (), suspects=tuple("abcdef"))


def test_second_outcomes_are_shown_without_a_verdict():
    wine = coin(YEAR)
    cramps = nights_after(wine, 0.5, 0.4) * (1 + wine)
    outcomes = {o.outcome: o for o in leading(table_of(cramps, wine=wine), "wine").outcomes}

    assert outcomes["cramps"].mean_with > outcomes["cramps"].mean_without
    assert outcomes["cramps"].p < 0.01
    assert outcomes["minutes"].mean_with == 3


def test_an_explanation_holds_what_the_bare_counts_say():
    wine = coin(YEAR)
    found = leading(table_of(nights_after(wine), wine=wine), "wine")

    shares = found.cramps_with / found.nights_with, found.cramps_without / found.nights_without
    assert found.crude.ratio == pytest.approx(shares[0] / shares[1])
    assert found.crude.difference == pytest.approx(shares[0] - shares[1])


def test_no_and_yes_exchanged_turn_the_ratio_round():
    wine = coin(YEAR)
    cramps = nights_after(wine)
    one, other = (leading(table_of(cramps, wine=w), "wine") for w in (wine, 1 - wine))

    assert np.log(one.ratio) == pytest.approx(-np.log(other.ratio), abs=0.01)


def test_the_order_of_the_factors_makes_no_difference():
    table = table_of(nights_after(coin(120)), a=coin(120), b=coin(120, seed=5), c=coin(120, seed=6))
    factors = factors_for(table)
    there, back = associate(table, factors), associate(table, factors[::-1])

    assert {(r.factor, r.days_before): r.verdict for r in there} == {
        (r.factor, r.days_before): r.verdict for r in back
    }
    assert sorted(r.p for r in there) == pytest.approx(sorted(r.p for r in back))


def test_a_verdict_stays_from_one_checkpoint_to_the_next():
    habits = {f"habit_{k}": coin(140, seed=k) for k in range(6)}
    cramps = nights_after(habits["habit_0"], 0.5, 0.25)
    said = set()
    for nights in range(112, 140):
        table = table_of(cramps[:nights], **{name: column[:nights] for name, column in habits.items()})
        said.add(tuple(row.verdict for row in associate(table, factors_for(table)) if row.leading))

    assert len(said) == 1


def test_checkpoints_are_counted_from_the_journals_first_night():
    table = table_of(coin(100), wine=coin(100, seed=2))
    began = FIRST - timedelta(days=10)

    assert leading(table, "wine").judged_on == FIRST + timedelta(days=83)
    assert leading(table, "wine", began=began).judged_on == FIRST + timedelta(days=73)


def test_empty_evenings_before_the_journal_move_no_checkpoint():
    wine = coin(100, seed=2)
    table = table_of(coin(100), wine=wine)
    longer = table_of(np.append(np.full(50, np.nan), table.cramps), wine=np.append(np.full(50, np.nan), wine))

    assert leading(longer, "wine").judged_on == leading(table, "wine").judged_on + timedelta(days=50)


def test_readings_of_one_habit_are_not_held_against_each_other():
    minutes = np.where(coin(YEAR, 0.5) > 0, np.random.default_rng(3).integers(10, 60, YEAR), 0)
    table = table_of(nights_after(minutes > 0), minutes=minutes, any=minutes > 0)
    same = (Factor("minutes", "Minutes", "walk"), Factor("any", "Any", "walk", cut=0.0))
    rows = [row for row in associate(table, same) if row.leading]

    assert [row.verdict for row in rows] == [Verdict.STRONG, Verdict.STRONG]
    assert [row.inseparable_from for row in rows] == [(), ()]


def test_a_factor_without_a_column_has_no_row():
    assert associate(table_of(coin(60)), (Factor("wine", "Wine", "wine"),)) == ()


def test_an_empty_table_has_nothing_to_say():
    assert associate(table_of([]), ()) == ()
