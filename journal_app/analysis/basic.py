"""Basic statistics of counts, in numpy and the standard library. Each is tested against print."""

from dataclasses import dataclass
from math import erfc, exp, log, sqrt

import numpy as np
from numpy.typing import ArrayLike, NDArray

Z95 = 1.959963984540054
ALIKE = 1e-7  # two tables are as likely as each other up to rounding


@dataclass(frozen=True, slots=True)
class Estimate:
    """An estimate with its 95 % interval and two-sided p, `None` where it does not exist."""

    value: float | None
    low: float | None
    high: float | None
    p: float | None = None


def two_sided(z: float) -> float:
    """Return the two-sided p of a standard normal value: erfc(|z| / sqrt 2)."""
    return erfc(abs(z) / sqrt(2))


def wilson(events: int, of: int) -> Estimate:
    """Return a share with its Wilson score interval.

    Parameters
    ----------
    events, of : int
        Events among `of` trials; `of` = 0 gives an estimate of `None`.

    Returns
    -------
    Estimate
        (p + z²/2n ± z sqrt(p(1-p)/n + z²/4n²)) / (1 + z²/n), without continuity correction.

    References
    ----------
    Wilson 1927, doi:10.1080/01621459.1927.10502953; Newcombe 1998,
    doi:10.1002/(SICI)1097-0258(19980430)17:8<857::AID-SIM777>3.0.CO;2-E.

    """
    if of == 0:
        return Estimate(None, None, None)
    share, z2 = events / of, Z95**2
    middle, half = share + z2 / (2 * of), Z95 * sqrt(share * (1 - share) / of + z2 / (4 * of**2))
    low, high = (middle - half) / (1 + z2 / of), (middle + half) / (1 + z2 / of)
    return Estimate(share, max(0.0, low), min(1.0, high))


def newcombe(events_with: int, with_: int, events_without: int, without: int) -> Estimate:
    """Return the difference of two shares with Newcombe's hybrid score interval (his method 10).

    Parameters
    ----------
    events_with, with_, events_without, without : int
        Events and trials of the two groups; an empty group gives `None`.

    Returns
    -------
    Estimate
        d = p1 - p2; d - sqrt((p1-l1)² + (u2-p2)²) to d + sqrt((u1-p1)² + (p2-l2)²), where l and u
        are the Wilson limits of each share.

    References
    ----------
    Newcombe 1998, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I.

    """
    one, two = wilson(events_with, with_), wilson(events_without, without)
    if one.value is None or two.value is None:
        return Estimate(None, None, None)
    difference = one.value - two.value
    below = np.hypot(one.value - (one.low or 0.0), (two.high or 0.0) - two.value)
    above = np.hypot((one.high or 0.0) - one.value, two.value - (two.low or 0.0))
    return Estimate(difference, float(difference - below), float(difference + above))


def risk_ratio(events_with: int, with_: int, events_without: int, without: int) -> Estimate:
    """Return the ratio of two shares with its log-Wald interval and Wald p.

    Parameters
    ----------
    events_with, with_, events_without, without : int
        Events and trials of the two groups. Without events in a group there is no estimate.

    Returns
    -------
    Estimate
        RR = (a/n1) / (b/n2), with se(log RR) = sqrt(1/a - 1/n1 + 1/b - 1/n2).

    References
    ----------
    Katz et al. 1978, doi:10.2307/2530610.

    """
    if min(events_with, events_without) == 0:
        return Estimate(None, None, None)
    ratio = (events_with / with_) / (events_without / without)
    error = sqrt(1 / events_with - 1 / with_ + 1 / events_without - 1 / without)
    if error == 0:
        return Estimate(ratio, ratio, ratio, 1.0)
    return Estimate(ratio, ratio * exp(-Z95 * error), ratio * exp(Z95 * error), two_sided(log(ratio) / error))


