"""Makes a journal as each earlier version wrote it: `python -m tests.old_journals.make`, once a version."""

import sys
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from journal_app.store.schema import VERSION, migrations

HERE = Path(__file__).parent

NIGHTS = """
INSERT INTO night VALUES
    (1, '2026-03-01', 4, 6.5, 2, '2026-03-02T07:30:00+00:00', 'form', 'cold feet', NULL, NULL);
INSERT INTO night VALUES (2, '2026-03-02', NULL, NULL, NULL, NULL, 'morning', '', NULL, NULL);
INSERT INTO episode VALUES
    (1, 0, 'left', 'calf', 7, '02:10', 1, 3.0, 1, 1, 1, '["stretched"]', 'much', 'hard as wood');
INSERT INTO habit_entry VALUES ('2026-03-01', 0, 'water', 1500, NULL, '', NULL, '', NULL);
INSERT INTO medicine VALUES (0, 'm1', 'Bendroflumethiazide', 0, '', NULL);
INSERT INTO dose_period VALUES ('m1', 0, '2025-03-01', NULL, '2.5 mg');
INSERT INTO profile (id, name, birth_year, conditions, other_conditions, note)
    VALUES (1, 'Ada', 1950, '[]', '', 'a note');
INSERT INTO warning_answer VALUES (1, 'dvt', 0, '2026-03-01', '1', NULL, '', NULL);
"""
TRIALS = """
INSERT INTO remedy_trial VALUES
    (0, 't1', 'stretching', 'Stretching', 'before_after', 7, 'planned', '2026-03-01', NULL, '', '', NULL);
INSERT INTO trial_block VALUES ('t1', 0, '2026-03-02', 14, 0, 0, 0);
INSERT INTO trial_block VALUES ('t1', 1, '2026-03-16', 14, 1, 0, 0);
"""
VISITS = """
INSERT INTO visit VALUES ('v1', '2026-03-05', 'cramps', 'ferritin', '', '[]', '', '', '', NULL);
INSERT INTO appointment VALUES (1, '2026-04-01', '["Could it be the tablet?"]', NULL);
"""
SUSPECTS = "UPDATE profile SET suspects = '[\"water\"]';"
CONTENT = (NIGHTS, TRIALS, VISITS, SUSPECTS)


def make(path: Path, version: int) -> None:
    """Write the journal of a version, with something in every table that version added."""
    db = Database(path)
    names = [each.name for each in migrations.pending(db)]
    migrations.apply(db, stop_before=names[version] if version < len(names) else None)
    db.executescript("".join(CONTENT[:version]))
    db.close()


if __name__ == "__main__":
    for version in count(1):
        if version > VERSION:
            sys.exit()
        target = HERE / f"version-{version}.db"
        if not target.exists():
            make(target, version)
