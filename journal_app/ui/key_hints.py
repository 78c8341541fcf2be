"""What a widget's key handler listens to, in words: kept beside the handler, shown by F1."""

from dataclasses import dataclass

from PySide6.QtCore import Qt


@dataclass(frozen=True)
class KeyHint:
    """Some keys that do one thing; `words` and `shown` are translated where they are shown."""

    keys: tuple[Qt.Key, ...]
    words: str
    shown: str = ""  # how the keys are written together: "0 … 9", "arrow keys"
    control: bool = False  # with Ctrl held


ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
