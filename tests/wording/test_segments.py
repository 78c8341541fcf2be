from hypothesis import given
from hypothesis import strategies as st

from journal_app.wording.segments import marked, paragraph, plain, unmarked


def test_marks_become_bold_parts():
    sentence = marked("Cramps on **{k} of {n}** nights.", k=9, n=26)

    assert sentence == (("Cramps on ", False), ("9 of 26", True), (" nights.", False))


@given(st.text())
def test_a_persons_own_words_come_out_as_they_were_typed(words):
    assert plain(marked("Days with **{habit}** and more", habit=words)) == f"Days with {words} and more"


def test_a_text_without_values_keeps_its_braces():
    assert plain(marked("a {brace}")) == "a {brace}"


def test_sentences_are_set_apart_by_one_space_and_empty_ones_left_out():
    assert plain(paragraph(unmarked("One."), (), unmarked("Two."))) == "One. Two."
    assert paragraph() == ()
