"""What the window remembers between starts. Nothing of the journal's content is ever kept here."""

import re
from contextlib import suppress
from dataclasses import dataclass, fields, replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

TEXT_SCALES = (100, 110, 125, 150, 175, 200)
LOCK_AFTER = (0, 5, 10, 30, 60)  # minutes; 0 is never
CHOICES = {
    "theme": ("system", "light", "dark"),
    "volume_unit": ("ml", "fl oz"),
    "temperature_unit": ("°C", "°F"),
    "paper": ("A4", "Letter"),
}

MOST_BYTES = 100_000
# Also where a letter of it is written as an escape.
_OBJECT = re.compile(rb"@(Variant|DateTime)\(|@[A-Za-z]*\\x|(?<!\\)\\(x0*40|0*100)")


@dataclass(frozen=True, slots=True)
class Preferences:
    """The choices of the Settings page; every field has a value that works."""

    text_scale: int = 100
    theme: str = "system"  # system, light, dark
    volume_unit: str = "ml"  # ml, fl oz
    temperature_unit: str = "°C"  # °C, °F
    clock_24h: bool = True
    language: str = ""  # empty: the system's
    paper: str = "A4"
    country: str = ""  # for the numbers to call; empty: by the language's country
    more_contrast: bool = False
    reminder: bool = False
    reminder_time: str = "08:00"
    tray_told: bool = False  # that the program stays in the tray when its window is closed
    welcomed: bool = False
    place_told: bool = False  # that the journal lies where it is at risk
    second_backup_folder: str = ""  # empty: only the one beside the journal
    lock_after: int = 10  # minutes, where there is a password; 0 is never
    page: str = "night"


class PreferenceFile:
    """Reads and writes the preferences and the window's size in one small file."""

    def __init__(self, path: Path) -> None:
        _set_aside_what_is_not_ours(path)
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def load(self) -> Preferences:
        """Return what was chosen; a value that cannot be read falls back to its default."""
        chosen = Preferences()
        for field in fields(Preferences):
            default = getattr(chosen, field.name)
            value = self._file.value(f"choices/{field.name}", default, type(default))
            if _can_be(field.name, value):
                chosen = replace(chosen, **{field.name: value})
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - chosen.text_scale))
        return replace(chosen, text_scale=nearest)

    def save(self, chosen: Preferences) -> None:
        """Keep every choice."""
        for field in fields(Preferences):
            self._file.setValue(f"choices/{field.name}", getattr(chosen, field.name))
        self._file.sync()

    def geometry(self) -> QByteArray:
        """Return the window's place and size, empty at the first start."""
        kept = self._file.value("window/geometry")
        return kept if isinstance(kept, QByteArray) else QByteArray()

    def save_geometry(self, geometry: QByteArray) -> None:
        """Keep the window's place and size."""
        self._file.setValue("window/geometry", geometry)
        self._file.sync()


def _set_aside_what_is_not_ours(path: Path) -> None:
    """Rename a file with values that Qt makes objects of, whatever they say; we write none."""
    with suppress(OSError):
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
        if len(content) > MOST_BYTES or _OBJECT.search(content):
            path.replace(path.with_name(f"{path.name}.set-aside"))


def _can_be(name: str, value: object) -> bool:
    """Tell whether a value is one that the window can use; someone may have edited the file."""
    if isinstance(value, str) and not value.isprintable():
        return False
    return name not in CHOICES or value in CHOICES[name]


def look_of(chosen: Preferences) -> Preferences:
    """Return the choices that change how the window looks or speaks."""
    return replace(
        chosen,
        page="",
        welcomed=True,
        reminder=False,
        reminder_time="",
        tray_told=False,
        place_told=False,
        second_backup_folder="",
        lock_after=0,
    )
