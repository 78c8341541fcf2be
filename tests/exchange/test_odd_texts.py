"""Any text a person can type, in every field: kept, written, read back and printed as it was typed."""

import csv
from dataclasses import replace
from datetime import date, timedelta

import pytest
from pypdf import PdfReader

from journal_app.exchange.read_file import read_file, write_file
from journal_app.exchange.reading import plan_import
from journal_app.journal.day import Day, HabitEntry
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Night
from journal_app.journal.profile import Profile, WarningAnswer
from journal_app.journal.records import Records
from journal_app.journal.visit import Appointment, Visit
from journal_app.report.choices import AnnexPart
from journal_app.report.pdf import pdf_bytes
from journal_app.store.journal_store import JournalStore
from tests.report.journals import LAST, contents_of

TEXTS = {
    "markup": "<b>x</b><img src=file:///etc/passwd>&amp;&#0;</para>",
    "formula": '=HYPERLINK("http://x","y")|cmd \'!A0',
    "signs": "+1 @sum -2",
    "path": "../../etc/passwd\\..\\C:/con",
    "right to left": "a\u202egnp.exe\u2066\u2069 שלום",
    "emoji": "👣👩🏽‍🦽 ✅ \U0001f9b5",
    "controls": "a\x07b\x1b[31mc\x7f\u0085d\u2028e",
    "lines": "one\r\ntwo\nthree\rfour",
    "marks": "'\"`${x}{file}{0}%s%n;--",
    "piled": "Z" + "\u0301" * 200,
    "long": "cramp " * 8_000,
}
each_text = pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)


def full_of(text):
    """Return a journal with a text in every field that takes one."""
    on = LAST - timedelta(days=3)
    episode = Episode(muscle=text, pain=5, relief=(text,), note=text)
    habit = Habit(text, text, HabitKind.AMOUNT, text, high=10, yes=text, no=text, kinds=(text,), own=True)
    return Records(
        nights=(Night(on, (episode,), logged_by=text, note=text), Night(LAST)),
        days=(Day(on, (HabitEntry(text, 2, kind=text, note=text),)),),
        medicines=(Medicine(text, text, (DosePeriod(date(2026, 1, 1), None, text),), note=text),),
        profile=Profile(text, conditions=(text,), other_conditions=text, note=text, suspects=(text,)),
        warnings=(WarningAnswer(text, yes=True, asked_on=on, rules_version=text, note=text),),
        own_habits=(habit,),
        visits=(Visit(text, on, text, text, text, (text,), text, text, text),),
        appointment=Appointment(LAST + timedelta(days=9), (text,)),
    )


@each_text
def test_the_journal_and_its_json_keep_a_text_as_it_was_typed(tmp_path, text):
    held = full_of(text)
    with JournalStore.create(tmp_path / "journal.db") as store:
        store.apply(held, text)
        assert store.records() == held
        assert store.imports()[0].source == text

    write_file(held, tmp_path / "out.json")
    assert read_file(tmp_path / "out.json", ()).records == held


@each_text
def test_a_table_keeps_the_note_of_a_night_and_runs_nothing(tmp_path, text):
    held = full_of(text)
    simple = replace(held, days=(), own_habits=())
    write_file(simple, tmp_path / "out.csv")

    found = read_file(tmp_path / "out.csv", ())
    assert plan_import(simple, found).added == 0
    assert found.records.nights[0].note == text
    with (tmp_path / "out.csv").open(newline="", encoding="utf-8") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for cell in cells)


@each_text
def test_the_page_is_printed_whatever_was_typed(text):
    annex = frozenset({AnnexPart.NOTES, AnnexPart.REVIEW})
    pdf = pdf_bytes(contents_of(full_of(text), 14, annex=annex, questions=(text[:200],)))

    assert pdf.startswith(b"%PDF")
    assert b"/URI" not in pdf
    assert b"/Launch" not in pdf


def test_markup_is_printed_as_it_was_typed(tmp_path):
    annex = frozenset({AnnexPart.NOTES})
    (tmp_path / "page.pdf").write_bytes(pdf_bytes(contents_of(full_of(TEXTS["markup"]), 14, annex=annex)))
    printed = "".join(page.extract_text() for page in PdfReader(tmp_path / "page.pdf").pages)

    assert TEXTS["markup"] in printed.replace("\n", "")


@pytest.mark.parametrize("text", ["a\0b", "\ud83d", "n" * 1_000_000])
def test_what_no_file_can_hold_is_refused_where_it_is_typed(text):
    for field in ("note", "logged_by"):
        with pytest.raises(JournalError, match=rf"^{field}: this text "):
            Night(LAST, **{field: text})
    with pytest.raises(JournalError, match=r"^note: "):
        Episode(note=text)
    with pytest.raises(JournalError, match=r"^assessment: "):
        Visit("v", LAST, assessment=text)
