"""The orders the table of nights can be brought into, in words."""

from PySide6.QtCore import Qt

from journal_app.language import Language, later
from journal_app.ui.night_table import COLUMNS

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
Order = tuple[int, Qt.SortOrder]
NEWEST_FIRST: Order = (0, DOWN)
WORDS = (
    ("night", DOWN, later("Night, newest first")),
    ("night", UP, later("Night, oldest first")),
    ("state", DOWN, later("Cramps, most first")),
    ("state", UP, later("Cramps, fewest first")),
    ("pain", DOWN, later("Worst pain, highest first")),
    ("pain", UP, later("Worst pain, lowest first")),
    ("minutes", DOWN, later("Minutes, longest first")),
    ("minutes", UP, later("Minutes, shortest first")),
    ("where", UP, later("Where, A to Z")),
    ("where", DOWN, later("Where, Z to A")),
    ("note", UP, later("Note, A to Z")),
    ("note", DOWN, later("Note, Z to A")),
)


def orders(language: Language) -> list[tuple[Order, str]]:
    """Return each column both ways, with what it is called."""
    return [((COLUMNS.index(column), way), language.tr(words)) for column, way, words in WORDS]
