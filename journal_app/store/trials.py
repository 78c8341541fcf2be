"""Trials of a remedy in the tables `remedy_trial`, `trial_block`, `trial_pause` and `trial_night`."""

from collections import defaultdict
from collections.abc import Callable
from typing import TypeVar

from sqlite_utils import Database

from journal_app.journal.trial import Block, KeptNight, Pause, RemedyTrial, TrialDesign, TrialStatus
from journal_app.store.row import Row, Value, insert, iso, rows

Part = TypeVar("Part")


def read_trials(db: Database) -> tuple[RemedyTrial, ...]:
    """Return the trials in the order they were first saved; none in a file from before there were any."""
    if not rows(db, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'remedy_trial'"):
        return ()
    blocks = _parts(db, "trial_block", "position", _block)
    pauses = _parts(db, "trial_pause", "position", _pause)
    kept = _parts(db, "trial_night", "evening", _kept_night)
    return tuple(
        _trial(row, tuple(blocks[name]), tuple(pauses[name]), tuple(kept[name]))
        for row in rows(db, "SELECT * FROM remedy_trial ORDER BY position")
        for name in [row.text("id")]
    )


def write_trial(db: Database, trial: RemedyTrial, batch: int | None = None) -> None:
    """Put a trial in the place of its former state."""
    row = _trial_row(trial) | {"batch": batch}
    changes = ", ".join(f"{column} = excluded.{column}" for column in row)
    db.execute(
        f"INSERT INTO remedy_trial ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})"
        f" ON CONFLICT (id) DO UPDATE SET {changes}",
        list(row.values()),
    )
    for table in ("trial_block", "trial_pause", "trial_night"):
        db.execute(f"DELETE FROM {table} WHERE trial = ?", (trial.id,))
    for position, block in enumerate(trial.blocks):
        insert(db, "trial_block", {"trial": trial.id, "position": position} | _block_row(block))
    for position, pause in enumerate(trial.pauses):
        insert(db, "trial_pause", {"trial": trial.id, "position": position} | _pause_row(pause))
    for night in trial.kept:
        insert(
            db, "trial_night", {"trial": trial.id, "evening": night.evening.isoformat(), "used": night.used}
        )


def remove_trial(db: Database, trial: str) -> bool:
    """Remove a trial; tell whether there was one."""
    return db.execute("DELETE FROM remedy_trial WHERE id = ?", (trial,)).rowcount > 0


def _parts(db: Database, table: str, order: str, read: Callable[[Row], Part]) -> dict[str, list[Part]]:
    found: defaultdict[str, list[Part]] = defaultdict(list)
    for row in rows(db, f"SELECT * FROM {table} ORDER BY trial, {order}"):
        found[row.text("trial")].append(read(row))
    return found


def _trial(
    row: Row, blocks: tuple[Block, ...], pauses: tuple[Pause, ...], kept: tuple[KeptNight, ...]
) -> RemedyTrial:
    return RemedyTrial(
        id=row.text("id"),
        remedy=row.text("remedy"),
        name=row.text("name"),
        design=TrialDesign(row.text("design")),
        blocks=blocks,
        seed=row.whole("seed"),
        status=TrialStatus(row.text("status")),
        planned_on=row.day_or_none("planned_on"),
        pauses=pauses,
        kept=kept,
        ended_on=row.day_or_none("ended_on"),
        repeats=row.text("repeats"),
        note=row.text("note"),
    )


def _trial_row(trial: RemedyTrial) -> dict[str, Value]:
    return {
        "id": trial.id,
        "remedy": trial.remedy,
        "name": trial.name,
        "design": trial.design,
        "seed": trial.seed,
        "status": trial.status,
        "planned_on": iso(trial.planned_on),
        "ended_on": iso(trial.ended_on),
        "repeats": trial.repeats,
        "note": trial.note,
    }


def _block(row: Row) -> Block:
    return Block(
        row.day("first_evening"),
        row.whole("nights"),
        row.flag("with_remedy"),
        row.whole("pair"),
        row.whole("washout"),
    )


def _block_row(block: Block) -> dict[str, Value]:
    return {
        "first_evening": block.first.isoformat(),
        "nights": block.nights,
        "with_remedy": block.on,
        "pair": block.pair,
        "washout": block.washout,
    }


def _pause(row: Row) -> Pause:
    return Pause(row.day("first_evening"), row.day_or_none("last_evening"))


def _pause_row(pause: Pause) -> dict[str, Value]:
    return {"first_evening": pause.first.isoformat(), "last_evening": iso(pause.last)}


def _kept_night(row: Row) -> KeptNight:
    return KeptNight(row.day("evening"), row.flag("used"))
