"""How long until the window is ready for the first click, and what it weighs, against a bare PySide6 window.

Run by `make bench`. Each start is a fresh process; the figures are ratios of medians in one run.
"""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

STARTS = 7
HEAVY = ("matplotlib", "reportlab", "scipy", "sqlite_utils")

BARE = """
import sys, time, resource
begun = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton
application = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QPushButton("Quiet night"))
window.show()
application.processEvents()
print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""

OURS = """
import sys, time, resource
begun = time.perf_counter()
from pathlib import Path
from PySide6.QtWidgets import QApplication, QAbstractButton
from journal_app import window
def ready(program):
    buttons = program.window.findChildren(QAbstractButton)
    button = next(b for b in buttons if b.accessibleName() == "Quiet night")
    assert button.isVisible() and button.isEnabled()
    heavy = [name for name in {heavy!r} if name in sys.modules]
    print(time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, ",".join(heavy))
window.start(Path(sys.argv[1]), when_ready=ready, stay=False)
"""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = dict(
            os.environ, QT_QPA_PLATFORM="offscreen", CRAMP_JOURNAL_HOME=folder, LANG="en_GB.UTF-8"
        )
        journal = str(Path(folder) / "journal.db")
        for code in (BARE, OURS.format(heavy=HEAVY)):  # compiles every module, for both alike
            _start(code, journal, environment)
        pairs = [
            (_start(BARE, journal, environment), _start(OURS.format(heavy=HEAVY), journal, environment))
            for _ in range(STARTS)
        ]
    bare, ours = zip(*pairs, strict=True)
    seconds = [statistics.median(float(run[0]) for run in runs) for runs in (bare, ours)]
    memory = [statistics.median(float(run[1]) for run in runs) / 1024 for runs in (bare, ours)]
    early = ours[0][2] if len(ours[0]) > 2 else "none"
    _tell("start, s", seconds, 3)
    _tell("memory then, MB", memory, 2.2)
    print(f"heavy modules loaded by then: {early}")


def _tell(what: str, pair: list[float], limit: float) -> None:
    bare, ours = pair
    print(f"{what}: bare window {bare:.2f}, ours {ours:.2f}: {ours / bare:.1f}x (at most {limit}x)")


def _start(code: str, journal: str, environment: dict[str, str]) -> list[str]:
    run = subprocess.run(
        [sys.executable, "-c", code, journal], env=environment, capture_output=True, text=True, check=True
    )
    return run.stdout.split()


if __name__ == "__main__":
    main()
