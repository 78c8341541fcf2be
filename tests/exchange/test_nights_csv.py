import csv
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from journal_app.exchange.nights_csv import read_nights_csv, thin, write_nights_csv
from journal_app.journal.errors import JournalError
from journal_app.journal.habit import Habit, HabitKind
from journal_app.journal.night import Episode, Night
from journal_app.journal.period import Period
from journal_app.journal.records import Records
from tests.builders import cramp_night, day, evening, quiet_night, records_of
from tests.strategies import records


def read(tmp_path, text, encoding="utf-8"):
    path = tmp_path / "NIGHTS.csv"
    path.write_bytes(text.encode(encoding))
    return read_nights_csv(path)


def test_a_row_is_a_night_with_its_day(tmp_path):
    found = read(tmp_path, "night,cramps,pain,minutes,water\n2026-11-03,2,7,3.5,1400\n")

    episodes = (Episode(pain=7, minutes=3.5), Episode())
    assert found.records.nights == (Night(date(2026, 11, 3), episodes),)
    assert found.records.days[0].amount("water") == 1400


def test_an_empty_cramps_cell_is_a_night_not_recorded_and_an_empty_habit_is_unknown(tmp_path):
    found = read(tmp_path, "night,cramps,water\n2026-11-02,0,\n2026-11-03,,900\n")

    assert [night.evening.day for night in found.records.nights] == [2]
    assert [each.on.day for each in found.records.days] == [3]
    assert found.period == Period(date(2026, 11, 2), date(2026, 11, 3))


def test_rows_in_any_order_are_put_in_order_of_time(tmp_path):
    found = read(tmp_path, "night,cramps\n2026-11-03,0\n2026-11-01,1\n")

    assert [night.evening.day for night in found.records.nights] == [1, 3]


def test_a_habit_of_ones_own_has_its_name_in_the_head_and_keeps_its_id(tmp_path):
    sauna = Habit("own_1a2b3c4d", "Sauna, hot", HabitKind.YES_NO, own=True)
    path = tmp_path / "NIGHTS.csv"
    write_nights_csv(Records(days=(day(own_1a2b3c4d=1),), own_habits=(sauna,)), path)

    found = read_nights_csv(path)

    assert '"Sauna, hot (own_1a2b3c4d)"' in path.read_text()
    assert (found.habits, found.names) == (("own_1a2b3c4d",), {"own_1a2b3c4d": "Sauna, hot"})
    assert found.records.days[0].amount("own_1a2b3c4d") == 1


@pytest.mark.parametrize(
    ("line", "column", "why"),
    [
        ("2026-11-03,many,,,", "cramps", "not a number"),
        ("2026-11-03,1.5,,,", "cramps", "not a whole number"),
        ("2026-11-03,-1,,,", "cramps", "not a whole number"),
        ("2026-11-03,1,11,,", "pain", "not a whole number from 0 to 10"),
        ("2026-11-03,1,,inf,", "minutes", "not a number"),
        ("2026-11-03,1,,9999,", "minutes", "outside 0 to 1440"),
        ("2026-11-03,1,,,nan", "water", "not a number"),
        ("2026-11-03,1,,,1_000", "water", "not a number"),
        ("2026-11-03,1,,,-5", "water", "outside 0"),
        ("2026-11-03,1,,,1e999", "water", "outside 0"),
        ("2026-11-03,1,,,٣", "water", "not a number"),
        ("3.11.2026,1,,,", "night", "not a date"),
        ("2026-02-30,1,,,", "night", "not a date"),
        (",1,,,", "night", "date is missing"),
        ("2026-11-01,1,,,", "night", "stood in line 2 already"),
        ("2026-11-03,0,5,,", "cramps", "no cramp"),
        ("2026-11-03,,5,,", "cramps", "no cramp"),
    ],
)
def test_a_bad_cell_is_named_with_its_line_and_column(tmp_path, line, column, why):
    with pytest.raises(JournalError, match=rf"NIGHTS\.csv, line 3, column {column}: .*{why}"):
        read(tmp_path, f"night,cramps,pain,minutes,water\n2026-11-01,0,,,\n{line}\n")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("night,cramps\n", "holds no night"),
        ("night,pain\n2026-11-03,1\n", "column cramps is missing"),
        ("night,cramps,water,water\n", "stands there twice"),
        ("night,cramps,\n", "no name"),
        ("night,cramps\n2026-11-03\n", "line 2: 1 cells, but there are 2"),
        ('night,cramps\n2026-11-03,"1\n', "quotation marks"),
        ("night\0,cramps\n", "not a text file"),
    ],
)
def test_a_table_that_is_none_is_refused(tmp_path, text, why):
    with pytest.raises(JournalError, match=why):
        read(tmp_path, text)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_files_of_spreadsheets_are_read_whatever_their_encoding(tmp_path, encoding):
    found = read(tmp_path, "night;cramps;café\n2026-11-03;1;1,5\n", encoding)

    assert found.records.days[0].amount("café") == 1.5


def test_a_comma_in_a_comma_separated_number_is_not_guessed_at(tmp_path):
    with pytest.raises(JournalError, match="not a number"):
        read(tmp_path, 'night,cramps,water\n2026-11-03,1,"1,200"\n')


@settings(max_examples=40)
@given(records)
def test_what_is_written_is_read_back_as_far_as_the_table_holds_it(held):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "out.csv"
        write_nights_csv(held, path)
        if held.nights or held.days:
            found = read_nights_csv(path).records
            assert found.nights == tuple(map(thin, held.nights))
            assert [each.on for each in found.days] == [each.on for each in held.days]


def test_every_night_between_the_first_and_the_last_has_a_row(tmp_path):
    write_nights_csv(records_of("#..o"), tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        cramps = [row["cramps"] for row in csv.DictReader(file)]

    assert cramps == ["1", "", "", "0"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@sum", "\tx", "'=1", " =1"])
def test_no_cell_becomes_a_formula(tmp_path, text):
    held = Records(nights=(quiet_night(note=text),), days=(day(**{text: 1}),))
    write_nights_csv(held, tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]

    assert f"'{text}" in cells
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@", "\t")) for cell in cells)
    assert read_nights_csv(tmp_path / "out.csv").records.nights[0].note == text


def test_an_empty_journal_is_a_table_without_rows(tmp_path):
    write_nights_csv(Records(), tmp_path / "out.csv")

    assert (tmp_path / "out.csv").read_bytes() == b"night,cramps,pain,minutes,note\r\n"


def test_a_file_that_cannot_be_written_is_told(tmp_path):
    with pytest.raises(JournalError, match="cannot be written"):
        write_nights_csv(Records(), tmp_path / "nowhere" / "out.csv")


def test_the_worst_pain_stands_for_a_night_of_several_cramps():
    night = cramp_night(evening(), pain=3)
    several = Night(night.evening, (*night.episodes, Episode(pain=8)))

    assert thin(several).worst_pain == 8
    assert len(thin(several).episodes) == 2
