"""Answers that tell a night's cramp from what resembles it: yes, no or not known, a night and a question.

They are kept among the answers to warning questions, so that every file that holds a journal holds
them: the id is `night.` with the question's field, the day is the evening of the night. A "don't know"
bears the day as its day of clearing: it was asked and says neither yes nor no.
"""

from collections.abc import Iterable
from datetime import date

from journal_app.journal.profile import OF_NIGHT, WarningAnswer

Given = dict[str, bool | None]  # field -> yes, no, or None for "don't know"


def night_answer(field: str, yes: bool | None, evening: date) -> WarningAnswer:
    """Return an answer about a night as it is kept; `None` is "don't know"."""
    unknown = evening if yes is None else None
    return WarningAnswer(f"{OF_NIGHT}{field}", yes is True, evening, cleared_on=unknown)


def night_answers(answers: Iterable[WarningAnswer]) -> dict[date, Given]:
    """Return what was answered about each night, among other answers."""
    found: dict[date, Given] = {}
    for answer in answers:
        if answer.of_night:
            field = answer.warning.removeprefix(OF_NIGHT)
            found.setdefault(answer.asked_on, {})[field] = None if answer.cleared_on else answer.yes
    return found
