"""How things stand in one period, in sentences that carry what they rest on."""

from journal_app.analysis.results import FEWEST_FOR_A_RATE, Change, Missing, Summary, Trend, Week
from journal_app.journal.period import Period
from journal_app.language import Language
from journal_app.wording.dates import hour_span, month, month_and_year
from journal_app.wording.nights import minutes_label
from journal_app.wording.numbers import per_week, ratio_number, share_of_ten
from journal_app.wording.segments import Sentence, marked, paragraph, unmarked

FEWEST_FOR_HOURS = 5


def cramp_nights_sentence(summary: Summary, language: Language) -> Sentence:
    """Say on how many recorded nights there were cramps."""
    if not summary.nights_recorded:
        return unmarked(language.tr("No night is recorded in this period."))
    template = language.tr("Cramps on **{k} of {n}** recorded nights.")
    return marked(template, k=summary.cramp_nights, n=summary.nights_recorded)


def standing_sentence(
    summary: Summary, before: Summary, change: Change | None, language: Language
) -> Sentence:
    """Say how this period stands against the one before it."""
    if not summary.nights_recorded or not before.nights_recorded:
        return cramp_nights_sentence(summary, language)
    template = language.tr(
        "Cramps on **{k} of {n}** recorded nights; "
        "**{k_before} of {n_before}** in the {nights} nights before."
    )
    counts = marked(
        template,
        k=summary.cramp_nights,
        n=summary.nights_recorded,
        k_before=before.cramp_nights,
        n_before=before.nights_recorded,
        nights=before.nights_possible,
    )
    return paragraph(counts, change_sentence(change, language))


def change_sentence(change: Change | None, language: Language) -> Sentence:
    """Say whether cramps became fewer or more, and whether chance alone could do it."""
    if change is None or change.ratio is None or change.low is None or change.high is None:
        return ()
    if change.low <= 1 <= change.high:
        return unmarked(_unsure(change.ratio, language))
    low, high = (ratio_number(end, language) for end in (change.low, change.high))
    if change.ratio < 1:
        template = language.tr("That is fewer: at most **{high} times** as many, perhaps {low} times.")
    else:
        template = language.tr("That is more: at least **{low} times** as many, perhaps {high} times.")
    return marked(template, low=low, high=high)


def rate_sentence(summary: Summary, language: Language) -> Sentence:
    """Say how many cramps there were a week and the longest quiet run; or from when on that is told."""
    if summary.cramps_per_week is None:
        return ()
    if not summary.enough_for_a_rate:
        return unmarked(_no_rate(language))
    rate = marked(language.tr("About **{n} a week**."), n=per_week(summary.cramps_per_week, language))
    run = summary.longest_quiet_run
    if run < 2:
        return rate
    return paragraph(
        rate,
        marked(language.trn("Longest quiet run: **{n} night**.", "Longest quiet run: **{n} nights**.", run)),
    )


def few_nights_words(summary: Summary, language: Language) -> str:
    """Say that a range of a longer journal holds too few nights to tell much; empty where it holds enough."""
    if summary.enough_for_a_rate:
        return ""
    if not summary.nights_recorded:
        return language.tr("No night is recorded in this range. Choose a longer one.")
    return language.trn(
        "Only {n} night is recorded in this range. A longer one tells more.",
        "Only {n} nights are recorded in this range. A longer one tells more.",
        summary.nights_recorded,
    )


def pain_sentence(summary: Summary, language: Language) -> Sentence:
    """Say how strong the cramps were: the middle one and the worst."""
    if summary.pain_median is None:
        return unmarked(language.tr("No cramp with a pain number in this period."))
    template = language.tr(
        "Half of the cramps had pain **{median}** or more; the worst was **{worst}** of 10."
    )
    return marked(template, median=language.number(summary.pain_median), worst=summary.pain_worst)


def minutes_sentence(summary: Summary, language: Language) -> Sentence:
    """Say how long the cramps lasted: the middle one and the longest."""
    if summary.minutes_median is None or summary.minutes_longest is None:
        return unmarked(language.tr("No cramp with its minutes in this period."))
    template = language.tr("Half of the cramps lasted **{median}** or longer; the longest **{longest}**.")
    median, longest = (minutes_label(m, language) for m in (summary.minutes_median, summary.minutes_longest))
    return marked(template, median=median, longest=longest)


def hours_sentence(summary: Summary, language: Language) -> Sentence:
    """Say in which hours most cramps began, and how many have no time."""
    known = sum(summary.hours)
    if not known:
        return unmarked(language.tr("No cramp with its time in this period."))
    unknown = _hours_unknown(summary.hours_unknown, language)
    if known < FEWEST_FOR_HOURS:
        few = language.trn(
            "**{n}** cramp with its time so far.", "**{n}** cramps with their times so far.", known
        )
        return paragraph(marked(few), unknown)
    first, last, inside = _busiest_hours(summary.hours)
    template = language.tr("**{k} of {n}** cramps with a known time began from **{hours}**.")
    span = hour_span(first, last, language)
    return paragraph(marked(template, k=inside, n=known, hours=span), unknown)


