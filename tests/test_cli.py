import json
from datetime import date, timedelta
from pathlib import Path

import pytest
from pypdf import PdfReader

from journal_app.cli import main
from journal_app.store.journal_store import JournalStore
from tests.builders import cramp_night, evening, quiet_night

GOOGLE_FIT = Path(__file__).parent / "samples" / "google_fit" / "daily_activity.csv"
WALKING = ["--date", "Date", "--map", "Walking duration (ms)=exercise:ms"]


@pytest.fixture
def journal(tmp_path):
    path = tmp_path / "journal.db"
    with JournalStore.create(path) as store:
        for back in range(40):
            store.save_night(cramp_night(evening(back)) if back % 3 else quiet_night(evening(back)))
    return path


@pytest.fixture
def nights_csv(tmp_path):
    """120 nights on which cramps follow cheese, and only cheese."""
    path = tmp_path / "NIGHTS.csv"
    lines = ["night,cramps,cheese,tea"]
    for k in range(120):
        on, cheese = date(2026, 6, 1) + timedelta(days=k), int(k * 7 % 10 < 4)
        lines.append(f"{on},{int(cheese and k % 5 > 0)},{cheese},{k * 3 % 7}")
    path.write_text("\n".join(lines) + "\n")
    return path


def run(*arguments):
    """Run a command as the shell would; wrong use ends argparse with its own exit."""
    try:
        return main([str(each) for each in arguments])
    except SystemExit as end:
        return end.code


def nights_in(path):
    with JournalStore.open(path, read_only=True) as store:
        return len(store.nights())


def test_analyse_prints_the_surest_finding_first(nights_csv, capsys):
    assert run("analyse", nights_csv) == 0
    lines = capsys.readouterr().out.splitlines()

    assert "of 120 recorded nights" in lines[0]
    assert lines[2].split()[0] == "cheese"


def test_analyse_prints_one_json_object_a_file(nights_csv, capsys):
    assert run("analyse", "--json", nights_csv, nights_csv) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())

    assert first == second
    assert (first["file"], first["nights"], first["recorded"]) == (str(nights_csv), 120, 120)
    assert set(first["associations"][0]) == {
        "factor", "days_before", "nights_with", "nights_without", "cramp_nights_with",
        "cramp_nights_without", "ratio", "low", "high", "p", "q", "verdict",
    }  # fmt: skip


def test_analyse_counts_what_stands_in_the_table(nights_csv, capsys):
    run("analyse", "--json", nights_csv)
    rows = json.loads(capsys.readouterr().out)["associations"]
    cheese = next(row for row in rows if (row["factor"], row["days_before"]) == ("cheese", 0))

    assert (cheese["nights_with"], cheese["nights_without"]) == (48, 72)
    assert cheese["verdict"] in ("hint", "likely", "strong")


def test_numbers_that_do_not_exist_are_null(tmp_path, capsys):
    (tmp_path / "few.csv").write_text("night,cramps,cheese\n2026-11-01,1,1\n2026-11-02,0,0\n")
    run("analyse", "--json", tmp_path / "few.csv")
    row = json.loads(capsys.readouterr().out)["associations"][0]

    assert row["verdict"] == "too_few_nights"
    assert [row[key] for key in ("ratio", "low", "high", "p", "q")] == [None] * 5


def test_a_table_without_any_habit_has_no_associations(tmp_path, capsys):
    (tmp_path / "bare.csv").write_text("night,cramps\n2026-11-01,1\n2026-11-03,0\n")

    assert run("analyse", "--json", tmp_path / "bare.csv") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["nights"], found["recorded"], found["associations"]) == (3, 2, [])


