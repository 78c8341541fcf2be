"""What the charts of places, months and nights show, each in one sentence."""

from collections.abc import Mapping
from datetime import date

from journal_app.analysis.results import Association, Summary
from journal_app.journal.factor import Factor
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language
from journal_app.wording.associations import counts_sentence, verdict_words
from journal_app.wording.body import place
from journal_app.wording.dates import listed, month
from journal_app.wording.segments import paragraph, plain, unmarked
from journal_app.wording.summaries import cramp_nights_sentence

FEWEST_A_MONTH = 14
MONTHS_FOR_A_SEASON = 9
MOST_PLACES = 3


def muscles_sentence(summary: Summary, knowledge: Knowledge, language: Language) -> str:
    """Say where most cramps were: Most often left calf (15), right calf (4)."""
    known = [(leg, muscle, count) for leg, muscle, count in summary.muscles if leg or muscle]
    if not known:
        return language.tr("No cramp with its place in this period.")
    named = [
        language.tr("{place} ({n})", place=place(leg, muscle, knowledge, language), n=language.number(count))
        for leg, muscle, count in known[:MOST_PLACES]
    ]
    told = language.tr("Most often: {places}.", places=listed(named, language))
    unknown = sum(count for leg, muscle, count in summary.muscles if not (leg or muscle))
    if not unknown:
        return told
    return f"{told} {language.trn('{n} cramp has no place.', '{n} cramps have no place.', unknown)}"


def season_sentence(months: Mapping[int, tuple[int, int]], language: Language) -> str:
    """Say which month had the largest share; `months` holds cramp nights and recorded ones by number."""
    full = {number: counts for number, counts in months.items() if counts[1] >= FEWEST_A_MONTH}
    if len(full) < MONTHS_FOR_A_SEASON:
        return language.tr("After about a year of nights this shows whether the season matters.")
    shares = {number: cramps / recorded for number, (cramps, recorded) in full.items()}
    top, low = max(shares, key=shares.__getitem__), min(shares, key=shares.__getitem__)
    if shares[top] == shares[low]:
        return language.tr("About the same share of cramp nights in every month.")
    return language.tr(
        "Most in {top} ({k} of {n} recorded nights), fewest in {low} ({k2} of {n2}).",
        top=month(date(2026, top, 1), language),
        k=full[top][0],
        n=full[top][1],
        low=month(date(2026, low, 1), language),
        k2=full[low][0],
        n2=full[low][1],
    )


def strip_sentence(summary: Summary, language: Language) -> str:
    """Say the cramp nights and the longest quiet run."""
    counts = plain(cramp_nights_sentence(summary, language))
    run = summary.longest_quiet_run
    if run < 2:
        return counts
    return f"{counts} {language.trn('Longest quiet run: {n} night.', 'Longest quiet run: {n} nights.', run)}"


def habit_sentence(
    association: Association | None, factor: Factor | None, answered: int, nights: int, language: Language
) -> str:
    """Say how the nights after a habit compare, or how often it was answered."""
    told = language.trn(
        "Answered on {n} of {all} days.",
        "Answered on {n} of {all} days.",
        answered,
        all=language.number(nights),
    )
    if association is None or factor is None or not association.nights_with or not association.nights_without:
        return told
    verdict = language.tr("Verdict: {verdict}.", verdict=verdict_words(association.verdict, language))
    return plain(paragraph(counts_sentence(association, factor, language), unmarked(verdict), unmarked(told)))
