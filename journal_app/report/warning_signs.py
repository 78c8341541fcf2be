"""The warning questions with all their answers: yes first, every no, and what was not asked."""

from collections.abc import Iterable
from dataclasses import replace

from journal_app.journal.profile import WarningAnswer
from journal_app.knowledge.entries import Entry
from journal_app.knowledge.matcher import Group
from journal_app.knowledge.warnings import tick_questions
from journal_app.language import Language, later
from journal_app.report.choices import AnnexPart
from journal_app.report.items import Paragraph, Section, Series, strong, told
from journal_app.report.subject import Subject, clipped, series
from journal_app.wording.segments import Sentence, paragraph, unmarked

MOST_NOT_ASKED = 10
# What a doctor reads beside "No:", in the order a doctor looks for it. Signs that are told by the
# same words are asked in two questions of different urgency.
_SIGNS = {
    "pe": later("breathless, chest pain or collapse"),
    "acute-limb-ischaemia": later("cold, pale or weak foot"),
    "cauda-equina": later("numb saddle, bladder or bowel change"),
    "dvt": later("one leg swollen, warm or aching"),
    "rhabdomyolysis": later("dark urine with muscle pain"),
    "stroke-like": later("face droop or odd speech"),
    "sudden-weakness-both-legs": later("sudden weakness of both legs"),
    "compartment": later("calf tense after injury"),
    "mnd": later("weakness, wasting or weight loss"),
    "twitching-only": later("twitching"),
    "spread": later("cramps elsewhere or by day"),
    "numbness-or-swelling": later("both legs numb or swollen"),
    "pad-claudication": later("pain on walking"),
    "clti": later("foot pain at rest or a foot wound"),
    "stenosis-signs": later("pain eased by bending"),
    "cramp-over-10-min": later("cramp of 10 min or more"),
    "infection": later("spreading redness or fever"),
    "tetany-severe": later("hands locking or mouth tingling"),
    "tetany": later("hands locking or mouth tingling"),
    "tetanus-breathing": later("stiff jaw after a wound"),
    "tetanus": later("stiff jaw after a wound"),
    "new-medicine": later("worse after a new medicine"),
    "statin-weakness": later("weak on a statin"),
    "quinine-bleeding": later("reaction to quinine"),
    "quinine-reaction": later("reaction to quinine"),
    "severe-fluid-loss": later("vomiting or diarrhoea"),
    "heat-illness": later("ill after heat"),
    "heat-exhaustion": later("ill after heat"),
    "liver-kidney-thyroid": later("liver, kidney or thyroid signs"),
    "hypo": later("low sugar at night"),
    "falls": later("fall because of a cramp"),
    "sleep-disturbed": later("woken two nights a week"),
    "frequent-unrelieved": later("three nights a week for six weeks"),
    "sudden-change": later("sudden start or doubling"),
    "mood": later("despair"),
    "despair": later("despair"),
    "heavy-drinking": later("much alcohol"),
    "withdrawal": later("ill after less alcohol"),
    "diabetic-foot": later("foot wound with diabetes"),
    "toxin": later("contact with a poison"),
    "dialysis-cramps": later("cramps on dialysis"),
    "pregnancy-swelling": later("signs in pregnancy"),
    "pregnancy-cramps": later("signs in pregnancy"),
    "child-dark-urine": later("signs in a child"),
    "child": later("signs in a child"),
}


def warning_section(subject: Subject) -> Section:
    """Return the section of page one: each yes with its question, every no in a word, what was not asked."""
    language = subject.language
    answers = latest_answers(subject)
    asked = max((answer.asked_on for answer in answers.values()), default=None)
    title = (
        language.tr("Warning signs, asked on {date}", date=language.full_date(asked))
        if asked
        else language.tr("Warning signs")
    )
    yes = [*_yes_rows(subject, answers), *_seen_rows(subject, answers)]
    listing = (subject.listing(yes, AnnexPart.WARNINGS, least=min(6, len(yes))),) if yes else ()
    return Section(title, (*listing, *_other_items(subject, answers)))


