"""Read from right to left every place is mirrored and whole; the picture of the legs is not mirrored."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QToolButton

from journal_app.language import Language
from journal_app.ui.leg_picture_view import LegPictureView
from journal_app.ui.rail import Rail
from tests.mirrored_language import LETTERS, mirrored_language
from tests.ui.hands import texts
from tests.ui.places import PAGES, PLACES, open_place, write_journal
from tests.ui.test_layout import ROUNDS, WINDOW, is_cut, overlaps, scroll_areas, text_widgets

each_place = pytest.mark.parametrize("name", PLACES)
each_scale = pytest.mark.parametrize("text_scale", [100, 150])
SPOKEN = "journal_app.app.language_for"


@pytest.fixture
def place(open_program, journal_path, qapp, monkeypatch):
    write_journal(journal_path)

    def laid_out(name, text_scale=100):
        monkeypatch.setattr(SPOKEN, lambda *_chosen: mirrored_language())
        shown = open_place(open_program, name, text_scale=text_scale)
        shown.window().resize(WINDOW)
        open_program.settle()
        for _ in range(ROUNDS):
            QApplication.processEvents()
        return shown

    yield laid_out
    open_program.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@each_place
@each_scale
def test_nothing_is_cut_and_nothing_overlaps(place, name, text_scale):
    shown = place(name, text_scale)

    assert shown.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert [area for area in scroll_areas(shown) if area.horizontalScrollBar().maximum() > 0] == []
    assert [told for widget in text_widgets(shown) if (told := is_cut(widget))] == []
    assert overlaps(shown) == []


@pytest.mark.parametrize("name", PAGES)
def test_the_rail_stands_on_the_right(place, name):
    shown = place(name)
    rail = shown.window().findChild(Rail)

    assert rail.x() + rail.width() == shown.window().width()
    assert shown.mapTo(shown.window(), shown.rect().topLeft()).x() == 0


def test_words_begin_at_the_right_edge(place):
    title = place("about").title

    assert title.text()[0] in LETTERS
    assert ink_of(title).right() > title.width() - title.fontMetrics().height()


def test_the_left_leg_stays_the_left_leg(place, open_program):
    mirrored = places_of_muscles(place("night"))
    with pytest.MonkeyPatch.context() as usual:
        usual.setattr(SPOKEN, lambda *_chosen: Language())
        assert places_of_muscles(open_place(open_program, "night")) == mirrored


def test_a_night_is_told_with_its_numbers_as_they_are(place):
    page = place("night")

    assert "3" in page.title.text()
    assert "2026" in place("calendar").accessibleName() + "".join(texts(place("calendar")))


def places_of_muscles(page):
    """Return where each muscle of each leg stands, in tenths from the leftmost to the rightmost one."""
    areas = page.findChild(LegPictureView).areas
    middles = [area.x() + area.mask().boundingRect().center().x() for area in areas]
    first, width = min(middles), max(middles) - min(middles)
    shapes = [(area.shape.muscle, area.shape.leg) for area in areas]
    return {shape: round(10 * (x - first) / width) for shape, x in zip(shapes, middles, strict=True)}


def ink_of(widget):
    """Return where something is drawn on a widget."""
    picture = widget.grab().toImage()
    ground = picture.pixel(0, 0)
    drawn = [
        QRect(x, y, 1, 1)
        for x in range(picture.width())
        for y in range(0, picture.height(), 2)
        if picture.pixel(x, y) != ground
    ]
    found = drawn[0]
    for dot in drawn:
        found = found.united(dot)
    return found


def test_every_button_of_the_rail_can_be_read(place):
    rail = place("settings", 150).window().findChild(Rail)

    assert [b.text() for b in rail.findChildren(QToolButton) if b.width() < b.sizeHint().width()] == []
