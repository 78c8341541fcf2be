from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.profile import Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.report.choices import PAGE_ONE_ONLY, AnnexPart
from journal_app.report.paper.pen import MARGIN, PAGE_NUMBER_AT
from journal_app.report.pdf import pdf_bytes, write_pdf
from tests.report.journals import (
    KNOWLEDGE,
    LONG_NAMES,
    PRINTED_ON,
    QUESTIONS,
    contents_of,
    ten_years,
    three_months,
    two_weeks,
)
from tests.report.paper_reader import ink_of, read, text_of

EVERYTHING = frozenset(AnnexPart)


@pytest.fixture(scope="module")
def three_months_pdf():
    return pdf_bytes(contents_of(three_months(), questions=QUESTIONS, annex=EVERYTHING))


@pytest.fixture(scope="module")
def ten_years_contents():
    return contents_of(ten_years(), nights=3650, questions=QUESTIONS)


@pytest.fixture(scope="module")
def ten_years_pdf(ten_years_contents):
    return pdf_bytes(ten_years_contents)


def crowded(paper, language=None):
    """Return a page one with far more to say than there is room for."""
    warnings = tuple(
        WarningAnswer(
            entry, yes=True, asked_on=PRINTED_ON, note="Since the spring, and worse each week. " * 20
        )
        for entry in KNOWLEDGE.entries
        if KNOWLEDGE.entries[entry].kind.value == "warning"
    )
    profile = Profile(
        name="Maximiliana-Alexandra " * 20,
        birth_year=1931,
        conditions=tuple(e for e in KNOWLEDGE.entries if KNOWLEDGE.entries[e].kind.value == "condition"),
        other_conditions="an illness with a long story, " * 60,
    )
    medicines = tuple(
        Medicine(
            str(k), f"bendroflumethiazide {name}", (DosePeriod(dose="half a tablet every other day " * 4),)
        )
        for k, name in enumerate(LONG_NAMES)
    )
    records = three_months(warnings=warnings, profile=profile, medicines=medicines)
    questions = ("Why " * 400, "x" * 3000, "How long will this go on? " * 30)
    choices = {"paper": paper, "questions": questions, "show_name": True, "annex": PAGE_ONE_ONLY}
    return contents_of(records, language=language, **choices)


def outside(pdf):
    """Return what is drawn outside the margins; the page number may stand below them."""
    reader = read(pdf)
    return [
        ink
        for page in reader.pages
        for ink in ink_of(reader, page)
        if ink.left < MARGIN - 0.6
        or ink.right > float(page.mediabox.width) - MARGIN + 0.6
        or ink.top > float(page.mediabox.height) - MARGIN + 0.6
        or (ink.bottom < MARGIN - 2.5 and ink.bottom != PAGE_NUMBER_AT)
    ]


@pytest.mark.parametrize("paper", ["A4", "Letter"])
@pytest.mark.parametrize("journal", ["none", "two weeks", "three months", "crowded"])
def test_page_one_is_one_page_within_its_margins(paper, journal):
    contents = {
        "none": lambda: contents_of(Records(), paper=paper, annex=PAGE_ONE_ONLY),
        "two weeks": lambda: contents_of(two_weeks(), nights=14, paper=paper, annex=PAGE_ONE_ONLY),
        "three months": lambda: contents_of(three_months(), paper=paper, annex=PAGE_ONE_ONLY),
        "crowded": lambda: crowded(paper),
    }[journal]()

    pdf = pdf_bytes(contents)

    assert len(read(pdf).pages) == 1
    assert outside(pdf) == []


def test_ten_years_with_long_names_stay_within_the_margins(ten_years_pdf):
    assert outside(ten_years_pdf) == []


def test_no_text_overlaps_the_page_number():
    reader = read(pdf_bytes(crowded("Letter")))
    bottoms = sorted({round(ink.bottom, 1) for ink in ink_of(reader, reader.pages[0]) if ink.size})

    assert bottoms[0] == PAGE_NUMBER_AT
    assert bottoms[1] >= PAGE_NUMBER_AT + 9


def test_no_text_is_smaller_than_nine_points(three_months_pdf):
    reader = read(three_months_pdf)
    sizes = {ink.size for page in reader.pages for ink in ink_of(reader, page) if ink.size}

    assert min(sizes) >= 9


def test_paper_sizes_are_a4_and_letter():
    sizes = [
        tuple(
            round(float(side))
            for side in read(pdf_bytes(contents_of(Records(), paper=paper))).pages[0].mediabox[2:]
        )
        for paper in ("A4", "Letter")
    ]

    assert sizes == [(595, 842), (612, 792)]


def test_every_font_is_embedded_and_cut_to_what_is_used(ten_years_pdf):
    reader = read(ten_years_pdf)
    fonts = {str(f["/BaseFont"]): f for page in reader.pages for f in _fonts(page)}

    assert all("/FontFile2" in font["/FontDescriptor"] for font in fonts.values())
    assert all("+" in name for name in fonts)


