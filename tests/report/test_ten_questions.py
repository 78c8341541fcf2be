"""Ten questions a doctor asks in the first minute; page one answers each, in text that can be read out."""

import pytest

from journal_app.journal.records import Records
from journal_app.report.choices import PAGE_ONE_ONLY
from journal_app.report.pdf import pdf_bytes
from tests.report.journals import QUESTIONS, contents_of, ten_years, three_months, two_weeks
from tests.report.paper_reader import text_of

ANSWERS = {
    "How often?": {
        "two weeks": ["1.5 a week", "3 nights with a cramp, of 14 recorded"],
        "three months": ["1.7 a week", "15 nights with a cramp, of 78 recorded"],
        "ten years": ["1.8 a week", "595 nights with a cramp, of 2,905"],
        "nothing": ["No night is recorded in this period."],
    },
    "Better or worse?": {
        "two weeks": ["the period before has too few nights to compare"],
        "three months": ["cramps; 2.4 before", "dashed: 90 nights before, 2.4"],
        "ten years": ["the period before has too few nights to compare"],
        "nothing": ["Record each morning"],
    },
    "How bad, and how long?": {
        "two weeks": ["pain: not recorded", "how long: not recorded"],
        "three months": [
            "5 of 10 median pain; worst 8.",
            "3 minutes median length of a cramp; longest 7 minutes",
        ],
        "ten years": [
            "5 of 10 median pain; worst 8.",
            "3 minutes median length of a cramp; longest 7 minutes",
        ],
        "nothing": ["No cramp in this period."],
    },
    "Where?": {
        "two weeks": ["place not given 3"],
        "three months": ["left calf 9 right calf 7"],
        "ten years": ["left calf 414 right calf 123"],
        "nothing": ["No cramp in this period."],
    },
    "When in the night?": {
        "two weeks": ["No cramp with its time in this period."],
        "three months": ["10 of 19 cramps with a known time began from 04:00 to 06:00."],
        "ten years": ["431 of 735 cramps with a known time began from 03:00 to 05:00."],
        "nothing": ["No cramp in this period."],
    },
    "Which medicines, and since when?": {
        "two weeks": ["Medicines and supplements now None is recorded."],
        "three months": ["bendroflumethiazide 1.25 mg", "since June 2026, halved on 21 September 2026."],
        "ten years": ["Salmeterol/ fluticasone propionate", "since April 2025. Linked with cramps"],
        "nothing": ["Medicines and supplements now None is recorded."],
    },
    "What other illness?": {
        "two weeks": ["No condition was told."],
        "three months": ["Diabetes; Varicose veins; high blood pressure. Not pregnant. No dialysis."],
        "ten years": ["Diabetes; Varicose veins; high blood pressure."],
        "nothing": ["No condition was told."],
    },
    "Any warning sign?": {
        "two weeks": ["Warning signs Not asked."],
        "three months": [
            "Yes: Do both legs stay numb or swollen?",
            "No: breathless, chest pain or collapse;",
        ],
        "ten years": ["Yes: Do both legs stay numb or swollen?", "No: breathless, chest pain or collapse;"],
        "nothing": ["Warning signs Not asked."],
    },
    "What was tried, and did it help?": {
        "two weeks": ["What was tried Nothing is recorded."],
        "three months": [
            "Stretching before bed: cramps on",
            "In a cramp: stretched it, helped much 11 of 13 times",
        ],
        "ten years": ["In a cramp: stretched it, helped much 346 of 508 times"],
        "nothing": ["What was tried Nothing is recorded."],
    },
    "What does the person want to know?": {
        "two weeks": ["What I would like to know 1 2 3"],
        "three months": [f"{k} {question}" for k, question in enumerate(QUESTIONS, start=1)],
        "ten years": [f"{k} {question}" for k, question in enumerate(QUESTIONS, start=1)],
        "nothing": ["What I would like to know 1 2 3"],
    },
}


@pytest.fixture(scope="module")
def pages():
    contents = {
        "two weeks": [contents_of(two_weeks(), nights=14, annex=PAGE_ONE_ONLY)],
        "three months": [
            contents_of(three_months(), questions=QUESTIONS, paper=paper, annex=PAGE_ONE_ONLY)
            for paper in ("A4", "Letter")
        ],
        "ten years": [contents_of(ten_years(), nights=3650, questions=QUESTIONS, annex=PAGE_ONE_ONLY)],
        "nothing": [contents_of(Records(), annex=PAGE_ONE_ONLY)],
    }
    return {journal: [text_of(pdf_bytes(one)) for one in several] for journal, several in contents.items()}


@pytest.mark.parametrize("journal", ["two weeks", "three months", "ten years", "nothing"])
@pytest.mark.parametrize("question", list(ANSWERS))
def test_page_one_answers(question, journal, pages):
    for text in pages[journal]:
        for answer in ANSWERS[question][journal]:
            assert answer in text
