"""The doctor's review: fields to fill in on the screen, ruled lines to write on by hand.

The names of the fields are a contract with `exchange/visit_pdf.py`, which reads a filled page back.
"""

from datetime import date
from hashlib import sha256

from journal_app.journal.visit import MOST_QUESTIONS, Visit
from journal_app.language import Language
from journal_app.report.choices import AnnexPart, part_title
from journal_app.report.items import FormField, Pair, Paragraph, Part, Section, strong, told
from journal_app.report.subject import Subject, clipped
from journal_app.wording.visits import visit_parts

ASSESSMENT, TESTS, MEDICINES, NEXT_VISIT = "assessment", "tests", "medicines", "next_visit"
ANSWERS = tuple(f"answer_{number}" for number in range(1, MOST_QUESTIONS + 1))
REPORT_MARK = "night-cramp-journal report {id} for {day}"  # among the keywords of the file
EARLIER_VISITS = 3
ID_LETTERS = 12


def report_id(*said: object) -> str:
    """Return a short id that follows from everything a report says: a1b2-c3d4-e5f6."""
    letters = sha256(repr(said).encode()).hexdigest()[:ID_LETTERS]
    return "-".join(letters[k : k + 4] for k in range(0, ID_LETTERS, 4))


def report_mark(identity: str, visit_on: date) -> str:
    """Return what the file says of itself: its id, and the day the visit is likely on."""
    return REPORT_MARK.format(id=identity, day=visit_on.isoformat())


def review_part(subject: Subject, report: str) -> Part:
    """Return the part the doctor fills in."""
    language = subject.language
    lead = language.tr(
        "For the doctor. Fill this in on the screen or by hand. A page that was filled in on the screen "
        "and saved can be read back into the journal. Report {id}.",
        id=report,
    )
    sections = (_assessment(language), _answers(subject), _next(language), *_earlier(subject))
    return Part(part_title(AnnexPart.REVIEW, language), lead, sections, own_page=True)


def _assessment(language: Language) -> Section:
    return Section(
        language.tr("Assessment"),
        (
            FormField(ASSESSMENT, "", language.tr("The doctor's assessment"), 5),
            FormField(TESTS, language.tr("Tests asked for"), language.tr("Tests asked for"), 3),
            FormField(MEDICINES, language.tr("Changes to medicines"), language.tr("Changes to medicines"), 3),
        ),
    )


def _answers(subject: Subject) -> Section:
    language, asked = subject.language, subject.choices.questions
    padded = (*asked, *("",) * (MOST_QUESTIONS - len(asked)))
    fields = (
        FormField(
            name,
            language.tr("{number} {question}", number=number, question=clipped(question, 240)),
            language.tr("Answer to question {number}", number=number),
            2,
        )
        for number, (name, question) in enumerate(zip(ANSWERS, padded, strict=True), start=1)
    )
    return Section(language.tr("Answers to the questions"), tuple(fields))


def _next(language: Language) -> Section:
    field = FormField(NEXT_VISIT, "", language.tr("When the next visit shall be"), 1)
    return Section(language.tr("Next visit"), (field,))


def _earlier(subject: Subject) -> tuple[Section, ...]:
    """Return what was said at the last visits, the newest first."""
    last = subject.review.period.last
    visits = [v for v in subject.review.records.visits if v.day <= max(last, subject.printed_on)]
    rows = [_row(visit, subject.language) for visit in reversed(visits[-EARLIER_VISITS:])]
    return (Section(subject.language.tr("Earlier visits"), tuple(rows)),) if rows else ()


def _row(visit: Visit, language: Language) -> Pair | Paragraph:
    said = " ".join(visit_parts(visit, language)) or language.tr("Nothing was written down.")
    return Pair(strong(language.full_date(visit.day)), told(clipped(said, 600)), most_lines=6)
