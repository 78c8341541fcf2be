"""Every key of the window in words: from its actions, and from what the key handlers say of themselves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar, Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

from journal_app.language import Language, later
from journal_app.ui.key_hints import KeyHint

NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True)
class KeySection:
    """Where some keys hold, and the keys with what each does."""

    where: str
    keys: tuple[tuple[str, str], ...]


class HasKeys(Protocol):
    """A kind of widget that says which keys it handles."""

    KEYS: ClassVar[tuple[KeyHint, ...]]


def key_sections(actions: Iterable[QAction], language: Language) -> tuple[KeySection, ...]:
    """Return the keys that hold everywhere, then those of each place."""
    everywhere = tuple((_written(action.shortcuts()), action.text()) for action in actions)
    tr = language.tr
    places = (
        KeySection(tr(where), tuple((shown(hint, language), tr(hint.words)) for hint in kind.KEYS))
        for where, kind in places_with_keys()
    )
    return (KeySection(tr("Everywhere"), tuple(key for key in everywhere if key[0])), *places)


def places_with_keys() -> Iterator[tuple[str, type[HasKeys]]]:
    """Yield each kind of widget that handles keys of its own; their modules are loaded when asked for."""
    # ruff: noqa: PLC0415
    from journal_app.ui.calendar_page import CalendarPage
    from journal_app.ui.day_field import DayField
    from journal_app.ui.last_night_page import LastNightPage
    from journal_app.ui.leg_picture_view import MuscleArea
    from journal_app.ui.night_field import NightField
    from journal_app.ui.scale_bar import ScaleBar

    yield later("On the page Last night"), LastNightPage
    yield later("On the leg picture"), MuscleArea
    yield later("On a bar from 0 to 10"), ScaleBar
    yield later("On the page Calendar"), CalendarPage
    yield later("On the year and the month"), NightField
    yield later("In a field for a day"), DayField


def shown(hint: KeyHint, language: Language) -> str:
    """Write the keys of a hint as the person's system names them."""
    if hint.shown:
        return language.tr(hint.shown)
    held = Qt.KeyboardModifier.ControlModifier if hint.control else Qt.KeyboardModifier.NoModifier
    return _written([QKeySequence(Qt.KeyboardModifier(held) | key) for key in hint.keys])


def _written(sequences: Iterable[QKeySequence]) -> str:
    return ", ".join(sequence.toString(NATIVE) for sequence in sequences)
