"""How long the window's thread is busy at a stretch while pages are turned over ten years of nights.

Run by `make bench`. Prints the longest single step for each page, and that of saving a quiet night.
"""

import os
import sys
import tempfile
import time
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
from journal_app.ui.theme import load_fonts

NIGHTS = 3650
MOST_MS = 100
QUIET_NIGHT_MS = 50
LAST = date(2026, 11, 3)
MORNING = datetime(2026, 11, 5, 7, 41, tzinfo=ZoneInfo("Europe/London"))


class Stopwatch:
    """Turns the event loop and keeps the longest turn: no click is answered in that time."""

    def __init__(self, application: QApplication) -> None:
        self._application, self._longest = application, 0.0

    def turn(self) -> None:
        begun = time.perf_counter()
        self._application.processEvents()
        self._longest = max(self._longest, time.perf_counter() - begun)

    def settle(self, program: Program) -> None:
        quiet_since = time.perf_counter()
        while time.perf_counter() - quiet_since < 0.6:
            self.turn()
            if program.background.busy:
                quiet_since = time.perf_counter()

    def longest_ms(self) -> float:
        longest, self._longest = self._longest * 1000, 0.0
        return longest


def main() -> None:
    application = QApplication(sys.argv[:1])
    watch = Stopwatch(application)
    load_fonts()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["CRAMP_JOURNAL_HOME"] = folder
        program = _program(application, watch, Path(folder))
        for page in ("calendar", "trends", "patterns", "remedy", "report", "about", "settings", "night"):
            for visit in ("first", "again"):
                watch.longest_ms()
                begun = time.perf_counter()
                program.window.show_page(page)
                switch = (time.perf_counter() - begun) * 1000
                watch.settle(program)
                _tell(f"{page}, {visit} visit", max(switch, watch.longest_ms()), MOST_MS)
        button = next(
            b for b in program.window.findChildren(QAbstractButton) if b.accessibleName() == "Quiet night"
        )
        watch.longest_ms()
        begun = time.perf_counter()
        button.click()
        _tell("a quiet night", (time.perf_counter() - begun) * 1000, QUIET_NIGHT_MS)
        watch.settle(program)
        _tell("redraw after it", watch.longest_ms(), MOST_MS)
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


def _tell(what: str, took_ms: float, limit: int) -> None:
    verdict = "ok" if took_ms <= limit else "TOO LONG"
    print(f"{what}: {took_ms:.0f} ms (at most {limit}) {verdict}")


if __name__ == "__main__":
    main()
