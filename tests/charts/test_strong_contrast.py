"""The palettes for eyes that need more contrast: words at least 7:1, lines and marks 4.5:1."""

import pytest

from journal_app.charts.palette import DARK, DARK_STRONG, LIGHT, LIGHT_STRONG, contrast, strong

STRONG = pytest.mark.parametrize("palette", [LIGHT_STRONG, DARK_STRONG], ids=lambda palette: palette.name)
SOFT = ("accent_soft", "quiet_soft", "cramp_soft", "warning_soft", "medicine_soft")


@STRONG
@pytest.mark.parametrize("fill", ["panel", "background", *SOFT])
def test_text_reads_on_every_fill(palette, fill):
    assert contrast(palette.text, getattr(palette, fill)) >= 7


@STRONG
@pytest.mark.parametrize("fill", ["panel", "background"])
@pytest.mark.parametrize("ink", ["muted", "accent", "quiet", "cramp_high", "warning", "medicine"])
def test_coloured_words_read_on_panel_and_background(palette, ink, fill):
    assert contrast(getattr(palette, ink), getattr(palette, fill)) >= 7


@STRONG
def test_words_read_on_the_rail_on_buttons_and_on_tags(palette):
    assert contrast(palette.rail_text, palette.rail) >= 7
    assert contrast(palette.rail_text, palette.rail_chosen) >= 7
    assert contrast(palette.on_accent, palette.accent) >= 7
    assert contrast(palette.panel, palette.warning) >= 7


@pytest.mark.parametrize(("palette", "ink"), [(LIGHT_STRONG, "cramp_high"), (DARK_STRONG, "cramp_middle")])
def test_the_word_cramp_reads_on_its_fill(palette, ink):
    assert contrast(getattr(palette, ink), palette.cramp_soft) >= 7


@STRONG
@pytest.mark.parametrize("mark", ["line", "gap", "quiet", "cramp_middle", "cramp_high", "cramp_edge"])
def test_lines_and_marks_stand_out(palette, mark):
    assert contrast(getattr(palette, mark), palette.panel) >= 4.5


@pytest.mark.parametrize(("usual", "stronger"), [(LIGHT, LIGHT_STRONG), (DARK, DARK_STRONG)])
def test_each_look_has_its_strong_variant(usual, stronger):
    assert strong(usual) is stronger
    assert contrast(stronger.line, stronger.panel) > contrast(usual.line, usual.panel)
