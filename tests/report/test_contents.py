from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from journal_app.analysis.results import Association, Verdict
from journal_app.journal.errors import BadEntry
from journal_app.journal.medicine import DosePeriod, Medicine
from journal_app.journal.night import Episode, Helped, Leg, Night
from journal_app.journal.period import last_nights
from journal_app.journal.profile import WarningAnswer
from journal_app.journal.records import Records
from journal_app.language import Language, language_for
from journal_app.report.choices import ALL_BUT_NOTES, PAGE_ONE_ONLY, AnnexPart, ReportChoices
from journal_app.report.contents import report_contents
from journal_app.report.items import Beside, Listing, Pair, Paragraph, Series, Table
from journal_app.report.medicine_flags import flag_of
from journal_app.review import review
from journal_app.wording.segments import plain
from tests.report.journals import KNOWLEDGE, LAST, PRINTED_ON, QUESTIONS, contents_of, three_months, two_weeks

NOTE = "I cried, and would not tell anyone."


def said(section):
    """Return all that a section says, as one text."""
    return " ".join([section.title, section.legend, *(_item(item) for item in section.items)])


def _item(item):
    match item:
        case Paragraph():
            return plain(item.text)
        case Series():
            return plain(item.text)
        case Pair():
            return f"{plain(item.name)}: {plain(item.about)}"
        case Listing():
            return " ".join(_item(row) for row in item.shown)
        case Beside():
            return f"{_item(item.rows)} {_item(item.text)}"
        case _:
            return ""


def section(contents, title):
    page = contents.page_one
    found = [one for one in (*page.left, *page.right, *page.wide, *page.foot) if one.title.startswith(title)]
    assert len(found) == 1
    return said(found[0])


def part(contents, title):
    return next(part for part in contents.annex if part.title == title)


def with_associations(*associations):
    """Return the report of three months in which the analysis found just these."""
    period = last_nights(90, LAST)
    found = replace(review(three_months(), KNOWLEDGE, period, PRINTED_ON), associations=associations)
    return report_contents(found, KNOWLEDGE, Language(), ReportChoices(), PRINTED_ON)


def association(factor, verdict, **more):
    values = {"ratio": 2.4, "low": 1.3, "high": 4.2, "p": 0.001, "q": 0.01, **more}
    return Association(factor, 0, verdict, 24, 60, 11, 10, **values)


def test_title_names_the_period():
    assert contents_of(two_weeks(), nights=14).title == "Night leg cramps: 14 nights to 1 November 2026"


def test_the_name_is_left_out_unless_asked_for():
    assert contents_of(three_months()).page_one.who == "born 1954"
    assert contents_of(three_months(), show_name=True).page_one.who == "Margaret O'Neill, born 1954"


def test_a_journal_without_profile_names_nobody():
    assert contents_of(two_weeks(), nights=14, show_name=True).page_one.who == ""


def test_the_appointment_stands_under_the_title():
    contents = contents_of(three_months(), appointment=date(2026, 11, 5))

    assert "For the appointment on 5 November 2026." in contents.page_one.about


def test_every_page_says_that_it_is_self_reported():
    contents = contents_of(two_weeks(), nights=14)

    assert "Self-reported; not a diagnosis." in contents.page_one.about
    assert "Self-reported; not a diagnosis." in contents.running_head


def test_four_key_figures_say_what_they_rest_on():
    figures = [(one.figure, one.rests_on) for one in contents_of(two_weeks(), nights=14).page_one.key_figures]

    assert figures == [
        ("1.5 a week", "cramps; the period before has too few nights to compare"),
        ("3 nights", "with a cramp, of 14 recorded; longest quiet run 4"),
        ("–", "pain: not recorded"),
        ("–", "how long: not recorded"),
    ]


def test_below_fourteen_nights_cramps_are_counted_and_no_rate_is_told():
    first = contents_of(Records(nights=two_weeks().nights[:13]), nights=14).page_one.key_figures[0]

    assert (first.figure, first.rests_on) == ("3 cramps", "Not enough nights yet")


def test_below_fourteen_nights_the_page_says_so_and_shows_what_there_is():
    page = contents_of(Records(nights=two_weeks().nights[:9]), nights=14).page_one

    assert page.notice.startswith("Only 9 nights are recorded: too few")
    assert page.key_figures
    assert page.strip


def test_from_fourteen_nights_on_there_is_no_notice():
    assert contents_of(two_weeks(), nights=14).page_one.notice == ""


