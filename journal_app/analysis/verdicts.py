"""From false discovery rates to words, in a way that does not change its mind every morning.

A factor is judged at checkpoints only: on nights 30 and 42 of the journal and every 28 nights from
the 56th on. What is said between two checkpoints is what the last one said.
"""

from dataclasses import dataclass

from journal_app.analysis.results import Verdict

EARLY_CHECKPOINTS = (30, 42)
FIRST_REGULAR = 56
NIGHTS_BETWEEN = 28
LEAST_APART = 26

HINT_Q = 0.20
LIKELY_Q = 0.05
LIKELY_Q_BEFORE = 0.10
STRONG_Q = 0.005


@dataclass(frozen=True, slots=True)
class Checkpoints:
    """The night counts of the last checkpoint and of the one before it, `None` where there is none."""

    last: int | None
    before: int | None


def checkpoints(nights: int) -> Checkpoints:
    """Return the checkpoints that a journal of so many nights has reached.

    Parameters
    ----------
    nights : int
        From the journal's first night on, recorded or not.

    Returns
    -------
    Checkpoints
        `before` lies at least 26 nights before `last`.

    Examples
    --------
    >>> checkpoints(100)
    Checkpoints(last=84, before=56)

    """
    regular = range(FIRST_REGULAR, nights + 1, NIGHTS_BETWEEN)
    reached = [*(night for night in EARLY_CHECKPOINTS if night <= nights), *regular]
    if not reached:
        return Checkpoints(None, None)
    earlier = [night for night in reached if night <= reached[-1] - LEAST_APART]
    return Checkpoints(reached[-1], earlier[-1] if earlier else None)


def next_checkpoint(nights: int) -> int:
    """Return the night count of the checkpoint that comes next."""
    if nights < EARLY_CHECKPOINTS[-1]:
        return next(night for night in EARLY_CHECKPOINTS if night > nights)
    return FIRST_REGULAR + NIGHTS_BETWEEN * max(0, (nights - FIRST_REGULAR) // NIGHTS_BETWEEN + 1)


def verdict(q: float, q_before: float | None) -> Verdict:
    """Return the verdict on a factor that could be tested.

    `hint` from q <= 0.20; `likely` from q <= 0.05 if q was <= 0.10 at the checkpoint before;
    `strong` from q <= 0.005 if it was <= 0.05 before. How often each is wrong is measured in
    docs/statistics.md.

    Parameters
    ----------
    q : float
        At the last checkpoint.
    q_before : float or None
        At the one before; `None` where it could not be tested then.

    Returns
    -------
    Verdict

    """
    earlier = 1.0 if q_before is None else q_before
    if q <= STRONG_Q and earlier <= LIKELY_Q:
        return Verdict.STRONG
    if q <= LIKELY_Q and earlier <= LIKELY_Q_BEFORE:
        return Verdict.LIKELY
    return Verdict.HINT if q <= HINT_Q else Verdict.NONE
