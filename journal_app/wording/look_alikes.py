"""What the answers about a night say: it fits a night cramp more or less. Never what someone has."""

from journal_app.knowledge.look_alikes import SPEAKING_AGAINST, Likeness
from journal_app.language import Language


def likeness_words(likeness: Likeness, language: Language) -> str:
    """Say how a night fits a look-alike, and on how many nights it did; empty before any answer."""
    told = (_of_warning, _of_night, _of_nights)
    return " ".join(filter(None, (say(likeness, language) for say in told)))


def _of_warning(likeness: Likeness, language: Language) -> str:
    if not likeness.warning_sign:
        return ""
    return language.tr("Among these answers is a warning sign. What its card says comes first.")


def _of_night(likeness: Likeness, language: Language) -> str:
    title = likeness.entry.title
    if likeness.fits_more:
        return language.tr(
            "These answers fit less with a night cramp and more with “{title}”. That is no diagnosis; it is "
            "worth asking your doctor.",
            title=title,
        )
    if likeness.warning_sign:
        return ""  # one alone says much
    if likeness.differing:
        return language.tr(
            "One answer fits more with “{title}” than with a night cramp. One alone says little.", title=title
        )
    if likeness.agreeing >= SPEAKING_AGAINST:
        return language.tr(
            "These answers fit more with a night cramp and less with “{title}”. That is no diagnosis; if you "
            "are unsure, it is worth asking your doctor.",
            title=title,
        )
    return ""


def _of_nights(likeness: Likeness, language: Language) -> str:
    if not likeness.nights:
        return ""
    return language.trn(
        "So it was on {n} night.",
        "So it was on {n} nights. From three nights on, Patterns shows it.",
        likeness.nights,
    )
