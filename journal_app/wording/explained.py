"""How a verdict came about, for whoever wants to know: the card's details and `analyse --explain`."""

from collections.abc import Iterator, Sequence

from journal_app.analysis.results import Association, DoseBin, Lacking, Verdict
from journal_app.journal.factor import Factor
from journal_app.language import Language, later
from journal_app.wording.amounts import METRIC, Units, amount, amount_range
from journal_app.wording.associations import lag_words, outcome_sentence
from journal_app.wording.numbers import ratio_number
from journal_app.wording.segments import plain

_LACKING = {
    Lacking.NIGHTS: later("There are too few recorded nights for a verdict."),
    Lacking.CRAMPS: later("There are too few nights with a cramp, or too few without."),
    Lacking.WITH: later("There are too few nights after the habit."),
    Lacking.WITHOUT: later("There are too few nights without the habit."),
    Lacking.OWN_VARIATION: later(
        "The habit moves together with time or with other habits; only a trial can tell."
    ),
}
_RULES = {
    Verdict.NONE: later("No sign: the share of chance findings (q) is above 0.20."),
    Verdict.HINT: later(
        "A hint: the share of chance findings (q) is at most 0.20, at one of the fixed looks."
    ),
    Verdict.LIKELY: later("Likely: q is at most 0.05, and it was already small four weeks earlier."),
    Verdict.STRONG: later("Clear: q is at most 0.005, and it was at most 0.05 four weeks earlier."),
}


def explained_lines(
    rows: Sequence[Association], factor: Factor, language: Language, units: Units = METRIC
) -> Iterator[str]:
    """Yield what lies behind one habit's verdict; `rows` are its lags, one of them leading."""
    leading = next(row for row in rows if row.leading)
    yield _reason(leading, language)
    yield from _adjusted(leading, language)
    yield from _bare(leading, language)
    yield from (_lag(row, language) for row in rows if not row.leading and row.ratio is not None)
    yield from _when_judged(leading, language)
    if leading.own_variation is not None:
        share = language.number(100 * leading.own_variation, 0)
        template = language.tr(
            "{share} of 100 parts of this habit are its own; the rest goes with time or other habits."
        )
        yield template.format(share=share)
    yield from (plain(outcome_sentence(outcome, language)) for outcome in leading.outcomes)
    if leading.doses:
        yield language.tr("By amount, for the picture only:")
        yield from (_dose(dose, factor, language, units) for dose in leading.doses)


def _reason(row: Association, language: Language) -> str:
    if row.lacking is not None:
        return language.tr(_LACKING[row.lacking])
    return language.tr(_RULES[row.verdict]) if row.verdict in _RULES else ""


def _adjusted(row: Association, language: Language) -> Iterator[str]:
    if row.ratio is None or row.low is None or row.high is None:
        return
    yield language.tr(
        "Adjusted for slow drift, season, day of the week, earlier nights and the other habits: "
        "{ratio} times as often, 95 % interval {low} to {high}; p {p}, q {q}.",
        ratio=ratio_number(row.ratio, language),
        low=ratio_number(row.low, language),
        high=ratio_number(row.high, language),
        p=_probability(row.p, language),
        q=_probability(row.q, language),
    )
    if row.difference is not None and row.difference_low is not None and row.difference_high is not None:
        numbers = (row.difference, row.difference_low, row.difference_high)
        by, low, high = (language.number(100 * number, 0) for number in numbers)
        template = language.tr(
            "Cramp nights more (or, with a minus, fewer) in 100: {by}, interval {low} to {high}."
        )
        yield template.format(by=by, low=low, high=high)


def _bare(row: Association, language: Language) -> Iterator[str]:
    crude = row.crude
    if crude is None or crude.ratio is None or crude.low is None or crude.high is None:
        return
    yield language.tr(
        "The bare counts alone: {ratio} times, {low} to {high}; Fisher's p {p}. They take no account "
        "of drift.",
        ratio=ratio_number(crude.ratio, language),
        low=ratio_number(crude.low, language),
        high=ratio_number(crude.high, language),
        p=_probability(crude.p, language),
    )


def _lag(row: Association, language: Language) -> str:
    return language.tr(
        "Looking at {day}: {k} of {n} with, {j} of {m} without; p {p}.",
        day=lag_words(row.days_before, language),
        k=row.cramps_with,
        n=row.nights_with,
        j=row.cramps_without,
        m=row.nights_without,
        p=_probability(row.p, language),
    )


def _when_judged(row: Association, language: Language) -> Iterator[str]:
    if row.judged_on is not None:
        on = language.full_date(row.judged_on)
        yield language.tr(
            "Judged on {date}; looked at anew every four weeks, so that it does not flicker.", date=on
        )
    if row.suspect:
        yield language.tr("You suspected it beforehand, so it is judged among your suspects alone.")


def _dose(dose: DoseBin, factor: Factor, language: Language, units: Units) -> str:
    if dose.low == dose.high:
        span = amount(dose.low, factor.unit, language, units)
    else:
        span = amount_range(dose.low, dose.high, factor.unit, language, units)
    return language.tr("{span}: cramps on {k} of {n} nights", span=span, k=dose.cramp_nights, n=dose.nights)


def _probability(p: float | None, language: Language) -> str:
    if p is None:
        return "–"
    return language.tr("under {n}", n=language.number(0.001, 3)) if p < 0.001 else language.number(p, 3)
