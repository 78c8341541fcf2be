"""What one habit and the cramps have to do with each other, in plain sentences.

The order is fixed: counts first, then the ratio with the end of its interval nearer to "no
difference" first, then what else may explain it. Nothing here says that one thing brings the other.
"""

from collections.abc import Sequence

from journal_app.analysis.results import Association, Lacking, OutcomeDifference, Verdict
from journal_app.journal.factor import Factor
from journal_app.language import Language, later
from journal_app.wording.amounts import METRIC, Units, amount
from journal_app.wording.dates import listed
from journal_app.wording.numbers import times
from journal_app.wording.segments import Sentence, marked, paragraph, unmarked

_VERDICTS = {
    Verdict.TOO_FEW_NIGHTS: later("not enough nights yet"),
    Verdict.NONE: later("no sign so far"),
    Verdict.HINT: later("a hint"),
    Verdict.LIKELY: later("likely to go together"),
    Verdict.STRONG: later("clearly goes together"),
}
_SHORT_VERDICTS = {
    **_VERDICTS,
    Verdict.LIKELY: later("likely"),
    Verdict.STRONG: later("clear"),
}
# The shares of wrong verdicts as measured on simulated journals; see docs/statistics.md.
_WRONG = {
    Verdict.TOO_FEW_NIGHTS: "",
    Verdict.NONE: later("No sign is not the same as no difference."),
    Verdict.HINT: later("About 1 in 3 of these turns out to be chance."),
    Verdict.LIKELY: later("About 1 in 10 of these is chance."),
    Verdict.STRONG: later("Fewer than 1 in 100 of these is chance. It is still no proof."),
}
_LAGS = (later("the same day"), later("the day before"), later("two days before"))
_OUTCOMES = {
    "cramps": later("Cramps a night: **{with_}** with, **{without}** without."),
    "worst_pain": later("Worst pain: **{with_}** with, **{without}** without."),
    "minutes": later("Minutes of the longest cramp: **{with_}** with, **{without}** without."),
}


def verdict_words(verdict: Verdict, language: Language) -> str:
    """Say a verdict in full: likely to go together."""
    return language.tr(_VERDICTS[verdict])


def verdict_chip(verdict: Verdict, language: Language) -> str:
    """Say a verdict for a small label: likely."""
    return language.tr(_SHORT_VERDICTS[verdict])


def wrong_share_sentence(verdict: Verdict, language: Language) -> str:
    """Say how many findings of this kind turn out to be chance."""
    return language.tr(_WRONG[verdict]) if _WRONG[verdict] else ""


def lag_words(days_before: int, language: Language) -> str:
    """Say which day is looked at: the day before."""
    if days_before < len(_LAGS):
        return language.tr(_LAGS[days_before])
    return language.trn("{n} day before", "{n} days before", days_before)


def counts_sentence(association: Association, factor: Factor, language: Language) -> Sentence:
    """Say the counts: Cramps after 11 of 24 evenings with a drink, and after 10 of 60 evenings without."""
    counts = {
        "k": association.cramps_with,
        "n": association.nights_with,
        "with_words": with_words(factor, language),
        "k2": association.cramps_without,
        "n2": association.nights_without,
        "without_words": without_words(factor, language),
    }
    if not association.days_before:
        template = language.tr(
            "Cramps after **{k} of {n}** {with_words}, and after **{k2} of {n2}** {without_words}."
        )
        return marked(template, **counts)
    template = language.tr(
        "Looking at {lag}: cramps after **{k} of {n}** {with_words}, "
        "and after **{k2} of {n2}** {without_words}."
    )
    return marked(template, lag=lag_words(association.days_before, language), **counts)


def thirds_sentence(
    association: Association, factor: Factor, language: Language, units: Units = METRIC
) -> Sentence:
    """Say what "much" and "little" mean for a habit whose own thirds are compared."""
    top, bottom = association.top_from, association.bottom_to
    if association.binary or top is None or bottom is None:
        return ()
    ends = [amount(value, factor.unit, language, units) for value in (top, bottom)]
    template = language.tr(
        "Much is {top} or more, little is {bottom} or less: your own highest and lowest third."
    )
    return marked(template, top=ends[0], bottom=ends[1])


def ratio_sentence(association: Association, language: Language) -> Sentence:
    """Say how many times as often, the cautious end first; without a sign, what would still fit."""
    ratio, low, high = association.ratio, association.low, association.high
    if ratio is None or low is None or high is None:
        return ()
    words = {"ratio": times(ratio, language), "low": times(low, language), "high": times(high, language)}
    if low <= 1 <= high:
        return marked(language.tr("Anything from {low} to {high} as often would still fit."), **words)
    if not association.verdict.seen:
        template = language.tr(
            "From {low} to {high} as often would fit. Among many habits looked at, one such is no surprise: "
            "it does not count as a sign."
        )
        return marked(template, **words)
    if ratio > 1:
        template = language.tr(
            "At least **{low}** as often; the best guess is {ratio}, and up to {high} would fit."
        )
    else:
        template = language.tr(
            "At most **{high}** as often; the best guess is {ratio}, and down to {low} would fit."
        )
    return marked(template, **words)


