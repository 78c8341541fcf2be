"""Keeps the review of each period up to date: reads the records, has them reviewed, hands the result on."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from journal_app.journal.period import Period, last_nights
from journal_app.ui.background import Background
from journal_app.ui.open_journal import OpenJournal

if TYPE_CHECKING:
    from journal_app.journal.records import Records
    from journal_app.knowledge.entries import Knowledge

    Reviewer = Callable[[Records, Knowledge, Period, date], object]

SETTLED_MS = 250
USUAL_RANGE = 90


class ReviewDesk(QObject):
    """One review at a time, for the range the person chose. Pages show it; none computes."""

    review_ready = Signal(object)  # a new Review for the chosen range
    review_wanted = Signal()  # something changed: a new one is being made

    def __init__(
        self,
        journal: OpenJournal,
        knowledge: Callable[[], Knowledge],
        reviewer: Reviewer,
        background: Background,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._journal, self._knowledge = journal, knowledge
        self._reviewer, self._background = reviewer, background
        self.newest: object = None  # the last Review that was made
        self.range: int | Period | None = USUAL_RANGE
        self._soon = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._soon.timeout.connect(self.refresh)
        journal.changed.connect(self._soon.start)

    def choose_range(self, chosen: int | Period | None) -> None:
        """Review the last so many nights, one period, or everything (`None`)."""
        self.range = chosen
        if isinstance(chosen, Period):
            self.refresh_soon()  # a day that is changed step by step brings many periods
        else:
            self.refresh()

    def period(self) -> Period:
        """Return the period of the chosen range."""
        just_past = last_nights(1, self._journal.now.date()).before().last
        if isinstance(self.range, Period):
            return self.range
        recorded = self._journal.records().period
        newest = max(just_past, recorded.last) if recorded else just_past
        if self.range is not None:
            return last_nights(self.range, newest)
        return Period(recorded.first, newest) if recorded else last_nights(USUAL_RANGE, newest)

    def limits(self) -> Period:
        """Return the days between which a period can be chosen: those of the recorded nights."""
        recorded = self._journal.records().period or self.period()
        chosen = self.range if isinstance(self.range, Period) else recorded
        return Period(min(recorded.first, chosen.first), max(recorded.last, chosen.last))

    def own_range(self) -> Period:
        """Return the period to begin with where the person wants one of their own: what is shown now."""
        shown, limits = self.period(), self.limits()
        first, last = max(shown.first, limits.first), min(shown.last, limits.last)
        return Period(first, last) if first <= last else limits

    def refresh_soon(self) -> None:
        """Make a new review as soon as nothing else happens."""
        self._soon.start()

    def stop(self) -> None:
        """Make no more reviews; the journal is about to be closed."""
        self._soon.stop()
        self._journal.changed.disconnect(self._soon.start)

    def forget(self) -> None:
        """Forget the review; the journal is about to be closed, and may be opened again."""
        self._soon.stop()
        self.newest = None

    @Slot()
    def refresh(self) -> None:
        """Make a new review in the background."""
        self._soon.stop()
        self.review_wanted.emit()
        today = self._journal.now.date()
        data = (self._journal.records(), self._knowledge(), self.period(), today)
        self._background.run("review", self._reviewer, *data, then=self._hand_on)

    def _hand_on(self, review: object) -> None:
        self.newest = review
        self.review_ready.emit(review)
