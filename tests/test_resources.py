import re
import struct

import pytest
from fontTools.ttLib import TTFont
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage
from PySide6.QtSvg import QSvgRenderer

from journal_app.paths import bundled

FONTS = bundled("resources") / "fonts"
ICONS = bundled("resources") / "icons"
FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}
LATIN = "0123456789.,:;!?()%+-−×÷=<>±°·•…–—‘’“”«»‹›£€½¼ÄÖÜäöüßàâçéèêëîïñóòôõøåæœłńśźżčďěňřšťžőűğışșțŁŽÞð"
FALLBACK = "ΑΒΓαβγάέώЖЩЯжщяёі≤≥→←✓"
ICON_NAMES = sorted(file.stem for file in ICONS.glob("*.svg") if file.stem != "app")
PAGES = {"night", "calendar", "trends", "patterns", "remedy", "report", "about", "settings"}
MARKS = {"quiet", "cramp", "warning", "note", "bell", "lock"}


def letters_missing(font, letters):
    known = TTFont(FONTS / font).getBestCmap()
    return [letter for letter in letters if ord(letter) not in known]


@pytest.mark.parametrize("style", WEIGHTS)
def test_the_typeface_writes_the_latin_languages(style):
    assert letters_missing(f"AtkinsonHyperlegibleNext-{style}.ttf", LATIN) == []


@pytest.mark.parametrize("font", ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"])
def test_the_fallback_writes_greek_cyrillic_and_signs(font):
    assert letters_missing(font, FALLBACK) == []


@pytest.mark.parametrize(("style", "weight"), WEIGHTS.items())
def test_every_weight_is_found_under_one_family(qapp, style, weight):
    QFontDatabase.addApplicationFont(str(FONTS / f"AtkinsonHyperlegibleNext-{style}.ttf"))
    found = QFontInfo(QFont(FAMILY, 14, weight))

    assert (found.family(), found.weight()) == (FAMILY, weight)


@pytest.mark.parametrize("licence", ["OFL.txt", "DejaVu-LICENSE.txt"])
def test_the_typefaces_carry_their_licences(licence):
    text = (FONTS / licence).read_text("utf-8")

    assert re.search(r"(?i)copyright", text)
    assert (
        "Permission is hereby granted" in text.replace("PERMISSION", "Permission")
        or "OPEN FONT LICENSE" in text
    )


@pytest.mark.parametrize("name", ICON_NAMES)
def test_an_icon_is_drawn_with_the_one_pen(name):
    svg = (ICONS / f"{name}.svg").read_text("utf-8")

    assert 'viewBox="0 0 24 24"' in svg
    assert 'stroke="#000" stroke-width="1.8" stroke-linecap="round"' in svg
    assert set(re.findall(r"#[0-9a-fA-F]+", svg)) == {"#000"}


@pytest.mark.parametrize("name", [*ICON_NAMES, "app"])
def test_an_icon_can_be_shown(qapp, name):
    assert QSvgRenderer(str(ICONS / f"{name}.svg")).isValid()


def test_every_page_and_every_mark_has_an_icon():
    assert set(ICON_NAMES) >= PAGES | MARKS


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_the_sign_of_the_program_comes_in_every_size(size):
    image = QImage(str(ICONS / f"app-{size}.png"))

    assert (image.width(), image.height()) == (size, size)


def test_the_windows_icon_holds_seven_pictures():
    kind, count = struct.unpack_from("<2H", (ICONS / "app.ico").read_bytes(), 2)

    assert (kind, count) == (1, 7)


def test_the_leg_picture_is_an_svg_that_any_viewer_shows(qapp):
    picture = QSvgRenderer(str(bundled("resources") / "legs.svg"))

    assert (picture.defaultSize().width(), picture.defaultSize().height()) == (360, 290)
