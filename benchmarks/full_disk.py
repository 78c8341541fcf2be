"""A disk that is full at each write of a save, an import, a backup, a restore, an update, a new journal.

Run `python -m benchmarks.full_disk`. Room for each file grows in steps until the action succeeds. Each time:
one sentence, the journal opens and is sound, nothing acknowledged is lost, no half-written file is left.
"""

import argparse
import sys
import tempfile
import time
from pathlib import Path

from tests.store.disk_walk import ACTIONS, walk

STEP = 512


def main() -> int:
    """Print how often each action was refused; end with the first promise that was broken."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("step", type=int, nargs="?", default=STEP)
    step = options.parse_args().step
    began, refused = time.perf_counter(), 0
    for action in ACTIONS:
        with tempfile.TemporaryDirectory() as folder:
            times = walk(action, Path(folder), step)
        print(f"full disk during {action.name}: refused {times} times, then done")
        refused += times
    print(f"{refused} full disks in {time.perf_counter() - began:.0f} s: nothing lost, nothing half-written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