def test_without_nights_the_page_says_what_to_do():
    page = contents_of(Records()).page_one

    assert "Record each morning, quiet nights too" in page.notice
    assert page.key_figures == ()
    assert page.strip is None


def test_a_known_medicine_is_flagged_with_its_figure_and_never_to_be_stopped():
    told = section(contents_of(three_months()), "Medicines")

    assert "bendroflumethiazide 1.25 mg: since June 2026, halved on 21 September 2026." in told
    assert "Linked with cramps (1.5 times)." in told
    assert "worth reviewing; do not stop one on your own" in told


def test_a_medicine_nothing_is_known_of_is_listed_without_a_flag():
    told = section(contents_of(three_months(medicines=(Medicine("1", "levocetirizine"),))), "Medicines")

    assert "levocetirizine" in told
    assert "worth reviewing" not in told


def test_a_flagged_medicine_without_its_start_says_so():
    told = section(contents_of(three_months(medicines=(Medicine("1", "indapamide"),))), "Medicines")

    assert "indapamide: Start not recorded. Linked with cramps" in told


def test_a_medicine_that_ended_in_the_period_is_told_as_ended():
    ended = Medicine("1", "levocetirizine", (DosePeriod(date(2026, 1, 1), date(2026, 9, 1)),))

    assert "Ended: levocetirizine" in section(contents_of(three_months(medicines=(ended,))), "Medicines")


def test_medicines_now_are_those_of_the_day_of_printing():
    raised = (
        DosePeriod(date(2026, 8, 1), PRINTED_ON - timedelta(days=1), "1.5 mg"),
        DosePeriod(PRINTED_ON, None, "2.5 mg"),
    )
    medicines = (Medicine("1", "indapamide", raised), Medicine("2", "zopiclone", (DosePeriod(PRINTED_ON),)))

    told = section(contents_of(three_months(medicines=medicines)), "Medicines")

    assert "indapamide 2.5 mg" in told
    assert "zopiclone" in told


def test_quinine_is_told_as_harmful_against_cramps():
    flag = flag_of(Medicine("1", "Quinine sulfate 300 mg"), KNOWLEDGE)

    assert flag.entry.grade == "unsafe"


def test_warning_answers_are_all_told_yes_with_its_question_and_no_in_a_word():
    told = section(contents_of(three_months()), "Warning signs, asked on 2 November 2026")

    assert "Yes: Do both legs stay numb or swollen?" in told
    assert "No: breathless, chest pain or collapse; cold, pale or weak foot;" in told


def test_a_warning_that_was_cleared_is_told_with_its_note():
    answer = WarningAnswer("dvt", True, PRINTED_ON - timedelta(days=9), "", PRINTED_ON, "scan was clear")
    told = section(contents_of(three_months(warnings=(answer,))), "Warning signs")

    assert "Yes, now cleared: In ONE leg:" in told
    assert "(scan was clear) Cleared on 2 November 2026." in told


def test_the_newest_answer_to_a_warning_question_counts():
    first = WarningAnswer("dvt", True, PRINTED_ON - timedelta(days=9))
    told = section(
        contents_of(three_months(warnings=(first, WarningAnswer("dvt", False, PRINTED_ON)))), "Warning"
    )

    assert "No: one leg swollen, warm or aching." in told


def test_warning_questions_that_were_never_asked_say_so():
    assert "Not asked." in section(contents_of(two_weeks(), nights=14), "Warning signs")


def test_a_pattern_that_passed_is_told_with_counts_and_the_cautious_end_first():
    told = section(with_associations(association("alcohol", Verdict.LIKELY)), "What went together")

    assert "1 habit was looked at." in told
    assert "after 11 of 24 evenings with a drink, and after 10 of 60 evenings without" in told
    assert "At least 1.3 times as often" in told
    assert "Nothing else is surer than a hint." in told


def test_at_most_three_patterns_are_told():
    factors = ("alcohol", "caffeine", "sitting", "water")
    told = section(
        with_associations(*(association(name, Verdict.STRONG) for name in factors)), "What went together"
    )

    assert told.count("Cramps after") == 3
    assert "and 1 more, see the annex" in told
    assert "Nothing else" not in told


def test_when_no_habit_passed_the_page_does_not_rule_anything_out():
    told = section(with_associations(association("alcohol", Verdict.NONE)), "What went together")

    assert "Nothing stood out. That does not rule anything out." in told


