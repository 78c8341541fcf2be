from io import BytesIO

import pytest
from matplotlib.image import imread
from pypdf import PdfReader

from journal_app.charts.saving import picture_bytes, pixels, save
from journal_app.journal.errors import JournalError


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_the_same_chart_gives_the_same_bytes(kind, drawn):
    assert picture_bytes(drawn("weeks"), kind) == picture_bytes(drawn("weeks"), kind)


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_a_picture_tells_nothing_about_its_maker_or_moment(kind, drawn):
    content = picture_bytes(drawn("hours"), kind).lower()

    assert b"matplotlib" not in content
    assert b"creationdate" not in content
    assert b"<dc:date>" not in content


def test_a_picture_is_as_large_as_it_was_drawn(drawn, tmp_path):
    save(drawn("weeks", size=(6, 4)), tmp_path / "weeks.png", dpi=100)

    assert imread(tmp_path / "weeks.png").shape[:2] == (400, 600)


def test_a_pdf_keeps_its_words(drawn):
    page = PdfReader(BytesIO(picture_bytes(drawn("weeks"), "pdf"))).pages[0]

    assert "cramps a week" in page.extract_text()


def test_another_ending_is_refused_with_a_sentence(drawn, tmp_path):
    with pytest.raises(JournalError, match="PNG, SVG or PDF, not as GIF"):
        save(drawn("hours"), tmp_path / "hours.gif")


def test_pixels_cover_the_picture_at_the_screens_density(drawn):
    picture = pixels(drawn("hours", size=(4, 3)), 192)

    assert (picture.width, picture.height) == (768, 576)
    assert len(picture.rgba) == 768 * 576 * 4
