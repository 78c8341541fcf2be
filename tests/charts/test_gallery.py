import gettext

import pytest

from journal_app.charts.chart import told_at
from journal_app.charts.names import chart_names, chart_title, habit_charts
from journal_app.charts.palette import DARK, GREY, LIGHT
from journal_app.charts.saving import pixels
from journal_app.journal.records import Records
from journal_app.language import Language, language_for
from tests.builders import quiet_night
from tests.charts.looking import squeezed, texts

HABITS = ("habit:alcohol", "habit:water", "habit:sauna")
EVERY = (*chart_names(), *HABITS)


def test_every_answered_habit_has_a_chart(review_of, knowledge):
    assert set(HABITS) <= set(habit_charts(review_of(90), knowledge))
    assert "habit:caffeine" not in habit_charts(review_of(90), knowledge)


def test_charts_have_titles(review_of, knowledge, language):
    titles = [chart_title(name, review_of(90), knowledge, language) for name in ("weeks", "habit:sauna")]

    assert titles == ["Cramps per week", "Sauna and the nights after"]


@pytest.mark.parametrize("name", EVERY)
def test_every_chart_says_what_it_shows(name, drawn):
    chart = drawn(name)

    assert chart.sentence.endswith(".")
    assert chart.spots
    assert not chart.empty


@pytest.mark.parametrize("name", EVERY)
def test_an_empty_journal_says_what_to_do(name, drawn, review_of):
    chart = drawn(name, records=Records(own_habits=review_of(90).records.own_habits))

    assert chart.empty
    assert " ".join(texts(chart, "empty")) == chart.sentence
    assert "Last night" in chart.sentence


@pytest.mark.parametrize("name", ["pain", "minutes", "hours", "muscles"])
def test_nights_without_details_say_which_to_add(name, drawn):
    chart = drawn(name, records=Records((quiet_night(),)))
    assert chart.empty
    assert "it shows here" in chart.sentence or "they show here" in chart.sentence


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(("count", "size"), [(1, (4.2, 3)), (90, (10, 4.2)), (3650, (6, 3))])
def test_no_text_is_cut_or_covered(name, count, size, drawn):
    assert squeezed(drawn(name, count, size=size)) == []


@pytest.mark.parametrize("name", EVERY)
@pytest.mark.parametrize(("count", "size"), [(8, (3, 3)), (400, (8, 6))])
def test_no_text_is_cut_or_covered_at_200_percent(name, count, size, drawn):
    assert squeezed(drawn(name, count, size=size, text_scale=2.0)) == []


@pytest.mark.parametrize("name", EVERY)
def test_a_picture_that_stands_alone_bears_title_and_sentence(name, drawn):
    chart = drawn(name, size=(6, 4), headed=True)

    assert " ".join(texts(chart, "title")) == chart.title
    assert " ".join(texts(chart, "sentence")) == chart.sentence
    assert squeezed(chart) == []


@pytest.mark.parametrize(
    "language", [Language(clock_24h=False), language_for("de")], ids=["12 h", "German dates"]
)
@pytest.mark.parametrize("name", EVERY)
def test_other_languages_and_clocks_fit_too(name, language, drawn):
    assert squeezed(drawn(name, language=language, size=(6, 3.4))) == []


class Wordy(gettext.NullTranslations):
    """Says everything in half as many words again."""

    def gettext(self, message):
        return message + " x" * (len(message) // 5)

    def ngettext(self, one, many, n):
        return self.gettext(one if n == 1 else many)


@pytest.mark.parametrize("name", EVERY)
def test_longer_languages_fit_too(name, drawn):
    chart = drawn(name, language=Language(catalog=Wordy()), size=(3.4, 3), headed=True)

    assert squeezed(chart) == []


@pytest.mark.parametrize("palette", [LIGHT, DARK, GREY], ids=lambda palette: palette.name)
def test_a_chart_lies_on_its_palettes_panel(palette, drawn):
    picture = pixels(drawn("weeks", palette=palette), 96)

    assert "#" + picture.rgba[:3].hex() == palette.panel


def test_a_size_that_would_squeeze_grows(drawn):
    chart = drawn("pain", size=(1, 1), text_scale=2.0)

    assert tuple(chart.figure.get_size_inches()) == (6.4, 5.2)


def test_the_pointer_finds_a_week_and_nothing_beside_it(drawn):
    chart = drawn("weeks")

    assert told_at(chart, 0.08, 0.3) == "4 Aug to 10 Aug 2026: 2 cramps, 6 nights recorded"
    assert told_at(chart, 0.001, 0.999) is None
