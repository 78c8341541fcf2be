"""The tables of a journal, one migration per change. A released migration is never edited."""

from sqlite_utils import Database, Migrations

APPLICATION_ID = 0x4E434A31  # "NCJ1": tells our files from those of other programs
VERSION = 4  # the number of migrations, kept in the file's user_version

migrations = Migrations("night-cramp-journal")


def migrate(db: Database) -> None:
    """Bring a journal to the newest version, one transaction a step."""
    migrations.apply(db)


def is_whole(db: Database) -> bool:
    """Tell whether the steps a journal was brought through are those of its version."""
    version = db.query("PRAGMA user_version")
    return len(migrations.pending(db)) == VERSION - next(iter(version))["user_version"]


@migrations()
def first_version(db: Database) -> None:
    """Lay out nights, days, medicines, the person, own habits and imports."""
    db.executescript(_FIRST_VERSION)


@migrations()
def trials_of_remedies(db: Database) -> None:
    """Add trials of a remedy with their drawn blocks, pauses and nights."""
    db.executescript(_TRIALS_OF_REMEDIES)


@migrations()
def visits_to_the_doctor(db: Database) -> None:
    """Add visits, and the next appointment with its questions."""
    db.executescript(_VISITS_TO_THE_DOCTOR)


@migrations()
def suspected_habits(db: Database) -> None:
    """Add what the person suspects beforehand."""
    db.executescript(_SUSPECTED_HABITS)


_FIRST_VERSION = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = 1;

CREATE TABLE import_batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    imported_at TEXT NOT NULL,
    nights INTEGER NOT NULL,
    entries INTEGER NOT NULL,
    others INTEGER NOT NULL,
    undone_at TEXT
) STRICT;

