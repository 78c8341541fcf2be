"""Nights and their cramps in the tables `night` and `episode`."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from sqlite_utils import Database

from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.store.row import Row, Value, insert, iso, rows, text_list

KEPT_AFTER_DELETION = timedelta(days=30)
STANDING = "deleted_at IS NULL"
NIGHT = ("evening", "sleep_disturbance", "slept_hours", "soreness", "logged_at", "logged_by", "note")
EPISODE = (
    "leg",
    "muscle",
    "pain",
    "began",
    "began_exact",
    "minutes",
    "minutes_exact",
    "woke",
    "hard",
    "relief",
    "helped",
    "note",
)


@dataclass(frozen=True, slots=True)
class DeletedNight:
    """A night that was deleted and can still be brought back."""

    night: Night
    deleted_at: datetime


@dataclass(frozen=True, slots=True)
class NightsHeld:
    """How many nights a journal holds, the first and the last."""

    count: int = 0
    first: date | None = None
    last: date | None = None


def nights_held(db: Database) -> NightsHeld:
    """Return how many nights there are, without reading them."""
    sql = f"SELECT count(*) AS n, min(evening) AS first, max(evening) AS last FROM night WHERE {STANDING}"
    row = rows(db, sql)[0]
    return NightsHeld(row.whole("n"), row.day_or_none("first"), row.day_or_none("last"))


def read_nights(db: Database, where: str = STANDING, values: tuple[Value, ...] = ()) -> tuple[Night, ...]:
    """Return nights in order of time."""
    return tuple(night for _, night in _read(db, where, values))


def read_deleted(db: Database, since: datetime) -> tuple[DeletedNight, ...]:
    """Return the nights deleted since a moment, the newest deletion first."""
    found = _read(db, "deleted_at >= ?", (since.isoformat(),))
    deleted = [
        DeletedNight(night, moment) for row, night in found if (moment := row.moment_or_none("deleted_at"))
    ]
    return tuple(sorted(deleted, key=lambda each: each.deleted_at, reverse=True))


def write_night(db: Database, night: Night, batch: int | None = None) -> None:
    """Put a night in the place of the one that stood for its evening."""
    standing = rows(
        db, f"SELECT id, batch FROM night WHERE evening = ? AND {STANDING}", (night.evening.isoformat(),)
    )
    if standing:
        _overwrite(db, standing[0].whole("id"), night)
    else:
        _drop_deleted_copies(db, night)
        number = insert(db, "night", _night_row(night) | {"batch": batch})
        _write_episodes(db, number, night.episodes)


def move_to_deleted(db: Database, evening: date, now: datetime) -> bool:
    """Mark the standing night of an evening as deleted; tell whether there was one."""
    moved = db.execute(
        f"UPDATE night SET deleted_at = ? WHERE evening = ? AND {STANDING}",
        (now.isoformat(), evening.isoformat()),
    )
    return moved.rowcount > 0


def bring_back(db: Database, evening: date, now: datetime) -> bool:
    """Restore the night of an evening that was deleted last; one that stands there is deleted instead."""
    last = rows(
        db,
        "SELECT id FROM night WHERE evening = ? AND deleted_at IS NOT NULL"
        " ORDER BY deleted_at DESC, id DESC LIMIT 1",
        (evening.isoformat(),),
    )
    if last:
        move_to_deleted(db, evening, now)
        db.execute("UPDATE night SET deleted_at = NULL WHERE id = ?", (last[0].whole("id"),))
    return bool(last)


def forget_deleted(db: Database, before: datetime) -> None:
    """Remove for good what was deleted before a moment."""
    db.execute("DELETE FROM night WHERE deleted_at < ?", (before.isoformat(),))


def _read(db: Database, where: str, values: tuple[Value, ...]) -> list[tuple[Row, Night]]:
    episodes: defaultdict[int, list[Episode]] = defaultdict(list)
    of_nights = (
        f"SELECT night, {', '.join(EPISODE)} FROM episode WHERE night IN (SELECT id FROM night WHERE {where})"
    )
    for number, *row in db.execute(f"{of_nights} ORDER BY night, position", values):
        episodes[number].append(_episode(*row))
    sql = f"SELECT id, deleted_at, {', '.join(NIGHT)} FROM night WHERE {where} ORDER BY evening, id"
    return [
        (Row({"id": number, "deleted_at": deleted_at}), _night(tuple(episodes[number]), *row))
        for number, deleted_at, *row in db.execute(sql, values)
    ]


def _drop_deleted_copies(db: Database, night: Night) -> None:
    # Undoing a deletion saves the same night again; it need not stay in the list of deleted ones.
    for row, deleted in _read(db, "evening = ? AND deleted_at IS NOT NULL", (night.evening.isoformat(),)):
        if deleted == night:
            db.execute("DELETE FROM night WHERE id = ?", (row.whole("id"),))


def _overwrite(db: Database, number: int, night: Night) -> None:
    # The night is the person's own from here on, so undoing an import leaves it alone.
    row = _night_row(night) | {"batch": None}
    columns = ", ".join(f"{column} = ?" for column in row)
    db.execute(f"UPDATE night SET {columns} WHERE id = ?", [*row.values(), number])
    db.execute("DELETE FROM episode WHERE night = ?", (number,))
    _write_episodes(db, number, night.episodes)


def _write_episodes(db: Database, night: int, episodes: Iterable[Episode]) -> None:
    for position, episode in enumerate(episodes):
        insert(db, "episode", _episode_row(night, position, episode))


@lru_cache(maxsize=20_000)  # the window reads the journal anew after each change
def _night(episodes: tuple[Episode, ...], *values: object) -> Night:
    row = Row(dict(zip(NIGHT, values, strict=True)))
    return Night(
        evening=row.day("evening"),
        episodes=episodes,
        sleep_disturbance=row.whole_or_none("sleep_disturbance"),
        slept_hours=row.number_or_none("slept_hours"),
        soreness=row.whole_or_none("soreness"),
        logged_at=row.moment_or_none("logged_at"),
        logged_by=row.text("logged_by"),
        note=row.text("note"),
    )


def _night_row(night: Night) -> dict[str, Value]:
    return {
        "evening": night.evening.isoformat(),
        "sleep_disturbance": night.sleep_disturbance,
        "slept_hours": night.slept_hours,
        "soreness": night.soreness,
        "logged_at": iso(night.logged_at),
        "logged_by": night.logged_by,
        "note": night.note,
    }


@lru_cache(maxsize=20_000)
def _episode(*values: object) -> Episode:
    row = Row(dict(zip(EPISODE, values, strict=True)))
    leg, helped = row.text_or_none("leg"), row.text_or_none("helped")
    return Episode(
        leg=Leg(leg) if leg else None,
        muscle=row.text_or_none("muscle"),
        pain=row.whole_or_none("pain"),
        began=row.clock_or_none("began"),
        began_exact=row.flag("began_exact"),
        minutes=row.number_or_none("minutes"),
        minutes_exact=row.flag("minutes_exact"),
        woke=row.flag_or_none("woke"),
        hard=row.flag_or_none("hard"),
        relief=row.texts("relief"),
        helped=Helped(helped) if helped else None,
        note=row.text("note"),
    )


def _episode_row(night: int, position: int, episode: Episode) -> dict[str, Value]:
    return {
        "night": night,
        "position": position,
        "leg": episode.leg,
        "muscle": episode.muscle,
        "pain": episode.pain,
        "began": iso(episode.began),
        "began_exact": episode.began_exact,
        "minutes": episode.minutes,
        "minutes_exact": episode.minutes_exact,
        "woke": episode.woke,
        "hard": episode.hard,
        "relief": text_list(episode.relief),
        "helped": episode.helped,
        "note": episode.note,
    }
