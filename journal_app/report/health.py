"""Conditions and habits of the person, as far as they were told."""

from collections.abc import Iterable

from journal_app.journal.profile import OWN_QUESTION, Posture, Profile
from journal_app.knowledge.entries import Knowledge
from journal_app.knowledge.ticks import tick_words
from journal_app.language import Language, later
from journal_app.report.items import Paragraph, Section, Series, told
from journal_app.report.subject import Subject, clipped, series
from journal_app.wording.amounts import amount
from journal_app.wording.dates import month_and_year
from journal_app.wording.segments import unmarked

_HABITS = ("alcohol", "caffeine", "water", "exercise", "sitting", "standing")
_FEWEST_ANSWERS = 5
_POSTURES = {
    Posture.SITTING: later("Works mostly sitting."),
    Posture.STANDING: later("Works mostly standing."),
    Posture.MIXED: later("Works sitting and standing."),
}


def health_section(subject: Subject) -> Section:
    """Return conditions, what else was told, and the mean of the main habits."""
    language, profile = subject.language, subject.review.profile
    conditions = _conditions(profile, subject.knowledge, language)
    items: list[Series | Paragraph] = (
        [series((), conditions, subject, least=6)]
        if conditions
        else [Paragraph(told(language.tr("No condition was told.")))]
    )
    further = list(_further(profile, language))
    if further:
        items.append(Paragraph(told(*further), 4))
    habits = list(_habits(subject))
    if habits:
        items.append(series(unmarked(language.tr("Mean of the days answered:")), habits, subject))
    return Section(language.tr("Conditions and habits"), tuple(items))


def _conditions(profile: Profile, knowledge: Knowledge, language: Language) -> list[str]:
    listed = (condition for condition in profile.conditions if condition not in OWN_QUESTION)
    titles = [tick_words(condition, knowledge, language) for condition in listed]
    return [*titles, clipped(profile.other_conditions)] if profile.other_conditions.strip() else titles


def _further(profile: Profile, language: Language) -> Iterable[str]:
    if profile.has("pregnancy") is not None:
        yield _pregnancy(profile, language)
    if (dialysis := profile.has("dialysis")) is not None:
        yield language.tr("On dialysis.") if dialysis else language.tr("No dialysis.")
    if profile.posture:
        yield language.tr(_POSTURES[profile.posture])
    if profile.cramps_since:
        yield language.tr("Cramps since {date}.", date=month_and_year(profile.cramps_since, language))


def _pregnancy(profile: Profile, language: Language) -> str:
    if not profile.has("pregnancy"):
        return language.tr("Not pregnant.")
    if profile.due is None:
        return language.tr("Pregnant.")
    return language.tr("Pregnant, due on {date}.", date=language.full_date(profile.due))


def _habits(subject: Subject) -> Iterable[str]:
    """Tell the mean of each main habit a day, over the days on which it was answered."""
    language, known = subject.language, {habit.id: habit for habit in subject.knowledge.habits}
    days = [day for day in subject.review.records.days if day.on in subject.review.period]
    for habit in (known[name] for name in _HABITS if name in known):
        answers = [value for day in days if (value := day.amount(habit.id)) is not None]
        if len(answers) >= _FEWEST_ANSWERS:
            mean = amount(round(sum(answers) / len(answers), 1), habit.unit, language)
            yield language.tr("{habit} {amount} a day", habit=language.tr(habit.label), amount=mean)
