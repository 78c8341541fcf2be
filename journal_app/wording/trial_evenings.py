"""What a trial asks of an evening. No numpy behind it, since Last night must be up at once."""

from datetime import date

from journal_app.journal.trial import RemedyTrial, TrialDesign, TrialStatus
from journal_app.language import Language, later


def tonight_sentence(trial: RemedyTrial, on: bool | None, language: Language) -> str:
    """Say what the trial asks for an evening; empty outside the trial."""
    if on is None:
        return ""
    template = later("Tonight: {name}.") if on else later("Tonight: without {name}.")
    return language.tr(template, name=trial.name)


def tonight_line(trial: RemedyTrial, today: date, language: Language) -> str:
    """Say what is asked for tonight, that the trial stands still, or when it begins."""
    if trial.status is TrialStatus.PAUSED:
        return language.tr("The trial of {name} stands still.", name=trial.name)
    if trial.status is TrialStatus.RUNNING and today < trial.first_evening:
        begins = language.full_date(trial.first_evening)
        return language.tr("The trial of {name} begins on {date}.", name=trial.name, date=begins)
    return tonight_sentence(trial, trial.arm_on(today), language)


def with_arm(told: str, on: bool | None, language: Language) -> str:
    """Add to what is told of a night whether a trial wanted the remedy before it."""
    if on is None:
        return told
    template = later("{told} (trial: with)") if on else later("{told} (trial: without)")
    return language.tr(template, told=told)


def used_question(trial: RemedyTrial, evening: date, today: date, language: Language) -> str:
    """Ask whether the remedy was used before a night."""
    if (today - evening).days == 1:
        return language.tr("{name}: did you, last night?", name=trial.name)
    return language.tr("{name}: did you, on {date}?", name=trial.name, date=language.day_and_month(evening))


def trial_dates(trial: RemedyTrial, language: Language) -> str:
    """Say from when to when a trial was; empty where it had no night."""
    if not trial.nights:
        return ""
    first, last = language.full_date(trial.nights[0].evening), language.full_date(trial.nights[-1].evening)
    return language.tr("Nights of {first} to {last}", first=first, last=last)


def progress_sentence(trial: RemedyTrial, today: date, language: Language) -> str:
    """Say how many nights of a trial are over, and on how many it is known what was done."""
    over = [night for night in trial.nights if night.evening < today]
    answered = {kept.evening for kept in trial.kept}
    known = sum(night.evening in answered for night in over)
    planned = sum(block.nights for block in trial.blocks)
    template = language.tr(
        "{over} of {n} nights are over. On {known} of them it is known whether you did.",
        over=len(over),
        n=planned,
        known=known,
    )
    return template if trial.design is not TrialDesign.FOLLOWED else ""
