"""What the analysis says, as plain values: the types that pages, charts, report and commands read.

A number that does not exist is `None`. Rates are per recorded night or per seven recorded nights;
nights that were not recorded are left out and never counted as quiet. Intervals are 95 %.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from journal_app.journal.period import Period

FEWEST_FOR_A_RATE = 14  # recorded nights behind a weekly rate that is told


class Verdict(StrEnum):
    """How sure it is that a habit and the cramps of one person go together."""

    TOO_FEW_NIGHTS = "too_few_nights"
    NONE = "none"
    HINT = "hint"
    LIKELY = "likely"
    STRONG = "strong"

    @property
    def seen(self) -> bool:
        """Whether there is something to show."""
        return self in (Verdict.HINT, Verdict.LIKELY, Verdict.STRONG)


class Lacking(StrEnum):
    """Why a factor could not be judged."""

    NIGHTS = "nights"  # too few recorded nights
    CRAMPS = "cramps"  # too few cramp nights, or too few without
    WITH = "with"  # too few nights after the habit
    WITHOUT = "without"  # too few nights without it
    OWN_VARIATION = "own_variation"  # it moves together with time or with other habits


@dataclass(frozen=True, slots=True)
class DoseBin:
    """Cramp nights over one range of a numeric habit, for the picture only; never tested."""

    low: float
    high: float
    nights: int
    cramp_nights: int
    share_low: float = 0.0  # of cramp nights, Wilson interval
    share_high: float = 1.0


@dataclass(frozen=True, slots=True)
class OutcomeDifference:
    """A second outcome with and without the habit; `p` has no verdict of its own."""

    outcome: str  # "cramps", "worst_pain", "minutes"
    mean_with: float
    mean_without: float
    p: float | None


@dataclass(frozen=True, slots=True)
class Crude:
    """What the bare counts of one factor say, adjusted for nothing: for "Explain", never a verdict.

    Ratio with log-Wald, difference with Newcombe interval, p by Fisher's exact test.
    """

    ratio: float | None
    low: float | None
    high: float | None
    difference: float | None
    difference_low: float | None
    difference_high: float | None
    p: float


@dataclass(frozen=True, slots=True)
class Association:
    """One factor at one lag against the cramp nights.

    "With" is the yes of a binary factor, or the person's own top third of a numeric one (values
    from `top_from` on); "without" is the no, or the bottom third (values up to `bottom_to`).
    `cramps_with` and `cramps_without` count cramp nights. `ratio` is the standardised risk ratio,
    `difference` the standardised risk difference. `q` is the false discovery rate over all factors
    looked at. The row with `leading` speaks for its factor; other lags are for "Explain".
    The numbers are those of all nights, but verdict and `q` are those of the checkpoint `judged_on`,
    so that they do not change from one morning to the next.
    """

    factor: str
    days_before: int
    verdict: Verdict
    nights_with: int
    nights_without: int
    cramps_with: int
    cramps_without: int
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    difference: float | None = None
    difference_low: float | None = None
    difference_high: float | None = None
    p: float | None = None
    q: float | None = None
    leading: bool = True
    binary: bool = True
    bottom_to: float | None = None
    top_from: float | None = None
    inseparable_from: tuple[str, ...] = ()
    lacking: Lacking | None = None
    nights_needed: int | None = None
    suspect: bool = False
    follows_cramps: bool = False  # commoner on days after a cramp night: may be a result
    doses: tuple[DoseBin, ...] = ()
    outcomes: tuple[OutcomeDifference, ...] = ()
    crude: Crude | None = None
    own_variation: float | None = None  # share of the factor that nothing else explains
    judged_on: date | None = None
    q_before: float | None = None  # at the checkpoint before that


@dataclass(frozen=True, slots=True)
class Summary:
    """The measures leg-cramp research uses, over one period."""

    period: Period
    nights_possible: int
    nights_recorded: int
    recorded_late: int
    cramp_nights: int
    cramps: int
    cramps_per_week: float | None
    longest_quiet_run: int
    pain_median: float | None
    pain_worst: int | None
    minutes_median: float | None
    minutes_longest: float | None
    sleep_disturbance_median: float | None
    hours: tuple[int, ...]  # 24 counts of cramps by the hour they began
    hours_unknown: int
    muscles: tuple[tuple[str, str, int], ...]  # (leg or "", muscle or "", cramps), most first
    relief: tuple[tuple[str, int, int, int], ...]  # (what was done, times, told whether, helped much)

    @property
    def enough_for_a_rate(self) -> bool:
        """Whether a weekly rate rests on two weeks of recorded nights; below, nights are counted."""
        return self.nights_recorded >= FEWEST_FOR_A_RATE


@dataclass(frozen=True, slots=True)
class Week:
    """Seven nights: what was recorded, and the smoothed rate with its band."""

    first: date
    nights_recorded: int
    cramp_nights: int
    cramps: int
    smooth: float | None = None  # cramps per week
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """Cramps per week in one period against the period before; ratio with its interval."""

    before: float
    now: float
    ratio: float | None
    low: float | None
    high: float | None

    @property
    def quarter_fewer(self) -> bool:
        """Whether there were at least 25 % fewer, the change that trials of leg cramps look for."""
        return self.ratio is not None and self.ratio <= 0.75

    @property
    def clear(self) -> bool:
        """Whether the interval leaves out "no change"."""
        return self.low is not None and self.high is not None and not self.low <= 1 <= self.high


@dataclass(frozen=True, slots=True)
class DatedChange:
    """Cramp nights after a known day against those before, beyond slow drift; never a cause.

    `before` and `after` are the bare shares of cramp nights over up to 45 nights each side; `ratio`
    is adjusted for drift, weekday and earlier nights.
    """

    what: str
    on: date
    nights_before: int
    nights_after: int
    before: float
    after: float
    ratio: float | None = None
    low: float | None = None
    high: float | None = None
    p: float | None = None


@dataclass(frozen=True, slots=True)
class ChangePoint:
    """The evening from which cramp nights were commoner or rarer, if any, and how unsure it is."""

    on: date
    earliest: date
    latest: date
    before: float
    after: float
    p: float


@dataclass(frozen=True, slots=True)
class VisitChange:
    """Cramps per week since the last visit to a doctor, against as many nights before it; never a cause."""

    on: date
    nights_before: int  # recorded
    nights_since: int
    change: Change | None = None  # where there are enough nights on both sides


@dataclass(frozen=True, slots=True)
class Trend:
    """Cramps week by week, and what changed: against the period before, after known days, unbidden."""

    weeks: tuple[Week, ...] = ()
    change: Change | None = None
    dated: tuple[DatedChange, ...] = ()
    change_point: ChangePoint | None = None  # only where a change was found
    since_visit: VisitChange | None = None


@dataclass(frozen=True, slots=True)
class Missing:
    """Nights not recorded, and whether bad nights seem likelier to be recorded than good ones."""

    share: float
    recorded_after_cramp: float | None = None  # share of nights recorded after a cramp night
    recorded_after_quiet: float | None = None
    p: float | None = None
    bad_nights_favoured: bool = False
