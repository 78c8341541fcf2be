"""The program must outlive many calls of Qt on every Python."""

import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject
from journal_app.ui.lasting import make_lasting
make_lasting()
thing = QObject()
for _ in range(60_000):
    thing.parent()
    thing.setObjectName("a")
print("alive")
"""


def test_a_hundred_thousand_calls_do_not_end_the_program():
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)

    assert run.stdout == "alive\n", run.stderr
