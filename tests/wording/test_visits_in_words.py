from datetime import date

import pytest

from journal_app.analysis.results import Change, VisitChange
from journal_app.journal.visit import Preparation, Stage, Visit
from journal_app.wording.segments import plain
from journal_app.wording.visits import preparation_sentence, since_visit_told, visit_line

DAY = date(2026, 11, 3)


def test_a_clear_change_since_a_visit_is_told_with_both_rates(language):
    found = VisitChange(DAY, 40, 40, Change(2.1, 0.9, 0.43, 0.2, 0.8))

    assert since_visit_told(found, language) == (
        "Since the visit of 3 November 2026: 2.1 to 0.9 cramps a week. "
        "That is fewer: at most 0.8 times as many, perhaps 0.2 times."
    )


def test_too_few_nights_since_a_visit_are_told(language):
    assert "1 night recorded, too few" in since_visit_told(VisitChange(DAY, 40, 1), language)


def test_without_a_visit_nothing_is_told(language):
    assert since_visit_told(None, language) == ""


def test_a_visit_is_one_line_and_its_words_stay_as_they_are(language):
    visit = Visit("v", DAY, "<b>well</b>", answers=("", "no"), next_visit="in May", note="private")

    assert visit_line(visit, language) == (
        "3 November 2026: Assessment: <b>well</b>. Answer 2: no. Next visit: in May."
    )


@pytest.mark.parametrize(
    ("stage", "nights", "sentence"),
    [
        (Stage.NONE, 0, ""),
        (Stage.RECORDING, 9, "Appointment on 3 November: 9 of 14 nights recorded. A record of all 14"),
        (Stage.RECORDING, 14, "Appointment on 3 November: 14 of 14 nights recorded. The record is complete."),
        (Stage.EVE, 3, "Your page can be printed now."),
        (Stage.AFTER, 3, "Appointment on 3 November: what did the doctor say?"),
    ],
)
def test_each_stage_of_an_appointment_is_told(stage, nights, sentence, language):
    assert sentence in plain(preparation_sentence(Preparation(stage, DAY, nights), language))
