"""The figures of the report as data: the strip of nights, cramps per week, both legs, the hours."""

from collections.abc import Iterable

from journal_app.analysis.results import Summary
from journal_app.journal.night import Night
from journal_app.language import Language
from journal_app.report.items import Bar, BarsFigure, LegsFigure, Mark, StripFigure
from journal_app.report.lanes import lanes
from journal_app.report.subject import Subject
from journal_app.report.time_axis import WeekGroup, group_size, place, ticks, week_groups
from journal_app.wording.body import place as body_place
from journal_app.wording.dates import hour_label
from journal_app.wording.numbers import per_week
from journal_app.wording.segments import Sentence, marked, paragraph, plain
from journal_app.wording.summaries import (
    change_sentence,
    cramp_nights_sentence,
    hours_sentence,
    recorded_sentence,
    trend_sentence,
)

MOST_MARKS = 132  # in the strip's row: each is then at least 4 points wide
MOST_WEEKS = 28  # bars in half the page's width


def strip(subject: Subject) -> StripFigure:
    """Return the nights in a row, or weeks put together where there are too many nights."""
    language, review = subject.language, subject.review
    told = paragraph(
        cramp_nights_sentence(review.summary, language), recorded_sentence(review.summary, language)
    )
    marks = _night_marks(subject) if _by_night(subject) else _week_marks(subject)
    return StripFigure(marks, ticks(review.period, language), lanes(subject), plain(told))


def strip_title(subject: Subject) -> tuple[str, str]:
    """Return the strip's heading and how to read it."""
    language = subject.language
    if _by_night(subject):
        return language.tr("Night by night"), _night_legend(subject)
    heading = language.trn("Week by week", "Every {n} weeks", _strip_group(subject))
    if _highest_share(subject) > 0.5:
        return heading, language.tr(
            "bar = share of nights with a cramp (thin line: every night), ring = all quiet, "
            "dash = not recorded"
        )
    return heading, language.tr(
        "bar = share of nights with a cramp (thin line: every second night), ring = all quiet, "
        "dash = not recorded"
    )


def _night_legend(subject: Subject) -> str:
    language = subject.language
    if any(night.episodes and night.worst_pain is None for night in subject.nights):
        return language.tr(
            "bar = worst pain (thin line: 10), outline = pain not given, ring = quiet night, "
            "dash = not recorded"
        )
    return language.tr("bar = worst pain (thin line: 10), ring = quiet night, dash = not recorded")


def weeks(subject: Subject) -> BarsFigure:
    """Return the cramps per week as bars, with the mean of the period before as a dashed level."""
    language, review = subject.language, subject.review
    size = group_size(len(review.trend.weeks), MOST_WEEKS)
    groups = tuple(week_groups(review.trend.weeks, size, review.period))
    level = _level(review.before)
    rates = [group.cramps_per_week or 0 for group in groups]
    top = max([*rates, level or 0, 1])
    return BarsFigure(
        bars=tuple(_week_bar(group) for group in groups),
        top=top * 1.05,
        scale=_scale(top, language),
        told=plain(trend_sentence(review.trend, review.summary, language)),
        ticks=ticks(review.period, language),
        line=_smooth_line(subject) if size == 1 else (),
        level=level,
    )


def weeks_title(subject: Subject) -> tuple[str, str]:
    """Return the chart's heading and how to read it."""
    language = subject.language
    size = group_size(len(subject.review.trend.weeks), MOST_WEEKS)
    told = [language.trn("a bar for {n} week", "a bar for every {n} weeks", size)] if size > 1 else []
    if any(bar.partly for bar in weeks(subject).bars):
        told.append(language.tr("white: half recorded or less"))
    return language.tr("Cramps per week"), "; ".join([*told, *_level_words(subject)])


def weeks_sentence(subject: Subject) -> Sentence:
    """Say whether there are fewer or more cramps than before, or from what rate to what they went."""
    language, trend = subject.language, subject.review.trend
    smooth = [week.smooth for week in trend.weeks if week.smooth is not None]
    if trend.change or len(smooth) < 2:
        return change_sentence(trend.change, language)
    ends = {"then": per_week(smooth[0], language), "now": per_week(smooth[-1], language)}
    return marked(language.tr("Smoothed: from about **{then}** to about **{now}** a week."), **ends)


