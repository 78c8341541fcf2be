"""Every pattern that was looked at, whatever came of it."""

from journal_app.analysis.results import Association
from journal_app.journal.factor import Factor
from journal_app.language import Language
from journal_app.report.items import Part, Table
from journal_app.report.patterns import factors_by_id
from journal_app.report.subject import Subject
from journal_app.wording.associations import lag_words, looked_at_sentence, verdict_words
from journal_app.wording.numbers import ratio_number

_WIDTHS = (2.4, 1.9, 1.5, 1.6, 2.1, 1.1, 1.8)


def pattern_table(subject: Subject, title: str) -> Part:
    """Return a row for each factor and lag, with counts, ratio, interval and verdict."""
    language, associations = subject.language, subject.review.associations
    heads = (
        language.tr("Habit"),
        language.tr("Looking at"),
        language.tr("Cramp nights with"),
        language.tr("Cramp nights without"),
        language.tr("Times as often (95 %)"),
        language.tr("False alarm"),
        language.tr("Verdict"),
    )
    lead = language.tr(
        "{looked_at} With and without mean yes and no, or the person's own highest and lowest third. "
        "False alarm is the share of findings like this one that are expected to be chance (q).",
        looked_at=looked_at_sentence(associations, language),
    )
    factors = factors_by_id(subject)
    ordered = sorted(associations, key=lambda one: (_label(factors[one.factor], language), one.days_before))
    rows = tuple(_row(one, factors[one.factor], language) for one in ordered)
    return Part(title, lead, (Table(heads, _WIDTHS, rows),) if rows else ())


def _row(one: Association, factor: Factor, language: Language) -> tuple[str, ...]:
    return (
        _label(factor, language),
        lag_words(one.days_before, language),
        language.tr("{k} of {n}", k=one.cramps_with, n=one.nights_with),
        language.tr("{k} of {n}", k=one.cramps_without, n=one.nights_without),
        _ratio(one, language),
        "" if one.q is None else language.number(one.q, 2),
        verdict_words(one.verdict, language),
    )


def _ratio(one: Association, language: Language) -> str:
    if one.ratio is None or one.low is None or one.high is None:
        return ""
    ratio, low, high = (ratio_number(value, language) for value in (one.ratio, one.low, one.high))
    return language.tr("{ratio} ({low} to {high})", ratio=ratio, low=low, high=high)


def _label(factor: Factor, language: Language) -> str:
    return language.tr(factor.label or factor.id)