def other_explanations(
    association: Association, labels: dict[str, str], language: Language
) -> tuple[Sentence, ...]:
    """Say what else may lie behind it; `labels` are the factors' names by id."""
    told = [_came_earlier(association, language), _may_be_result(association, language)]
    if association.inseparable_from:
        names = [language.tr(labels.get(name, name)) for name in association.inseparable_from]
        told.append(_inseparable(names, language))
    if association.verdict.seen:
        told.append(unmarked(language.tr("Something that was not recorded may lie behind both.")))
    return tuple(sentence for sentence in told if sentence)


def too_few_sentence(association: Association, factor: Factor, language: Language) -> Sentence:
    """Say what is missing before this habit can be judged."""
    needed = association.nights_needed
    match association.lacking:
        case Lacking.OWN_VARIATION:
            return unmarked(
                language.tr(
                    "It moved together with time or with other habits. Only trying it on and off can tell."
                )
            )
        case Lacking.CRAMPS:
            return unmarked(
                language.tr("Nights with and nights without a cramp: at least 8 of each are needed.")
            )
        case Lacking.WITH if needed:
            return _more_after(needed, with_words(factor, language), language)
        case Lacking.WITHOUT if needed:
            return _more_after(needed, without_words(factor, language), language)
        case _:
            return marked(_more_nights(needed, language))


def needed_label(association: Association, language: Language) -> str:
    """Say shortly how many nights are missing: 9 more nights."""
    if not association.nights_needed:
        return language.tr("not yet")
    return language.trn("{n} more night", "{n} more nights", association.nights_needed)


def outcome_sentence(outcome: OutcomeDifference, language: Language) -> Sentence:
    """Say a second outcome with and without the habit; it carries no verdict."""
    means = [language.number(value) for value in (outcome.mean_with, outcome.mean_without)]
    return marked(language.tr(_OUTCOMES[outcome.outcome]), with_=means[0], without=means[1])


def association_paragraph(
    association: Association,
    factor: Factor,
    labels: dict[str, str],
    language: Language,
    units: Units = METRIC,
) -> Sentence:
    """Tell one finding as a whole: counts, ratio, what else may explain it, how often such are wrong."""
    if association.verdict is Verdict.TOO_FEW_NIGHTS:
        return too_few_sentence(association, factor, language)
    return paragraph(
        counts_sentence(association, factor, language),
        thirds_sentence(association, factor, language, units),
        ratio_sentence(association, language),
        *other_explanations(association, labels, language),
        unmarked(wrong_share_sentence(association.verdict, language)),
    )


def looked_at_sentence(associations: Sequence[Association], language: Language) -> str:
    """Say how many habits were compared with the nights."""
    count = len({association.factor for association in associations})
    return language.trn("{n} habit was looked at.", "{n} habits were looked at.", count)


def with_words(factor: Factor, language: Language) -> str:
    """Finish "cramps after ...": evenings with a drink."""
    if factor.with_words:
        return language.tr(factor.with_words)
    template = later("days with {habit}") if factor.binary else later("days with much {habit}")
    return language.tr(template, habit=language.tr(factor.label or factor.id))


def without_words(factor: Factor, language: Language) -> str:
    """Finish "and after ...": evenings without."""
    if factor.without_words:
        return language.tr(factor.without_words)
    template = later("days without {habit}") if factor.binary else later("days with little {habit}")
    return language.tr(template, habit=language.tr(factor.label or factor.id))


def _came_earlier(association: Association, language: Language) -> Sentence:
    if not association.days_before or not association.verdict.seen:
        return ()
    return unmarked(language.tr("It came earlier than the cramps, so it was no answer to that night."))


def _may_be_result(association: Association, language: Language) -> Sentence:
    if not association.follows_cramps:
        return ()
    return unmarked(
        language.tr("It was commoner on days after a cramp night, so it may be a result of cramps instead.")
    )


def _inseparable(names: list[str], language: Language) -> Sentence:
    template = language.tr("It fell on the same days as **{names}**: the journal cannot tell them apart.")
    return marked(template, names=listed(names, language))


def _more_after(needed: int, words: str, language: Language) -> Sentence:
    template = language.tr("Still missing: **{n}** {words}.")
    return marked(template, n=needed, words=words)


def _more_nights(needed: int | None, language: Language) -> str:
    if not needed:
        return language.tr("Too little to tell yet.")
    return language.trn(
        "**{n} more night** is needed before this can be told.",
        "**{n} more nights** are needed before this can be told.",
        needed,
    )