def _level(before: Summary) -> float | None:
    return before.cramps_per_week if before.enough_for_a_rate else None


def _level_words(subject: Subject) -> Iterable[str]:
    before, language = subject.review.before, subject.language
    level = _level(before)
    if level is not None:
        rate = per_week(level, language)
        yield language.trn(
            "dashed: {n} night before, {rate}",
            "dashed: {n} nights before, {rate}",
            before.nights_possible,
            rate=rate,
        )


def legs(subject: Subject) -> LegsFigure:
    """Return where the cramps were, for the leg picture."""
    language, muscles = subject.language, subject.review.summary.muscles
    most = max((count for leg, muscle, count in muscles if leg and muscle), default=1)
    named = (
        f"{body_place(leg, muscle, subject.knowledge, language)} {count}" for leg, muscle, count in muscles
    )
    return LegsFigure(
        places=tuple((leg, muscle, count / most) for leg, muscle, count in muscles if leg and muscle),
        from_behind=language.tr("from behind"),
        from_the_front=language.tr("front"),
        left=language.tr("L"),
        right=language.tr("R"),
        told="; ".join(named) or language.tr("No place was recorded."),
    )


def hours(subject: Subject) -> BarsFigure:
    """Return the cramps by the hour they began, from noon to noon."""
    language, summary = subject.language, subject.review.summary
    counts = [summary.hours[hour % 24] for hour in range(12, 36)]
    bars = (
        Bar((k + 0.5) / 24, count, hour_label((12 + k) % 24, language) if k % 2 == 0 else "")
        for k, count in enumerate(counts)
    )
    top = max([*counts, 1])
    return BarsFigure(
        tuple(bars), top * 1.05, _scale(top, language), plain(hours_sentence(summary, language))
    )


def _by_night(subject: Subject) -> bool:
    return len(subject.review.period) <= MOST_MARKS


def _night_marks(subject: Subject) -> tuple[Mark, ...]:
    recorded = {night.evening: night for night in subject.nights}
    period = subject.review.period
    half = 0.5 / len(period)
    return tuple(
        _night_mark(recorded.get(evening), place(evening, period) + half) for evening in period.evenings()
    )


def _night_mark(night: Night | None, at: float) -> Mark:
    if night is None:
        return Mark("missing", at)
    if night.quiet:
        return Mark("quiet", at)
    return Mark("cramp", at, None if night.worst_pain is None else night.worst_pain / 10)


def _strip_group(subject: Subject) -> int:
    return group_size(len(subject.review.trend.weeks), MOST_MARKS)


def _strip_groups(subject: Subject) -> tuple[WeekGroup, ...]:
    review = subject.review
    return tuple(week_groups(review.trend.weeks, _strip_group(subject), review.period))


def _highest_share(subject: Subject) -> float:
    return max((group.share or 0 for group in _strip_groups(subject)), default=0)


def _week_marks(subject: Subject) -> tuple[Mark, ...]:
    full = 1.0 if _highest_share(subject) > 0.5 else 0.5
    return tuple(_week_mark(group, full) for group in _strip_groups(subject))


def _week_mark(group: WeekGroup, full: float) -> Mark:
    if group.share is None:
        return Mark("missing", group.at)
    return Mark("cramp", group.at, group.share / full) if group.share else Mark("quiet", group.at)


def _week_bar(group: WeekGroup) -> Bar:
    partly = 2 * group.nights_recorded <= group.nights_possible
    return Bar(group.at, group.cramps_per_week, partly=partly)


def _smooth_line(subject: Subject) -> tuple[tuple[float, float], ...]:
    found = subject.review.trend.weeks
    groups = week_groups(found, 1, subject.review.period)
    smooth = [
        (group.at, week.smooth) for group, week in zip(groups, found, strict=True) if week.smooth is not None
    ]
    return tuple(smooth) if len(smooth) > 1 else ()


def _scale(top: float, language: Language) -> tuple[tuple[float, str], ...]:
    step = next(step for step in (0.5, 1, 2, 5, 10, 20, 50, 100, 1000, 1e9) if top / step <= 4)
    values = [step * k for k in range(1, int(top / step + 1e-9) + 1)]
    return tuple((value, language.number(value)) for value in values)