CREATE TABLE night (
    id INTEGER PRIMARY KEY,
    evening TEXT NOT NULL,
    sleep_disturbance INTEGER CHECK (sleep_disturbance BETWEEN 0 AND 10),
    slept_hours REAL CHECK (slept_hours BETWEEN 0 AND 24),
    soreness INTEGER CHECK (soreness BETWEEN 0 AND 10),
    logged_at TEXT,
    logged_by TEXT NOT NULL,
    note TEXT NOT NULL,
    deleted_at TEXT,
    batch INTEGER REFERENCES import_batch (id)
) STRICT;
CREATE UNIQUE INDEX night_evening ON night (evening) WHERE deleted_at IS NULL;
CREATE INDEX night_deleted ON night (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX night_batch ON night (batch) WHERE batch IS NOT NULL;

CREATE TABLE episode (
    night INTEGER NOT NULL REFERENCES night (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    leg TEXT CHECK (leg IN ('left', 'right')),
    muscle TEXT,
    pain INTEGER CHECK (pain BETWEEN 0 AND 10),
    began TEXT,
    began_exact INTEGER NOT NULL CHECK (began_exact IN (0, 1)),
    minutes REAL CHECK (minutes BETWEEN 0 AND 1440),
    minutes_exact INTEGER NOT NULL CHECK (minutes_exact IN (0, 1)),
    woke INTEGER CHECK (woke IN (0, 1)),
    hard INTEGER CHECK (hard IN (0, 1)),
    relief TEXT NOT NULL,
    helped TEXT CHECK (helped IN ('no', 'little', 'much')),
    note TEXT NOT NULL,
    PRIMARY KEY (night, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE habit_entry (
    day TEXT NOT NULL,
    position INTEGER NOT NULL,
    habit TEXT NOT NULL,
    amount REAL NOT NULL CHECK (amount >= 0),
    at TEXT,
    kind TEXT NOT NULL,
    effort INTEGER CHECK (effort BETWEEN 0 AND 10),
    note TEXT NOT NULL,
    batch INTEGER REFERENCES import_batch (id),
    PRIMARY KEY (day, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX habit_entry_batch ON habit_entry (batch) WHERE batch IS NOT NULL;

CREATE TABLE medicine (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    supplement INTEGER NOT NULL CHECK (supplement IN (0, 1)),
    note TEXT NOT NULL,
    batch INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE TABLE dose_period (
    medicine TEXT NOT NULL REFERENCES medicine (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    first_day TEXT,
    last_day TEXT,
    dose TEXT NOT NULL,
    PRIMARY KEY (medicine, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    birth_year INTEGER,
    conditions TEXT NOT NULL,
    other_conditions TEXT NOT NULL,
    pregnant INTEGER CHECK (pregnant IN (0, 1)),
    due TEXT,
    dialysis INTEGER CHECK (dialysis IN (0, 1)),
    posture TEXT CHECK (posture IN ('sitting', 'standing', 'mixed')),
    cramps_since TEXT,
    note TEXT NOT NULL,
    batch INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE TABLE warning_answer (
    id INTEGER PRIMARY KEY,
    warning TEXT NOT NULL,
    yes INTEGER NOT NULL CHECK (yes IN (0, 1)),
    asked_on TEXT NOT NULL,
    rules_version TEXT NOT NULL,
    cleared_on TEXT,
    note TEXT NOT NULL,
    batch INTEGER REFERENCES import_batch (id),
    UNIQUE (warning, asked_on)
) STRICT;

CREATE TABLE own_habit (
    id TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('amount', 'yes_no', 'scale')),
    unit TEXT NOT NULL,
    step REAL NOT NULL,
    low REAL NOT NULL,
    high REAL NOT NULL,
    yes TEXT NOT NULL,
    no TEXT NOT NULL,
    kinds TEXT NOT NULL,
    preset INTEGER NOT NULL CHECK (preset IN (0, 1)),
    own INTEGER NOT NULL CHECK (own IN (0, 1)),
    hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
    batch INTEGER REFERENCES import_batch (id)
) STRICT;
"""

_TRIALS_OF_REMEDIES = """
PRAGMA user_version = 2;

CREATE TABLE remedy_trial (
    position INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    remedy TEXT NOT NULL,
    name TEXT NOT NULL,
    design TEXT NOT NULL CHECK (design IN ('pairs', 'before_after', 'followed')),
    seed INTEGER NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('planned', 'running', 'paused', 'ended')),
    planned_on TEXT,
    ended_on TEXT,
    repeats TEXT NOT NULL,
    note TEXT NOT NULL,
    batch INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE TABLE trial_block (
    trial TEXT NOT NULL REFERENCES remedy_trial (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    first_evening TEXT NOT NULL,
    nights INTEGER NOT NULL CHECK (nights > 0),
    with_remedy INTEGER NOT NULL CHECK (with_remedy IN (0, 1)),
    pair INTEGER NOT NULL,
    washout INTEGER NOT NULL CHECK (washout >= 0),
    PRIMARY KEY (trial, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE trial_pause (
    trial TEXT NOT NULL REFERENCES remedy_trial (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    first_evening TEXT NOT NULL,
    last_evening TEXT,
    PRIMARY KEY (trial, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE trial_night (
    trial TEXT NOT NULL REFERENCES remedy_trial (id) ON DELETE CASCADE,
    evening TEXT NOT NULL,
    used INTEGER NOT NULL CHECK (used IN (0, 1)),
    PRIMARY KEY (trial, evening)
) STRICT, WITHOUT ROWID;
"""

_VISITS_TO_THE_DOCTOR = """
PRAGMA user_version = 3;

CREATE TABLE visit (
    id TEXT PRIMARY KEY NOT NULL,
    day TEXT NOT NULL,
    assessment TEXT NOT NULL,
    tests TEXT NOT NULL,
    medicines TEXT NOT NULL,
    answers TEXT NOT NULL,
    next_visit TEXT NOT NULL,
    report TEXT NOT NULL,
    note TEXT NOT NULL,
    batch INTEGER REFERENCES import_batch (id)
) STRICT;

CREATE TABLE appointment (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    day TEXT,
    questions TEXT NOT NULL,
    batch INTEGER REFERENCES import_batch (id)
) STRICT;
"""

_SUSPECTED_HABITS = """
PRAGMA user_version = 4;

ALTER TABLE profile ADD COLUMN suspects TEXT NOT NULL DEFAULT '[]';
"""