def fisher_exact(events_with: int, with_: int, events_without: int, without: int) -> float:
    """Return the two-sided p of Fisher's exact test: the tables no likelier than the one seen.

    Parameters
    ----------
    events_with, with_, events_without, without : int
        Events and trials of the two groups.

    Returns
    -------
    float

    References
    ----------
    Fisher 1935, The Design of Experiments, chapter II.

    """
    events, trials = events_with + events_without, with_ + without
    factorial = np.concatenate([[0.0], np.cumsum(np.log(np.arange(1, trials + 1)))])  # logarithms
    here = np.arange(max(0, events - without), min(events, with_) + 1)
    there = events - here
    ways = -factorial[here] - factorial[with_ - here] - factorial[there] - factorial[without - there]
    chance = np.exp(ways - ways.max())
    chance /= chance.sum()
    seen = chance[events_with - here[0]]
    return min(1.0, float(chance[chance <= seen * (1 + ALIKE)].sum()))


def mantel_haenszel(with_: ArrayLike, event: ArrayLike, stratum: ArrayLike) -> Estimate:
    """Return the odds ratio common to several 2x2 tables, and the test of no association.

    Parameters
    ----------
    with_, event : array_like of bool, shape (n,)
        Whether a trial was in the first group, and whether it had the event.
    stratum : array_like of int, shape (n,)
        The table each trial belongs to.

    Returns
    -------
    Estimate
        OR = Σ(ad/n) / Σ(bc/n) with the interval of Robins, Breslow and Greenland; p from the
        Mantel-Haenszel chi-square without continuity correction. `None` where strata hold nothing
        to compare.

    References
    ----------
    Mantel & Haenszel 1959, doi:10.1093/jnci/22.4.719; Robins, Breslow & Greenland 1986,
    doi:10.2307/2531052.

    """
    a, b, c, d = _tables(np.asarray(with_, bool), np.asarray(event, bool), np.asarray(stratum))
    n = a + b + c + d
    variance = float(((a + b) * (c + d) * (a + c) * (b + d) / (n**2 * np.maximum(n - 1, 1))).sum())
    if variance == 0:
        return Estimate(None, None, None)
    p = two_sided(float((a - (a + b) * (a + c) / n).sum()) / sqrt(variance))
    r, s = a * d / n, b * c / n
    big_r, big_s = float(r.sum()), float(s.sum())
    if min(big_r, big_s) == 0:
        return Estimate(None, None, None, p)
    u, v = (a + d) / n, (b + c) / n
    error = sqrt(
        (u * r).sum() / (2 * big_r**2)
        + (u * s + v * r).sum() / (2 * big_r * big_s)
        + (v * s).sum() / (2 * big_s**2)
    )
    ratio = big_r / big_s
    return Estimate(ratio, ratio * exp(-Z95 * error), ratio * exp(Z95 * error), p)


def _tables(
    with_: NDArray[np.bool_], event: NDArray[np.bool_], stratum: NDArray[np.int64]
) -> list[NDArray[np.float64]]:
    _, row = np.unique(stratum, return_inverse=True)
    cells = (with_ & event, with_ & ~event, ~with_ & event, ~with_ & ~event)
    return [np.bincount(row, cell).astype(np.float64) for cell in cells]


def benjamini_hochberg(p: ArrayLike) -> NDArray[np.float64]:
    """Return the q of each p: the smallest false discovery rate at which it would be kept.

    Parameters
    ----------
    p : array_like of float, shape (m,)
        One for each thing looked at.

    Returns
    -------
    ndarray of shape (m,)
        q(i) = min over j >= i of m p(j) / j, for p in rising order.

    References
    ----------
    Benjamini & Hochberg 1995, doi:10.1111/j.2517-6161.1995.tb02031.x.

    """
    p = np.asarray(p, float)
    order = np.argsort(p, kind="stable")
    scaled = p[order] * len(p) / np.arange(1, len(p) + 1)
    q = np.empty(len(p))
    q[order] = np.minimum(1.0, np.minimum.accumulate(scaled[::-1])[::-1])
    return q
