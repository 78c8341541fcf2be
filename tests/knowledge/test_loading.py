"""The knowledge base is loaded whole, or refused with the file, the key and the reason."""

import pytest

from journal_app.knowledge.entries import Kind, KnowledgeError
from journal_app.knowledge.loader import load_knowledge

HEAT = "remedies/heating-pad.toml"


def refused(base):
    with pytest.raises(KnowledgeError) as error:
        load_knowledge(base)
    return str(error.value)


def test_every_folder_holds_entries_of_its_kind(knowledge):
    assert all(knowledge.of_kind(kind) for kind in Kind)


def test_a_misspelt_key_is_refused(spoil):
    sentence = refused(spoil(HEAT, "summary =", "sumary ="))

    assert HEAT in sentence
    assert "summary: is missing" in sentence


def test_an_unknown_key_is_refused(spoil):
    assert refused(spoil(HEAT, "testable =", "colour = 3\ntestable =")) == (
        f"{HEAT}: colour: is not a key that is known here"
    )


def test_a_key_of_the_wrong_kind_is_refused(spoil):
    assert "fit_to_try: must be true or false" in refused(
        spoil(HEAT, "fit_to_try = true", 'fit_to_try = "yes"')
    )


def test_a_word_outside_the_list_is_refused(spoil):
    sentence = refused(spoil(HEAT, 'grade = "unproven"', 'grade = "wonderful"'))

    assert 'grade: "wonderful" is not one of strong' in sentence


def test_a_date_in_quotes_is_refused(spoil):
    assert "reviewed: must be a date" in refused(
        spoil(HEAT, "reviewed = 2026-11-23", 'reviewed = "2026-11-23"')
    )


def test_a_comparison_with_two_ends_is_refused(spoil):
    both = '{ fact = "cramp_nights", at_least = 1, at_most = 3 }'
    sentence = refused(spoil(HEAT, '{ fact = "cramp_nights", at_least = 1 }', both))

    assert "when 3 > all 1 > cramp_nights: needs exactly one of" in sentence


def test_a_figure_from_memory_is_refused(spoil):
    file = "remedies/stretch-calf-hamstring.toml"
    path_text = 'source = "hallegraeff-2012"\nconfidence = "S"'

    assert "effect 1 > confidence" in refused(spoil(file, path_text, path_text.replace('"S"', '"M"')))


def test_a_file_that_is_no_toml_is_refused(spoil):
    assert f"{HEAT}: is not TOML" in refused(spoil(HEAT, "kind =", "kind = = "))


def test_an_entry_in_the_wrong_folder_is_refused(base):
    (base / HEAT).rename(base / "factors/heating-pad.toml")

    assert refused(base) == 'factors/heating-pad.toml: kind: "remedy" does not belong in factors/'


def test_two_entries_of_one_id_are_refused(base):
    text = (base / "conditions/dialysis.toml").read_text(encoding="utf-8")
    (base / "factors/dialysis.toml").write_text(text.replace('"condition"', '"factor"', 1), encoding="utf-8")

    assert "there is another entry called dialysis" in refused(base)


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert "there is no knowledge base here" in refused(tmp_path / "nowhere")


def test_a_missing_list_of_sources_is_refused(base):
    (base / "sources.toml").unlink()

    assert refused(base).startswith("sources.toml: cannot be read")


def test_a_habit_that_cannot_be_is_refused(spoil):
    assert "habits.toml: water > " in refused(spoil("habits.toml", "step = 250", "step = 0"))


def test_a_source_that_is_not_there_is_refused(spoil):
    assert refused(spoil(HEAT, '"search-2026"', '"nobody-1900"')) == (
        f"{HEAT}: sources: nobody-1900 is not in sources.toml"
    )


def test_a_word_for_a_grade_that_is_not_there_is_refused(spoil):
    assert (
        refused(spoil("judgement.toml", "unsafe =", "harmful ="))
        == "judgement.toml: grade > unsafe: is missing"
    )


def test_a_factor_of_no_habit_is_refused(spoil):
    assert refused(spoil("factors.toml", 'habit = "heat"', 'habit = "warmth"')) == (
        "factors.toml: heat > habit: warmth is not in habits.toml"
    )


def test_a_list_that_names_no_entry_is_refused(spoil):
    assert refused(spoil("judgement.toml", '"nerve-origin"', '"ghost"')) == (
        "judgement.toml: happening: there is no entry ghost"
    )


def test_a_warning_without_a_place_among_the_questions_is_refused(spoil):
    assert "judgement.toml: asked: falls is missing" in refused(spoil("judgement.toml", '  "falls",\n', ""))


def test_several_faults_are_counted(spoil):
    spoil(HEAT, "title =", "tittle =")

    assert refused(spoil("factors/alcohol.toml", "title =", "tittle =")).endswith("(and 3 more)")


def test_a_warning_keeps_its_level_question_and_card(knowledge):
    entry = knowledge.entries["dvt"]

    assert (entry.level, bool(entry.question), bool(entry.card)) == ("same_day", True, True)
