"""The typeface of the charts: the program's own, with a fallback, measured without drawing."""

from functools import lru_cache
from pathlib import Path

from matplotlib.font_manager import FontProperties, findfont, fontManager, get_font

from journal_app.paths import bundled

FAMILIES = ("Atkinson Hyperlegible Next", "DejaVu Sans")
REGULAR, BOLD = 400, 700
TEXT_PT = 12.0
TITLE_PT = 15.0
POINTS_PER_INCH = 72
LINE = 1.4  # line height, in the size of the text
_SCALE = 64  # FreeType counts in 64ths


@lru_cache(maxsize=64)
def face(size: float, weight: int) -> FontProperties:
    """Return the typeface in points; the bundled fonts are made known on the first call."""
    _register()
    return FontProperties(family=list(FAMILIES), size=size, weight=weight)


@lru_cache(maxsize=4096)
def width_of(text: str, size: float, weight: int = REGULAR) -> float:
    """Return the width of a text in inches."""
    if not text:
        return 0.0
    font = get_font(_files(weight))
    font.set_size(size, POINTS_PER_INCH)
    font.set_text(text)
    return font.get_width_height()[0] / _SCALE / POINTS_PER_INCH


def showable(text: str) -> str:
    """Return a text on one line, with an empty box for each sign that neither font has."""
    known = _known_signs()
    return "".join(sign if ord(sign) in known else "□" for sign in " ".join(text.split()))


def fitting(text: str, room: float, size: float, weight: int = REGULAR) -> str:
    """Return as much of a text as fits into `room` inches, an ellipsis at its end where it was cut."""
    if width_of(text, size, weight) <= room:
        return text
    length = next(
        (n for n in range(len(text) - 1, 1, -1) if width_of(text[:n].rstrip() + "…", size, weight) <= room), 0
    )
    return text[:length].rstrip() + "…" if length else ""


def wrapped(text: str, room: float, size: float, weight: int = REGULAR) -> list[str]:
    """Return a text in lines of at most `room` inches; a word longer than a line is cut."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width_of(longer, size, weight) <= room:
            lines[-1] = longer
        else:
            lines.append(fitting(word, room, size, weight))
    return lines


@lru_cache(maxsize=1)
def _register() -> None:
    for path in sorted(_folder().glob("*.ttf")):
        fontManager.addfont(path)


@lru_cache(maxsize=8)
def _files(weight: int) -> tuple[str, ...]:
    _register()
    return tuple(findfont(FontProperties(family=family, weight=weight)) for family in FAMILIES)


@lru_cache(maxsize=1)
def _known_signs() -> frozenset[int]:
    return frozenset(sign for file in _files(REGULAR) for sign in get_font(file).get_charmap())


def _folder() -> Path:
    return bundled("resources") / "fonts"
