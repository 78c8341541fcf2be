"""Why some warning questions are not asked, in one line: what the person told makes them needless."""

from journal_app.knowledge.questions import LeftOut
from journal_app.language import Language, later

WHY = {
    "age": later("your year of birth"),
    "pregnant": later("not pregnant"),
    "dialysis": later("no dialysis"),
}


def left_out_sentence(left_out: tuple[LeftOut, ...], language: Language) -> str:
    """Say which questions are left out, and for what in "About me"; empty where all are asked."""
    if not left_out:
        return ""
    facts = dict.fromkeys(fact for each in left_out for fact in each.facts)
    return language.tr(
        "Left out, because of what stands in “About me” ({why}): {titles}.",
        why=", ".join(language.tr(WHY[fact]) for fact in facts if fact in WHY),
        titles="; ".join(each.entry.title for each in left_out),
    )