def _fonts(page):
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def test_the_same_contents_make_the_same_bytes(three_months_pdf):
    again = pdf_bytes(contents_of(three_months(), questions=QUESTIONS, annex=EVERYTHING))

    assert again == three_months_pdf


def test_the_file_tells_title_language_and_no_author(three_months_pdf):
    reader = read(three_months_pdf)

    assert reader.metadata.title == "Night leg cramps: 90 nights to 1 November 2026"
    assert not reader.metadata.author
    assert reader.metadata["/CreationDate"] == "D:20261102"
    assert reader.trailer["/Root"]["/Lang"] == "en-GB"


def test_each_part_has_a_bookmark(three_months_pdf):
    titles = [entry["/Title"] for entry in read(three_months_pdf).outline]

    assert titles == [
        "Night leg cramps: 90 nights to 1 November 2026",
        "Night by night",
        "Charts",
        "All patterns looked at",
        "Medicines over time",
        "Warning questions and answers",
        "What is known, with sources",
        "What the words mean",
        "Doctor’s review",
    ]


def test_pages_are_numbered(three_months_pdf):
    pages = len(read(three_months_pdf).pages)

    for page in range(pages):
        assert f"Page {page + 1} of {pages}" in text_of(three_months_pdf, page)


def test_ninety_nights_take_two_pages_of_rows():
    alone = frozenset({AnnexPart.NIGHTS})

    assert len(read(pdf_bytes(contents_of(three_months(), annex=alone))).pages) == 3


def test_ninety_nights_with_annex_are_a_small_file(three_months_pdf):
    assert len(three_months_pdf) <= 400_000


def test_a_very_long_private_note_is_broken_into_pages():
    nights = two_weeks().nights
    records = Records((*nights[:-1], replace(nights[-1], note="It woke me, and I walked about. " * 1000)))
    pdf = pdf_bytes(contents_of(records, nights=14, annex=frozenset({AnnexPart.NOTES})))

    assert len(read(pdf).pages) > 5
    assert outside(pdf) == []


def test_a_file_is_written(tmp_path):
    path = tmp_path / "report.pdf"
    write_pdf(contents_of(two_weeks(), nights=14), path)

    assert path.read_bytes().startswith(b"%PDF-1.7")


def test_a_strict_reader_finds_no_fault(ten_years_pdf):
    reader = PdfReader(BytesIO(ten_years_pdf), strict=True)

    assert all(page.get_contents().get_data() for page in reader.pages)


def test_text_that_looks_like_markup_comes_out_as_text():
    medicine = Medicine("1", "<b>Iron</b> & <img src='x.png'/>")
    pdf = pdf_bytes(contents_of(three_months(medicines=(medicine,)), annex=PAGE_ONE_ONLY))

    assert "<b>Iron</b> & <img src='x.png'/>" in text_of(pdf)


def test_greek_and_cyrillic_names_are_printed_and_others_told_in_words():
    names = ("Υδροχλωροθειαζίδη", "Гидрохлоротиазид", "ヒドロクロロチアジド")
    medicines = tuple(Medicine(str(k), name) for k, name in enumerate(names))
    text = text_of(pdf_bytes(contents_of(three_months(medicines=medicines), annex=PAGE_ONE_ONLY)))

    assert names[0] in text
    assert names[1] in text
    assert "[letters this page cannot print]" in text


def test_what_a_screen_reader_follows_has_headings_paragraphs_and_told_figures(three_months_pdf):
    reader = read(three_months_pdf)
    document = reader.trailer["/Root"]["/StructTreeRoot"]["/K"]
    elements = [kid.get_object() for kid in document["/K"]]

    assert {element["/S"] for element in elements} == {"/H1", "/H2", "/P", "/Figure", "/Form"}
    assert all(element["/Alt"] for element in elements if element["/S"] == "/Figure")


def test_every_marked_piece_is_found_in_the_structure(three_months_pdf):
    reader = read(three_months_pdf)
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    by_page = dict(zip(numbers[::2], numbers[1::2], strict=True))

    for page in reader.pages:
        marked = page.get_contents().get_data().count(b"/MCID")
        assert len(by_page[page["/StructParents"]].get_object()) == marked


@settings(max_examples=20)
@given(text=st.text(max_size=300))
def test_any_text_a_person_writes_can_be_printed(text):
    text = text.replace("\0", "")
    profile = Profile(name=text, other_conditions=text)
    records = three_weeks(profile, Medicine("1", text or "x") if text.strip() else None)

    pdf = pdf_bytes(contents_of(records, nights=21, questions=(text,), show_name=True, annex=PAGE_ONE_ONLY))

    assert len(read(pdf).pages) == 1
    assert outside(pdf) == []


def three_weeks(profile, medicine):
    nights = two_weeks().nights
    return Records(nights, profile=profile, medicines=(medicine,) if medicine else ())
