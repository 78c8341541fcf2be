"""The short version of the fuzzing, what it found once, and whether it would find it again."""

import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from benchmarks import fuzz
from benchmarks.fuzz_reader import CASES, Reader
from benchmarks.fuzz_readers import readers
from journal_app.journal.errors import JournalError

ROOT = Path(__file__).parent.parent
FOUND_ONCE = sorted(CASES.iterdir())

made = cache(lambda name: readers()[name]())


def outcome(reader, content, folder):
    """Return the sentence of a refusal, and what was wrong."""
    folder = folder / "input"
    folder.mkdir(parents=True)
    return fuzz.outcome(reader, content, folder / reader.file)


def test_three_hundred_inputs_a_reader_show_no_fault():
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.fuzz", "--inputs", "300", "--seed", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )

    assert (ended.returncode, ended.stderr) == (0, "")
    assert [line.split(":")[0] for line in ended.stdout.splitlines()] == list(readers())
    assert ended.stdout.count(": 300 inputs, ") == ended.stdout.count(" 0 faults;") == len(readers())


@pytest.mark.parametrize("case", FOUND_ONCE, ids=lambda path: path.name)
def test_what_was_found_once_is_read_or_refused(tmp_path, case):
    reader = made(case.name.split("-")[0])

    assert outcome(reader, case.read_bytes(), tmp_path)[1] == ""


@pytest.mark.parametrize("name", readers())
def test_what_is_spoiled_was_sound(tmp_path, name):
    reader = made(name)

    assert reader.sound
    for number, content in enumerate(reader.sound):
        assert outcome(reader, content, tmp_path / f"{number}") == ("", "")


def broken(read, file="some.txt"):
    return Reader("broken", file, lambda rng: rng.randbytes(4), read, "some.txt")


def refuse(sentence):
    raise JournalError(sentence)


@pytest.mark.parametrize(
    ("read", "fault"),
    [
        (lambda path: path.read_text("ascii"), "UnicodeDecodeError, outside of our code"),
        (lambda _: [0] * 10**13, "over 200 MB, outside of our code"),
        (lambda path: path.write_text("other"), "the file was changed"),
        (lambda _: refuse("It cannot be read."), "the file is not named"),
        (lambda path: refuse(f"{path.name}: {'x' * 1000}"), "too many letters"),
        (lambda path: refuse(f"{path.name} \u202e"), "letters that cannot be read"),
    ],
)
def test_each_kind_of_fault_is_seen(tmp_path, read, fault):
    assert outcome(broken(read), b"\xff", tmp_path)[1].startswith(fault)


def test_a_reader_that_hangs_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(fuzz, "LONGEST_SECONDS", 0.05)
    before = fuzz.signal.signal(fuzz.signal.SIGPROF, fuzz.too_long)

    def hang(_):
        while True:
            pass

    assert outcome(broken(hang), b"x", tmp_path)[1].startswith("over 0.05 s")
    fuzz.signal.signal(fuzz.signal.SIGPROF, before)


def test_a_process_that_dies_costs_one_input_and_is_seen():
    script = (
        "import os; from benchmarks.fuzz import *; from benchmarks.fuzz_reader import Reader\n"
        "die = lambda path: path.read_bytes() < b'@' or os.abort()\n"
        "r = Reader('b', 'b', lambda rng: rng.randbytes(1), die, 'b')\n"
        "t = fuzz(r, range(40), 1); print(t.read + t.broken, t.read > 0, list(t.faults))"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False
    )

    assert ended.stdout == "40 True ['the process died (-6)']\n"
