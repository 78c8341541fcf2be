"""A night in words: its title, its state, its cramps."""

from datetime import date, timedelta

from journal_app.journal.night import MINUTE_BANDS, Episode, Night
from journal_app.knowledge.entries import Knowledge
from journal_app.language import Language, later
from journal_app.wording.body import places
from journal_app.wording.dates import listed

_PAIN = (
    (0, later("no pain")),
    (3, later("did not disturb my sleep")),
    (6, later("disturbed my sleep")),
    (10, later("unbearable")),
)
_BANDS = (later("under 1 min"), later("1–5 min"), later("5–10 min"), later("over 10 min"))


def night_title(evening: date, language: Language, today: date | None = None) -> str:
    """Name a night by both its days: Night of Tuesday 3 to Wednesday 4 November.

    The year is named where the night runs into another year or where `today` lies in another one.
    """
    morning = evening + timedelta(days=1)
    if evening.year != morning.year:
        return _over_new_year(evening, morning, language)
    title = _title(evening, morning, language)
    if today and today.year != evening.year:
        return language.tr("{night} {year}", night=title, year=evening.year)
    return title


def short_night(evening: date, language: Language) -> str:
    """Name a night shortly, for small places: 3 to 4 Nov 2026."""
    morning = evening + timedelta(days=1)
    if evening.month == morning.month:
        return language.tr("{day} to {morning}", day=evening.day, morning=language.short_date(morning))
    return language.tr(
        "{evening} to {morning}",
        evening=language.day_and_month(evening),
        morning=language.short_date(morning),
    )


def night_state(night: Night | None, language: Language) -> str:
    """Say what a night was: quiet, its cramps with the worst pain, or not recorded."""
    if night is None:
        return language.tr("Not recorded")
    if night.quiet:
        return language.tr("Quiet night")
    cramps = language.trn("{n} cramp", "{n} cramps", len(night.episodes))
    if night.worst_pain is None:
        return cramps
    if len(night.episodes) == 1:
        return language.tr("1 cramp, pain {pain}", pain=night.worst_pain)
    return language.tr("{cramps}, worst pain {pain}", cramps=cramps, pain=night.worst_pain)


def night_told(evening: date, night: Night | None, knowledge: Knowledge, language: Language) -> str:
    """Tell a night on a chart: its dates, its state, and the places of its cramps."""
    title, state = night_title(evening, language), night_state(night, language)
    where = places(night.episodes, knowledge, language) if night else ()
    if where:
        told = listed(where, language)
        return language.tr("{night}: {state}, {places}", night=title, state=state, places=told)
    return language.tr("{night}: {state}", night=title, state=state)


def pain_words(pain: int | None, language: Language) -> str:
    """Say what a pain number stands for: 5 disturbed my sleep."""
    if pain is None:
        return language.tr("not given")
    return language.tr(next(words for top, words in _PAIN if pain <= top))


def minute_bands(language: Language) -> tuple[str, ...]:
    """Name the bands of the form, in the order of `MINUTE_BANDS`."""
    return tuple(language.tr(band) for band in _BANDS)


def minutes_words(episode: Episode, language: Language) -> str:
    """Say how long a cramp lasted: 3 minutes where it was exact, otherwise its band."""
    if episode.minutes is None:
        return language.tr("not given")
    if not episode.minutes_exact:
        return minute_bands(language)[_band_of(episode.minutes)]
    if episode.minutes < 1:
        return language.tr("under 1 min")
    return minutes_label(episode.minutes, language)


def minutes_label(minutes: float, language: Language) -> str:
    """Write minutes: 3 minutes, 2.5 minutes."""
    if minutes == 1:
        return language.tr("1 minute")
    return language.tr("{minutes} minutes", minutes=language.number(minutes))


def quiet_feedback(run: int, language: Language) -> str:
    """Say something friendly after a quiet night; `run` is how many there are in a row."""
    if run <= 1:
        return language.tr("A quiet night. It is noted.")
    return language.tr("{nth} quiet night in a row.", nth=_ordinal(run, language))


def _title(evening: date, morning: date, language: Language) -> str:
    if evening.month != morning.month:
        first, second = (language.weekday_and_day(day) for day in (evening, morning))
        return language.tr("Night of {evening} to {morning}", evening=first, morning=second)
    return language.tr(
        "Night of {weekday} {day} to {morning}",
        weekday=language.weekday(evening),
        day=evening.day,
        morning=language.weekday_and_day(morning),
    )


def _over_new_year(evening: date, morning: date, language: Language) -> str:
    return language.tr(
        "Night of {evening} {year} to {morning} {next_year}",
        evening=language.weekday_and_day(evening),
        year=evening.year,
        morning=language.weekday_and_day(morning),
        next_year=morning.year,
    )


def _band_of(minutes: float) -> int:
    return next(k for k, (low, high, _) in enumerate(MINUTE_BANDS) if low <= minutes <= high)


def _ordinal(n: int, language: Language) -> str:
    endings = {1: later("{n}st"), 2: later("{n}nd"), 3: later("{n}rd")}
    ending = later("{n}th") if n % 100 in (11, 12, 13) else endings.get(n % 10, later("{n}th"))
    return language.tr(ending, n=n)
