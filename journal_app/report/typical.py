"""What the journal shows of the features of a night leg cramp, and hints at what looks alike.

The features are those of Hallegraeff et al. 2017, doi:10.1186/s12875-017-0600-x; distress is the
one the journal does not ask.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from journal_app.journal.night import LONG_CRAMP_MINUTES, Episode
from journal_app.knowledge.entries import Kind
from journal_app.knowledge.matcher import Group
from journal_app.report.items import Paragraph, Section, told
from journal_app.report.subject import Subject, series

STRONG_PAIN = 4
DISTURBED = 4
_CALF_OR_FOOT = frozenset({"calf", "sole", "toes", "foot_top", "heel", "ankle"})
_THIGH = frozenset({"hamstring", "thigh_front", "inner_thigh"})


@dataclass(frozen=True, slots=True)
class Feature:
    """How often a feature was there, of how often it is known."""

    label: str
    count: int
    known: int


def typical_section(subject: Subject) -> Section:
    """Return each feature with its counts, what is not asked, and look-alikes worth asking about."""
    language = subject.language
    title = language.tr("Is it typical?")
    if not subject.episodes:
        return Section(title, (Paragraph(told(language.tr("No cramp in this period."))),))
    counts = [
        language.tr("{feature} {k} of {n}", feature=feature.label, k=feature.count, n=feature.known)
        for feature in features(subject)
        if feature.known
    ]
    if not counts:
        return Section(title, (Paragraph(told(language.tr("The cramps have no details."))),))
    hints = tuple(Paragraph(told(hint), 3) for hint in _look_alikes(subject))
    return Section(title, (series((), [_capital(counts[0]), *counts[1:]], subject, least=4), *hints))


def features(subject: Subject) -> tuple[Feature, ...]:
    """Return the features with their counts."""
    language, cramps = subject.language, subject.episodes
    placed = [cramp.muscle for cramp in cramps if cramp.muscle]
    short = [cramp.minutes <= LONG_CRAMP_MINUTES for cramp in cramps if cramp.minutes is not None]
    soreness = [
        night.soreness > 0 for night in subject.nights if night.episodes and night.soreness is not None
    ]
    disturbed = [
        night.sleep_disturbance >= DISTURBED
        for night in subject.nights
        if night.episodes and night.sleep_disturbance is not None
    ]
    return (
        _feature(language.tr("pain 4 or more"), _strong(cramps)),
        _feature(language.tr("10 minutes or less"), short),
        _feature(language.tr("calf or foot"), [muscle in _CALF_OR_FOOT for muscle in placed]),
        _feature(language.tr("thigh"), [muscle in _THIGH for muscle in placed]),
        _feature(language.tr("muscle hard"), [cramp.hard for cramp in cramps if cramp.hard is not None]),
        _feature(language.tr("woke"), [cramp.woke for cramp in cramps if cramp.woke is not None]),
        _feature(language.tr("sore next day"), soreness),
        _feature(language.tr("sleep disturbed"), disturbed),
    )


def _strong(cramps: Iterable[Episode]) -> list[bool]:
    return [cramp.pain >= STRONG_PAIN for cramp in cramps if cramp.pain is not None]


def _feature(label: str, answers: list[bool]) -> Feature:
    return Feature(label, sum(answers), len(answers))


def _look_alikes(subject: Subject) -> Iterable[str]:
    names = [
        finding.entry.title
        for finding in subject.review.findings
        if finding.entry and finding.entry.kind is Kind.LOOK_ALIKE and finding.group is Group.SEEN_AND_KNOWN
    ]
    if names:
        yield subject.language.tr("Answers that fit something else too: {names}.", names="; ".join(names[:3]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
