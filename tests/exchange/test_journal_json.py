import json
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from journal_app.exchange.journal_json import read_journal_json, write_journal_json
from journal_app.journal.errors import JournalError
from journal_app.journal.records import Records
from tests.builders import cramp_night, day, records_of
from tests.strategies import records


def changed(tmp_path, change):
    """Write a journal, change the JSON by hand and return its path."""
    path = tmp_path / "journal.json"
    write_journal_json(Records(nights=(cramp_night(),), days=(day(water=500),)), path)
    content = json.loads(path.read_text("utf-8"))
    change(content)
    path.write_text(json.dumps(content))
    return path


@settings(max_examples=50)
@given(records)
def test_a_journal_comes_back_from_json_exactly(held):
    with TemporaryDirectory() as folder:
        path = Path(folder) / "journal.json"
        write_journal_json(held, path)

        assert read_journal_json(path) == held


def test_the_file_is_for_its_owner_only(tmp_path):
    write_journal_json(records_of("#o"), tmp_path / "out.json")

    assert (tmp_path / "out.json").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda j: j["journal"]["nights"][0].update(evening="yesterday"), r"nights\[0\]\.evening"),
        (lambda j: j["journal"]["nights"][0].update(soreness=11), r"nights\[0\].*soreness: 11 is outside"),
        (lambda j: j["journal"]["nights"][0].update(soreness=True), r"soreness: True is not what is wanted"),
        (lambda j: j["journal"]["nights"][0].update(mood=3), r"mood is not known"),
        (lambda j: j["journal"]["nights"][0].pop("evening"), r"evening is missing"),
        (lambda j: j["journal"]["nights"][0]["episodes"][0].update(leg="middle"), r"episodes\[0\]\.leg"),
        (lambda j: j["journal"]["nights"].append(j["journal"]["nights"][0]), "night .* stands there twice"),
        (lambda j: j["journal"].update(days={}), "a list is wanted"),
        (lambda j: j.update(journal=[]), "a group of named values is wanted"),
        (lambda j: j.update(version=2), "newer version"),
        (lambda j: j.update(format="something"), "not exported by this program"),
    ],
)
def test_a_fault_names_its_place(tmp_path, change, sentence):
    with pytest.raises(JournalError, match=sentence):
        read_journal_json(changed(tmp_path, change))


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, "NaN", '{"format": Infinity}', "null", "7" * 5000], ids=range(7)
)
def test_what_is_no_journal_in_json_is_refused(tmp_path, text):
    path = tmp_path / "journal.json"
    path.write_text(text)

    with pytest.raises(JournalError, match=r"journal\.json"):
        read_journal_json(path)


def test_nights_are_put_in_order_of_time(tmp_path):
    path = changed(tmp_path, lambda j: j["journal"]["nights"].insert(0, {"evening": "2026-12-24"}))

    evenings = [str(night.evening) for night in read_journal_json(path).nights]
    assert evenings == ["2026-11-03", "2026-12-24"]
