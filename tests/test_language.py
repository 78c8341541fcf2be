"""The catalogues are complete and true to what they translate, and German reads as it should."""

import re
from datetime import date, time
from functools import cache

import pytest
from babel.messages.pofile import read_po

from journal_app.journal.records import Records
from journal_app.language import (
    DOMAIN,
    KNOWLEDGE,
    Language,
    available_languages,
    known_texts,
    language_for,
)
from journal_app.paths import bundled
from journal_app.report.choices import PAGE_ONE_ONLY, AnnexPart
from journal_app.report.pdf import pdf_bytes
from journal_app.wording.nights import night_title, quiet_feedback
from resources.translations.collect_texts import collected, collected_knowledge, texts_of
from tests.pseudo_language import pseudo_language, said
from tests.report.journals import QUESTIONS, contents_of, ten_years, three_months, two_weeks
from tests.report.paper_reader import read, text_of
from tests.report.test_pdf import crowded, outside

FOLDER = bundled("resources") / "translations"
FORBIDDEN = re.compile(r"\b(verursach\w*|sicher|normal\w*|unbedenklich)\b", re.IGNORECASE)
MARKS = {"values": r"\{\w*\}", "bold": r"\*\*", "file endings": r"\(\*\.\w+\)", "argparse": r"%\S*[sr]\b"}
GERMAN_PAGE_ONE = {
    "How often?": "1,7 pro Woche",
    "Better or worse?": "Vielleicht ist es etwas besser; das kann auch Zufall sein.",
    "How bad?": "5 von 10 mittlerer Schmerz; stärkster 8.",
    "How long?": "3 Minuten mittlere Dauer eines Krampfs; längste 7 Minuten",
    "Where?": "Wade links 9 Wade rechts 7",
    "When?": "10 von 19 Krämpfen mit Uhrzeit begannen von 04:00 bis 06:00.",
    "Which medicines?": "seit Juni 2026, halbiert: 21. September 2026. Steht mit Krämpfen in Verbindung",
    "What other illness?": "Diabetes; Krampfadern; high blood pressure. Nicht schwanger. Keine Dialyse.",
    "What went together?": "Krämpfe nach 8 von 22 Abenden mit Alkohol und nach 7 von 56 Abenden ohne.",
    "Warning signs?": "Ja: Bleiben beide Beine taub oder geschwollen?",
}

each_domain = pytest.mark.parametrize("domain", [DOMAIN, KNOWLEDGE])


@pytest.fixture(scope="module")
def german():
    return language_for("de")


@cache
def catalogue(file):
    with (FOLDER / file).open(encoding="utf-8") as lines:
        return [message for message in read_po(lines, locale="de") if message.id]


def pairs():
    """Return each English text with its German one; a plural with the plural."""
    return [
        (message.id[-1], message.string[-1]) if message.pluralizable else (message.id, message.string)
        for message in catalogue("de/LC_MESSAGES/journal_app.po")
    ]


# --- the catalogues


@pytest.mark.parametrize(("domain", "collect"), [(DOMAIN, collected), (KNOWLEDGE, collected_knowledge)])
def test_the_template_holds_every_text_of_the_program(domain, collect):
    """If not: run `make translations` and translate what is new."""
    texts = {message.id for message in collect() if message.id}

    assert texts ^ {message.id for message in catalogue(f"{domain}.pot")} == set()


@each_domain
def test_german_holds_every_text_of_the_template(domain):
    german = {message.id for message in catalogue(f"de/LC_MESSAGES/{domain}.po")}

    assert german == {message.id for message in catalogue(f"{domain}.pot")}


@each_domain
def test_no_german_text_is_missing_or_doubtful(domain):
    messages = catalogue(f"de/LC_MESSAGES/{domain}.po")
    wanting = [
        m.id for m in messages if m.fuzzy or not all((m.string,) if isinstance(m.string, str) else m.string)
    ]

    assert wanting == []


def test_the_compiled_german_is_the_newest(german):
    texts = [message for message in catalogue("de/LC_MESSAGES/journal_app.po") if not message.pluralizable]

    assert [text.id for text in texts if german.catalog.gettext(text.id) != text.string] == []


def test_the_compiled_german_knowledge_is_the_newest():
    known, messages = known_texts("de"), catalogue(f"de/LC_MESSAGES/{KNOWLEDGE}.po")
    said = {m.id: known.pgettext(m.context, m.id) if m.context else known.gettext(m.id) for m in messages}

    assert said == {message.id: message.string for message in messages}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_marks_are_the_same_in_german(mark):
    different = [ours for ours, theirs in pairs() if marks(mark, ours) != marks(mark, theirs)]

    assert different == []


def marks(mark, text):
    return sorted(re.findall(mark, text))


def test_german_begins_and_ends_as_english_does():
    def edges(text):
        return text[: len(text) - len(text.lstrip())], text[-1:] in ".:?", text[-1:] == " "

    sentences = [pair for pair in pairs() if not pair[0].startswith("{n}")]  # 3rd is 3. in German

    assert [ours for ours, theirs in sentences if edges(ours) != edges(theirs)] == []


def test_german_promises_and_blames_nothing():
    assert [theirs for _, theirs in pairs() if FORBIDDEN.search(theirs)] == []