def sleep_sentence(summary: Summary, language: Language) -> Sentence:
    """Say how much the cramps disturbed sleep."""
    if summary.sleep_disturbance_median is None:
        return ()
    template = language.tr("Sleep was disturbed **{n} of 10** on the middle night.")
    return marked(template, n=language.number(summary.sleep_disturbance_median))


def recorded_sentence(summary: Summary, language: Language) -> Sentence:
    """Say how many nights are recorded, and how many of them late."""
    template = language.tr("**{k} of {n}** nights recorded.")
    told = marked(template, k=summary.nights_recorded, n=summary.nights_possible)
    if not summary.recorded_late:
        return told
    late = language.trn("{n} was entered later.", "{n} were entered later.", summary.recorded_late)
    return paragraph(told, unmarked(late))


def trend_sentence(trend: Trend, summary: Summary, language: Language) -> Sentence:
    """Say from what weekly rate to what the cramps went, with the band, and what it rests on."""
    smooth = [week for week in trend.weeks if week.smooth is not None]
    if not summary.enough_for_a_rate:
        return paragraph(cramp_nights_sentence(summary, language), rate_sentence(summary, language))
    if len(smooth) < 2:
        return paragraph(rate_sentence(summary, language), recorded_sentence(summary, language))
    return paragraph(_from_to(smooth[0], smooth[-1], language), recorded_sentence(summary, language))


def missing_sentence(missing: Missing, nights: Period, language: Language) -> Sentence:
    """Say how many nights are missing, and whether bad nights seem likelier to be recorded."""
    absent = round(missing.share * len(nights))
    if not absent:
        return unmarked(language.tr("Every night of this period is recorded."))
    template = language.trn(
        "**{n} of {all}** nights is not recorded. It is left out, not counted as quiet.",
        "**{n} of {all}** nights are not recorded. They are left out, not counted as quiet.",
        absent,
        all=len(nights),
    )
    return paragraph(marked(template), _favoured(missing, language))


def _favoured(missing: Missing, language: Language) -> Sentence:
    after_cramp, after_quiet = missing.recorded_after_cramp, missing.recorded_after_quiet
    if not missing.bad_nights_favoured or after_cramp is None or after_quiet is None:
        return ()
    template = language.tr(
        "After a cramp night the next one was recorded {cramp} times, after a quiet one {quiet} times. "
        "So cramp nights may look commoner here than they were."
    )
    shares = (share_of_ten(share, language) for share in (after_cramp, after_quiet))
    return marked(template, cramp=next(shares), quiet=next(shares))


def _no_rate(language: Language) -> str:
    return language.tr("A weekly rate is told from {n} recorded nights on.", n=FEWEST_FOR_A_RATE)


def _unsure(ratio: float, language: Language) -> str:
    if ratio < 0.9:
        return language.tr("It may be a little better; chance alone could do this.")
    if ratio > 1.1:
        return language.tr("It may be a little worse; chance alone could do this.")
    return language.tr("That is about the same.")


def _from_to(first: Week, last: Week, language: Language) -> Sentence:
    values = {
        "then": per_week(first.smooth or 0, language),
        "when": _when(first, last, language),
        "now": per_week(last.smooth or 0, language),
    }
    if last.low is None or last.high is None:
        return marked(
            language.tr("From about **{then} a week** in {when} to about **{now}** at the end."), **values
        )
    template = language.tr(
        "From about **{then} a week** in {when} to about **{now}** at the end (between {low} and {high})."
    )
    ends = {"low": language.number(last.low), "high": language.number(last.high)}
    return marked(template, **values, **ends)


def _when(first: Week, last: Week, language: Language) -> str:
    if first.first.year == last.first.year and first.first.month != last.first.month:
        return month(first.first, language)
    if first.first.year != last.first.year:
        return month_and_year(first.first, language)
    return language.tr("the first week")


def _hours_unknown(count: int, language: Language) -> Sentence:
    if not count:
        return ()
    return unmarked(language.trn("{n} cramp has no time.", "{n} cramps have no time.", count))


def _busiest_hours(hours: tuple[int, ...]) -> tuple[int, int, int]:
    """Return the shortest stretch of hours that holds at least half of the cramps: start, end, count."""
    total = sum(hours)
    for width in range(1, 25):
        counts = [sum(hours[(start + k) % 24] for k in range(width)) for start in range(24)]
        most = max(counts)
        if 2 * most >= total:
            start = counts.index(most)
            return start, (start + width) % 24, most
    raise AssertionError("a whole day holds every cramp")
