"""The short version of the soak: a writer killed by SIGKILL loses nothing it acknowledged."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent


def test_fifteen_kills_lose_no_acknowledged_night(tmp_path):
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.soak", "15"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert "lost 0, half-written 0, journals not opened 0, journals or backups unsound 0" in ended.stdout
    assert int(re.search(r"(\d+) mornings acknowledged", ended.stdout)[1]) > 0
