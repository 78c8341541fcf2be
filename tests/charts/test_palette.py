import pytest

from journal_app.charts.palette import DARK, GREY, LIGHT, contrast

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK, GREY], ids=lambda palette: palette.name)


@PALETTES
@pytest.mark.parametrize("fill", ["panel", "background", "accent_soft", "quiet_soft", "cramp_soft"])
def test_text_reads_on_every_fill(palette, fill):
    assert contrast(palette.text, getattr(palette, fill)) >= 4.5


@PALETTES
@pytest.mark.parametrize("fill", ["warning_soft", "medicine_soft"])
def test_text_reads_on_warnings_and_medicine_bars(palette, fill):
    assert contrast(palette.text, getattr(palette, fill)) >= 4.5


@PALETTES
@pytest.mark.parametrize("ink", ["muted", "accent", "quiet", "cramp_high", "warning", "medicine"])
def test_coloured_words_read_on_the_panel(palette, ink):
    assert contrast(getattr(palette, ink), palette.panel) >= 4.5


@PALETTES
def test_words_read_on_the_rail_and_on_buttons(palette):
    assert contrast(palette.rail_text, palette.rail) >= 4.5
    assert contrast(palette.rail_text, palette.rail_chosen) >= 4.5
    assert contrast(palette.on_accent, palette.accent) >= 4.5


@PALETTES
def test_marks_stand_out_from_the_panel(palette):
    for mark in (palette.quiet, palette.cramp_middle, palette.cramp_high, palette.cramp_edge):
        assert contrast(mark, palette.panel) >= 3.0


def test_black_on_white_has_the_largest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_the_three_steps_of_pain_differ_in_grey():
    assert contrast(GREY.cramp_low, GREY.cramp_middle) >= 1.5
    assert contrast(GREY.cramp_middle, GREY.cramp_high) >= 1.5


def test_pain_without_a_number_has_the_middle_colour():
    assert [LIGHT.cramp(pain) for pain in (None, 2, 5, 9)] == [
        LIGHT.cramp_middle,
        LIGHT.cramp_low,
        LIGHT.cramp_middle,
        LIGHT.cramp_high,
    ]
