"""Visits and the appointment ahead, in words."""

from journal_app.analysis.results import VisitChange
from journal_app.journal.visit import NIGHTS_TO_RECORD, Preparation, Stage, Visit
from journal_app.language import Language
from journal_app.wording.dates import day_and_long_month
from journal_app.wording.numbers import per_week
from journal_app.wording.segments import Sentence, marked, paragraph, plain, unmarked
from journal_app.wording.summaries import change_sentence


def visit_parts(visit: Visit, language: Language) -> tuple[str, ...]:
    """Return what was said at a visit, each in a sentence with its lead; the private note is left out."""
    named = (
        (language.tr("Assessment"), visit.assessment),
        (language.tr("Tests"), visit.tests),
        (language.tr("Medicines"), visit.medicines),
        *(
            (language.tr("Answer {number}", number=number), answer)
            for number, answer in enumerate(visit.answers, start=1)
        ),
        (language.tr("Next visit"), visit.next_visit),
    )
    return tuple(f"{name}: {_ended(text)}" for name, text in named if text.strip())


def visit_line(visit: Visit, language: Language) -> str:
    """Say a visit in one line: its day and what was said."""
    said = " ".join(visit_parts(visit, language))
    date = language.full_date(visit.day)
    return language.tr("{date}: {said}", date=date, said=said) if said else date


def since_visit_sentence(found: VisitChange | None, language: Language) -> Sentence:
    """Say how the cramps went since the last visit, against as many nights before it."""
    if found is None:
        return ()
    date = language.full_date(found.on)
    if found.change is None:
        template = language.trn(
            "Since the visit of {date}: {n} night recorded, too few to compare.",
            "Since the visit of {date}: {n} nights recorded, too few to compare.",
            found.nights_since,
            date=date,
        )
        return unmarked(template)
    before, now = (per_week(rate, language) for rate in (found.change.before, found.change.now))
    template = language.tr("Since the visit of {date}: **{before} to {now}** cramps a week.")
    said = marked(template, date=date, before=before, now=now)
    return paragraph(said, change_sentence(found.change, language))


def since_visit_told(found: VisitChange | None, language: Language) -> str:
    """Say the same as plain text."""
    return plain(since_visit_sentence(found, language))


def preparation_sentence(state: Preparation, language: Language) -> Sentence:
    """Say when the appointment is and how much of its record stands."""
    if state.day is None or state.stage is Stage.NONE:
        return ()
    date = day_and_long_month(state.day, language)
    if state.stage is Stage.AFTER:
        return marked(language.tr("Appointment on **{date}**: what did the doctor say?"), date=date)
    template = language.tr("Appointment on **{date}**: **{k} of {n}** nights recorded.")
    said = marked(template, date=date, k=state.nights_recorded, n=NIGHTS_TO_RECORD)
    return paragraph(said, unmarked(_advice(state, language)))


def _advice(state: Preparation, language: Language) -> str:
    if state.stage is Stage.EVE:
        return language.tr("Your page can be printed now.")
    if state.nights_recorded < NIGHTS_TO_RECORD:
        return language.tr("A record of all {n}, quiet nights too, says most.", n=NIGHTS_TO_RECORD)
    return language.tr("The record is complete.")


def _ended(text: str) -> str:
    ended = " ".join(text.split())
    return ended if ended.endswith((".", "!", "?", "…")) else f"{ended}."
