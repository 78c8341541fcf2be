"""How long the window's thread is busy at a stretch while pages are turned over ten years of nights.

Run by `make bench`. Prints the longest turn of the event loop for each page, and saving a quiet night:
the processor time that the window's thread worked, and the time that passed, which on a busy machine
holds waiting for other programs too.
"""

import os
import sys
import tempfile
import time
from collections.abc import Generator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QAbstractButton, QApplication

from journal_app.app import Program
from journal_app.exchange.example import example_records
from journal_app.journal.records import Records
from journal_app.store.journal_store import JournalStore
from journal_app.ui.preferences import PreferenceFile, Preferences
from journal_app.ui.start import share_the_processor
from journal_app.ui.theme import load_fonts

NIGHTS = 3650
MOST_MS = 100
QUIET_NIGHT_MS = 50
LAST = date(2026, 11, 3)
MORNING = datetime(2026, 11, 5, 7, 41, tzinfo=ZoneInfo("Europe/London"))


class Stopwatch:
    """Turns the event loop and keeps its longest turn: no click is answered in that time."""

    def __init__(self, application: QApplication) -> None:
        self._application, self._busy, self._passed = application, 0.0, 0.0

    @contextmanager
    def timed(self) -> Generator[None, None, None]:
        busy, passed = time.thread_time(), time.perf_counter()
        yield
        self._busy = max(self._busy, time.thread_time() - busy)
        self._passed = max(self._passed, time.perf_counter() - passed)

    def settle(self, program: Program) -> None:
        quiet_since = time.perf_counter()
        while time.perf_counter() - quiet_since < 0.6:
            with self.timed():
                self._application.processEvents()
            if program.background.busy:
                quiet_since = time.perf_counter()

    def tell(self, what: str, limit_ms: int) -> None:
        busy, passed = self._busy * 1000, self._passed * 1000
        verdict = "ok" if busy <= limit_ms else "TOO LONG"
        print(f"{what}: busy {busy:.0f} ms (at most {limit_ms}), passed {passed:.0f} ms: {verdict}")
        self.forget()

    def forget(self) -> None:
        self._busy = self._passed = 0.0


def main() -> None:
    share_the_processor()
    application = QApplication(sys.argv[:1])
    watch = Stopwatch(application)
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CRAMP_JOURNAL_HOME"] = folder
        program = _program(application, watch, Path(folder))
        for page in ("calendar", "trends", "patterns", "remedy", "report", "about", "settings", "night"):
            for visit in ("first", "again"):
                watch.forget()
                with watch.timed():
                    program.window.show_page(page)
                watch.settle(program)
                watch.tell(f"{page}, {visit} visit", MOST_MS)
        buttons = program.window.findChildren(QAbstractButton)
        quiet = next(button for button in buttons if button.accessibleName() == "Quiet night")
        with watch.timed():
            quiet.click()
        watch.tell("a quiet night", QUIET_NIGHT_MS)
        watch.settle(program)
        watch.tell("redraw after it", MOST_MS)
        program.window.close()
        program.close()


def _program(application: QApplication, watch: Stopwatch, folder: Path) -> Program:
    path = folder / "journal.db"
    with JournalStore.open_or_create(path) as store:
        store.apply(_ten_years(), "benchmark")
    file = PreferenceFile(folder / "settings.ini")
    file.save(Preferences(theme="light", welcomed=True))
    program = Program(application, lambda: JournalStore.open(path), file, clock=lambda: MORNING)
    program.open_window("night")
    watch.settle(program)
    program.desk.choose_range(None)
    watch.settle(program)
    return program


def _ten_years() -> Records:
    nights, days = {}, {}
    for year in range(NIGHTS // 180 + 1):
        part = example_records(LAST - timedelta(days=180 * year))
        nights |= {night.evening: night for night in part.nights}
        days |= {day.on: day for day in part.days}
    first = LAST - timedelta(days=NIGHTS - 1)
    kept = sorted(evening for evening in nights if evening >= first)
    return Records(
        nights=tuple(nights[evening] for evening in kept),
        days=tuple(days[on] for on in sorted(days) if on >= first),
        medicines=part.medicines,
        profile=part.profile,
    )


if __name__ == "__main__":
    main()
