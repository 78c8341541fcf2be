"""What the report says, as plain data: page one, and the parts of the annex that were chosen."""

from datetime import date

from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.report.annex import annex
from journal_app.report.choices import AnnexPart, ReportChoices
from journal_app.report.head import title
from journal_app.report.items import Phrases, ReportContents
from journal_app.report.page_one import page_one
from journal_app.report.review_part import report_id, report_mark, review_part
from journal_app.report.subject import Subject
from journal_app.review import Review


def report_contents(
    review: Review, knowledge: Knowledge, language: Language, choices: ReportChoices, printed_on: date
) -> ReportContents:
    """Return the contents of a report; nothing in them depends on fonts, paper sizes or the clock."""
    subject = Subject(review, knowledge, language, choices, printed_on)
    first, parts = page_one(subject), annex(subject)
    tag = str(language.locale).replace("_", "-")
    identity = report_id(tag, choices.paper, printed_on, first, parts)
    last = (review_part(subject, identity),) if AnnexPart.REVIEW in choices.annex else ()
    return ReportContents(
        title=title(subject),
        language=tag,
        paper=choices.paper,
        printed_on=printed_on,
        page_one=first,
        annex=(*parts, *last),
        running_head=language.tr("{title}. Self-reported; not a diagnosis.", title=title(subject)),
        phrases=Phrases(
            page_of=language.tr("Page {page} of {pages}"),
            unshowable=language.tr("[letters this page cannot print]"),
        ),
        mark=report_mark(identity, choices.appointment or printed_on),
    )
