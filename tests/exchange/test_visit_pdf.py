import re
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from journal_app.exchange.visit_pdf import read_visit
from journal_app.journal.errors import JournalError
from journal_app.journal.visit import Visit
from journal_app.report.choices import AnnexPart
from journal_app.report.pdf import pdf_bytes
from tests.report.journals import QUESTIONS, contents_of, two_weeks
from tests.report.paper_reader import text_of

DAY = date(2026, 11, 18)
REVIEW = frozenset({AnnexPart.REVIEW})
FILLED = {
    "assessment": "Idiopathic cramps\nno sign of a clot",
    "tests": "ferritin, TSH",
    "medicines": "bendroflumethiazide down to 1.25 mg",
    "answer_1": "It may well be.",
    "answer_3": "No harm in it",
    "next_visit": "in 3 months",
}


@cache
def report():
    return pdf_bytes(contents_of(two_weeks(), 14, questions=QUESTIONS, annex=REVIEW, appointment=DAY))


@cache
def filled(**texts):
    writer = PdfWriter(clone_from=BytesIO(report()))
    for page in writer.pages:
        if "/Annots" in page:
            writer.update_page_form_field_values(page, texts)
    return written(writer)


def written(writer):
    file = BytesIO()
    writer.write(file)
    return file.getvalue()


def read(tmp_path, content):
    path = tmp_path / "filled.pdf"
    path.write_bytes(content)
    return read_visit(path)


def test_a_filled_page_comes_back_as_a_visit(tmp_path):
    visit = read(tmp_path, filled(**FILLED))

    assert visit == Visit(
        id=visit.id,
        day=DAY,
        assessment=FILLED["assessment"],
        tests=FILLED["tests"],
        medicines=FILLED["medicines"],
        answers=("It may well be.", "", "No harm in it"),
        next_visit="in 3 months",
        report=visit.report,
    )


def test_the_id_on_the_page_is_the_one_that_is_kept(tmp_path):
    visit = read(tmp_path, filled(**FILLED))

    assert f"Report {visit.report}." in text_of(report(), 1)


def test_the_same_file_gives_the_same_visit_and_another_one_another(tmp_path):
    first, again = (read(tmp_path, filled(**FILLED)) for _ in range(2))
    other = read(tmp_path, filled(assessment="something else"))

    assert first == again
    assert (other.report, other.id != first.id) == (first.report, True)


def test_without_an_appointment_the_day_is_that_of_printing(tmp_path):
    pdf = pdf_bytes(contents_of(two_weeks(), 14, annex=REVIEW))
    writer = PdfWriter(clone_from=BytesIO(pdf))
    writer.update_page_form_field_values(writer.pages[1], {"tests": "none"})

    assert read(tmp_path, written(writer)).day == date(2026, 11, 2)


def test_a_page_that_looks_like_markup_or_orders_stays_text(tmp_path):
    text = "<b>bold</b> <script>alert(1)</script> =HYPERLINK(1) {file} %s"

    assert read(tmp_path, filled(assessment=text)).assessment == text


@settings(max_examples=15)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1, max_size=80))
def test_any_words_of_the_doctor_come_back(tmp_path_factory, text):
    if text.strip():
        assert read(tmp_path_factory.mktemp("pdf"), filled(assessment=text)).assessment == text.strip()


def foreign():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    return written(writer)


def locked():
    writer = PdfWriter(clone_from=BytesIO(filled(**FILLED)))
    writer.encrypt("secret", algorithm="RC4-128")
    return written(writer)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (lambda: b"", "is not a PDF"),
        (lambda: b"PK\x03\x04 a letter", "is not a PDF"),
        (lambda: b"%PDF-1.7\nnothing more", "is damaged"),
        (foreign, "is not a report of this program"),
        (locked, "is locked with a password"),
        (report, "its fields are empty"),
        (lambda: filled(assessment="  \n "), "its fields are empty"),
        (lambda: filled(assessment="x" * 20_001), "more than 20000 letters"),
    ],
)
def test_what_cannot_be_read_back_is_told_in_a_sentence(tmp_path, content, sentence):
    with pytest.raises(JournalError, match=rf"filled\.pdf.*{sentence}"):
        read(tmp_path, content())


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(JournalError, match="cannot be read: No such file"):
        read_visit(tmp_path / "gone.pdf")


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(60_000_000)

    with pytest.raises(JournalError, match="too large"):
        read_visit(path)


@settings(max_examples=60)
@given(data=st.data())
def test_a_spoiled_file_is_read_or_refused_in_a_sentence(tmp_path_factory, data):
    whole = filled(**FILLED)
    cut = data.draw(st.integers(10, len(whole)))
    at, byte = data.draw(st.integers(0, cut - 1)), data.draw(st.binary(min_size=1, max_size=8))
    try:
        told = read(tmp_path_factory.mktemp("pdf"), whole[:at] + byte + whole[at + len(byte) : cut]).report
    except JournalError as why:
        told = str(why)

    assert re.match(r"filled\.pdf|[0-9a-f]{4}-", told)


def test_the_next_report_says_how_it_went_since_the_visit(tmp_path):
    nights = two_weeks().nights
    visit = replace(read(tmp_path, filled(**FILLED)), day=date(2026, 10, 25))
    pdf = pdf_bytes(contents_of(replace(two_weeks(), visits=(visit,)), 14, annex=REVIEW))

    assert len(nights) == 14
    assert "Since the visit of 25 October 2026: 8 nights recorded, too few to compare." in text_of(pdf)
    assert "Idiopathic cramps no sign of a clot." in text_of(pdf, 1)


def test_the_fields_stand_in_reading_order_each_with_its_words():
    reader = PdfReader(BytesIO(report()))
    fields = [note.get_object() for note in reader.pages[1]["/Annots"]]

    assert [field["/T"] for field in fields] == [
        "assessment",
        "tests",
        "medicines",
        "answer_1",
        "answer_2",
        "answer_3",
        "next_visit",
    ]
    assert all(field["/TU"] for field in fields)
    assert reader.pages[1]["/Tabs"] == "/S"


def test_each_field_is_found_in_the_structure():
    reader = PdfReader(BytesIO(report()))
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    owners = dict(zip(numbers[::2], numbers[1::2], strict=True))

    for note in reader.pages[1]["/Annots"]:
        owner = owners[note.get_object()["/StructParent"]].get_object()
        assert (owner["/S"], owner["/K"]["/Obj"].get_object()["/T"]) == ("/Form", note.get_object()["/T"])


def test_a_strict_reader_finds_no_fault_in_the_fields():
    fields = PdfReader(BytesIO(report()), strict=True).get_form_text_fields()

    assert set(fields) == {*FILLED, "answer_2"}
    assert not any(fields.values())