def test_explain_tells_every_lag_of_one_habit(nights_csv, capsys):
    assert run("analyse", nights_csv, "--explain", "cheese") == 0
    told = capsys.readouterr().out

    assert "earlier nights" in told
    assert [line.split()[1] for line in told.splitlines()[-3:]] == ["0", "1", "2"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["analyse", "nowhere.csv"], "There is no file"),
        (["analyse"], "required: NIGHTS.csv"),
        (["dance"], "invalid choice"),
        (["report", "--from", "yesterday", "-o", "x.pdf"], "not a date"),
        (["report", "-o", "r.doc"], "r.doc: a name that ends in .pdf is needed."),
        (["check"], "no journal at"),
        (["backup"], "no journal at"),
        (["export", "out.csv"], "no journal at"),
        (["import"], "Which file"),
        (["import", "--undo"], "no journal at"),
        (["check-knowledge", "nowhere"], ""),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(arguments, sentence, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    code = run(*arguments)
    told = capsys.readouterr()

    assert code == (1 if arguments[0] == "check-knowledge" else 2)
    assert sentence in told.err
    assert len(told.err.splitlines()) == (0 if code == 1 else 1)


def test_a_bad_cell_ends_with_its_line_and_column(tmp_path, capsys):
    (tmp_path / "bad.csv").write_text("night,cramps,water\n2026-11-01,1,much\n")

    assert run("analyse", tmp_path / "bad.csv") == 2
    assert "bad.csv, line 2, column water: 'much' is not a number." in capsys.readouterr().err


def test_every_bad_cell_is_told(tmp_path, capsys):
    (tmp_path / "bad.csv").write_text("night,cramps,water\n2026-11-01,1,much\n2026-11-02,often,3\n")

    assert run("import", tmp_path / "bad.csv", "--journal", tmp_path / "own.db") == 2
    told = capsys.readouterr().err
    assert ("line 2, column water" in told, "line 3, column cramps" in told) == (True, True)
    assert not (tmp_path / "own.db").exists()


def test_the_help_of_analyse_names_the_columns(capsys):
    assert run("analyse", "--help") == 0
    told = " ".join(capsys.readouterr().out.split())

    assert "night (date of the evening), cramps (how many; empty: not recorded)" in told


def test_days_without_a_night_are_told_too(tmp_path, capsys):
    path = tmp_path / "own.db"
    run("import", GOOGLE_FIT, "--journal", path, *WALKING)
    capsys.readouterr()
    for command in (["check"], ["backup"], ["export", tmp_path / "out.json"]):
        assert run("--journal", path, *command) == 0

    assert capsys.readouterr().out.count("0 nights and 108 days") == 3


def test_importing_twice_adds_nothing_and_undo_takes_it_back(tmp_path, capsys):
    path = tmp_path / "own.db"
    assert run("import", GOOGLE_FIT, "--journal", path, *WALKING) == 0
    assert run("import", GOOGLE_FIT, "--journal", path, *WALKING) == 0
    told = capsys.readouterr().out

    assert told.count("108 entries") == 2
    assert told.count("  new 0") == 1
    assert run("--journal", path, "import", "--undo") == 0
    with JournalStore.open(path) as store:
        assert store.days() == ()


def test_a_dry_run_makes_nothing(tmp_path):
    path = tmp_path / "own.db"

    assert run("import", GOOGLE_FIT, "--journal", path, "--dry-run", *WALKING) == 0
    assert not path.exists()


def test_a_file_that_cannot_be_read_makes_no_journal(tmp_path, capsys):
    path = tmp_path / "own.db"

    assert run("import", tmp_path / "typo.csv", "--journal", path) == 2
    assert "There is no file" in capsys.readouterr().err
    assert not path.exists()


@pytest.mark.parametrize("name", ["out.csv", "out.json"])
def test_an_export_comes_back_into_an_empty_journal(journal, tmp_path, name):
    assert run("export", "--journal", journal, tmp_path / name) == 0
    assert run("import", tmp_path / name, "--journal", tmp_path / "other.db") == 0
    assert nights_in(tmp_path / "other.db") == 40


def test_an_export_never_takes_the_place_of_the_journal(tmp_path, capsys):
    path = tmp_path / "journal.json"
    JournalStore.create(path).close()

    assert run("export", "--journal", path, path) == 2
    assert nights_in(path) == 0


def test_a_restored_backup_holds_the_nights_again(journal, tmp_path):
    assert run("backup", "--journal", journal, "--to", tmp_path / "b") == 0
    with JournalStore.open(journal) as store:
        store.delete_night(evening())
    [copy] = (tmp_path / "b").iterdir()

    assert run("restore", copy, "--journal", journal) == 0
    assert nights_in(journal) == 40


def test_check_says_yes_for_a_sound_journal_and_no_for_a_damaged_one(journal, capsys):
    assert run("check", "--journal", journal) == 0
    content = bytearray(journal.read_bytes())
    content[4096:12288] = bytes(8192)
    journal.write_bytes(content)

    assert run("check", "--journal", journal) == 1
    assert "is damaged" in capsys.readouterr().out


def test_the_report_is_a_pdf_of_the_period_asked_for(journal, tmp_path):
    out = tmp_path / "report.pdf"

    assert run("report", "--journal", journal, "--from", evening(20), "--to", evening(), "-o", out) == 0
    assert "21 nights to 3 November 2026" in PdfReader(out).pages[0].extract_text()
    assert out.stat().st_mode & 0o777 == 0o600


def test_a_report_of_an_empty_journal_says_so(tmp_path, capsys):
    JournalStore.create(tmp_path / "new.db").close()

    assert run("report", "--journal", tmp_path / "new.db", "-o", tmp_path / "r.pdf") == 2
    assert "holds no night yet" in capsys.readouterr().err


def test_without_a_name_the_journal_of_the_home_folder_is_meant(own_home, tmp_path):
    run("import", GOOGLE_FIT, *WALKING)

    assert (own_home / "journal" / "journal.db").exists()


def test_the_bundled_knowledge_base_has_no_faults(capsys):
    assert run("check-knowledge") == 0


def test_the_self_test_passes(capsys):
    assert run("self-test") == 0


def test_the_version_is_told(capsys):
    assert run("--version") == 0
    assert capsys.readouterr().out.startswith("cramp-journal ")


class TestDemo:
    def test_it_writes_journal_charts_and_report_and_says_what_it_found(self, tmp_path, capsys):
        (tmp_path / "letter.txt").write_text("mine")

        assert run("demo", "--out", tmp_path, "--no-window") == 0
        assert {each.name for each in tmp_path.iterdir()} >= {
            "journal.db",
            "charts",
            "report.pdf",
            "letter.txt",
        }
        assert nights_in(tmp_path / "journal.db") > 150
        assert "Alcohol: Cramps after" in capsys.readouterr().out
        assert all(chart.read_bytes().startswith(b"\x89PNG") for chart in (tmp_path / "charts").iterdir())

    def test_a_second_run_starts_afresh(self, tmp_path):
        for _ in range(2):
            assert run("demo", "--out", tmp_path, "--no-window", "--to", "2026-11-03") == 0

        with JournalStore.open(tmp_path / "journal.db", read_only=True) as store:
            assert len(store.imports()) == 1

    def test_somebodys_own_journal_is_never_replaced(self, journal, capsys):
        content = journal.read_bytes()

        assert run("demo", "--out", journal.parent, "--no-window") == 2
        assert "is not an example journal" in capsys.readouterr().err
        assert journal.read_bytes() == content


def test_an_import_keeps_a_backup_of_what_was_there_before(journal, tmp_path):
    assert run("export", tmp_path / "all.json", "--journal", journal) == 0
    other = tmp_path / "other" / "journal.db"
    with JournalStore.create(other) as store:
        store.save_night(quiet_night(evening(90)))
    assert run("import", tmp_path / "all.json", "--journal", other) == 0

    assert [nights_in(each) for each in (other.parent / "backups").iterdir()] == [1]
    assert nights_in(other) == 41


def test_check_tells_what_is_left_of_a_damaged_journal_and_restore_takes_it(journal, tmp_path, capsys):
    assert run("backup", "--journal", journal) == 0
    content = bytearray(journal.read_bytes())
    content[-4096:] = bytes(4096)
    content[4096:8192] = bytes(4096)
    journal.write_bytes(content)
    capsys.readouterr()

    assert run("check", "--journal", journal) == 1
    told = capsys.readouterr().out
    assert "Can be read: 40 nights" in told
    assert "The newest sound backup holds 40 nights" in told
    assert run("restore", "--salvage", "--journal", journal) == 0
    assert nights_in(journal) == 40
    assert bytes(content) in [each.read_bytes() for each in tmp_path.glob("journal-damaged-*.db")]


@pytest.mark.parametrize(
    "command", [("check",), ("export", "out.json"), ("report", "-o", "out.pdf"), ("backup", "--to", "copies")]
)
def test_commands_that_only_read_work_on_a_write_protected_journal(journal, tmp_path, monkeypatch, command):
    monkeypatch.chdir(tmp_path)
    journal.chmod(0o444)

    assert run(*command, "--journal", journal) == 0


def test_the_way_back_from_an_import_names_the_journal_it_went_into(nights_csv, tmp_path, capsys):
    run("import", nights_csv, "--journal", tmp_path / "an other.db")
    told = capsys.readouterr().out.strip().splitlines()[-1]

    assert (
        told == f"Saved. To take it back: cramp-journal import --undo --journal '{tmp_path / 'an other.db'}'"
    )
