"""Which backups are kept, for any history of making them."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from journal_app.store.backup_rota import worth_keeping

NOW = datetime(2026, 11, 4, 7, 30)  # noqa: DTZ001 - a backup bears the time on the wall clock
moments = st.lists(
    st.datetimes(datetime(2015, 1, 1), datetime(2026, 12, 31)),  # noqa: DTZ001
    max_size=60,
)


def each_morning(days):
    return [NOW - timedelta(days=back) for back in range(days)]


def test_no_backups_are_none():
    assert worth_keeping([]) == frozenset()


def test_ten_daily_twelve_monthly_and_every_year_of_ten_years_are_kept():
    kept = sorted(worth_keeping(each_morning(3650)), reverse=True)

    assert kept[:10] == each_morning(10)
    assert len({(each.year, each.month) for each in kept if each > NOW - timedelta(days=366)}) >= 12
    assert {each.year for each in kept} == set(range(2016, 2027))
    assert len(kept) <= 10 + 12 + 11


def test_every_backup_of_the_newest_day_is_kept():
    today = [NOW + timedelta(minutes=k) for k in range(20)]

    assert worth_keeping(today) == set(today)


@given(moments)
def test_the_newest_is_always_kept_and_nothing_is_made_up(made):
    kept = worth_keeping(made)

    assert kept <= set(made)
    assert not made or max(made) in kept


@given(moments, moments)
def test_tidying_each_time_keeps_the_same_as_tidying_once(first, second):
    assert worth_keeping({*worth_keeping(first), *second}) == worth_keeping([*first, *second])


@given(moments)
def test_every_year_and_each_of_the_newest_ten_days_has_a_backup(made):
    kept = worth_keeping(made)

    assert {each.year for each in kept} == {each.year for each in made}
    assert sorted({each.date() for each in made})[-10:] == sorted({each.date() for each in kept})[-10:]
