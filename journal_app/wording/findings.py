"""Why a card is shown, in one line: the facts of the journal that met the entry's rule."""

from collections.abc import Callable

from journal_app.knowledge.matcher import Reason
from journal_app.language import Language, later

SEASONS = {
    "spring": later("It is spring."),
    "summer": later("It is summer, when cramps are commoner."),
    "autumn": later("It is autumn."),
    "winter": later("It is winter."),
}


def reasons_words(reasons: tuple[Reason, ...], language: Language) -> str:
    """Say why an entry is shown; empty where its rule holds for everyone with cramps."""
    told = (_WORDS[reason.fact](reason, language) for reason in reasons if reason.fact in _WORDS)
    return " ".join(dict.fromkeys(filter(None, told)))


def _taking(reason: Reason, language: Language) -> str:
    return language.tr("In your list: {names}.", names=reason.about) if reason.about else ""


def _changed(reason: Reason, language: Language) -> str:
    days = int(reason.value)
    return language.trn("Begun or changed {n} day ago.", "Begun or changed {n} days ago.", days)


def _before_cramps(reason: Reason, language: Language) -> str:
    days = int(reason.value)
    if not days:
        return language.tr("Begun or raised when the cramps began or clearly rose.")
    return language.trn(
        "Begun or raised {n} day before the cramps began or clearly rose.",
        "Begun or raised {n} days before the cramps began or clearly rose.",
        days,
    )


def _condition(_reason: Reason, language: Language) -> str:
    return language.tr("You ticked it in “About me”.")


def _ticked(_reason: Reason, language: Language) -> str:
    return language.tr("You answered yes to this question.")


def _age(reason: Reason, language: Language) -> str:
    return language.tr("Your age: {age}.", age=int(reason.value))


def _doubled(_reason: Reason, language: Language) -> str:
    return language.tr("Cramp nights have at least doubled in four weeks.")


def _season(reason: Reason, language: Language) -> str:
    return language.tr(SEASONS[str(reason.value)])


def _differing(reason: Reason, language: Language) -> str:
    return language.trn(
        "{n} answer differs from those of a night cramp.",
        "{n} answers differ from those of a night cramp.",
        int(reason.value),
    )


def _nights_with_answers(reason: Reason, language: Language) -> str:
    return language.trn(
        "On {n} night at least two did.", "On {n} nights at least two did.", int(reason.value)
    )


_WORDS: dict[str, Callable[[Reason, Language], str]] = {
    "taking": _taking,
    "new_medicine_days": _taking,
    "days_since_change": _changed,
    "began_before_cramps_days": _before_cramps,
    "condition": _condition,
    "ticked": _ticked,
    "age": _age,
    "doubled": _doubled,
    "season": _season,
    "differing_answers": _differing,
    "nights_with_answers": _nights_with_answers,
}
