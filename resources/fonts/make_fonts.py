"""Join the web fonts of an unpacked `@fontsource/atkinson-hyperlegible-next` package into ttf files.

Run as `python resources/fonts/make_fonts.py <the package>`; needs fontTools, which matplotlib brings.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.ttLib import TTFont

FAMILY = "Atkinson Hyperlegible Next"
STYLES = {"Regular": 400, "SemiBold": 600, "Bold": 700}
ALPHABETS = ("latin", "latin-ext")
KEPT_NAMES = (0, 5, 8, 9, 11, 12, 13, 14)  # copyright, version, makers, licence
BOLD, REGULAR = 1 << 5, 1 << 6  # OS/2 fsSelection


def main(package: Path) -> None:
    """Write one ttf for each style beside this script."""
    for style, weight in STYLES.items():
        font = _joined(package, weight)
        _rename(font, style)
        font.save(Path(__file__).parent / f"{FAMILY.replace(' ', '')}-{style}.ttf")


def _joined(package: Path, weight: int) -> TTFont:
    """Join the alphabets; the names come from the first."""
    stem = "atkinson-hyperlegible-next"
    parts = [TTFont(package / "files" / f"{stem}-{part}-{weight}-normal.woff") for part in ALPHABETS]
    with TemporaryDirectory() as folder:
        files = [str(Path(folder) / f"{part}.ttf") for part in ALPHABETS]
        for part, file in zip(parts, files, strict=True):
            part.flavor = None
            part.save(file)
        font = Merger().merge(files)
    font["name"] = parts[0]["name"]
    font["OS/2"].usWeightClass = weight
    return font


def _rename(font: TTFont, style: str) -> None:
    """Name family and style, so that weights are found under one family everywhere."""
    names = font["name"]
    kept = {number: names.getDebugName(number) for number in KEPT_NAMES}
    linked = style in ("Regular", "Bold")
    texts = {
        **{number: text for number, text in kept.items() if text},
        1: FAMILY if linked else f"{FAMILY} {style}",
        2: style if linked else "Regular",
        3: f"AtkinsonHyperlegibleNext-{style}",
        4: f"{FAMILY} {style}",
        6: f"AtkinsonHyperlegibleNext-{style}",
        16: FAMILY,
        17: style,
    }
    names.names = []
    for number, text in sorted(texts.items()):
        names.setName(text, number, 3, 1, 0x409)
    flags = font["OS/2"].fsSelection & ~(BOLD | REGULAR | 1)
    font["OS/2"].fsSelection = flags | (BOLD if style == "Bold" else REGULAR)
    font["head"].macStyle = int(style == "Bold")
    font["OS/2"].recalcUnicodeRanges(font)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
