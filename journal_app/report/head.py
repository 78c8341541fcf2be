"""The head of page one: title, who, what it rests on, four key figures."""

from journal_app.journal.profile import Profile
from journal_app.language import Language
from journal_app.report.items import KeyFigure
from journal_app.report.subject import Subject, clipped
from journal_app.wording.dates import period_title
from journal_app.wording.nights import minutes_label
from journal_app.wording.numbers import per_week, ratio_number
from journal_app.wording.segments import plain
from journal_app.wording.summaries import recorded_sentence

ENOUGH_NIGHTS = 14


def title(subject: Subject) -> str:
    """Return the title with its period: Night leg cramps: 90 nights to 2 November 2026."""
    language = subject.language
    return language.tr("Night leg cramps: {period}", period=period_title(subject.review.period, language))


def who(profile: Profile, show_name: bool, language: Language) -> str:
    """Return name and birth year as far as they are known and wanted."""
    name = clipped(profile.name, 80) if show_name else ""
    if profile.birth_year is None:
        return name
    if not name:
        return language.tr("born {year}", year=profile.birth_year)
    return language.tr("{name}, born {year}", name=name, year=profile.birth_year)


def about(subject: Subject) -> str:
    """Return what the page rests on, and for which appointment it is."""
    language, appointment = subject.language, subject.choices.appointment
    sentences = [plain(recorded_sentence(subject.review.summary, language))]
    if appointment:
        day = language.full_date(appointment)
        sentences.append(language.tr("For the appointment on {date}.", date=day))
    return " ".join([*sentences, language.tr("Self-reported; not a diagnosis.")])


def notice(subject: Subject) -> str:
    """Return what to know where there are too few nights, and what to do; empty where there are enough."""
    language, recorded = subject.language, subject.review.summary.nights_recorded
    if not recorded:
        return language.tr(
            "No night is recorded in this period. Record each morning, quiet nights too: "
            "after {enough} nights this page shows how often, how bad, where and when.",
            enough=ENOUGH_NIGHTS,
        )
    if recorded >= ENOUGH_NIGHTS:
        return ""
    return language.trn(
        "Only {n} night is recorded: too few for rates and patterns. From {enough} on this page says more.",
        "Only {n} nights are recorded: too few for rates and patterns. From {enough} on this page says more.",
        recorded,
        enough=ENOUGH_NIGHTS,
    )


def key_figures(subject: Subject) -> tuple[KeyFigure, ...]:
    """Return the four figures a doctor asks for first, each with what it rests on."""
    if not subject.review.summary.nights_recorded:
        return ()
    return (_how_often(subject), _cramp_nights(subject), _pain(subject), _minutes(subject))


def _how_often(subject: Subject) -> KeyFigure:
    language, before, now = subject.language, subject.review.before, subject.review.summary
    if now.nights_recorded < ENOUGH_NIGHTS:  # the notice above says that a rate would be idle
        cramps = language.trn("{n} cramp", "{n} cramps", now.cramps)
        return KeyFigure(cramps, language.tr("Not enough nights yet"))
    figure = language.tr("{n} a week", n=per_week(now.cramps_per_week or 0, language))
    if before.cramps_per_week is None or before.nights_recorded < ENOUGH_NIGHTS:
        return KeyFigure(figure, language.tr("cramps; the period before has too few nights to compare"))
    then, change = per_week(before.cramps_per_week, language), subject.review.trend.change
    if change is None or change.ratio is None or change.low is None or change.high is None:
        return KeyFigure(figure, language.tr("cramps; {rate} before", rate=then))
    ratio, low, high = (ratio_number(value, language) for value in (change.ratio, change.low, change.high))
    rests_on = language.tr(
        "cramps; {rate} before ({ratio} times, {low} to {high})", rate=then, ratio=ratio, low=low, high=high
    )
    return KeyFigure(figure, rests_on)


def _cramp_nights(subject: Subject) -> KeyFigure:
    language, summary = subject.language, subject.review.summary
    rests_on = language.tr(
        "with a cramp, of {recorded} recorded; longest quiet run {run}",
        recorded=language.number(summary.nights_recorded),
        run=language.number(summary.longest_quiet_run),
    )
    return KeyFigure(language.trn("{n} night", "{n} nights", summary.cramp_nights), rests_on)


def _pain(subject: Subject) -> KeyFigure:
    language, summary = subject.language, subject.review.summary
    if summary.pain_median is None:
        return KeyFigure("–", language.tr("pain: not recorded"))
    figure = language.tr("{n} of 10", n=language.number(summary.pain_median))
    worst = language.tr("median pain; worst {worst}.", worst=summary.pain_worst)
    if summary.sleep_disturbance_median is None:
        return KeyFigure(figure, worst)
    median = language.number(summary.sleep_disturbance_median)
    return KeyFigure(figure, f"{worst} {language.tr('Sleep disturbed {n} of 10.', n=median)}")


def _minutes(subject: Subject) -> KeyFigure:
    language, summary = subject.language, subject.review.summary
    if summary.minutes_median is None or summary.minutes_longest is None:
        return KeyFigure("–", language.tr("how long: not recorded"))
    figure = minutes_label(summary.minutes_median, language)
    longest = minutes_label(summary.minutes_longest, language)
    return KeyFigure(figure, language.tr("median length of a cramp; longest {longest}", longest=longest))
