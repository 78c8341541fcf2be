"""The pages in the order of the rail, and the few ways that lead from one to another."""

from collections.abc import Callable

from journal_app.ui.background import Background
from journal_app.ui.calendar_page import CalendarPage
from journal_app.ui.last_night_page import LastNightPage
from journal_app.ui.main_window import PageInRail
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.preferences import Preferences
from journal_app.ui.review_desk import ReviewDesk
from journal_app.ui.surroundings import Surroundings


def window_pages(
    journal: OpenJournal,
    desk: ReviewDesk,
    background: Background,
    surroundings: Surroundings,
    choose: Callable[[Preferences], None],
) -> tuple[PageInRail, ...]:
    """Return the pages of the window; each is made when it is first shown."""
    tr = surroundings.tr
    return (
        PageInRail("night", "night", tr("Last night"), lambda: LastNightPage(journal, surroundings)),
        PageInRail("calendar", "calendar", tr("Calendar"), lambda: CalendarPage(journal, surroundings)),
    )
