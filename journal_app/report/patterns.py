"""What was tried and what went together with the cramps, with counts and the cautious end first."""

from collections.abc import Iterable
from dataclasses import replace

from journal_app.analysis.factor_columns import factors_of
from journal_app.analysis.results import Association, Verdict
from journal_app.journal.factor import Factor
from journal_app.journal.trial import TrialDesign
from journal_app.language import Language
from journal_app.report.choices import AnnexPart
from journal_app.report.items import Paragraph, Section, strong, told
from journal_app.report.remedies import remedy_factors
from journal_app.report.subject import Subject, clipped, series
from journal_app.wording.associations import (
    counts_sentence,
    looked_at_sentence,
    ratio_sentence,
    verdict_words,
    wrong_share_sentence,
)
from journal_app.wording.body import relief_label
from journal_app.wording.numbers import ratio_number
from journal_app.wording.segments import Sentence, paragraph, unmarked
from journal_app.wording.trials import tried_line

MOST_PATTERNS = 3
_MOST_RELIEFS = 3
_ORDER = (Verdict.STRONG, Verdict.LIKELY, Verdict.HINT)


def tried_section(subject: Subject) -> Section:
    """Return what was done against cramps with its verdict, and what helped in a cramp."""
    language = subject.language
    rows = [Paragraph(tried, 3) for tried in _trials(subject)]
    rows += [Paragraph(remedy, 4) for remedy in _remedies(subject)]
    reliefs = list(_reliefs(subject))
    listing = (subject.listing(rows, AnnexPart.PATTERNS),) if rows else ()
    in_cramp = (series(strong(language.tr("In a cramp:")), reliefs, subject),) if reliefs else ()
    nothing = Paragraph(told(language.tr("Nothing is recorded.")))
    return Section(language.tr("What was tried"), (*listing, *in_cramp) or (nothing,))


def together_section(subject: Subject) -> Section:
    """Return up to three patterns that passed, with counts, and how many habits were looked at."""
    language = subject.language
    found = passed(subject)
    factors = factors_by_id(subject)
    rows = [Paragraph(_pattern(one, factors[one.factor], subject), 6) for one in found]
    associations = subject.review.associations
    looked_at = looked_at_sentence(associations, language) if associations else ""
    title = language.tr("What went together")
    if not rows:
        return Section(title, (Paragraph(told(_nothing(subject))),), looked_at)
    left_out = max(0, len(rows) - MOST_PATTERNS)
    listing = replace(subject.listing(rows, AnnexPart.PATTERNS), left_out=left_out)
    rest = () if left_out else (Paragraph(told(language.tr("Nothing else is surer than a hint."))),)
    return Section(title, (listing, *rest), looked_at)


def passed(subject: Subject) -> list[Association]:
    """Return the leading associations with something to show, the clearest first, remedies left out."""
    remedies = remedy_factors(subject.knowledge)
    seen = [
        one
        for one in subject.review.associations
        if one.leading and one.verdict.seen and one.factor not in remedies
    ]
    return sorted(seen, key=lambda one: (_ORDER.index(one.verdict), 1.0 if one.q is None else one.q))


def factors_by_id(subject: Subject) -> dict[str, Factor]:
    """Return the factors of this person by id."""
    factors = factors_of(subject.review.records, subject.knowledge.factors)
    return {factor.id: factor for factor in factors}


def _pattern(association: Association, factor: Factor, subject: Subject) -> Sentence:
    language = subject.language
    return paragraph(
        ((language.tr(factor.label or factor.id), True), (":", False)),
        counts_sentence(association, factor, language),
        ratio_sentence(association, language),
        unmarked(wrong_share_sentence(association.verdict, language)),
    )


def _nothing(subject: Subject) -> str:
    if all(one.verdict is Verdict.TOO_FEW_NIGHTS for one in subject.review.associations):
        return subject.language.tr("Not enough nights yet to compare habits.")
    return subject.language.tr("Nothing stood out. That does not rule anything out.")


def _trials(subject: Subject) -> Iterable[Sentence]:
    """Yield the trials that ended, the newest first; nothing is told of one that runs."""
    language = subject.language
    for tried in reversed(subject.review.tried):
        if tried.verdict and tried.trial.design is not TrialDesign.FOLLOWED:
            line = tried_line(tried.verdict, tried.trial, language)
            yield unmarked(language.tr("Trial on oneself: {line}.", line=clipped(line)))


def _remedies(subject: Subject) -> Iterable[Sentence]:
    remedies, factors = remedy_factors(subject.knowledge), factors_by_id(subject)
    for one in sorted(subject.review.associations, key=lambda one: -one.nights_with):
        if one.leading and one.factor in remedies and one.nights_with and factors[one.factor].binary:
            yield _remedy(one, factors[one.factor], subject)


def _remedy(association: Association, factor: Factor, subject: Subject) -> Sentence:
    language = subject.language
    name = language.tr("{remedy}:", remedy=language.tr(factor.label or factor.id))
    counts = language.tr(
        "cramps on {k} of {n} nights with, {k2} of {n2} without",
        k=association.cramps_with,
        n=association.nights_with,
        k2=association.cramps_without,
        n2=association.nights_without,
    )
    verdict = language.tr("{verdict}.", verdict=verdict_words(association.verdict, language))
    return paragraph(strong(name), unmarked(_with_interval(counts, association, language)), unmarked(verdict))


def _with_interval(counts: str, association: Association, language: Language) -> str:
    if association.low is None or association.high is None:
        return language.tr("{counts};", counts=counts)
    low, high = (ratio_number(end, language) for end in (association.low, association.high))
    return language.tr("{counts} ({low} to {high} times);", counts=counts, low=low, high=high)


def _reliefs(subject: Subject) -> Iterable[str]:
    language = subject.language
    for relief, times, told_whether, much in subject.review.summary.relief[:_MOST_RELIEFS]:
        label = clipped(relief_label(relief, subject.knowledge, language), 60)
        helped = language.tr("{relief}, helped much {k} of {n} times", relief=label, k=much, n=told_whether)
        untold = _untold(times - told_whether, language)
        yield " ".join(words for words in (helped if told_whether else label, untold) if words)


def _untold(times: int, language: Language) -> str:
    """Say how often nobody told whether it helped: that is unknown, and no failure."""
    if not times:
        return ""
    return language.trn("({n} time not told if it helped)", "({n} times not told if it helped)", times)
