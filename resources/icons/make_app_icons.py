"""Draw app.svg at the sizes the systems ask for: `python resources/icons/make_app_icons.py`."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

HERE = Path(__file__).parent
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
WINDOWS_SIZES = (16, 24, 32, 48, 64, 128, 256)


def main() -> None:
    """Write app-<size>.png and app.ico beside app.svg."""
    svg = QSvgRenderer(str(HERE / "app.svg"))
    pictures = {size: _png(svg, size) for size in SIZES}
    for size, png in pictures.items():
        (HERE / f"app-{size}.png").write_bytes(png)
    (HERE / "app.ico").write_bytes(_ico({size: pictures[size] for size in WINDOWS_SIZES}))


def _png(svg: QSvgRenderer, size: int) -> bytes:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    svg.render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return buffer.data().data()


def _ico(pictures: dict[int, bytes]) -> bytes:
    """Put PNGs into one Windows icon: a head, an entry of 16 bytes for each, then the pictures."""
    entries, offset = b"", 6 + 16 * len(pictures)
    for size, png in pictures.items():
        entries += struct.pack("<4B2H2I", size % 256, size % 256, 0, 0, 1, 32, len(png), offset)
        offset += len(png)
    return struct.pack("<3H", 0, 1, len(pictures)) + entries + b"".join(pictures.values())


if __name__ == "__main__":
    main()
