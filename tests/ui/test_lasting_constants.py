import subprocess
import sys

MANY_CALLS = """
import journal_app.ui
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rang = Signal()
bell = Bell()
bell.rang.connect(print)
for call in range(30_000):
    bell.setObjectName("bell")
    bell.blockSignals(True)
    bell.rang.emit()
    bell.rang.disconnect(bell.rang.connect(print))
"""


def test_the_program_outlives_tens_of_thousands_of_calls_into_qt():
    done = subprocess.run([sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False)

    assert (done.returncode, done.stderr) == (0, "")
