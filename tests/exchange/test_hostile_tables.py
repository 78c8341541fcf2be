"""Tables that are too large, too odd or full of mistakes: one sentence, quickly, and little memory."""

import re
import tracemalloc
from time import process_time

import pytest

from journal_app.exchange.cells import defused, undefused
from journal_app.exchange.mapped_table import ColumnMap, read_mapped_table
from journal_app.exchange.nights_csv import read_nights_csv
from journal_app.exchange.read_file import read_file
from journal_app.journal.errors import JournalError

MEGABYTE = 1_000_000
MAPS = [ColumnMap("cramps", "steps")]


def refused(tmp_path, content, read=read_nights_csv):
    """Return the sentence of a refusal that took under 2 s and under 200 MB."""
    path = tmp_path / "NIGHTS.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    tracemalloc.start()
    began = process_time()
    with pytest.raises(JournalError) as refusal:
        read(path)
    took, memory = process_time() - began, tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert (took < 2, memory < 200 * MEGABYTE) == (True, True)
    return str(refusal.value)


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (lambda: b"x" * 100 * MEGABYTE, "too large for a journal"),
        (lambda: b"night" + b"," * 10 * MEGABYTE, "too large for a journal"),
        (lambda: b"night,cramps\n" + b"2026-11-03,1\n" * 110_000, "too large for a journal"),
        (lambda: b"night,cramps\n" + b'"' + b"x" * 3 * MEGABYTE + b'",1\n', "line 2: a cell is too long"),
        (lambda: b"night,cramps," + ",".join(map(str, range(200_000))).encode() + b"\n1", "1 cells, but"),
        (
            lambda: b"night,cramps\n2026-11-03,1\n" + b'"' * MEGABYTE,
            "quotation marks are not in order|1 cells",
        ),
        (lambda: b"night,cramps," + b"n" * 300 + b"\n", "too long for the name of a column"),
        (lambda: "night,cramps\n2026-11-03,\0".encode("utf-16"), "not a text file"),
    ],
)
def test_a_bomb_is_refused_in_a_sentence(tmp_path, content, why):
    told = refused(tmp_path, content())

    assert re.match(rf"NIGHTS\.csv.*({why})", told)
    assert len(told) < 300


def test_a_note_of_a_megabyte_is_told_with_its_line(tmp_path):
    told = refused(tmp_path, f"night,cramps,note\n2026-11-03,1,{'n' * MEGABYTE}\n")

    assert told == (
        "NIGHTS.csv, line 2, column note: note: this text has 1000000 characters; at most 100000 can be kept."
    )


def test_a_cell_of_a_megabyte_is_shown_by_its_beginning(tmp_path):
    told = refused(tmp_path, f"night,cramps\n2026-11-03,{'n' * MEGABYTE}\n")

    assert told == f"NIGHTS.csv, line 2, column cramps: '{'n' * 59} … is not a number."


@pytest.mark.parametrize("cell", ["1e999", "-1e999", "9" * 60])
def test_a_number_beyond_all_numbers_is_a_bad_cell(tmp_path, cell):
    assert "not a whole number from 0 to 99" in refused(tmp_path, f"night,cramps\n2026-11-03,{cell}\n")


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1899-12-31T23:00:00Z"])
def test_a_day_of_another_century_is_a_slip(tmp_path, day):
    told = refused(tmp_path, f"night,cramps\n{day},1\n")

    assert "column night: " in told
    assert told.endswith("is not between the years 1900 and 2199.")


def test_all_bad_cells_are_listed(tmp_path):
    told = refused(
        tmp_path, "night,cramps,pain,water\n2026-11-01,x,12,much\n2.11.2026,1,,5\n2026-11-03,0,3,\n"
    )

    assert told.splitlines() == [
        "NIGHTS.csv: 5 cells cannot be read, so nothing of it was used.",
        "  NIGHTS.csv, line 2, column cramps: 'x' is not a number.",
        "  NIGHTS.csv, line 2, column pain: '12' is not a whole number from 0 to 10.",
        "  NIGHTS.csv, line 2, column water: 'much' is not a number.",
        "  NIGHTS.csv, line 3, column night: '2.11.2026' is not a date such as 2026-11-03.",
        "  NIGHTS.csv, line 4, column cramps: pain or minutes are given, but the night has no cramp.",
    ]


def test_of_many_bad_cells_the_first_twenty_are_listed(tmp_path):
    lines = "".join(f"2026-11-{day:02},x\n" for day in range(1, 29))
    told = refused(tmp_path, f"night,cramps\n{lines}").splitlines()

    assert len(told) == 22
    assert (told[0].split(" cells")[0], told[-1]) == ("NIGHTS.csv: 28", "  and 8 more")


@pytest.mark.parametrize("read", [read_nights_csv, lambda path: read_mapped_table(path, "night", MAPS, ())])
def test_a_table_full_of_bad_cells_is_refused(tmp_path, read):
    told = refused(tmp_path, "night,cramps\n" + "x,y\n" * 90_000, read).splitlines()

    assert told[0] == "NIGHTS.csv: more than 10000 cells cannot be read, so nothing of it was used."
    assert len(told) == 22


def test_bad_cells_are_listed_in_the_persons_language(tmp_path):
    path = tmp_path / "NIGHTS.csv"
    path.write_text("night,cramps\n2026-11-01,x\n2026-11-02,y\n")
    with pytest.raises(JournalError) as refusal:
        read_nights_csv(path)

    assert refusal.value.sentence(lambda text: f"~{text}").count("~") == 5


def test_odd_names_of_columns_are_told_on_one_line(tmp_path):
    def mapped(path):
        return read_mapped_table(path, "Date", [ColumnMap("Steps", "steps")], ())

    told = refused(
        tmp_path, '"Da\nte\u202e","x\ty",' + ",".join("abcdefghij" * 9)[:80].replace(",", "_"), mapped
    )

    assert told.isprintable()
    assert "NIGHTS.csv has no column 'Date'" in told


@pytest.mark.parametrize("head", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "'=", " +", "'' @"])
def test_whatever_a_spreadsheet_runs_is_defused_and_comes_back(head):
    text = f"{head}HYPERLINK(1)"

    assert defused(text) == f"'{text}"
    assert undefused(defused(text)) == text


def test_a_habit_with_an_odd_name_comes_in_as_one_of_the_persons_own(tmp_path):
    path = tmp_path / "NIGHTS.csv"
    path.write_text("night,cramps,../../etc/passwd,\u202etea 👣\n2026-11-03,0,1,2\n", "utf-8")

    found = read_file(path, ()).records.own_habits
    assert [habit.id for habit in found] == ["../../etc/passwd", "\u202etea 👣"]


def test_a_long_number_that_is_none_is_refused_at_once(tmp_path):
    assert "is not a number" in refused(tmp_path, f"night,cramps,tea\n2026-11-03,1,{'7' * 200_000}x\n")


def test_a_habit_with_an_odd_name_is_told_on_one_line(tmp_path):
    told = refused(tmp_path, "night,cramps,\x1btea\n2026-11-03,1,-4\n")

    assert told == "NIGHTS.csv, line 2, column '\\x1btea': \ufffdtea: -4 is outside 0 to 1e+06."
