"""What the pages share that show a review: only while they can be seen, and a little at a time."""

from collections.abc import Iterator

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent

from journal_app.review import Review
from journal_app.ui.page import Page
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.surroundings import Surroundings


class ReviewPage(Page):
    """Shows the newest review step by step, so that the window answers in between."""

    def __init__(self, title: str, desk: ReviewDesk, surroundings: Surroundings) -> None:
        super().__init__(title, surroundings)
        self._desk = desk
        self._waiting_review: Review | None = None  # to be shown when the page can be seen
        self._taken_up: Review | None = None  # shown, or being shown
        self._steps: Iterator[None] = iter(())
        self._next_step = QTimer(self, interval=0)
        self._next_step.timeout.connect(self._take_step)
        desk.review_ready.connect(self._keep)

    def fill(self) -> None:
        """Show the newest review, or have one made."""
        if isinstance(self._desk.newest, Review):
            self._keep(self._desk.newest)
        else:
            self._desk.refresh_soon()

    def show_review(self, review: Review) -> Iterator[None]:
        """Show a review; each `yield` lets the window answer. Pages override this."""
        raise NotImplementedError

    def _keep(self, review: Review) -> None:
        if review is not self._taken_up:
            self._waiting_review = review
            if self.isVisible():
                self._begin()

    def _begin(self) -> None:
        if self._waiting_review is not None:
            self._steps = iter(self.show_review(self._waiting_review))
            self._taken_up, self._waiting_review = self._waiting_review, None
            self._next_step.start()

    def _take_step(self) -> None:
        if next(self._steps, self) is self:
            self._next_step.stop()
            self.arrange()

    # --- Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._begin()
