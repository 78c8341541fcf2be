"""Every file of the knowledge base, held to the rules its authors work by."""

import re
from itertools import chain

import pytest

from journal_app.knowledge.checks import (
    NEVER_TO_TRY,
    advice_of,
    check_knowledge,
    faults_of_meaning,
)
from journal_app.knowledge.entries import Grade, Kind, Level
from journal_app.knowledge.loader import load_knowledge
from journal_app.knowledge.references import file_of as file_of_kind
from journal_app.knowledge.rules import matches
from journal_app.knowledge.texts import texts_of
from journal_app.paths import bundled
from tests.knowledge import evidence_rows
from tests.knowledge.reading_level import grade_of

FOLDER = bundled("knowledge_base")
KNOWLEDGE = load_knowledge(FOLDER)
FAULTS = list(faults_of_meaning(KNOWLEDGE))
HARDEST_GRADE = 8


def file_of(entry):
    return file_of_kind(entry.kind, entry.id)


each_entry = pytest.mark.parametrize("entry", KNOWLEDGE.entries.values(), ids=file_of)
each_row = pytest.mark.parametrize("row", evidence_rows.ALL)


def advice(entry):
    return " ".join(f"{text.rstrip('.?!')}." for _, text in advice_of(entry))


def spoken(text):
    """Put a word where a number to call will stand."""
    return re.sub(r"\{\w+\}", "us", text)


@each_entry
def test_has_no_fault(entry):
    assert [str(fault) for fault in FAULTS if fault.file == file_of(entry)] == []


@each_entry
def test_stands_in_the_file_that_bears_its_id(entry):
    assert (FOLDER / file_of(entry)).is_file()


@each_entry
def test_its_advice_is_easy_to_read(entry):
    assert grade_of(spoken(advice(entry))) <= HARDEST_GRADE


@each_entry
def test_its_figures_were_read_and_not_remembered(entry):
    assert {effect.confidence for effect in entry.effects} <= {"S", "R"}


@pytest.mark.parametrize("entry", [e for e in KNOWLEDGE.entries.values() if e.confidence == "M"], ids=file_of)
def test_what_was_written_from_memory_shows_no_figure(entry):
    assert entry.effects == ()


@each_entry
def test_is_found_by_its_rule_or_by_search(entry):
    met = [example for example in entry.examples if example.matches and matches(entry, example.facts)]

    assert met or entry.names


@each_entry
def test_each_of_its_sentences_ends(entry):
    whole = [text for key, text in texts_of(entry) if key not in {"title", "design"}]

    assert [text for text in whole if not text.rstrip().endswith((".", "?", "!"))] == []


@each_row
def test_each_row_of_the_evidence_has_an_entry_or_a_reason(row):
    covered = set(chain.from_iterable(entry.rows for entry in KNOWLEDGE.entries.values()))

    assert (row in covered) is not (row in evidence_rows.EXCLUDED)


def test_no_entry_claims_a_row_that_does_not_exist():
    covered = set(chain.from_iterable(entry.rows for entry in KNOWLEDGE.entries.values()))

    assert covered - set(evidence_rows.ALL) == set()


def test_there_are_at_least_130_entries():
    assert len(KNOWLEDGE.entries) >= 130


def test_what_was_reviewed_is_unchanged_and_nothing_else_is_wrong():
    assert check_knowledge(FOLDER) == []


@pytest.mark.parametrize("entry_id", sorted(NEVER_TO_TRY))
def test_what_can_do_harm_is_told_and_never_offered(entry_id):
    assert not KNOWLEDGE.entries[entry_id].fit_to_try


@pytest.mark.parametrize("entry_id", evidence_rows.TO_CORRECT)
def test_says_what_is_wrong_with_an_old_statement(entry_id):
    assert KNOWLEDGE.entries[entry_id].correction


def test_the_pages_grade_is_shown_only_where_it_survives():
    graded = {entry.id: entry.page_grade for entry in KNOWLEDGE.entries.values() if entry.page_grade}

    assert graded == {
        "dehydration": "risk_grade_lost",
        "ghb": "may_be_useful",
        "aerobic-exercise": "may_be_useful",
        "magnesium": "may_be_useful",
    }


def test_vitamin_k2_is_unproven_and_its_figures_are_called_disputed():
    entry = KNOWLEDGE.entries["vitamin-k2"]
    told = f"{entry.summary} {entry.conflicts}"

    assert entry.grade is Grade.UNPROVEN
    assert "disputed" in told
    assert "correction" in told


@pytest.mark.parametrize("entry", KNOWLEDGE.of_kind(Kind.WARNING), ids=file_of)
def test_an_urgent_card_says_whom_to_call_and_names_no_remedy(entry):
    if entry.level is Level.EMERGENCY:
        assert "{emergency}" in entry.card
    assert not re.search(r"\bmagnesium\b|\bmassage\b|\bquinine tablets\b", entry.card)


@pytest.mark.parametrize("entry", KNOWLEDGE.of_kind(Kind.LOOK_ALIKE), ids=file_of)
def test_a_look_alike_has_at_least_two_questions(entry):
    assert len({question.field for question in entry.questions}) >= 2


def test_one_question_of_look_alikes_is_asked_in_one_wording():
    asked = {}
    for entry in KNOWLEDGE.of_kind(Kind.LOOK_ALIKE):
        for question in entry.questions:
            asked.setdefault(question.field, set()).add(question.ask)

    assert {field: words for field, words in asked.items() if len(words) > 1} == {}


def test_each_habit_of_a_factor_has_words_for_its_chart():
    assert [factor.id for factor in KNOWLEDGE.factors if not factor.with_words] == []
