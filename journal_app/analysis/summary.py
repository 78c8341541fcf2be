"""The measures that leg-cramp research uses, over one period; and what the missing nights may hide."""

from collections import Counter
from collections.abc import Iterable
from statistics import median

import numpy as np

from journal_app.analysis.basic import mantel_haenszel
from journal_app.analysis.day_table import DayTable
from journal_app.analysis.results import Missing, Summary
from journal_app.journal.night import Episode, Helped, Night
from journal_app.journal.period import Period
from journal_app.journal.records import Records

STRATUM_NIGHTS = 28
FEWEST_PER_GROUP = 10
FAVOURED_P = 0.05


def summarise(records: Records, period: Period) -> Summary:
    """Return the summary of one period; a period without nights gives counts of 0 and `None`.

    Rates rest on recorded nights only. A night that was not recorded ends a quiet run, for nobody
    knows whether it was quiet. Pain and minutes are per cramp, sleep disturbance per recorded night.

    Parameters
    ----------
    records : Records
        All nights; those outside the period are left out.
    period : Period
        The evenings looked at.

    Returns
    -------
    Summary

    """
    nights = [night for night in records.nights if night.evening in period]
    cramps = [episode for night in nights for episode in night.episodes]
    pains = [episode.pain for episode in cramps if episode.pain is not None]
    minutes = [episode.minutes for episode in cramps if episode.minutes is not None]
    disturbances = [n.sleep_disturbance for n in nights if n.sleep_disturbance is not None]
    return Summary(
        period=period,
        nights_possible=len(period),
        nights_recorded=len(nights),
        recorded_late=sum(night.late for night in nights),
        cramp_nights=sum(not night.quiet for night in nights),
        cramps=len(cramps),
        cramps_per_week=7 * len(cramps) / len(nights) if nights else None,
        longest_quiet_run=_longest_quiet_run(nights),
        pain_median=_median(pains),
        pain_worst=max(pains, default=None),
        minutes_median=_median(minutes),
        minutes_longest=max(minutes, default=None),
        sleep_disturbance_median=_median(disturbances),
        hours=_hours(cramps),
        hours_unknown=sum(episode.began is None for episode in cramps),
        muscles=_muscles(cramps),
        relief=_relief(cramps),
    )


def missing_nights(table: DayTable) -> Missing:
    """Return the share of nights not recorded, and whether bad nights seem likelier to be recorded.

    A night that was not recorded cannot be asked, but cramps come in runs: were bad nights recorded
    more often, then nights after a cramp night would be recorded more often than nights after a
    quiet one. The two shares are compared within stretches of 28 nights (Mantel-Haenszel), so that
    a person who records less while the cramps ease is not taken for one who skips good nights.

    Parameters
    ----------
    table : DayTable
        With n rows.

    Returns
    -------
    Missing
        `p` is two-sided, `None` with fewer than 10 nights after cramp or after quiet nights.
        `bad_nights_favoured` holds when p <= 0.05 and the share after cramp nights is the larger.

    Notes
    -----
    The check sees skipped good nights only as far as cramps come in runs; it cannot rule them out.

    """
    recorded = np.isfinite(table.cramps)
    share = float(1 - recorded.mean()) if len(recorded) else 0.0
    cramped, now = table.cramps[:-1][recorded[:-1]] > 0, recorded[1:][recorded[:-1]]
    if min(cramped.sum(), (~cramped).sum()) < FEWEST_PER_GROUP:
        return Missing(share)
    strata = np.flatnonzero(recorded[:-1]) // STRATUM_NIGHTS
    p = mantel_haenszel(cramped, now, strata).p
    after_cramp, after_quiet = float(now[cramped].mean()), float(now[~cramped].mean())
    favoured = p is not None and p <= FAVOURED_P and after_cramp > after_quiet
    return Missing(share, after_cramp, after_quiet, p, favoured)


def _median(values: Iterable[float]) -> float | None:
    known = list(values)
    return float(median(known)) if known else None


def _longest_quiet_run(nights: list[Night]) -> int:
    longest = run = 0
    last = None
    for night in nights:
        unbroken = last is not None and (night.evening - last).days == 1
        run = 0 if not night.quiet else run + 1 if unbroken else 1
        longest, last = max(longest, run), night.evening
    return longest


def _hours(cramps: list[Episode]) -> tuple[int, ...]:
    counts = Counter(episode.began.hour for episode in cramps if episode.began is not None)
    return tuple(counts[hour] for hour in range(24))


def _muscles(cramps: list[Episode]) -> tuple[tuple[str, str, int], ...]:
    places = Counter((episode.leg.value if episode.leg else "", episode.muscle or "") for episode in cramps)
    ordered = sorted(places.items(), key=lambda item: (-item[1], item[0]))
    return tuple((leg, muscle, count) for (leg, muscle), count in ordered)


def _relief(cramps: list[Episode]) -> tuple[tuple[str, int, int, int], ...]:
    done = _times_done(cramps)
    told = _times_done([episode for episode in cramps if episode.helped is not None])
    helped = _times_done([episode for episode in cramps if episode.helped is Helped.MUCH])
    ordered = sorted(done.items(), key=lambda item: (-item[1], item[0]))
    return tuple((relief, times, told[relief], helped[relief]) for relief, times in ordered)


def _times_done(cramps: list[Episode]) -> Counter[str]:
    return Counter(relief for episode in cramps for relief in set(episode.relief))
