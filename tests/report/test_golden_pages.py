"""The whole text of page one, as it can be read out of the file, against what was looked at and kept.

After a wanted change: `python -m tests.report.test_golden_pages` writes the texts anew; read the difference.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from journal_app.analysis.results import Association, Change, Trend, Verdict
from journal_app.journal.period import last_nights
from journal_app.journal.profile import WarningAnswer
from journal_app.journal.records import Records
from journal_app.knowledge.entries import Comparison, Effect, Entry, Grade, Kind, Level
from journal_app.language import Language
from journal_app.report.choices import PAGE_ONE_ONLY, ReportChoices
from journal_app.report.contents import report_contents
from journal_app.report.pdf import pdf_bytes
from journal_app.review import review
from tests.report.journals import KNOWLEDGE, LAST, PRINTED_ON, QUESTIONS, three_months, two_weeks
from tests.report.paper_reader import read

GOLDEN = Path(__file__).parent.parent / "golden"


def entry(name, kind, title, **more):
    values = {
        "summary": "",
        "grade": Grade.MODERATE,
        "grade_reason": "",
        "confidence": "S",
        "reviewed": LAST,
        **more,
    }
    return Entry(name, kind, title, **values)


THIAZIDE = entry(
    "diuretic-thiazide",
    Kind.MEDICINE,
    "Thiazide water tablets",
    names=("bendroflumethiazide",),
    effects=(Effect("", "", "S", "sequence_ratio", 1.48),),
    when=((Comparison("began_before_cramps_days", at_most=365),),),
)
KNOWN = (
    THIAZIDE,
    entry("diabetes", Kind.CONDITION, "Diabetes"),
    entry("varicose-veins", Kind.CONDITION, "Varicose veins"),
    entry("stretch", Kind.REMEDY, "Stretching", factor="stretching_bed"),
    entry("dvt", Kind.WARNING, "A clot", level=Level.SAME_DAY, question="Is one leg newly swollen?"),
    entry("mnd", Kind.WARNING, "Weakness", level=Level.ROUTINE, question="Are you weaker?"),
    entry(
        "twitching-only", Kind.WARNING, "Twitching", level=Level.ROUTINE, question="Do your muscles twitch?"
    ),
)
ASSOCIATIONS = (
    Association("alcohol", 0, Verdict.LIKELY, 24, 60, 11, 10, 2.4, 1.3, 4.2, p=0.001, q=0.01),
    Association("stretching_bed", 0, Verdict.NONE, 45, 39, 10, 9, 0.9, 0.5, 2.0, p=0.9, q=0.9),
)


def page(records, nights, **choices):
    """Return the lines of page one, with a small knowledge base and fixed findings."""
    knowledge = replace(KNOWLEDGE, version="2026.1", entries={entry.id: entry for entry in KNOWN})
    found = review(records, knowledge, last_nights(nights, LAST), PRINTED_ON)
    weeks = tuple(replace(week, smooth=None, low=None, high=None) for week in found.trend.weeks)
    change = Change(2.4, 1.7, 0.7, 0.4, 1.3) if nights == 90 and records.nights else None
    fixed = replace(
        found, associations=ASSOCIATIONS if change else (), findings=(), trend=Trend(weeks, change)
    )
    choices = ReportChoices(annex=PAGE_ONE_ONLY, **choices)
    pdf = pdf_bytes(report_contents(fixed, knowledge, Language(), choices, PRINTED_ON))
    return read(pdf).pages[0].extract_text() + "\n"


def answered():
    return three_months(
        warnings=(
            WarningAnswer("mnd", True, PRINTED_ON, note="since spring"),
            WarningAnswer("dvt", False, PRINTED_ON),
        )
    )


PAGES = {
    "page-one-no-nights": lambda: page(Records(), 90),
    "page-one-two-weeks": lambda: page(two_weeks(), 14),
    "page-one-three-months": lambda: page(
        answered(), 90, questions=QUESTIONS, appointment=date(2026, 11, 5), show_name=True
    ),
    "page-one-three-months-letter": lambda: page(answered(), 90, paper="Letter"),
}


@pytest.mark.parametrize("name", list(PAGES))
def test_page_one_reads_as_it_was_kept(name):
    assert PAGES[name]() == (GOLDEN / f"{name}.txt").read_text(encoding="utf-8")


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for name, made in PAGES.items():
        (GOLDEN / f"{name}.txt").write_text(made(), encoding="utf-8")
