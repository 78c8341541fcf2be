"""What changed after a known day, or at a day nobody noted: told as a change, never as its cause."""

from journal_app.analysis.results import ChangePoint, DatedChange, Trend
from journal_app.language import Language
from journal_app.wording.numbers import times
from journal_app.wording.segments import Sentence, marked, paragraph, unmarked


def changes_sentences(trend: Trend, language: Language) -> tuple[Sentence, ...]:
    """Say what changed in a period: after each start or new dose of a medicine, and unbidden."""
    told = [dated_sentence(change, language) for change in trend.dated]
    if trend.change_point is not None:
        told.append(change_point_sentence(trend.change_point, language))
    return tuple(told)


def dated_sentence(change: DatedChange, language: Language) -> Sentence:
    """Say how often cramps came before and after a known day, and that other changes may be behind it."""
    counts = marked(
        language.tr("Since **{what}** on {date}: cramps on **{k} of {n}** nights, before it on {j} of {m}."),
        what=change.what,
        date=language.full_date(change.on),
        k=round(change.after * change.nights_after),
        n=change.nights_after,
        j=round(change.before * change.nights_before),
        m=change.nights_before,
    )
    if change.ratio is None or change.low is None or change.high is None:
        return counts
    if change.low <= 1 <= change.high:
        fits = language.tr("Beyond slow drift, anything from {low} to {high} as often would fit.")
    else:
        fits = language.tr("That is {low} to {high} as often; other slow changes cannot be excluded.")
    words = fits.format(low=times(change.low, language), high=times(change.high, language))
    return paragraph(counts, unmarked(words))


def change_point_sentence(change: ChangePoint, language: Language) -> Sentence:
    """Say since when cramps seem commoner or rarer, how unsure that day is, and what may be behind it."""
    more = language.tr("Cramps seem commoner since about **{date}** (between {earliest} and {latest}).")
    fewer = language.tr("Cramps seem rarer since about **{date}** (between {earliest} and {latest}).")
    said = marked(
        more if change.after > change.before else fewer,
        date=language.full_date(change.on),
        earliest=language.day_and_month(change.earliest),
        latest=language.day_and_month(change.latest),
    )
    return paragraph(said, unmarked(language.tr("Why, the journal cannot tell; the season can do it too.")))
