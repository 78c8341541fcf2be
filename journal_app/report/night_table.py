"""One row a night, recorded or not."""

from collections.abc import Iterable

from journal_app.journal.night import Episode, Night
from journal_app.language import Language
from journal_app.report.items import Part, Table
from journal_app.report.subject import Subject, clipped
from journal_app.wording.body import place, relief_label
from journal_app.wording.nights import minutes_words, short_night

_WIDTHS = (2.4, 1.5, 0.7, 1.1, 1.4, 2.1, 2.1, 0.8)


def night_table(subject: Subject, title: str) -> Part:
    """Return the nights of the period with their cramps; nights not recorded stay visible."""
    language = subject.language
    heads = (
        language.tr("Night"),
        language.tr("Cramps"),
        language.tr("Pain"),
        language.tr("Began"),
        language.tr("How long"),
        language.tr("Where"),
        language.tr("What was done"),
        language.tr("Sleep"),
    )
    lead = language.tr(
        "Pain is the worst of the night; sleep is how much it was disturbed. Both from 0 to 10."
    )
    recorded = {night.evening: night for night in subject.nights}
    rows = (
        (short_night(evening, language), *_cells(recorded.get(evening), subject))
        for evening in subject.review.period.evenings()
    )
    return Part(title, lead, (Table(heads, _WIDTHS, tuple(rows), most_lines=4),), own_page=True)


def _cells(night: Night | None, subject: Subject) -> tuple[str, ...]:
    language = subject.language
    if night is None:
        return (language.tr("not recorded"), *[""] * 6)
    sleep = "" if night.sleep_disturbance is None else str(night.sleep_disturbance)
    if night.quiet:
        return (language.tr("none"), *[""] * 5, sleep)
    cramps = sorted(night.episodes, key=_since_noon)
    return (
        language.number(len(cramps)),
        "" if night.worst_pain is None else str(night.worst_pain),
        _joined(_began(cramp, language) for cramp in cramps),
        _joined(minutes_words(cramp, language) for cramp in cramps if cramp.minutes is not None),
        _joined(
            place(cramp.leg, cramp.muscle, subject.knowledge, language)
            for cramp in cramps
            if cramp.leg or cramp.muscle
        ),
        _joined(
            relief_label(relief, subject.knowledge, language) for cramp in cramps for relief in cramp.relief
        ),
        sleep,
    )


def _since_noon(cramp: Episode) -> tuple[int, int]:
    """Put cramps in the order of the night; those without a time come last."""
    return (24, 0) if cramp.began is None else ((cramp.began.hour - 12) % 24, cramp.began.minute)


def _began(cramp: Episode, language: Language) -> str:
    return "" if cramp.began is None else language.clock(cramp.began)


def _joined(texts: Iterable[str]) -> str:
    """Join what holds for several cramps of a night, each once."""
    return clipped("; ".join(text for text in dict.fromkeys(texts) if text), 120)
