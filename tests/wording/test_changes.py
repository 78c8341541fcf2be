"""A change is told with its counts and its doubt, never with a cause."""

from datetime import date

from journal_app.analysis.results import ChangePoint, DatedChange, Trend
from journal_app.wording.changes import changes_sentences, dated_sentence
from journal_app.wording.segments import plain

HALVED = DatedChange("bendroflumethiazide", date(2026, 9, 21), 45, 40, 20 / 45, 10 / 40, 0.6, 0.3, 1.1, 0.1)


def test_counts_come_first_and_an_unsure_change_says_what_would_fit(language):
    told = plain(dated_sentence(HALVED, language))

    assert told == (
        "Since bendroflumethiazide on 21 September 2026: cramps on 10 of 40 nights, before it on 20 of 45. "
        "Beyond slow drift, anything from 0.3 times to 1.1 times as often would fit."
    )


def test_a_surer_change_still_names_other_slow_changes(language):
    surer = DatedChange("magnesium", date(2026, 9, 21), 45, 40, 0.5, 0.1, 0.3, 0.2, 0.7, 0.01)

    assert "other slow changes cannot be excluded" in plain(dated_sentence(surer, language))


def test_a_change_nobody_noted_is_told_with_its_span(language):
    point = ChangePoint(date(2026, 8, 3), date(2026, 7, 10), date(2026, 8, 20), 0.2, 0.5, 0.01)

    (told,) = changes_sentences(Trend(change_point=point), language)

    assert plain(told).startswith(
        "Cramps seem commoner since about 3 August 2026 (between 10 Jul and 20 Aug)."
    )
