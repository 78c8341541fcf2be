"""The main window: the rail, the pages, the status line, and the actions that hold everywhere."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from journal_app.journal.errors import JournalError
from journal_app.ui import parts
from journal_app.ui.background import Background
from journal_app.ui.example_notes import ExampleRibbon
from journal_app.ui.last_night_page import LastNightPage
from journal_app.ui.open_journal import OpenJournal
from journal_app.ui.page import Page
from journal_app.ui.preferences import TEXT_SCALES, Preferences
from journal_app.ui.rail import Rail
from journal_app.ui.surroundings import Surroundings
from journal_app.ui.theme import restyle
from journal_app.wording.errors import error_sentence

FIRST_PAGE = "night"
SMALLEST = (900, 560)
USUAL = (1280, 860)
ROOMY = 860


@dataclass(frozen=True)
class PageInRail:
    """A page's id, its icon and name on the rail, and how it is made when first shown."""

    id: str
    icon: str
    name: str
    make: Callable[[], Page]


class MainWindow(QMainWindow):
    """Makes each page when it is first shown, so that the window is up at once."""

    preferences_changed = Signal(object)  # text size or page: the Preferences
    warnings_wanted = Signal()  # the one key for the warning questions was pressed
    changes_wanted = Signal()  # the one key for the recent changes was pressed
    help_wanted = Signal()  # the one key for keys and about was pressed
    lock_wanted = Signal()  # the one key for locking was pressed
    closing = Signal(QByteArray)  # the window is about to close: its geometry
    closed = Signal()  # the window was closed

    def __init__(
        self,
        pages: tuple[PageInRail, ...],
        journal: OpenJournal,
        background: Background,
        surroundings: Surroundings,
        title: str,
    ) -> None:
        super().__init__()
        self._pages, self._journal, self._surroundings = pages, journal, surroundings
        self._made: dict[str, Page] = {}
        self._of_journal: list[QAction] = []  # what makes no sense while it cannot be read
        self._notes: list[QWidget] = []
        self._alone: Page | None = None
        self.setWindowTitle(title)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.rail = Rail([(page.icon, page.name) for page in pages], 2, surroundings)
        self.stack = QStackedWidget()
        self._notice = Notice(surroundings)
        self._saved = parts.label("", "status", wrap=False)
        self._busy = QProgressBar(maximum=0, textVisible=False)
        self._busy.setFixedWidth(surroundings.look.pixels(90))
        self._busy.setAccessibleName(surroundings.tr("Working"))
        self._busy.hide()
        self._lay_out()
        self._connect(background)
        self._add_actions()

    def _lay_out(self) -> None:
        look = self._surroundings.look
        whole, content = QWidget(), QWidget()
        content.setObjectName("page")
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        self._status = parts.row(look, 12, (34, 4, 34, 8))
        self._status.addStretch(1)
        parts.fill(self._status, (self._busy, self._saved))
        if self._surroundings.example:
            inside.addWidget(self._ribbon())
        inside.addWidget(self._notice)
        inside.addWidget(self.stack, 1)
        inside.addLayout(self._status)
        line.addWidget(self.rail)
        line.addWidget(content, 1)
        self.setCentralWidget(whole)

    def _ribbon(self) -> ExampleRibbon:
        made = ExampleRibbon(self._surroundings)
        made.close_wanted.connect(self.close)
        return made

    def _connect(self, background: Background) -> None:
        self.rail.page_chosen.connect(self._page_chosen)
        self._journal.saved.connect(self._tell_saved)
        self._journal.refused.connect(self._tell_error)
        background.became_busy.connect(self._busy.show)
        background.became_idle.connect(self._busy.hide)

    def _add_actions(self) -> None:
        tr, stack = self._surroundings.tr, self._journal.undo_stack
        # Those that Qt makes add what is undone to the word, which is no sentence in most languages.
        undo, redo = QAction(tr("Undo"), self), QAction(tr("Redo"), self)
        undo.triggered.connect(stack.undo)
        redo.triggered.connect(stack.redo)
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        undo.setShortcut(QKeySequence.StandardKey.Undo)
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        pages = self.rail.page_actions()
        self.addActions([undo, redo, *pages])
        keys = QAction(tr("Keys and about"), self)
        keys.setShortcut(QKeySequence.StandardKey.HelpContents)
        keys.triggered.connect(self.help_wanted)
        self.addAction(keys)
        warnings = QAction(tr("Warning signs"), self)
        warnings.setShortcut("F8")
        warnings.triggered.connect(self.warnings_wanted)
        self.addAction(warnings)
        changes = QAction(tr("Recent changes"), self)
        changes.setShortcut("Ctrl+H")
        changes.triggered.connect(self.changes_wanted)
        self.addAction(changes)
        lock = QAction(tr("Lock the journal"), self)
        lock.setShortcut("Ctrl+L")
        lock.triggered.connect(self.lock_wanted)
        self.addAction(lock)
        self._of_journal = [*pages, warnings, changes, lock]
        for words, keys, step in (
            (tr("Larger text"), ["Ctrl++", "Ctrl+="], 1),
            (tr("Smaller text"), ["Ctrl+-"], -1),
        ):
            action = QAction(words, self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.setData(step)
            action.triggered.connect(self._text_size_wanted)
            self.addAction(action)

    # --- pages

    def show_alone(self, page: Page) -> None:
        """Show a page in place of all others, which are gone with what they showed of the journal."""
        self.leave_alone()
        for each in self._made.values():
            self._take_away(each)
        self._made.clear()
        self._notice.hide()
        self._saved.clear()
        self._allow_journal(False)
        self._alone = page
        self.show_welcome(page)

    def leave_alone(self) -> None:
        """Take that page away again; the others can be shown."""
        if self._alone is not None:
            self._take_away(self._alone)
            self._alone = None
        self._allow_journal(True)

    def _allow_journal(self, allowed: bool) -> None:
        for action in self._of_journal:
            action.setEnabled(allowed)
        self._show_notes(allowed)

    def _show_notes(self, wanted: bool) -> None:
        for note in self._notes:
            note.setVisible(wanted)

    def _take_away(self, page: Page) -> None:
        self.stack.removeWidget(page)
        page.deleteLater()

    def show_page(self, page_id: str, *, fill: bool = True) -> Page:
        """Show a page, making it if this is the first time; `fill` is false while the journal is closed."""
        place = next((k for k, page in enumerate(self._pages) if page.id == page_id), 0)
        chosen = self._pages[place]
        if chosen.id not in self._made:
            made = chosen.make()
            self._made[chosen.id] = made
            self.stack.addWidget(made)
        self.stack.setCurrentWidget(self._made[chosen.id])
        self.rail.show()
        self.rail.show_chosen(place)
        self._made[chosen.id].focus_first()
        if fill:
            self._made[chosen.id].fill()
        return self._made[chosen.id]

    def show_welcome(self, welcome: Page) -> None:
        """Show the page of the first run in place of all others."""
        self.rail.hide()
        self._show_notes(False)
        self.stack.addWidget(welcome)
        self.stack.setCurrentWidget(welcome)
        welcome.focus_first()

    def leave_welcome(self, welcome: Page) -> None:
        """Go on to last night."""
        self._take_away(welcome)
        self._show_notes(True)
        self.show_page(FIRST_PAGE)

    def show_last_night(self) -> None:
        """Turn to the form of the night just past, where it can be read."""
        if self._alone is not None:
            self._alone.focus_first()
            return
        page = self.show_page(FIRST_PAGE)
        if isinstance(page, LastNightPage):
            page.show_newest()

    @property
    def page_id(self) -> str:
        """Return the id of the page that is shown."""
        shown = (key for key, page in self._made.items() if page is self.stack.currentWidget())
        return next(shown, FIRST_PAGE)

    def _page_chosen(self, place: int) -> None:
        self.show_page(self._pages[place].id)
        self.preferences_changed.emit(replace(self._surroundings.preferences, page=self._pages[place].id))

    def _text_size_wanted(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            chosen: Preferences = self._surroundings.preferences
            place = TEXT_SCALES.index(chosen.text_scale) + int(action.data())
            scale = TEXT_SCALES[min(max(place, 0), len(TEXT_SCALES) - 1)]
            self.preferences_changed.emit(replace(chosen, text_scale=scale, page=self.page_id))

    def finish_pages(self) -> None:
        """Write what was typed and is still waiting."""
        for page in self._made.values():
            page.finish()

    # --- telling

    def tell(self, sentence: str) -> None:
        """Show a sentence above the page until it is closed."""
        self._notice.tell(sentence)

    def add_status(self, note: QWidget) -> None:
        """Put a note at the end of the line beneath the page."""
        self._status.addWidget(note)
        self._notes.append(note)

    def remind(self, sentence: str) -> None:
        """Show a friendly sentence above the page."""
        self._notice.tell(sentence, kind="banner")

    def _tell_saved(self, moment: datetime) -> None:
        language = self._surroundings.language
        clock = language.clock(moment.time())
        self._saved.setText(language.tr("✓ Saved {time}", time=clock))

    def _tell_error(self, error: JournalError) -> None:
        self._notice.tell(error_sentence(error, self._surroundings.language))

    # --- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        compact = self.width() < self._surroundings.look.pixels(ROOMY)
        self.rail.set_compact(compact)
        side, top, foot = map(self._surroundings.look.pixels, (14 if compact else 34, 4, 8))
        self._status.setContentsMargins(side, top, side, foot)
        self._notice.set_side(side)
        for note in self.findChildren(QLabel, "status"):
            note.setWordWrap(compact)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.finish_pages()
        self.closing.emit(self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()


class Notice(QWidget):
    """A line above the page for what went wrong or needs to be known; it stays until it is closed."""

    def __init__(self, surroundings: Surroundings) -> None:
        super().__init__()
        self._outer = parts.column(surroundings.look, 0, (34, 14, 34, 0))
        self.setLayout(self._outer)
        self._frame, inside = parts.panel(surroundings.look)
        line = parts.row(surroundings.look)
        self._words = parts.label("")
        line.addWidget(self._words, 1)
        line.addWidget(
            parts.button(surroundings.tr("Close"), self.hide, "link"), 0, Qt.AlignmentFlag.AlignTop
        )
        inside.addLayout(line)
        self._outer.addWidget(self._frame)
        self.hide()

    def set_side(self, side: int) -> None:
        """Begin and end where the page beneath does."""
        margins = self._outer.contentsMargins()
        self._outer.setContentsMargins(side, margins.top(), side, margins.bottom())

    def tell(self, sentence: str, kind: str = "warning_panel") -> None:
        """Show a sentence; `kind` is the panel's name in the style sheet."""
        self._frame.setObjectName(kind)
        restyle(self._frame)
        self._words.setText(sentence)
        self.show()