def test_a_remedy_is_told_as_tried_not_as_a_pattern():
    contents = with_associations(association("stretching_bed", Verdict.HINT, ratio=0.6, low=0.3, high=0.9))

    assert (
        "Stretching before bed: cramps on 11 of 24 nights with, 10 of 60 without (0.3 to 0.9 times)"
        in section(contents, "What was tried")
    )
    assert "Stretching" not in section(contents, "What went together")


def test_what_was_done_in_a_cramp_is_told_with_its_counts():
    assert "In a cramp: stretched it, helped much 11 of 13 times;" in section(
        contents_of(three_months()), "What was tried"
    )


def test_what_nobody_answered_is_not_told_as_no_help():
    cramps = (Episode(Leg.LEFT, "calf", relief=("stretched",)), Episode(relief=("walked",), helped=Helped.NO))
    night = Night(LAST, cramps)

    told = section(contents_of(Records((night,)), nights=14), "What was tried")

    assert (
        "In a cramp: stretched it (1 time not told if it helped); walked, helped much 0 of 1 times." in told
    )


def test_the_features_of_a_typical_cramp_are_counted_over_what_is_known():
    told = section(contents_of(three_months()), "Is it typical?")

    assert "10 minutes or less 19 of 19; calf or foot 19 of 19; thigh 0 of 19" in told


def test_questions_are_printed_as_typed_and_lines_to_write_on_where_there_are_none():
    asked = contents_of(three_months(), questions=QUESTIONS).page_one.foot[-1]
    blank = contents_of(three_months(), questions=("  ",)).page_one.foot[-1]

    assert all(question in said(asked) for question in QUESTIONS)
    assert blank.items[0].count == 3


def test_more_than_three_questions_are_refused():
    with pytest.raises(BadEntry, match="at most 3"):
        ReportChoices(questions=("a", "b", "c", "d"))


def test_a_paper_that_is_not_known_is_refused():
    with pytest.raises(BadEntry, match="A4 or Letter"):
        ReportChoices(paper="A5")


def test_private_notes_are_left_out_unless_asked_for():
    night = replace(two_weeks().nights[-1], note=NOTE)
    records = Records(nights=(night,))

    assert NOTE not in repr(contents_of(records, nights=14))
    assert NOTE in repr(contents_of(records, nights=14, annex=frozenset({AnnexPart.NOTES})))


def test_the_annex_holds_only_the_parts_that_were_chosen():
    chosen = frozenset({AnnexPart.GLOSSARY, AnnexPart.NIGHTS})

    assert [part.title for part in contents_of(three_months(), annex=chosen).annex] == [
        "Night by night",
        "What the words mean",
    ]
    assert contents_of(three_months(), annex=PAGE_ONE_ONLY).annex == ()
    assert AnnexPart.NOTES not in ALL_BUT_NOTES


def test_every_night_has_a_row_recorded_or_not():
    rows = part(contents_of(three_months()), "Night by night").body[0].rows

    assert len(rows) == 90
    assert sum(row[1] == "not recorded" for row in rows) == 12


def test_the_cramps_of_a_night_stand_in_the_order_of_the_night():
    cramps = tuple(Episode(began=time(hour)) for hour in (2, 23, 1))
    rows = part(contents_of(Records((Night(LAST, cramps),)), nights=1), "Night by night").body[0].rows

    assert rows[0][3] == "23:00; 01:00; 02:00"


def test_every_lag_of_every_habit_looked_at_has_a_row():
    table = part(with_associations(association("alcohol", Verdict.NONE)), "All patterns looked at").body[0]

    assert isinstance(table, Table)
    assert table.rows[0] == (
        "Alcohol",
        "the same day",
        "11 of 24",
        "10 of 60",
        "2.4 (1.3 to 4.2)",
        "0.01",
        "no sign so far",
    )


def test_evidence_has_the_sources_of_a_flagged_medicine():
    cards = {
        card.title: said(card)
        for card in part(contents_of(three_months()), "What is known, with sources").body
    }

    assert "Sources: Garrison" in cards["Thiazide water tablets (diuretics)"]


def test_dates_and_numbers_follow_the_language():
    contents = contents_of(two_weeks(), nights=14, language=language_for("de"))

    assert contents.language == "de-DE"
    assert "1. November 2026" in contents.title


def test_nothing_on_the_page_says_what_it_must_not():
    text = repr(contents_of(three_months(), questions=QUESTIONS).page_one).lower()

    for word in ("causes", "caused by", " safe", "normal", "no need to see"):
        assert word not in text
