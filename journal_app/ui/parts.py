"""The small parts pages are made of: labels, panels, buttons, rows. User text never acts as markup."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from journal_app.ui.sheet import Sheet
from journal_app.ui.theme import Look
from journal_app.wording.segments import Sentence, plain

Box = TypeVar("Box", bound=QBoxLayout)
FOLDING, YIELDING = "folding", "yielding"
PANEL_SIDE = 20
TAG_PLACE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


def label(text: str, kind: str = "", wrap: bool = True) -> QLabel:
    """Return a plain-text label; `kind` is its name in the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setObjectName(kind)
    made.setWordWrap(wrap)
    if wrap:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        made.setSizePolicy(policy)
    return made


def button(text: str, clicked: Callable[[], object], role: str = "", name: str = "") -> QPushButton:
    """Return a push button; `role` is its part in the style sheet, `name` its accessible name."""
    made = QPushButton(text)
    made.setProperty("role", role)
    made.setAccessibleName(name or text.replace("&", ""))
    made.clicked.connect(lambda _checked=False: clicked())
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    return made


def rule() -> QFrame:
    """Return a hairline."""
    line = QFrame()
    line.setObjectName("rule")
    return line


def column(look: Look, gap: int = 10, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Return a column with lengths that grow with the text."""
    return _spaced(QVBoxLayout(), look, gap, margins)


def row(look: Look, gap: int = 10, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Return a row with lengths that grow with the text."""
    return _spaced(QHBoxLayout(), look, gap, margins)


def folding_row(look: Look, gap: int = 10) -> QHBoxLayout:
    """Return a row that a page turns into a column where there is little room."""
    made = row(look, gap)
    made.setObjectName(FOLDING)
    return made


def yielding_row(look: Look, gap: int = 10) -> QHBoxLayout:
    """Return a row that a page turns into a column only where its parts do not fit beside each other."""
    made = row(look, gap)
    made.setObjectName(YIELDING)
    return made


def panel(look: Look, kind: str = "panel") -> tuple[QFrame, QVBoxLayout]:
    """Return a rounded panel and the column to fill it with."""
    frame = QFrame()
    frame.setObjectName(kind)
    inside = column(look, 10, (PANEL_SIDE, 16, PANEL_SIDE, 16))
    frame.setLayout(inside)
    return frame, inside


def scrolled(column: QVBoxLayout) -> QScrollArea:
    """Let what a dialog says scroll where the screen is too small, so that every button can be reached."""
    body, area = Sheet(), QScrollArea()
    body.setLayout(column)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


def clear(layout: QLayout) -> None:
    """Remove and delete everything in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.setParent(None)
            widget.deleteLater()
        elif (inner := item.layout()) is not None:
            clear(inner)


def fill(layout: QBoxLayout, widgets: Iterable[QWidget]) -> None:
    """Add widgets one after the other."""
    for widget in widgets:
        layout.addWidget(widget)


def add_small_print(layout: QBoxLayout, text: str) -> None:
    """Add a text in a quieter colour, where there is one."""
    if text:
        layout.addWidget(label(text, "muted"))


def _spaced(box: Box, look: Look, gap: int, margins: tuple[int, int, int, int]) -> Box:
    box.setSpacing(look.pixels(gap))
    box.setContentsMargins(*(look.pixels(margin) for margin in margins))
    return box


def sentence_label(sentence: Sentence, kind: str = "") -> QLabel:
    """Return a label for a sentence with bold numbers; its words are escaped, never read as markup."""
    made = label("", kind)
    show_sentence(made, sentence)
    return made


def show_sentence(made: QLabel, sentence: Sentence) -> None:
    """Show a sentence with bold numbers in a label."""
    marked = (f"<b>{escape(text)}</b>" if bold else escape(text) for text, bold in sentence)
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setText("".join(marked))
    made.setAccessibleName(plain(sentence))


def tip(text: str) -> str:
    """Return the text of a tool tip, or of another place where Qt takes what looks like markup for markup."""
    return text if "<" not in text else f'<span style="white-space: pre-wrap">{escape(text)}</span>'


def folded(text: str, metrics: QFontMetrics, room: int) -> str:
    """Break a text that is wider than the room there is, for widgets that cannot do so themselves."""
    lines = [""]
    for word in _pieces(text, metrics, room):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and metrics.horizontalAdvance(longer) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)


def _pieces(text: str, metrics: QFontMetrics, room: int) -> Iterator[str]:
    """Yield the words; one that is wider than the room comes in several pieces."""
    for word in text.split(" "):
        start = 0
        for end in range(1, len(word)):
            if metrics.horizontalAdvance(word[start : end + 1]) > room:
                yield word[start:end]
                start = end
        yield word[start:]


def open_within_screen(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size, and no more than the screen has."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize()))


def path_field(name: str, path: Path) -> QLineEdit:
    """Return a line that shows where something lies: however long it is, and to be copied."""
    made = QLineEdit(str(path), readOnly=True)
    made.setAccessibleName(name)
    made.setCursorPosition(0)
    return made


def tag(text: str, kind: str) -> QLabel:
    """Return a small rounded label; `kind` is its colour in the style sheet."""
    made = label(text, kind, wrap=False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
    return made
