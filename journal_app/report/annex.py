"""The annex: the parts that follow page one, each as data."""

from journal_app.knowledge.warnings import tick_questions
from journal_app.report.choices import AnnexPart, part_title
from journal_app.report.evidence import evidence
from journal_app.report.figures import hours, strip, strip_title, weeks, weeks_title
from journal_app.report.glossary import glossary
from journal_app.report.items import Paragraph, Part, Section, Table
from journal_app.report.medicines import medicine_history
from journal_app.report.night_table import night_table
from journal_app.report.notes import notes
from journal_app.report.pattern_table import pattern_table
from journal_app.report.subject import Subject, clipped
from journal_app.report.warning_signs import answer_words, latest_answers
from journal_app.wording.summaries import (
    hours_sentence,
    missing_sentence,
    pain_sentence,
    rate_sentence,
    sleep_sentence,
    trend_sentence,
)
from journal_app.wording.untranslated import english_page_note

_MAKERS = {
    AnnexPart.NIGHTS: night_table,
    AnnexPart.PATTERNS: pattern_table,
    AnnexPart.MEDICINES: medicine_history,
    AnnexPart.EVIDENCE: evidence,
    AnnexPart.NOTES: notes,
    AnnexPart.GLOSSARY: glossary,
}


def annex(subject: Subject) -> tuple[Part, ...]:
    """Return the parts that were chosen, in their order; parts with nothing to say are left out.

    The doctor's review is not among them: it bears the id of all the others.
    """
    makers = {**_MAKERS, AnnexPart.CHARTS: _charts, AnnexPart.WARNINGS: _warnings}
    chosen = (part for part in AnnexPart if part in subject.choices.annex and part in makers)
    made = (makers[part](subject, part_title(part, subject.language)) for part in chosen)
    return tuple(part for part in made if part.body)


def _charts(subject: Subject, title: str) -> Part:
    language, review = subject.language, subject.review
    if not review.summary.nights_recorded:
        return Part(title, "", ())
    strip_heading, strip_legend = strip_title(subject)
    weeks_heading, weeks_legend = weeks_title(subject)
    told = [
        (
            strip_heading,
            strip_legend,
            strip(subject),
            missing_sentence(review.missing, review.period, language),
        ),
        (weeks_heading, weeks_legend, weeks(subject), trend_sentence(review.trend, review.summary, language)),
        (language.tr("Hour of the night"), "", hours(subject), hours_sentence(review.summary, language)),
    ]
    drawn = [
        Section(heading, (figure, Paragraph(sentence)), legend) for heading, legend, figure, sentence in told
    ]
    sentences = (rate_sentence, pain_sentence, sleep_sentence)
    rest = [Paragraph(said) for sentence in sentences if (said := sentence(review.summary, language))]
    return Part(title, "", (*drawn, Section(language.tr("In words"), tuple(rest))))


def _warnings(subject: Subject, title: str) -> Part:
    language, answers = subject.language, latest_answers(subject)
    heads = (language.tr("Question"), language.tr("Answer"), language.tr("Asked on"), language.tr("Note"))
    rows: list[tuple[str, ...]] = []
    questions = tick_questions(subject.knowledge)
    for entry in questions:
        answer = answers.get(entry.id)
        asked = language.short_date(answer.asked_on) if answer else ""
        note = clipped(answer.note) if answer else ""
        rows.append((entry.question, answer_words(answer, language), asked, note))
    note = english_page_note(subject.knowledge, language, *(entry.question for entry in questions))
    return Part(title, note, (Table(heads, (5, 1.4, 1.3, 1.6), tuple(rows), most_lines=7),) if rows else ())
