"""How the window looks: fonts, the palette as Qt wants it, the style sheet filled in, and the icons."""

import re
from functools import cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from journal_app.charts.palette import DARK, DARK_STRONG, LIGHT, Palette, strong
from journal_app.paths import bundled

FAMILIES = ("Atkinson Hyperlegible Next", "DejaVu Sans")
BASE_PIXELS = 17
ICON_PIXELS = 22


class Look:
    """One palette at one text size. `pixels` scales every length of the window with the text."""

    def __init__(self, palette: Palette, text_scale: int, cache_folder: Path) -> None:
        self.palette = palette
        self.text_scale = text_scale
        self._cache_folder = cache_folder

    @property
    def dark(self) -> bool:
        """Whether the palette is the dark one."""
        return self.palette in (DARK, DARK_STRONG)

    def pixels(self, at_100: float) -> int:
        """Return a length that is `at_100` pixels at 100 % text."""
        return round(at_100 * self.text_scale / 100)

    def icon(self, name: str, colour: str) -> QIcon:
        """Return a line icon in one of the palette's colours."""
        return QIcon(_drawn(name, colour, self.pixels(ICON_PIXELS)))

    def apply(self, application: QApplication) -> None:
        """Give the whole program this look."""
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPixelSize(self.pixels(BASE_PIXELS))
        application.setFont(font)
        application.setPalette(self._qt_palette())
        application.setStyleSheet(self._style_sheet())

    def _qt_palette(self) -> QPalette:
        ours, palette = self.palette, QPalette()
        roles = {
            QPalette.ColorRole.Window: ours.background,
            QPalette.ColorRole.WindowText: ours.text,
            QPalette.ColorRole.Base: ours.panel,
            QPalette.ColorRole.AlternateBase: ours.background,
            QPalette.ColorRole.Text: ours.text,
            QPalette.ColorRole.Button: ours.panel,
            QPalette.ColorRole.ButtonText: ours.text,
            QPalette.ColorRole.Highlight: ours.accent,
            QPalette.ColorRole.HighlightedText: ours.on_accent,
            QPalette.ColorRole.PlaceholderText: ours.muted,
            QPalette.ColorRole.Link: ours.accent,
        }
        for role, colour in roles.items():
            palette.setColor(role, QColor(colour))
        return palette

    def _style_sheet(self) -> str:
        template = (bundled("resources") / "style" / "window.qss").read_text(encoding="utf-8")
        in_pixels = re.sub(r"(\d+)u\b", lambda length: f"{self.pixels(int(length[1]))}px", template)
        return re.sub(r"@(\w+)", lambda name: self._token(name[1]), in_pixels)

    def _token(self, name: str) -> str:
        ours = self.palette
        if name.startswith("icon_"):
            return self._icon_file(name.removeprefix("icon_"))
        if name == "field":
            return ours.muted
        if name == "cramp_text":
            return ours.cramp_high if not self.dark else ours.cramp_middle
        return str(getattr(ours, name))

    def _icon_file(self, name: str) -> str:
        """A style sheet takes pictures only from files, so the tinted ones are written once."""
        colour = self.palette.on_accent if name == "check" else self.palette.text
        path = self._cache_folder / f"{name}-{colour[1:]}.svg"
        if not path.exists():
            try:
                path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                unfinished = path.with_suffix(".new")
                unfinished.write_bytes(_tinted(name, colour))
                unfinished.replace(path)
            except OSError:  # a full disk: better in another colour than no window
                return _icon(name).as_posix()
        return path.as_posix()


def chosen_palette(theme: str, more_contrast: bool = False) -> Palette:
    """Return the palette for a theme; `system` asks the desktop."""
    dark = theme == "dark"
    if theme == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    palette = DARK if dark else LIGHT
    return strong(palette) if more_contrast else palette


def load_fonts() -> None:
    """Make the bundled typefaces known to Qt."""
    for path in sorted((bundled("resources") / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))


def restyle(widget: QWidget) -> None:
    """Apply the style sheet again after a property it asks for has changed."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _icon(name: str) -> Path:
    return bundled("resources") / "icons" / f"{name}.svg"


def _tinted(name: str, colour: str) -> bytes:
    drawing = _icon(name).read_text(encoding="utf-8")
    return drawing.replace("#000", colour).encode()


@cache
def _drawn(name: str, colour: str, pixels: int) -> QPixmap:
    sharp = 2
    pixmap = QPixmap(QSize(pixels, pixels) * sharp)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(_tinted(name, colour))).render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(sharp)
    return pixmap
