"""What was tried and what went together with the cramps, with counts and the cautious end first."""

from collections.abc import Iterable
from dataclasses import replace

from journal_app.analysis.factor_columns import factors_of
from journal_app.analysis.results import Association, Verdict
from journal_app.journal.factor import Factor
from journal_app.knowledge.entries import Kind
from journal_app.report.choices import AnnexPart
from journal_app.report.items import Pair, Paragraph, Section, told
from journal_app.report.subject import Subject, clipped
from journal_app.wording.associations import (
    counts_sentence,
    looked_at_sentence,
    ratio_sentence,
    verdict_words,
    wrong_share_sentence,
)
from journal_app.wording.body import relief_label
from journal_app.wording.segments import Sentence, paragraph, unmarked

MOST_PATTERNS = 3
_MOST_RELIEFS = 3
_ORDER = (Verdict.STRONG, Verdict.LIKELY, Verdict.HINT)


def tried_section(subject: Subject) -> Section:
    """Return what was done against cramps with its verdict, and what helped in a cramp."""
    language = subject.language
    rows = [*_remedy_rows(subject), *_relief_rows(subject)]
    title = language.tr("What was tried")
    if not rows:
        return Section(title, (Paragraph(told(language.tr("Nothing is recorded."))),))
    return Section(title, (subject.listing(rows, AnnexPart.PATTERNS, least=1),))


def together_section(subject: Subject) -> Section:
    """Return up to three patterns that passed, with counts, and how many habits were looked at."""
    language = subject.language
    found = passed(subject)
    factors = factors_by_id(subject)
    rows = [Paragraph(_pattern(one, factors[one.factor], subject), 6) for one in found]
    looked_at = looked_at_sentence(subject.review.associations, language)
    title = language.tr("What went together")
    if not rows:
        return Section(title, (Paragraph(told(_nothing(subject))),), looked_at)
    left_out = max(0, len(rows) - MOST_PATTERNS)
    listing = replace(subject.listing(rows, AnnexPart.PATTERNS), left_out=left_out)
    rest = () if left_out else (Paragraph(told(language.tr("Nothing else."))),)
    return Section(title, (listing, *rest), looked_at)


def passed(subject: Subject) -> list[Association]:
    """Return the leading associations with something to show, the clearest first, remedies left out."""
    remedies = _remedy_factors(subject)
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


def _remedy_factors(subject: Subject) -> set[str]:
    return {
        entry.factor for entry in subject.knowledge.of_kind(Kind.REMEDY) if entry.fit_to_try and entry.factor
    }


def _remedy_rows(subject: Subject) -> Iterable[Pair]:
    remedies, factors = _remedy_factors(subject), factors_by_id(subject)
    for one in sorted(subject.review.associations, key=lambda one: -one.nights_with):
        if one.leading and one.factor in remedies and one.nights_with and factors[one.factor].binary:
            yield _remedy_row(one, factors[one.factor], subject)


def _remedy_row(association: Association, factor: Factor, subject: Subject) -> Pair:
    language = subject.language
    verdict = language.tr("{verdict}.", verdict=_capital(verdict_words(association.verdict, language)))
    counts = language.tr(
        "Cramps on {k} of {n} nights with, {k2} of {n2} without.",
        k=association.cramps_with,
        n=association.nights_with,
        k2=association.cramps_without,
        n2=association.nights_without,
    )
    name = language.tr(factor.label or factor.id)
    about = paragraph(unmarked(verdict), unmarked(counts), ratio_sentence(association, language))
    return Pair(unmarked(name), about, 5)


def _relief_rows(subject: Subject) -> Iterable[Pair]:
    language = subject.language
    for relief, times, much in subject.review.summary.relief[:_MOST_RELIEFS]:
        label = clipped(relief_label(relief, subject.knowledge, language), 60)
        name = language.tr("In a cramp: {relief}", relief=label)
        yield Pair(unmarked(name), unmarked(language.tr("helped much {k} of {n} times", k=much, n=times)), 2)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
