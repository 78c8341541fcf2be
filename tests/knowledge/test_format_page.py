"""docs/knowledge-format.md tells every key, word and fact, and its example is a real entry."""

import dataclasses
import re
import tomllib
from pathlib import Path

import pytest

from journal_app.analysis.results import Verdict
from journal_app.knowledge.entries import (
    Comparison,
    Effect,
    Entry,
    Example,
    Grade,
    Kind,
    Level,
    PageGrade,
    Question,
    Source,
)
from journal_app.knowledge.entries import Testable as HowTested
from journal_app.knowledge.entry_table import read_entry
from journal_app.knowledge.facts import (
    ABOUT_CRAMP,
    ABOUT_ENTRY,
    ABOUT_JOURNAL,
    ABOUT_PERSON,
    fact_is_known,
)
from journal_app.knowledge.references import FOLDERS
from journal_app.knowledge.reviewed import REVIEWED
from journal_app.knowledge.whole_journal import SEASONS

PAGE = (Path(__file__).parents[2] / "docs" / "knowledge-format.md").read_text(encoding="utf-8")
EXAMPLE = re.search(r"```toml\n(.*?)```", PAGE, re.DOTALL)[1]
FILES = ["sources.toml", "habits.toml", "factors.toml", "muscles.toml", "judgement.toml", REVIEWED]
IN_FILE = {"id": "", "effects": "effect", "examples": "example", "questions": "question"}


def keys_of(table):
    return {IN_FILE.get(field.name, field.name) for field in dataclasses.fields(table)} - {""}


@pytest.mark.parametrize("table", [Entry, Effect, Comparison, Example, Question, Source])
def test_every_key_is_told(table):
    assert {key for key in keys_of(table) if not re.search(rf"\b{key}\b", PAGE)} == set()


@pytest.mark.parametrize("words", [Kind, Grade, PageGrade, Level, HowTested])
def test_every_word_is_told(words):
    assert {str(word) for word in words if word not in PAGE} == set()


@pytest.mark.parametrize("name", [*FOLDERS, *FILES])
def test_every_folder_and_file_is_told(name):
    assert f"`{name}" in PAGE


@pytest.mark.parametrize("fact", [*ABOUT_PERSON, *ABOUT_JOURNAL, *ABOUT_ENTRY, *ABOUT_CRAMP])
def test_every_fact_is_told(fact):
    assert f"`{fact}`" in PAGE


def test_no_fact_is_told_that_does_not_exist(knowledge):
    paragraphs = PAGE[PAGE.index("## Facts") : PAGE.index("## How a finding")]
    told = set(re.findall(r"`([a-z_]+)`", paragraphs))
    values = {str(word) for word in Verdict} | set(SEASONS.values()) | {"factor"}

    assert {name for name in told - values if not fact_is_known(name, knowledge)} == set()


def test_the_example_is_an_entry_without_a_fault():
    faults = []
    entry = read_entry("example", tomllib.loads(EXAMPLE), "example", faults)

    assert faults == []
    assert entry.title == "Thiazide water tablets"


def test_the_example_shows_every_key_that_all_kinds_share():
    shown = set(tomllib.loads(EXAMPLE))

    of_warnings = {"level", "card", "question", "applies", "applies_when", "long_cramp"}
    of_some = of_warnings | {"unless", "asked_when", "ticks"}
    assert keys_of(Entry) - of_some == shown