def test_texts_are_found_where_they_are_marked():
    code = 'tr("a" if x else "b"); self.trn("{n} c", "{n} cs", n); later("d"); f"{tr(\'e\')}"; tr(words["f"])'

    assert list(texts_of(code)) == ["a", "b", ("{n} c", "{n} cs"), "d", "e"]


# --- German


def test_german_is_spoken_beside_english():
    assert available_languages() == ("en", "de")


@pytest.mark.parametrize("tag", ["de", "de_DE.UTF-8", "de-AT"])
def test_the_systems_german_is_understood(tag):
    assert language_for(tag).tr("quiet night") == "ruhige Nacht"


@pytest.mark.parametrize(
    ("system", "chosen", "country"),
    [
        ("de_AT.UTF-8", "de", "AT"),
        ("en_GB.UTF-8", "de", "DE"),
        ("en_GB.UTF-8", "en", "GB"),
        ("C", "en", "GB"),
    ],
)
def test_a_language_that_is_chosen_without_its_country_is_that_of_the_system(
    monkeypatch, system, chosen, country
):
    monkeypatch.setenv("LANG", system)

    assert language_for(chosen).locale.territory == country


def test_a_language_without_texts_speaks_english():
    assert language_for("cy_GB").tr("quiet night") == "quiet night"


@pytest.mark.parametrize(
    ("english", "translated"),
    [
        ("Cramp night", "Krampfnacht"),
        ("not recorded", "nicht eingetragen"),
        ("What went together", "Was zusammen auftrat"),
        ("likely to go together", "treten wahrscheinlich zusammen auf"),
        ("Warning signs", "Warnzeichen"),
        ("", ""),
    ],
)
def test_words_are_the_agreed_ones(german, english, translated):
    assert german.tr(english) == translated


@pytest.mark.parametrize(("n", "told"), [(0, "0 Krämpfe"), (1, "1 Krampf"), (1200, "1.200 Krämpfe")])
def test_german_counts(german, n, told):
    assert german.trn("{n} cramp", "{n} cramps", n) == told


def test_half_a_cup_more_is_a_plural(german):
    assert german.trn("{n} cup", "{n} cups", 1.5) == "1,5 Tassen"


def test_a_night_bears_both_its_days_in_german(german):
    assert night_title(date(2026, 11, 3), german) == "Nacht von Dienstag, 3. auf Mittwoch, 4. November"


def test_a_third_quiet_night_is_praised_in_german(german):
    assert quiet_feedback(3, german) == "3. ruhige Nacht in Folge."


def test_german_writes_numbers_and_times_as_its_readers_do(german):
    assert (german.number(1.4), german.clock(time(2, 10))) == ("1,4", "02:10")


# --- page one in other languages


@pytest.fixture(scope="module")
def german_page(german):
    contents = contents_of(three_months(), language=german, annex=PAGE_ONE_ONLY, questions=QUESTIONS)
    return text_of(pdf_bytes(contents))


@pytest.mark.parametrize("question", GERMAN_PAGE_ONE)
def test_the_german_page_answers(german_page, question):
    assert GERMAN_PAGE_ONE[question] in german_page


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("journal", [Records, two_weeks, three_months, ten_years])
@pytest.mark.parametrize("spoken", [lambda: language_for("de"), pseudo_language], ids=["German", "longer"])
def test_page_one_fits_in_longer_languages(spoken, journal, paper):
    contents = contents_of(
        journal(), language=spoken(), paper=paper, annex=PAGE_ONE_ONLY, questions=QUESTIONS
    )
    pdf = pdf_bytes(contents)

    assert len(read(pdf).pages) == 1
    assert outside(pdf) == []


def test_no_head_of_a_german_table_is_broken_within_a_word(german):
    contents = contents_of(three_months(), language=german, annex=frozenset(AnnexPart))
    heads = {word for part in contents.annex for body in part.body for word in words_of_heads(body)}
    pdf = pdf_bytes(contents)
    printed = {word for page in read(pdf).pages for word in page.extract_text().split()}

    halves = {(word[:k], word[k:]) for word in heads for k in range(2, len(word))}

    assert {"Schmerz", "Krampfnächte", "Fehlalarm"} <= heads <= printed
    assert [pair for pair in halves if printed.issuperset(pair)] == []


def words_of_heads(body):
    return [word for head in getattr(body, "heads", ()) for word in head.split()]


def test_a_crowded_page_fits_in_german(german):
    pdf = pdf_bytes(crowded("A4", german))

    assert len(read(pdf).pages) == 1
    assert outside(pdf) == []


# --- the language nobody speaks


def test_the_pseudo_language_is_longer_and_keeps_what_is_filled_in():
    told = said("Cramps on **{k} of {n}** recorded nights.")

    assert told == "[Cräämps ôôn **{k} ôôf {n}** rêêcôôrdêêd nïïghts.]"


def test_the_pseudo_language_leaves_unknown_texts_alone():
    assert pseudo_language().tr("A text that nobody marked") == "A text that nobody marked"


def test_the_language_of_tests_is_english():
    assert Language().tr("quiet night") == "quiet night"
