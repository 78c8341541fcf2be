"""A trial of a remedy on oneself: what is tried, its locked schedule, and what was done by night."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from journal_app.journal.checks import not_empty, plain_text, within
from journal_app.journal.errors import BadEntry, JournalError
from journal_app.language import later

FEWEST_PAIRS = 6  # 2 / 2**pairs is the smallest p that pairs can reach; five end at .06
ONE_NIGHT = timedelta(days=1)


class TrialStatus(StrEnum):
    """How far a trial is."""

    PLANNED = "planned"
    RUNNING = "running"
    PAUSED = "paused"
    ENDED = "ended"


class TrialDesign(StrEnum):
    """How nights with the remedy and nights without are compared."""

    PAIRS = "pairs"  # one block on and one off in each pair, in an order drawn by lot
    BEFORE_AFTER = "before_after"  # weeks without, then weeks with
    FOLLOWED = "followed"  # a medicine, from its own dates; nobody drew or chose them


@dataclass(frozen=True, slots=True)
class Block:
    """Nights in a row with the remedy, or without; the first `washout` of them are not compared."""

    first: date
    nights: int
    on: bool
    pair: int = 0
    washout: int = 0

    def __post_init__(self) -> None:
        within("nights", self.nights, 1, 3660)
        within("washout", self.washout, 0, self.nights - 1)

    @property
    def last(self) -> date:
        """Return its last evening, as drawn."""
        return self.first + timedelta(days=self.nights - 1)


@dataclass(frozen=True, slots=True)
class Pause:
    """Evenings on which the trial stood still; `last` None = it still does."""

    first: date
    last: date | None = None

    def __post_init__(self) -> None:
        if self.last and self.last < self.first:
            template = later("pause: it ends ({last}) before it begins ({first}).")
            raise BadEntry("pause", template, first=self.first, last=self.last)


@dataclass(frozen=True, slots=True)
class KeptNight:
    """Whether the remedy was used before a night, whatever the schedule said."""

    evening: date
    used: bool


@dataclass(frozen=True, slots=True)
class TrialNight:
    """One night of the schedule as it was lived, pauses left out."""

    evening: date
    on: bool
    pair: int
    compared: bool  # False on washout nights


@dataclass(frozen=True, slots=True)
class RemedyTrial:
    """One run of one remedy. The blocks are drawn from `seed` and stay as they are once it runs.

    A pause moves all nights that are still to come; the drawn order stays. `ended_on` is the first
    evening that no longer belongs to the trial. `repeats` is the id of an earlier run of it.
    """

    id: str
    remedy: str  # id of the entry in the knowledge base, or of the medicine that is followed
    name: str
    design: TrialDesign
    blocks: tuple[Block, ...]
    seed: int = 0
    status: TrialStatus = TrialStatus.PLANNED
    planned_on: date | None = None
    pauses: tuple[Pause, ...] = ()
    kept: tuple[KeptNight, ...] = ()
    ended_on: date | None = None
    repeats: str = ""
    note: str = ""

    def __post_init__(self) -> None:
        not_empty("id", self.id)
        not_empty("remedy", self.remedy)
        not_empty("name", self.name)
        plain_text("note", self.note)
        _check_blocks(self.design, self.blocks)
        _check_pauses(self.pauses, self.status)
        _check_kept(self.kept)
        if (self.ended_on is None) == (self.status is TrialStatus.ENDED):
            raise BadEntry("ended_on", later("ended_on: an ended trial, and no other, has the day it ended."))

    @property
    def first_evening(self) -> date:
        """Return the evening of its first night."""
        return self.blocks[0].first

    @property
    def agreed_end(self) -> date | None:
        """Return the evening of its last night, pauses counted in; `None` while it stands still."""
        if self.pauses and self.pauses[-1].last is None:
            return None
        return next(reversed([evening for evening, _, _ in self._lived()]))

    @property
    def ended_early(self) -> bool:
        """Whether the person ended it before the agreed end."""
        agreed = self.agreed_end
        return self.ended_on is not None and (agreed is None or self.ended_on <= agreed)

    @property
    def nights(self) -> tuple[TrialNight, ...]:
        """Return its nights in order of time, up to where it ended or stands still."""
        return tuple(
            TrialNight(evening, block.on, block.pair, compared=position >= block.washout)
            for evening, block, position in self._lived()
            if self.ended_on is None or evening < self.ended_on
        )

    def arm_on(self, evening: date) -> bool | None:
        """Tell whether the remedy is to be used on an evening; `None` on evenings outside the trial."""
        return next((night.on for night in self.nights if night.evening == evening), None)

    def begun(self) -> "RemedyTrial":
        """Return the trial as running; its schedule is locked from here on."""
        return replace(self, status=TrialStatus.RUNNING)

    def kept_on(self, evening: date, used: bool) -> "RemedyTrial":
        """Return the trial with an answer for one evening, in the place of a former one."""
        others = [each for each in self.kept if each.evening != evening]
        ordered = sorted([*others, KeptNight(evening, used)], key=lambda each: each.evening)
        return replace(self, kept=tuple(ordered))

    def paused_from(self, evening: date) -> "RemedyTrial":
        """Return the trial standing still from an evening on."""
        return replace(self, status=TrialStatus.PAUSED, pauses=(*self.pauses, Pause(evening)))

    def resumed_from(self, evening: date) -> "RemedyTrial":
        """Return the trial going on with an evening; all nights to come are moved by the pause."""
        *earlier, open_pause = self.pauses
        pause = () if evening <= open_pause.first else (replace(open_pause, last=evening - ONE_NIGHT),)
        return replace(self, status=TrialStatus.RUNNING, pauses=(*earlier, *pause))

    def ended(self, evening: date) -> "RemedyTrial":
        """Return the trial as ended by the person; that evening no longer belongs to it."""
        closed = tuple(replace(p, last=max(p.first, evening)) if p.last is None else p for p in self.pauses)
        return replace(self, status=TrialStatus.ENDED, pauses=closed, ended_on=evening)

    def up_to(self, today: date) -> "RemedyTrial":
        """Return the trial as it stands on a day: running ones end after their last night."""
        agreed = self.agreed_end
        if self.status is TrialStatus.RUNNING and agreed is not None and agreed < today:
            return replace(self, status=TrialStatus.ENDED, ended_on=agreed + ONE_NIGHT)
        return self

    def _lived(self) -> Iterator[tuple[date, Block, int]]:
        """Yield evening, block and place in the block, moved on by the pauses before it."""
        moved = timedelta()
        pauses = list(self.pauses)
        for block in self.blocks:
            for position in range(block.nights):
                evening = block.first + timedelta(days=position) + moved
                while pauses and pauses[0].first <= evening:
                    pause = pauses.pop(0)
                    if pause.last is None:
                        return
                    length = max(timedelta(), pause.last - evening + ONE_NIGHT)
                    moved, evening = moved + length, evening + length
                yield evening, block, position


def refuse_second_trial(others: Sequence[RemedyTrial], new: RemedyTrial) -> None:
    """Refuse to begin a trial beside one that runs: two at a time could not be told apart."""
    standing = [other for other in others if other.status is not TrialStatus.ENDED]
    if new.status is TrialStatus.ENDED or any(other.id == new.id for other in standing):
        return
    for other in standing[:1]:
        template = later("{name} is being tried. End that trial first: two at once cannot be told apart.")
        raise JournalError(template, name=other.name)


def refuse_other_schedule(former: RemedyTrial, new: RemedyTrial) -> None:
    """Refuse to change a schedule that is locked; picking nights by hand would spoil the answer."""
    locked = former.status is not TrialStatus.PLANNED
    if locked and (former.design, former.blocks, former.seed) != (new.design, new.blocks, new.seed):
        template = later(
            "The schedule of {name} was drawn by lot and is locked. Pause or end the trial instead."
        )
        raise JournalError(template, name=former.name)


def _check_blocks(design: TrialDesign, blocks: tuple[Block, ...]) -> None:
    if not blocks:
        raise BadEntry("blocks", later("blocks: a trial needs its schedule."))
    for earlier, following in pairwise(blocks):
        if following.first <= earlier.last:
            template = later("blocks: the nights from {first} on belong to two blocks.")
            raise BadEntry("blocks", template, first=following.first)
    if {block.on for block in blocks} != {True, False}:
        raise BadEntry("blocks", later("blocks: nights with the remedy and nights without are both needed."))
    if design is TrialDesign.PAIRS:
        _check_pairs(blocks)


def _check_pairs(blocks: tuple[Block, ...]) -> None:
    arms: dict[int, list[bool]] = {}
    for block in blocks:
        arms.setdefault(block.pair, []).append(block.on)
    if any(sorted(pair) != [False, True] for pair in arms.values()):
        raise BadEntry("blocks", later("blocks: each pair needs one block with and one without."))
    if len(arms) < FEWEST_PAIRS:
        template = later(
            "blocks: {pairs} pairs can never tell chance from help; at least {least} are needed."
        )
        raise BadEntry("blocks", template, pairs=len(arms), least=FEWEST_PAIRS)


def _check_pauses(pauses: tuple[Pause, ...], status: TrialStatus) -> None:
    for earlier, following in pairwise(pauses):
        if earlier.last is None or following.first <= earlier.last:
            raise BadEntry("pauses", later("pauses: two of them overlap."))
    still = bool(pauses) and pauses[-1].last is None
    if still != (status is TrialStatus.PAUSED):
        raise BadEntry("pauses", later("pauses: a paused trial, and no other, has a pause without an end."))


def _check_kept(kept: tuple[KeptNight, ...]) -> None:
    evenings = [each.evening for each in kept]
    if sorted(set(evenings)) != evenings:
        raise BadEntry("kept", later("kept: each evening can be answered once, in order of time."))