def latest_answers(subject: Subject) -> dict[str, WarningAnswer]:
    """Return the newest answer to each warning question, up to the day of printing."""
    newest: dict[str, WarningAnswer] = {}
    for answer in sorted(subject.review.warnings, key=lambda answer: answer.asked_on):
        if answer.asked_on <= subject.printed_on:
            newest[answer.warning] = answer
    return newest


def answer_words(answer: WarningAnswer | None, language: Language) -> str:
    """Say an answer: yes, no, not asked, or a yes that the person cleared with a note."""
    if answer is None:
        return language.tr("not asked")
    if not answer.yes:
        return language.tr("no")
    if answer.cleared_on is None:
        return language.tr("yes")
    return language.tr("yes, cleared on {date}", date=language.full_date(answer.cleared_on))


def _yes_rows(subject: Subject, answers: dict[str, WarningAnswer]) -> Iterable[Paragraph]:
    for entry in _in_order(subject):
        answer = answers.get(entry.id)
        if answer and answer.yes:
            yield Paragraph(_yes_sentence(entry, answer, subject), 3)


def _yes_sentence(entry: Entry, answer: WarningAnswer, subject: Subject) -> Sentence:
    language = subject.language
    standing = language.tr("Yes:") if answer.standing else language.tr("Yes, now cleared:")
    # The doctor reads page one: rather the sign in a few words than a question in a foreign language.
    foreign = entry.question in subject.knowledge.untranslated
    asked = _signs([entry], language)[0] if foreign else entry.question
    sentences = [unmarked(asked)]
    if answer.note:
        sentences.append(unmarked(language.tr("({note})", note=clipped(answer.note, 160))))
    if answer.cleared_on:
        sentences.append(
            unmarked(language.tr("Cleared on {date}.", date=language.full_date(answer.cleared_on)))
        )
    return paragraph(strong(standing), *sentences)


def _seen_rows(subject: Subject, answers: dict[str, WarningAnswer]) -> Iterable[Paragraph]:
    """Tell the warnings that the nights themselves raised, which nobody ticked."""
    language = subject.language
    seen = [
        finding.entry.title
        for finding in subject.review.findings
        if finding.group is Group.WARNING
        and finding.entry
        and not (finding.entry.id in answers and answers[finding.entry.id].yes)
    ]
    if seen:
        yield Paragraph(
            paragraph(strong(language.tr("The journal shows:")), unmarked("; ".join(seen) + ".")), 2
        )


def _other_items(subject: Subject, answers: dict[str, WarningAnswer]) -> Iterable[Paragraph | Series]:
    language = subject.language
    if not answers:
        yield Paragraph(told(language.tr("Not asked.")))
        return
    in_order = _in_order(subject)
    no = [entry for entry in in_order if entry.id in answers and not answers[entry.id].yes]
    if no:
        yield series(strong(language.tr("No:")), _signs(no, language), subject, AnnexPart.WARNINGS)
    left = [entry for entry in in_order if entry.id not in answers]
    if left:
        signs = _signs(left, language)
        told_ones = series(strong(language.tr("Not asked:")), signs, subject, AnnexPart.WARNINGS)
        yield replace(told_ones, left_out=max(0, len(signs) - MOST_NOT_ASKED))


def _signs(entries: list[Entry], language: Language) -> list[str]:
    """Name the signs of some questions, each once."""
    return list(dict.fromkeys(language.tr(_SIGNS.get(entry.id, entry.title)) for entry in entries))


def _in_order(subject: Subject) -> list[Entry]:
    order = {warning: place for place, warning in enumerate(_SIGNS)}
    return sorted(tick_questions(subject.knowledge), key=lambda entry: order.get(entry.id, len(order)))
